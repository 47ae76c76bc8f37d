import { accessSync, constants, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { root, SetUpError } from './project.mjs';
import { runAndKeep } from './runChild.mjs';

/** Runs npm and keeps what it prints. */
export function runNpm(args, { cwd = root } = {}) {
  const environment = { ...process.env };
  // npm keeps what it downloads in the home directory; a service account may have none.
  if (environment.npm_config_cache === undefined && !isWritable(homedir())) environment.npm_config_cache = join(root, '.cache', 'npm');
  // npm of the surrounding `npm run`, if there is one: on the machine there may be several.
  const script = process.env.npm_execpath;
  const isNpm = script !== undefined && basename(script) === 'npm-cli.js' && existsSync(script);
  // `npm run` takes our own Node where it is installed, which the set-up may just have removed with all packages; PATH has another.
  const node = process.execPath.startsWith(join(root, 'node_modules')) ? 'node' : process.execPath;
  const [command, first] = isNpm ? [node, [script]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  return runAndKeep(command, [...first, ...args], { cwd, env: environment, shell: process.platform === 'win32' && !isNpm }).catch((error) => {
    throw new SetUpError(`npm cannot be started (${error.message}); please install Node with npm`);
  });
}

function isWritable(directory) {
  try {
    accessSync(directory, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
