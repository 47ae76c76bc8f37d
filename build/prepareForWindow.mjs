import { join } from 'node:path';
import { root, SetUpError } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { findRuntime, runtimeEnvironment } from './runtime.mjs';

/** With the Node that has been installed: the tools for the window need more than the one a machine may have. */
export async function prepareForWindow() {
  const environment = { ...runtimeEnvironment(), NODE_USE_ENV_PROXY: '1' };
  const exitCode = await runInPlace(findRuntime(), [join(root, 'build', 'prepareTests.mjs')], { cwd: root, env: environment });
  if (exitCode !== 0) throw Object.assign(new SetUpError('what the tests of the window need could not be prepared'), { exitCode });
}
