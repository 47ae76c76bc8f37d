import { join } from 'node:path';
import { root, runScript, userFolder } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { commandLine, findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';

await runScript(async () => {
  await setUp();
  const args = process.argv.slice(2);
  if (args[0] === 'serve') {
    const built = await runInPlace(findRuntime(), [join(root, 'build', 'buildPages.mjs')], { cwd: root, env: runtimeEnvironment() });
    if (built !== 0) return built;
  }
  return runInPlace(findRuntime(), commandLine(args), { cwd: userFolder('bascule'), env: runtimeEnvironment() });
});
