import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, SetUpError } from './project.mjs';

/** The first Node that runs TypeScript sources without a flag. */
const [neededMajor, neededMinor] = [22, 18];

/**
 * The Node that runs Bascule: the one from the npm registry, the same version for everybody, where it exists for this
 * platform; else the Node that runs this script, when it is new enough.
 */
export function findRuntime() {
  const packaged = packagedRuntime();
  if (existsSync(packaged)) return packaged;
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return process.execPath;
  throw new SetUpError(
    `no Node for ${process.platform} ${process.arch} comes with Bascule; please install Node ${neededMajor}.${neededMinor} or newer and try again`,
  );
}

export function packagedRuntime() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', platform === 'win' ? 'node.exe' : 'node');
}

/** Node keeps compiled modules here; sources that changed are compiled again. */
export const runtimeEnvironment = () => ({ ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, '.cache', 'compile') });
