import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { reasonToInstall } from './installed.mjs';
import { withLock } from './lock.mjs';
import { runNpm } from './npm.mjs';
import { exitCodeOfSignal, root, runScript, SetUpError, tell } from './project.mjs';
import { runAndKeep } from './runChild.mjs';
import { commandLine, findRuntime, packagedRuntime, runtimeEnvironment } from './runtime.mjs';

const installArguments = [
  'ci',
  // What an npm configuration of the user or of a surrounding `npm run` may have switched off.
  '--include=dev',
  '--include=optional',
  '--engine-strict=false',
  // No package needs to run anything to be installed, so none may.
  '--ignore-scripts',
  '--prefer-offline',
  '--no-audit',
  '--no-fund',
  '--no-progress',
  '--loglevel=error',
];

/** Installs the packages where they are missing, outdated or broken; otherwise answers within milliseconds. */
export async function setUp() {
  if (reasonToInstall() === null) {
    linkRuntime();
    return;
  }
  const onWait = () => tell('Waiting for another set-up of Bascule to finish …');
  await withLock(join(root, '.cache', 'setUp.lock'), install, { onWait });
}

async function install() {
  // Asked again: whoever held the lock before may have done the work.
  const reason = reasonToInstall();
  if (reason === null) return;
  tell(`Setting up Bascule (${reason}); this takes about half a minute …`);
  rmSync(join(root, 'node_modules'), { recursive: true, force: true, maxRetries: 3 });
  const result = await runNpm(installArguments);
  if (result.signal !== null) throw Object.assign(new SetUpError('interrupted; the next start goes on'), { exitCode: exitCodeOfSignal[result.signal] });
  if (result.exitCode !== 0) throw new SetUpError(`npm could not install the packages; is the npm registry reachable?\n${beginning(result.output)}`);
  const left = reasonToInstall();
  if (left !== null) throw new SetUpError(`npm reported success, but ${left}; please run "npm ci" and see what it says`);
  await checkThatItRuns();
  linkRuntime();
  await warmUp();
}

/**
 * A small plan from files to paper, so that what Node compiles and what the program keeps of its catalogue and of the
 * holidays is there when somebody waits. Whether it works is for the command that somebody asks for to say.
 */
async function warmUp() {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-warm-up-'));
  const bascule = (args) => runAndKeep(findRuntime(), commandLine(args), { cwd: folder, env: runtimeEnvironment() }).catch(() => null);
  try {
    await bascule(['generate', '--accounts', '200', '--seed', '1', '--out', folder]);
    const files = readdirSync(folder).map((name) => join(folder, name));
    await bascule(['plan', ...files, '--template', 'schleswig-holstein', '--out', join(folder, 'plan')]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * `node_modules/.bin/node`, for people who call a tool of node_modules/.bin by hand. The packages for all platforms claim
 * this name; npm, leaving out those for other platforms, takes the link away with them.
 */
function linkRuntime() {
  const link = join(root, 'node_modules', '.bin', 'node');
  if (process.platform === 'win32' || existsSync(link) || !existsSync(packagedRuntime())) return;
  rmSync(link, { force: true });
  try {
    symlinkSync(relative(dirname(link), packagedRuntime()), link);
  } catch (error) {
    // Made by another start at the same moment.
    if (error.code !== 'EEXIST') throw error;
  }
}

/** npm ends many of its errors with pages of usage. */
function beginning(output) {
  return output.trim().split('\n').slice(0, 15).join('\n');
}

/** A new Node and the SQLite driver, once: a damaged download or a foreign C library shows here and not in the middle of a plan. */
async function checkThatItRuns() {
  const probe = "const Database = require('better-sqlite3'); console.log(new Database(':memory:').prepare('SELECT 42').pluck().get())";
  const { exitCode, output } = await runAndKeep(findRuntime(), ['--eval', probe], { cwd: root }).catch((error) => ({ exitCode: 1, output: String(error) }));
  if (exitCode === 0 && output.trim() === '42') return;
  rmSync(join(root, 'node_modules', '.package-lock.json'), { force: true });
  throw new SetUpError(`the installed packages do not run on this machine (${process.platform} ${process.arch})\n${output.trim()}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await runScript(async () => {
    await setUp();
    return 0;
  });
}
