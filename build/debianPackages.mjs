import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.mjs';
import { root, tell } from './project.mjs';
import { runAndKeep } from './runChild.mjs';

/** Programs with which tests look at what Bascule has made, and the Debian packages that hold them. */
const testPrograms = { pdftotext: 'poppler-utils', pdfinfo: 'poppler-utils', pdftoppm: 'poppler-utils', Xvfb: 'xvfb', chromium: 'chromium' };

/** What Electron is linked with, and what it loads when it is there. */
const windowPackages = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libatk-bridge2.0-0', 'libcups2', 'libxss1'];

/** For the tests; without them, those that need them are skipped. */
export async function installTestPackages(electron) {
  const missing = () => [...missingPrograms(), ...(electron && missingLibraries(electron).length > 0 ? windowPackages : [])];
  const left = await install(missing, 'for the tests');
  if (left !== null) tell(`Tests that need ${left.packages.join(', ')} are skipped. To run them, install it: ${left.command}`);
}

/** For the window; false where it cannot open. */
export async function installWindowPackages(electron) {
  const left = await install(() => (missingLibraries(electron).length > 0 ? windowPackages : []), 'for the window');
  if (left === null) return true;
  tell(`The window needs libraries that are not installed (${missingLibraries(electron).join(', ')}). To install them: ${left.command}`);
  return false;
}

/** Installs where that needs nobody's password. Answers null when nothing is missing any more, else the one command to give by hand. */
async function install(missing, purpose) {
  if (missing().length === 0) return null;
  return withLock(join(root, '.cache', 'debian.lock'), async () => {
    const packages = missing();
    if (packages.length === 0) return null;
    const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
    const before = wayToRoot();
    if (before !== null) {
      tell(`Installing ${packages.join(', ')} ${purpose} …`);
      const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await runAndKeep('sh', ['-c', command.replaceAll('apt-get', [...before, 'apt-get'].join(' '))], { env: environment });
    }
    return missing().length === 0 ? null : { packages, command: `sudo sh -c '${command}'` };
  });
}

function missingPrograms() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = Object.entries(testPrograms).filter(([program]) => !folders.some((folder) => existsSync(join(folder, program))));
  return [...new Set(missing.map(([, name]) => name))];
}

/** The libraries that the system does not find for a program; empty where that cannot be asked. */
export function missingLibraries(executable) {
  if (process.platform !== 'linux') return [];
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return [...(stdout ?? '').matchAll(/^\s*(\S+) => not found$/gm)].map(([, name]) => name);
}

/** What to put before a command to run it as root without being asked; null where there is no such way, or no apt. */
function wayToRoot() {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['--non-interactive', 'true']).status === 0 ? ['sudo', '--non-interactive', '--preserve-env=DEBIAN_FRONTEND'] : null;
}
