import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../support/plantedTree.ts';

type Ended = { readonly exitCode: number | null; readonly stdout: string; readonly lastLine: string };

/** Runs a script as a user would, and lets the test act when it has said `ready`. */
function run(args: readonly string[], onReady: (kill: (signal: NodeJS.Signals) => void) => void = () => undefined): Promise<Ended> {
  // A run of tests inside a run of tests must not take itself for one of its workers.
  const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST') && name !== 'NODE_ENV'));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      if (text.includes('ready')) onReady((signal) => child.kill(signal));
    });
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, lastLine: stdout.trimEnd().split('\n').at(-1) ?? '' }));
  });
}

/** A script that stands where `bascule.mjs` stands, with a made-up program behind it. */
function inPlace(program: string): string[] {
  const runChild = pathToFileURL(join(projectRoot, 'build', 'runChild.mjs')).href;
  const lines = `const { runInPlace } = await import('${runChild}'); process.exitCode = await runInPlace(process.execPath, ['--eval', ${JSON.stringify(program)}]);`;
  return ['--input-type=module', '--eval', lines];
}

describe('a script that runs a program in its place', () => {
  it('ends with its exit code and leaves its output alone', async () => {
    expect(await run(inPlace("process.stdout.write('result'); process.exit(7)"))).toMatchObject({ exitCode: 7, stdout: 'result' });
  });

  it('hands on an interruption and waits for what the program makes of it', async () => {
    const program = "process.on('SIGINT', () => { console.log('cleaned up'); process.exit(130); }); setInterval(() => {}, 1000); console.log('ready')";
    expect(await run(inPlace(program), (kill) => kill('SIGINT'))).toMatchObject({ exitCode: 130, lastLine: 'cleaned up' });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('ends as a shell reports it when %s ends the program', async (signal, exitCode) => {
    expect(await run(inPlace("setInterval(() => {}, 1000); console.log('ready')"), (kill) => kill(signal))).toMatchObject({ exitCode });
  });
});

describe('the test run', () => {
  it('ends with one line of counts', async () => {
    const { exitCode, lastLine } = await run(['build/test.mjs', '--no-checks', 'test/unit/rpc/inputError.test.ts']);
    expect({ exitCode, lastLine }).toEqual({ exitCode: 0, lastLine: expect.stringMatching(/^[1-9]\d* passed, 0 failed$/) });
  });

  it('fails when it finds no test', async () => {
    expect(await run(['build/test.mjs', '--no-checks', 'test/no-such-file'])).toMatchObject({ exitCode: 1, lastLine: '0 passed, 1 failed' });
  });
});
