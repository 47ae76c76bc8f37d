import { join } from 'node:path';
import { root, runScript } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';

/** `package.mjs [--out FOLDER] [TARGET …]`: the program as its users get it, in `out/package`. */
await runScript(async () => {
  await setUp();
  const environment = { ...runtimeEnvironment(), NODE_USE_ENV_PROXY: '1' };
  return runInPlace(findRuntime(), [join(root, 'build', 'makePackage.mjs'), ...process.argv.slice(2)], { cwd: root, env: environment });
});
