import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runChecks } from './checks.mjs';
import { root, runScript, SetUpError, tell } from './project.mjs';
import { runInPlace } from './runChild.mjs';
import { findRuntime, runtimeEnvironment } from './runtime.mjs';
import { setUp } from './setUp.mjs';
import { countTests } from './countTests.mjs';
import { prepareForWindow } from './prepareForWindow.mjs';

const resultFile = join(root, '.cache', `vitest-${process.pid}.json`);
const isInterrupted = (exitCode) => exitCode === 130 || exitCode === 143;
const print = (text) => void process.stdout.write(`${text}\n`);

/**
 * `test.mjs [--fast] [--no-checks] [what vitest understands …]`. The last line of stdout says how many tests and
 * checks passed and failed; the exit code is 1 when any failed.
 */
await runScript(async () => {
  const own = ['--fast', '--no-checks'];
  const given = process.argv.slice(2);
  const count = { passed: 0, failed: 0, skipped: 0 };
  try {
    await setUp();
    if (!given.includes('--fast')) await prepareForWindow();
  } catch (error) {
    if (!(error instanceof SetUpError) || isInterrupted(error.exitCode)) throw error;
    tell(`error: ${error.message}`);
    return summarise({ ...count, failed: 1 });
  }
  if (!given.includes('--no-checks')) add(count, await runChecks(print));
  const vitestArguments = given.filter((argument) => !own.includes(argument));
  if (given.includes('--fast')) vitestArguments.push('--project', 'fast');
  const { exitCode, tests } = await runTests(vitestArguments);
  add(count, tests);
  if (isInterrupted(exitCode)) return exitCode;
  return summarise(count);
});

async function runTests(args) {
  mkdirSync(join(root, '.cache'), { recursive: true });
  rmSync(resultFile, { force: true });
  const runner = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`];
  const exitCode = await runInPlace(findRuntime(), [runner, 'run', ...reporters, ...args], { cwd: root, env: runtimeEnvironment() });
  const tests = countTests(readResult(), exitCode);
  rmSync(resultFile, { force: true });
  return { exitCode, tests };
}

function readResult() {
  try {
    return JSON.parse(readFileSync(resultFile, 'utf8'));
  } catch {
    return null;
  }
}

function add(count, more) {
  for (const key of Object.keys(count)) count[key] += more[key] ?? 0;
}

function summarise({ passed, failed, skipped }) {
  print(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed > 0 ? 1 : 0;
}
