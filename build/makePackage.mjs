import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { load } from 'js-yaml';
import { buildWindow, coreLibraries } from './buildWindow.mjs';
import { provideElectron } from './electronRuntime.mjs';
import { root, runScript, SetUpError, tell } from './project.mjs';
import { runAndKeep } from './runChild.mjs';
import { packagedRuntime } from './runtime.mjs';

const { values: options, positionals: asked } = parseArgs({ options: { out: { type: 'string' } }, allowPositionals: true });
const target = resolve(options.out ?? join(root, 'out', 'package'));
const staging = join(root, '.cache', 'package', `core-${process.pid}`);

/** The first Electron whose Node-API runs the SQLite driver. */
const firstElectronWithDriver = 35;

/** `makePackage.mjs [--out FOLDER] [TARGET …]` */
await runScript(async () => {
  const electron = await provideElectron();
  await buildWindow();
  layOutCore(Number(electron.version.split('.')[0]) < firstElectronWithDriver);
  const { build, Platform } = await import('electron-builder');
  const config = load(readFileSync(join(root, 'build', 'electron-builder.yml'), 'utf8'));
  // On Linux only what needs no download: for its other targets electron-builder fetches tools from GitHub.
  const targets = Platform.current().createTarget(asked.length > 0 ? asked : process.platform === 'linux' ? ['dir'] : null);
  const made = await build({
    projectDir: root,
    targets,
    publish: 'never',
    config: {
      ...config,
      directories: { ...config.directories, output: target },
      electronVersion: electron.version,
      electronDist: electron.folder,
      afterPack: placeCore,
    },
  });
  rmSync(staging, { recursive: true, force: true });
  if (asked.length === 0 && process.platform === 'linux') made.push(...(await archiveFolder()));
  for (const file of made) tell(`made: ${relative(process.cwd(), file)}`);
  return 0;
});

/** The folder as one file to hand on. */
async function archiveFolder() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const name = `bascule-${version}-linux-${process.arch}`;
  const folder = join(target, 'linux-unpacked');
  const archive = join(target, `${name}.tar.gz`);
  const owner = ['--sort=name', '--owner=0', '--group=0', '--numeric-owner', `--transform=s,^\\.,${name},`];
  const { exitCode, output } = await runAndKeep('tar', ['-czf', archive, ...owner, '-C', folder, '.']);
  if (exitCode !== 0) throw new SetUpError(`tar failed: ${output.trim()}`);
  return [folder, archive];
}

/** Before the fuses are set and anything is signed. By hand, because the packager leaves out every `node_modules` but its own. */
async function placeCore({ appOutDir, packager }) {
  const resources = packager.getResourcesDir(appOutDir);
  cpSync(staging, join(resources, 'core'), { recursive: true });
  for (const leftover of [join(resources, 'default_app.asar'), join(appOutDir, '.bascule-complete.json')]) rmSync(leftover, { force: true });
}

/** The core's half of the program as it lies in a package: the bundle, its data, and the libraries that stay outside of the bundle. */
function layOutCore(needsNode) {
  mkdirSync(staging, { recursive: true });
  const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  writeFileSync(join(staging, 'package.json'), `${JSON.stringify({ name, version, license, type: 'module', private: true }, null, 2)}\n`);
  // The core's bundle and those of its threads; the other files there are the window's.
  const bundles = readdirSync(join(root, 'dist', 'electron')).filter((file) => file.endsWith('.mjs'));
  for (const place of [...bundles.map((file) => `dist/electron/${file}`), 'db/migrations', 'templates'])
    cpSync(join(root, place), join(staging, place), { recursive: true });
  for (const folder of closureOf(coreLibraries)) cpSync(folder, join(staging, relative(root, folder)), { recursive: true, filter: isNeeded });
  if (!needsNode) return;
  const node = packagedRuntime();
  for (const file of [node, join(dirname(dirname(node)), 'LICENSE')]) if (existsSync(file)) cpSync(file, join(staging, relative(root, file)));
}

/** The folders of these packages and of all that they need here. */
function closureOf(names) {
  const folders = new Set();
  const left = names.map((name) => ({ name, from: join(root, 'package.json') }));
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const folder = folderOf(next.name, next.from);
    if (folder === null || folders.has(folder)) continue;
    folders.add(folder);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) left.push({ name, from: join(folder, 'package.json') });
  }
  return folders;
}

/** Null for a package that is made for another platform. */
function folderOf(name, from) {
  for (const modules of createRequire(from).resolve.paths(name) ?? []) {
    const folder = join(modules, name);
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  return null;
}

/** SQLite's own sources, and native code for other platforms, are not needed to run. */
function isNeeded(path) {
  const place = relative(join(root, 'node_modules'), path).replaceAll('\\', '/');
  if (/^better-sqlite3\/(deps|src|binding\.gyp)/.test(place) || place.startsWith('node-addon-api')) return false;
  // `linux-x64.node` and `linuxmusl-x64.node`: which of them fits, its loader finds out.
  const prebuilt = /^better-sqlite3\/prebuilds\/(.+)\.node$/.exec(place)?.[1];
  return prebuilt === undefined || (prebuilt.startsWith(process.platform) && prebuilt.endsWith(`-${process.arch}`));
}
