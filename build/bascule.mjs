import { runScript, userFolder } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { commandLine, findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';

await runScript(async () => {
  await setUp();
  return runInPlace(findRuntime(), commandLine(process.argv.slice(2)), { cwd: userFolder('bascule'), env: runtimeEnvironment() });
});
