import { join } from 'node:path';
import { root } from './project.mjs';
import { runAndKeep } from './runChild.mjs';
import { findRuntime } from './runtime.mjs';

const tool = (...place) => join(root, 'node_modules', ...place);

/** Each finds one kind of fault without running the program. */
const checks = [
  { name: 'types', script: tool('typescript', 'bin', 'tsc'), args: ['--build'] },
  { name: 'walls', script: join(root, 'build', 'checkWalls.mjs'), args: [] },
  { name: 'format', script: tool('@biomejs', 'biome', 'bin', 'biome'), args: ['format', '--max-diagnostics=20'] },
  { name: 'lint', script: tool('@biomejs', 'biome', 'bin', 'biome'), args: ['lint', '--max-diagnostics=50', '--error-on-warnings'] },
  { name: 'unused', script: tool('knip', 'bin', 'knip.js'), args: ['--no-progress'] },
];

/** Runs all checks, two at a time, tells of each, and answers how many passed and failed. */
export async function runChecks(print) {
  const left = [...checks];
  const count = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let check = left.shift(); check !== undefined; check = left.shift()) {
      const started = Date.now();
      const { exitCode, output } = await runAndKeep(findRuntime(), [check.script, ...check.args], { cwd: root });
      const hasPassed = exitCode === 0;
      count[hasPassed ? 'passed' : 'failed'] += 1;
      print(`${hasPassed ? 'passed' : 'FAILED'}  ${check.name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
      if (!hasPassed) print(output.trimEnd());
    }
  };
  await Promise.all([worker(), worker()]);
  return count;
}
