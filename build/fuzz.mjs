import { join } from 'node:path';
import { root, runScript } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { commandLine, findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';

/** `fuzz.mjs`: attacks every reader; how many inputs and from which seed, test/fuzz/fuzzReaders.ts says. */
await runScript(async () => {
  await setUp();
  return runInPlace(findRuntime(), commandLine([], join(root, 'test', 'fuzz', 'fuzzReaders.ts')), { cwd: root, env: runtimeEnvironment() });
});
