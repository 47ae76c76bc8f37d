import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromCoreProcess, ToCoreProcess } from '../../electron/coreMessages.ts';
import { type CoreChild, createCoreProcess } from '../../electron/coreProcess.ts';
import { createRestartLimit } from '../../electron/restartLimit.ts';

type FakeChild = CoreChild<string> & {
  readonly sent: ToCoreProcess[];
  readonly ports: string[];
  isKilled: boolean;
  says(message: FromCoreProcess): void;
  exits(reason?: string): void;
};

function createFakeChild(): FakeChild {
  let onMessage: (message: FromCoreProcess) => void = () => {};
  let onExit: (reason: string) => void = () => {};
  const child: FakeChild = {
    sent: [],
    ports: [],
    isKilled: false,
    send: (message) => void child.sent.push(message),
    connect: (port) => void child.ports.push(port),
    onMessage: (listener) => {
      onMessage = listener;
    },
    onExit: (listener) => {
      onExit = listener;
    },
    kill: () => {
      child.isKilled = true;
    },
    says: (message) => onMessage(message),
    exits: (reason = 'signal SIGKILL') => onExit(reason),
  };
  return child;
}

describe('the supervisor of the core', () => {
  let children: FakeChild[];
  let instant: number;
  let givenUp: number;
  let isWanted: boolean;
  let opened: unknown[];

  const begin = () => {
    const core = create();
    core.begin();
    return core;
  };
  const create = () =>
    createCoreProcess<string>({
      launch: () => {
        const child = createFakeChild();
        children.push(child);
        return child;
      },
      start: () => ({ plan: { path: '/plan.bascule', mode: 'write' }, files: [] }),
      onReady: (plan) => opened.push(plan),
      onGivenUp: async () => {
        givenUp++;
        return isWanted;
      },
      log: () => {},
      now: () => instant,
    });
  const last = () => children.at(-1) as FakeChild;
  const ready: FromCoreProcess = { kind: 'ready', plan: { name: 'plan', isReadOnly: false }, problem: null };
  const settle = () => vi.advanceTimersByTimeAsync(0);

  beforeEach(() => {
    vi.useFakeTimers();
    [children, instant, givenUp, isWanted, opened] = [[], 0, 0, true, []];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('starts no core before one is wanted, then one, and ends without one', async () => {
    const core = create();
    expect(children).toHaveLength(0);
    void core.connect('window');
    void core.ask('recentPlans', null);
    core.begin();
    last().says(ready);
    await settle();
    expect([children.length, last().ports]).toEqual([1, ['window']]);
    const unused = create();
    await unused.stop();
    unused.begin();
    expect(children).toHaveLength(1);
  });

  it('tells a new core at once what was open, and asks it nothing before it is ready', async () => {
    const core = begin();
    const answer = core.ask('recentPlans', null);
    await settle();
    expect(last().sent).toEqual([{ kind: 'start', start: { plan: { path: '/plan.bascule', mode: 'write' }, files: [] } }]);
    last().says(ready);
    await settle();
    expect(last().sent.at(-1)).toEqual({ kind: 'ask', id: 1, name: 'recentPlans', input: null });
    last().says({ kind: 'answer', id: 1, value: [] });
    await expect(answer).resolves.toEqual([]);
    expect(opened).toEqual([{ name: 'plan', isReadOnly: false }]);
  });

  it('hands on an error as the core gave it', async () => {
    const core = begin();
    last().says(ready);
    const answer = core.ask('closePlan', null);
    await settle();
    last().says({ kind: 'failure', id: 1, error: { code: 'busy', messageKey: 'storage.openElsewhere', params: { file: 'a' }, issues: [] } });
    await expect(answer).rejects.toMatchObject({ code: 'busy', params: { file: 'a' } });
  });

  it('fails what was asked when the core ends, starts a new one, and gives waiting windows its port', async () => {
    const core = begin();
    last().says(ready);
    const answer = core.ask('recentPlans', null);
    await settle();
    last().exits();
    await expect(answer).rejects.toMatchObject({ code: 'unavailable' });
    const connected = core.connect('port');
    await settle();
    expect(children).toHaveLength(2);
    expect(children[0]?.ports).toEqual([]);
    last().says(ready);
    await connected;
    expect(last().ports).toEqual(['port']);
  });

  it('starts three new ones in a minute; then it asks', async () => {
    begin();
    isWanted = false;
    for (let ended = 0; ended < 3; ended++) {
      last().exits();
      await settle();
    }
    expect([children.length, givenUp]).toEqual([4, 0]);
    last().exits();
    await settle();
    expect([children.length, givenUp]).toEqual([4, 1]);
  });

  it('keeps windows waiting while it asks, and goes on when it may', async () => {
    const core = begin();
    for (let ended = 0; ended < 4; ended++) {
      last().exits();
      await settle();
    }
    expect([children.length, givenUp]).toEqual([5, 1]);
    const connected = core.connect('port');
    last().says(ready);
    await connected;
    expect(last().ports).toEqual(['port']);
  });

  it('asks it to end, and starts no new one then', async () => {
    const core = begin();
    last().says(ready);
    const stopped = core.stop();
    expect(last().sent.at(-1)).toEqual({ kind: 'shutdown' });
    last().exits('exit code 0');
    await stopped;
    await settle();
    expect([children.length, last().isKilled]).toEqual([1, false]);
  });

  it('ends it after five seconds when it does not', async () => {
    const core = begin();
    const stopped = core.stop();
    await vi.advanceTimersByTimeAsync(4_999);
    expect(last().isKilled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await stopped;
    expect(last().isKilled).toBe(true);
  });
});

describe('how often a process may start again', () => {
  it('three times within a minute, and again when the minute has passed', () => {
    let instant = 0;
    const mayStart = createRestartLimit(3, 60_000, () => instant);
    expect([mayStart(), mayStart(), mayStart(), mayStart()]).toEqual([true, true, true, false]);
    instant = 59_999;
    expect(mayStart()).toBe(false);
    instant = 60_000;
    expect(mayStart()).toBe(true);
  });
});
