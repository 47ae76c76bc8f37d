import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { prepareForWindow } from './prepareForWindow.mjs';
import { root, runScript, tell } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { commandLine, findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';

const folder = join(root, 'test', 'bench');

/** `bench.mjs [part of a name …]`: each measurement of test/bench in a process of its own, one after the other; each prints its own table. */
await runScript(async () => {
  const wanted = process.argv.slice(2);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('Bench.ts') && (wanted.length === 0 || wanted.some((part) => name.includes(part))))
    .sort();
  if (files.length === 0) {
    tell(`error: no measurement of this name in ${folder}`);
    return 1;
  }
  await setUp();
  // Measured is what the sources say now, not what was built some time ago.
  if (files.some((name) => name.startsWith('window'))) await prepareForWindow();
  let worst = 0;
  for (const file of files) {
    tell(`measuring: ${file}`);
    const exitCode = await runInPlace(findRuntime(), commandLine([], join(folder, file)), { cwd: root, env: runtimeEnvironment() });
    if (exitCode > 128) return exitCode;
    worst = Math.max(worst, exitCode);
  }
  return worst;
});
