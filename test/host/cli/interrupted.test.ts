import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bascule, endOf, hashOf, mainFile, mustWork, spawnBascule, temporaryFolder, writeAdministration } from '../../support/cli.ts';

const folder = temporaryFolder();
const plan = folder.file('plan.bascule');
let accounts = '';

beforeAll(async () => {
  // Large enough that reading it takes seconds, so that the signal comes in the midst of it.
  [accounts] = writeAdministration(folder.file('in'), { accounts: 200_000, units: 300 });
  await mustWork(['new', plan, '--template', 'lyon']);
});
afterAll(() => folder.remove());

/** Sends a signal once the program has its plan open, while it reads. */
async function interrupt(argv: readonly string[], signal: NodeJS.Signals, isUnderWay: () => boolean) {
  const child = spawnBascule(argv);
  const end = endOf(child);
  const watch = setInterval(() => {
    if (!isUnderWay()) return;
    clearInterval(watch);
    setTimeout(() => child.kill(signal), 100);
  }, 10);
  const run = await end;
  clearInterval(watch);
  return run;
}

describe('an interrupted command', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s ends an import with 130 and nothing written', async (signal) => {
    const copy = folder.file(`${signal}.bascule`);
    copyFileSync(plan, copy);
    const before = hashOf(copy);
    const { code, out, err } = await interrupt(['import', copy, accounts], signal, () => existsSync(`${copy}.lock`));
    expect({ code, out }).toEqual({ code: 130, out: '' });
    expect(err).toMatch(/^error cancelled: [^\n]+\n$/);
    expect(hashOf(copy)).toBe(before);
    expect(readdirSync(folder.path).filter((name) => name.startsWith(`${signal}.bascule.lock`) || name.endsWith('.part'))).toEqual([]);
  });

  it('ends a plan with 130 and an untouched folder', async () => {
    const out = folder.file('out/deep');
    const { code, out: answer } = await interrupt(
      ['plan', accounts, '--template', 'lyon', '--out', out, '--json'],
      'SIGINT',
      () => existsSync(out) && readdirSync(out, { recursive: true }).some((name) => String(name).endsWith('plan.bascule.lock')),
    );
    expect(code).toBe(130);
    expect(JSON.parse(answer)).toMatchObject({ error: { code: 'cancelled' } });
    expect(readdirSync(folder.path)).not.toContain('out');
  });

  it('that is stopped before it begins does nothing', async () => {
    const signal = AbortSignal.abort();
    const { code, err } = await bascule(['plan', accounts, '--template', 'lyon', '--out', folder.file('never')], { signal });
    expect(code).toBe(130);
    expect(err).toMatch(/^error cancelled: /);
    expect(readdirSync(folder.path)).not.toContain('never');
  });
});

describe('a pipe that closes', () => {
  it('ends the program without a word', async () => {
    const shell = spawn(
      'bash',
      ['-c', 'set -o pipefail; "$0" "$1" catalogue list --json | head -c 20 > /dev/null; echo "${PIPESTATUS[0]}"', process.execPath, mainFile],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const { code, out, err } = await endOf(shell);
    expect({ code, out, err }).toEqual({ code: 0, out: '0\n', err: '' });
  });

  it('does not stop a command that writes', async () => {
    const shell = spawn(
      'bash',
      ['-c', '"$0" "$1" scenario "$2" add --name Piped --set start=2028-01-03 | true; "$0" "$1" scenario "$2" list', process.execPath, mainFile, plan],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const { out, err } = await endOf(shell);
    expect(out).toContain('Piped  start=2028-01-03');
    expect(err).toBe('');
  });
});

describe('on a terminal', () => {
  it('progress is drawn over itself and wiped; in a pipe there is none', async () => {
    const small = writeAdministration(folder.file('small'))[0];
    const copy = folder.file('terminal.bascule');
    copyFileSync(plan, copy);
    const drawn = await bascule(['import', copy, small, '--dry-run'], { isTerminal: true });
    expect(drawn.err.startsWith('\r\u001b[K')).toBe(true);
    expect(drawn.err.endsWith('\r\u001b[K')).toBe(true);
    expect(drawn.err).not.toContain('\n');
    expect((await bascule(['import', copy, small, '--dry-run'])).err).toBe('');
  });
});
