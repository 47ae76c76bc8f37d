import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fillSamplePlan } from '../support/samplePlan.ts';
import { appErrorOf, openPlan, request, temporaryPlanPath } from '../support/temporaryPlan.ts';

const program = fileURLToPath(new URL('../support/writingProcess.ts', import.meta.url));

type Writing = { readonly process: ChildProcessByStdio<null, Readable, Readable>; readonly lines: AsyncIterator<string>; kill(): Promise<void> };

function startWriting(path: string, kind: 'single' | 'bulk' | 'hold'): Writing {
  const child = spawn(process.execPath, [program, path, kind], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  return { process: child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator](), kill };
}

async function nextLine(writing: Writing): Promise<string> {
  const { value, done } = await writing.lines.next();
  if (done === true) throw new Error('the writing process ended');
  return value as string;
}

function samplePlan(): string {
  const path = temporaryPlanPath();
  const store = openPlan(path, 'create');
  fillSamplePlan(store, { accounts: 2000, units: 20, items: 12, tracks: 3 });
  store.close();
  return path;
}

/** The same moments in every run: a small generator with a seed. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('a program that is killed while it writes', () => {
  // BASCULE_CRASH_COMMANDS=1000 kills until that many commands were answered.
  const wanted = Number(process.env.BASCULE_CRASH_COMMANDS ?? 60);

  it.each(['single', 'bulk'] as const)('loses no %s command that it answered, and leaves a whole file', { timeout: 600_000 }, async (kind) => {
    const path = samplePlan();
    const random = randomNumbers(kind === 'single' ? 11 : 23);
    let answered = 3;
    let rounds = 0;
    let hotJournals = 0;
    const target = kind === 'single' ? wanted : Math.ceil(wanted / 12);
    while (answered - 3 < target || rounds < 6) {
      rounds++;
      const writing = startWriting(path, kind);
      expect(await nextLine(writing)).toBe(`opened ${answered}`);
      const until = answered + 1 + Math.floor(random() * (kind === 'single' ? 40 : 2));
      while (answered < until) answered = Number((await nextLine(writing)).slice('answered '.length));
      // In the middle of a command: a single one takes about one millisecond, a bulk one some hundred.
      const pause = random() * (kind === 'single' ? 3 : 150);
      await new Promise((resolve) => setTimeout(resolve, pause));
      const killed = writing.kill();
      for (let line = await writing.lines.next(); line.done !== true; line = await writing.lines.next())
        answered = Number((line.value as string).slice('answered '.length));
      await killed;
      hotJournals += existsSync(`${path}-journal`) && statSync(`${path}-journal`).size > 0 ? 1 : 0;

      // A reader first: it must see a whole plan without repairing the file.
      const reader = openPlan(path, 'read');
      expect(reader.verify()).toEqual([]);
      const seen = reader.read((plan) => plan.revision());
      reader.close();
      const store = openPlan(path, 'write');
      expect(store.verify()).toEqual([]);
      const revision = store.read((plan) => plan.revision());
      expect(revision).toBe(seen);
      // What was answered is there; one command more may have been stored without its answer getting out.
      expect(revision - answered).toBeGreaterThanOrEqual(0);
      expect(revision - answered).toBeLessThanOrEqual(1);
      const assumptions = store.read((plan) => plan.changedAssumptions());
      for (let number = 4; number <= answered; number++) expect(assumptions.get(`command ${number}`)).toBe(number);
      if (kind === 'bulk') expect(store.read((plan) => plan.accountTotal())).toBe(2000 + 5000 * (revision - 3));
      store.close();
      answered = revision;
    }
    expect(rounds).toBeGreaterThanOrEqual(6);
    if (kind === 'bulk') expect(hotJournals).toBeGreaterThan(0);

    const store = openPlan(path, 'write');
    for (let step = 0; step < answered; step++) store.undo(request());
    expect(store.read((plan) => [plan.plan(), plan.accountTotal()])).toEqual([null, 0]);
    expect(store.verify()).toEqual([]);
  });
});

describe('a plan that another program has open', () => {
  it('is told with the person, the machine and the time; it can be read, and it opens once that program has died', async () => {
    const path = samplePlan();
    const writing = startWriting(path, 'hold');
    expect(await nextLine(writing)).toBe('opened 3');
    const error = appErrorOf(() => openPlan(path, 'write'));
    expect(error).toMatchObject({ code: 'busy', messageKey: 'storage.openElsewhere', params: { user: `process ${writing.process.pid}`, host: hostname() } });
    const reader = openPlan(path, 'read');
    expect(reader.read((plan) => plan.accountTotal())).toBe(2000);
    // Still theirs: reading took nobody's lock away.
    expect(appErrorOf(() => openPlan(path, 'write')).messageKey).toBe('storage.openElsewhere');
    await writing.kill();
    expect(existsSync(`${path}.lock`)).toBe(true);
    const store = openPlan(path, 'write');
    expect(store.verify()).toEqual([]);
    store.close();
    expect(existsSync(`${path}.lock`)).toBe(false);
  });

  it('is read whole again and again while commands go on', { timeout: 60_000 }, async () => {
    const path = samplePlan();
    const writing = startWriting(path, 'single');
    expect(await nextLine(writing)).toBe('opened 3');
    const seen: number[] = [];
    for (let round = 0; round < 8; round++) {
      const reader = openPlan(path, 'read');
      expect(reader.verify()).toEqual([]);
      const [revision, assumptions] = reader.read((plan) => [plan.revision(), plan.changedAssumptions()] as const);
      expect(assumptions.size).toBe(revision - 3 + 1);
      seen.push(revision);
      reader.close();
    }
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(seen.at(-1)).toBeGreaterThan(seen[0] ?? 0);
  });
});
