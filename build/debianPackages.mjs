import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { withLock } from './lock.mjs';
import { root, tell } from './project.mjs';
import { runAndKeep } from './runChild.mjs';

/** Programs with which tests look at what Bascule has made, and the Debian packages that hold them. */
const programs = { pdftotext: 'poppler-utils', pdfinfo: 'poppler-utils', pdftoppm: 'poppler-utils' };

/** Installs the programs that tests use, where that needs nobody's password; else says the one command, and those tests skip. */
export async function installDebianPackages() {
  if (missingPackages().length === 0) return;
  await withLock(join(root, '.cache', 'debian.lock'), async () => {
    const packages = missingPackages();
    if (packages.length === 0) return;
    const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
    const before = wayToRoot();
    if (before !== null) {
      tell(`Installing ${packages.join(', ')} for the tests …`);
      const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      await runAndKeep('sh', ['-c', command.replaceAll('apt-get', [...before, 'apt-get'].join(' '))], { env: environment });
    }
    if (missingPackages().length > 0) tell(`Tests that need ${packages.join(', ')} are skipped. To run them, install it: sudo sh -c '${command}'`);
  });
}

function missingPackages() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = Object.entries(programs).filter(([program]) => !folders.some((folder) => existsSync(join(folder, program))));
  return [...new Set(missing.map(([, name]) => name))];
}

/** What to put before a command to run it as root without being asked; null where there is no such way, or no apt. */
function wayToRoot() {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version']).status !== 0) return null;
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['--non-interactive', 'true']).status === 0 ? ['sudo', '--non-interactive', '--preserve-env=DEBIAN_FRONTEND'] : null;
}
