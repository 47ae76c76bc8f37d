import { join } from 'node:path';
import { app } from 'electron';

/** Where the parts of this installation stand: in a checkout beside each other, in a package as the packager lays them. */
export type Places = {
  readonly pages: string;
  readonly preload: string;
  readonly icon: string;
  readonly coreFolder: string;
  readonly coreEntry: string;
  readonly node: string;
  /** May be thrown away at any time. */
  readonly compiledCore: string;
};

export function findPlaces(): Places {
  const root = app.getAppPath();
  // A plain Node reads no asar archive, so a package keeps the core and what it needs beside it.
  const coreFolder = app.isPackaged ? join(process.resourcesPath, 'core') : root;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return {
    pages: join(root, 'dist', 'renderer'),
    preload: join(root, 'dist', 'electron', 'preload.cjs'),
    icon: join(root, 'build', 'icons', '512x512.png'),
    coreFolder,
    coreEntry: join(coreFolder, 'dist', 'electron', 'core.mjs'),
    node: join(coreFolder, 'node_modules', `node-${platform}-${process.arch}`, 'bin', platform === 'win' ? 'node.exe' : 'node'),
    compiledCore: join(app.getPath('userData'), 'CompiledCore'),
  };
}
