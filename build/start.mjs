import { join } from 'node:path';
import { root, runScript, userFolder } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';

/** `start.mjs [PLAN]`: sets up what is missing, builds what is stale, opens the window. */
await runScript(async () => {
  await setUp();
  // From here on with the Node that has just been installed: the tools need more than the one a machine may have.
  const environment = { ...runtimeEnvironment(), NODE_USE_ENV_PROXY: '1' };
  return runInPlace(findRuntime(), [join(root, 'build', 'openWindow.mjs'), ...process.argv.slice(2)], { cwd: userFolder('start'), env: environment });
});
