import { join } from 'node:path';
import { root, runScript } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { commandLine, findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';

/** `npm run` starts scripts in the project's folder; files named on the command line are meant from where the user stands. */
function userFolder() {
  const isOurs = process.env.npm_lifecycle_event === 'bascule' && process.env.npm_package_json === join(root, 'package.json');
  return (isOurs && process.env.INIT_CWD) || process.cwd();
}

await runScript(async () => {
  await setUp();
  return runInPlace(findRuntime(), commandLine(process.argv.slice(2)), { cwd: userFolder(), env: runtimeEnvironment() });
});
