import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { createClient } from '../../../core/rpc/client.ts';
import { createInProcessWire } from '../../../core/rpc/inProcessWire.ts';
import type { CallContext, Handlers } from '../../../core/contract/handlers.ts';
import type { FromCore } from '../../../core/rpc/protocol.ts';
import { createServer } from '../../../core/rpc/server.ts';
import { createEchoHandlers, secret } from '../../support/echoHandlers.ts';
import { createTestPorts } from '../../support/serverPorts.ts';

const printInput = { target: 'endless', locale: 'de', today: '2026-09-01' as IsoDate } as const;

function start(changes: Partial<Handlers> = {}) {
  const ports = createTestPorts();
  const server = createServer({ ...createEchoHandlers(), ...changes }, ports);
  const connect = () => {
    const pair = createInProcessWire();
    server.connect(pair.server);
    return pair.client;
  };
  return { ports, server, connect };
}

/** Enough turns for a message to cross in both directions. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

describe('progress', () => {
  it('is passed on at once, then the newest after each tenth of a second, and not after the answer', async () => {
    let call: CallContext<'report.print'> | undefined;
    let finish: (() => void) | undefined;
    const { ports, connect } = start({
      'report.print': (_input, context) => {
        call = context;
        return new Promise((resolve) => {
          finish = () => resolve({ pages: 1, bytes: 1, fingerprint: 'f' });
        });
      },
    });
    const seen: number[] = [];
    const printed = createClient(connect()).call('report.print', printInput, { onProgress: ({ done }) => seen.push(done) });
    await settle();
    const report = (done: number) => call?.reportProgress({ stepKey: 'step.page', done, total: 10 });
    const drawn: string[] = [];
    const draw = async (moment: string) => {
      await settle();
      drawn.push(`${moment}: ${seen.join(' ')}`);
    };

    report(1);
    report(2);
    report(3);
    await draw('at once');
    ports.timer.pass(99);
    await draw('99 ms');
    ports.timer.pass(1);
    await draw('100 ms');
    ports.timer.pass(500);
    await draw('600 ms');
    report(4);
    report(5);
    await draw('silence over');
    finish?.();
    await printed;
    ports.timer.pass(1000);
    await draw('answered');
    report(6);
    await draw('too late');

    expect(drawn).toEqual(['at once: 1', '99 ms: 1', '100 ms: 1 3', '600 ms: 1 3', 'silence over: 1 3 4', 'answered: 1 3 4', 'too late: 1 3 4']);
  });

  it('that does not fit the schema is logged and left out, the job goes on', async () => {
    const { ports, connect } = start({
      'report.print': (_input, call) => {
        call.reportProgress({ stepKey: 'step.page', done: -1, total: null });
        return { pages: 2, bytes: 1, fingerprint: 'f' };
      },
    });
    const printed = await createClient(connect()).call('report.print', printInput);
    expect(printed.pages).toBe(2);
    expect(ports.lines.map(({ event }) => event)).toContain('progress does not fit its schema');
  });
});

describe('the log', () => {
  it('joins the trace id of an unexpected error with its place, without the texts that it quotes', async () => {
    const { ports, connect } = start({
      'plan.get': () => {
        throw new RangeError(`no account '${secret}' here`);
      },
    });
    const error: unknown = await createClient(connect())
      .call('plan.get', {})
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'internal', traceId: 'trace-1' });
    const line = ports.lines.find(({ level }) => level === 'error');
    expect(line?.details).toMatchObject({ operation: 'plan.get', traceId: 'trace-1', error: 'RangeError', message: 'no account … here' });
    expect(line?.details.stack).toContain('server.test.ts');
    expect(JSON.stringify(ports.lines)).not.toContain(secret);
  });

  it('names the place of an output that does not fit, but not its content', async () => {
    const { ports, connect } = start();
    await createClient(connect())
      .call('schedule.explainTask', { taskId: 'task-1' as never })
      .catch(() => undefined);
    expect(ports.lines.find(({ level }) => level === 'error')?.details.message).toBe(
      'output of schedule.explainTask does not fit its schema at startsOn (custom)',
    );
  });
});

describe('several wires', () => {
  it('all hear what a command on one of them has changed', async () => {
    const { connect } = start();
    const [first, second] = [createClient(connect()), createClient(connect())];
    const heard: string[] = [];
    first.onChanged((topics) => heard.push(`first ${topics.join(' ')}`));
    const stopListening = second.onChanged((topics) => heard.push(`second ${topics.join(' ')}`));
    const freeze = { commandId: 'command-1', name: 'Wahl', startsOn: '2027-09-20' as IsoDate, finishesOn: '2027-10-01' as IsoDate };
    await first.call('schedule.addFreeze', freeze);
    stopListening();
    await first.call('schedule.addFreeze', freeze);
    expect(heard).toEqual(['first timeline history', 'second timeline history', 'first timeline history']);
  });

  it('a job hears that its wire has closed', async () => {
    const stopped: string[] = [];
    const { connect } = start({
      'report.print': (_input, { signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            stopped.push('stopped');
            reject(new Error('stopped'));
          });
        }),
    });
    const client = createClient(connect());
    const printed = client.call('report.print', printInput).catch((error: { code: string }) => error.code);
    await settle();
    client.close();
    await settle();
    expect(stopped).toEqual(['stopped']);
    expect(await printed).toBe('unavailable');
  });
});

describe('a caller who takes what there is', () => {
  const asking = (calls: CallContext<'report.print'>[]) =>
    start({
      'report.print': (_input, call) =>
        new Promise((resolve) => {
          calls.push(call);
          const take = () => resolve({ pages: 3, bytes: 1, fingerprint: 'f' });
          if (call.enough.aborted) take();
          else call.enough.addEventListener('abort', take);
        }),
    });

  it('gets an answer, not an error', async () => {
    const calls: CallContext<'report.print'>[] = [];
    const enough = new AbortController();
    const printed = createClient(asking(calls).connect()).call('report.print', printInput, { enough: enough.signal });
    await settle();
    enough.abort();
    expect(await printed).toMatchObject({ pages: 3 });
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([false]);
  });

  it('is heard who says so before the call', async () => {
    const printed = createClient(asking([]).connect()).call('report.print', printInput, { enough: AbortSignal.abort() });
    expect(await printed).toMatchObject({ pages: 3 });
  });
});

describe('messages that are none', () => {
  it.each([null, 7, 'text', [], {}, { t: 'call' }, { t: 'call', id: 'one', op: 'plan.get' }, { t: 'call', id: 1.5, op: 'plan.get' }, { t: 'shutdown', id: 1 }])(
    '%j is logged and left',
    async (message) => {
      const { ports, connect } = start();
      const wire = connect();
      const received: FromCore[] = [];
      wire.onMessage((answer) => received.push(answer));
      wire.send(message as never);
      await settle();
      expect(received).toEqual([{ t: 'hello', protocol: 1 }]);
      expect(ports.lines.map(({ event }) => event)).toEqual(['message is not part of the protocol']);
    },
  );

  it('a second call under a running id does not disturb the first', async () => {
    const { ports, connect } = start();
    const wire = connect();
    const received: FromCore[] = [];
    wire.onMessage((answer) => received.push(answer));
    wire.send({ t: 'call', id: 1, op: 'report.print', input: printInput });
    wire.send({ t: 'call', id: 1, op: 'catalogue.search', input: { text: 'x' } });
    await settle();
    expect(received.filter(({ t }) => t === 'done' || t === 'fail')).toEqual([]);
    expect(ports.lines.map(({ event }) => event)).toEqual(['call id is in use']);
  });
});

describe('a client', () => {
  it('leaves a core that speaks another protocol, and says so', async () => {
    const pair = createInProcessWire();
    const client = createClient(pair.client);
    let hasClosed = false;
    client.onClosed(() => {
      hasClosed = true;
    });
    pair.server.send({ t: 'hello', protocol: 99 });
    const error: unknown = await client.call('plan.get', {}).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'unavailable', messageKey: 'error.protocolMismatch', params: { ours: 1, theirs: 99 } });
    expect(hasClosed).toBe(true);
  });

  it('takes its listener off the signal when the call is over', async () => {
    const { connect } = start();
    const listeners = new Set<() => void>();
    const signal = {
      aborted: false,
      addEventListener: (_type: 'abort', listener: () => void) => void listeners.add(listener),
      removeEventListener: (_type: 'abort', listener: () => void) => void listeners.delete(listener),
    };
    await createClient(connect()).call('catalogue.search', { text: 'x' }, { signal });
    expect(listeners.size).toBe(0);
  });

  it('fails a call whose input is no JSON, and keeps the wire', async () => {
    const { connect } = start();
    const client = createClient(connect());
    const error: unknown = await client.call('catalogue.search', { text: 1n as never }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'invalid' });
    expect((await client.call('catalogue.search', { text: 'still here' })).providers[0]?.name).toBe('still here');
  });
});
