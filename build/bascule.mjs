import { join } from 'node:path';
import { root, runScript, userFolder } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';

await runScript(async () => {
  await setUp();
  return runInPlace(findRuntime(), [join(root, 'host', 'cli', 'main.ts'), ...process.argv.slice(2)], { cwd: userFolder('bascule'), env: runtimeEnvironment() });
});
