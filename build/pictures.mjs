import { join } from 'node:path';
import { root, runScript } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { commandLine, findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';

/** `pictures.mjs [part of a name …]`: builds the pages when they are stale, and takes the pictures of the guide from them. */
await runScript(async () => {
  await setUp();
  const environment = { ...runtimeEnvironment(), NODE_USE_ENV_PROXY: '1' };
  const built = await runInPlace(findRuntime(), [join(root, 'build', 'buildPages.mjs')], { cwd: root, env: environment });
  if (built !== 0) return built;
  const program = join(root, 'test', 'pictures', 'takePictures.ts');
  return runInPlace(findRuntime(), commandLine(process.argv.slice(2), program), { cwd: root, env: environment });
});
