import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** These scripts run on whatever Node a machine has, from 20 on, before anything is installed: only Node's own modules. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Progress and messages go to stderr: stdout belongs to the results of the command that runs after the set-up. */
export function tell(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** `npm run` starts scripts in the project's folder; files named on the command line are meant from where the user stands. */
export function userFolder(script) {
  const isOurs = process.env.npm_lifecycle_event === script && process.env.npm_package_json === join(root, 'package.json');
  return (isOurs && process.env.INIT_CWD) || process.cwd();
}

/** A failure that its reader can act on; shown without a stack. */
export class SetUpError extends Error {}

/** What a shell reports for a process that ended by a signal. */
export const exitCodeOfSignal = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** Runs a script's work and turns what it throws into one line and an exit code. */
export async function runScript(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    tell(`error: ${error.message}`);
    process.exitCode = error.exitCode ?? 1;
  }
}
