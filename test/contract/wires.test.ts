import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OperationName } from '../../core/contract/contract.ts';
import { AppError } from '../../core/contract/errors.ts';
import type { FreezeId, TaskId } from '../../core/domain/ids.ts';
import type { IsoDate } from '../../core/domain/calendar.ts';
import { type CoreClient, createClient } from '../../core/rpc/client.ts';
import type { FromCore, ToCore } from '../../core/rpc/protocol.ts';
import { secret } from '../support/echoHandlers.ts';
import { type ClientWire, wireCases } from '../support/wireCases.ts';

/** The error with which a call fails; a call that succeeds fails the test. */
async function failure(call: Promise<unknown>): Promise<AppError> {
  const error = await call.then(
    (output) => new Error(`expected a failure, got ${JSON.stringify(output)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof AppError) return error;
  throw error;
}

describe.each(wireCases)('the core on the wire: $name', ({ open }) => {
  let core: CoreClient;
  let opened: Awaited<ReturnType<typeof open>>;
  let received: FromCore[];

  beforeEach(async () => {
    received = [];
    opened = await open();
    core = createClient(recording(opened.wire, received));
  });

  afterEach(() => {
    core.close();
    opened.release();
  });

  const print = (target: string, options?: Parameters<CoreClient['call']>[2]) =>
    core.call('report.print', { target, locale: 'de', today: '2026-09-01' as IsoDate }, options as never);

  it('answers a call', async () => {
    const found = await core.call('catalogue.search', { text: 'Writer' });
    expect(found).toEqual({ products: [], providers: [{ id: 'echo', name: 'Writer', jurisdiction: 'EU' }] });
  });

  it('greets with its protocol before anything else', async () => {
    await core.call('catalogue.search', { text: 'x' });
    expect(received[0]).toEqual({ t: 'hello', protocol: 1 });
  });

  it.each(['Änderungsbüro Größe', 'où là-bas ?', '🐘🇪🇺 𝔘nicode', 'line one\nline two\u2028three "quoted" \\ \u0000'])('carries %j unchanged', async (text) => {
    const found = await core.call('catalogue.search', { text });
    expect(found.providers[0]?.name).toBe(text);
  });

  it('carries a megabyte there and back', async () => {
    const id = 'ä🐘x'.repeat(300_000);
    const answer = await core.call('catalogue.get', { id, locale: 'de' });
    // Compared by hand: a failing `toBe` would print the megabyte.
    expect(answer.kind === 'provider' && answer.provider.name === id).toBe(true);
  });

  it('names the field of an input that does not fit', async () => {
    const error = await failure(core.call('catalogue.search', { text: '' }));
    expect({ code: error.code, messageKey: error.messageKey, params: error.params }).toEqual({
      code: 'invalid',
      messageKey: 'error.inputTooSmallText',
      params: { operation: 'catalogue.search', field: 'text', limit: 1 },
    });
  });

  it.each(['plan.destroy', '__proto__', 'toString', 'constructor', ''])('refuses the operation %j, which does not exist', async (name) => {
    const error = await failure(core.call(name as OperationName, {} as never));
    expect({ code: error.code, messageKey: error.messageKey, params: error.params }).toEqual({
      code: 'notFound',
      messageKey: 'error.unknownOperation',
      params: { operation: name },
    });
  });

  it('carries an error with its params and issues', async () => {
    const error = await failure(core.call('schedule.removeFreeze', { commandId: 'command-1', freezeId: 'freeze-1' as FreezeId }));
    expect({ ...error }).toMatchObject({
      code: 'conflict',
      messageKey: 'error.example',
      params: { name: 'Weihnachten', count: 3 },
      issues: [{ severity: 'error', messageKey: 'issue.example', params: { value: 'ß' }, file: 'Fahrplan.csv', row: 7, field: 'Beginn' }],
    });
    expect(error.traceId).toMatch(/^trace-/);
  });

  it('hides what an unexpected error says, and where it happened', async () => {
    const error = await failure(core.call('plan.get', {}));
    expect(error.code).toBe('internal');
    expect(error.params).toEqual({ traceId: error.traceId });
    const text = JSON.stringify(received);
    expect(text).not.toContain(secret);
    expect(text).not.toContain('TypeError');
    expect(text).not.toContain('echoHandlers');
  });

  it('answers `internal` when an output does not fit its schema', async () => {
    const error = await failure(core.call('schedule.explainTask', { taskId: 'task-1' as TaskId }));
    expect(error.code).toBe('internal');
  });

  it('answers calls out of order, each to its caller', async () => {
    const order: string[] = [];
    const ask = async (id: string) => {
      const answer = await core.call('catalogue.get', { id, locale: 'fr' });
      order.push(answer.kind === 'provider' ? answer.provider.name : '');
    };
    await Promise.all([ask('late'), ask('second'), ask('third')]);
    expect(order).toEqual(['second', 'third', 'late']);
  });

  it('passes on few of a thousand reports of progress', async () => {
    const seen: number[] = [];
    const printed = await print('many steps', { onProgress: (progress) => seen.push((progress as { done: number }).done) });
    expect(printed.pages).toBe(1000);
    expect(seen).toEqual([0]);
  });

  it('stops a job when the signal says so', async () => {
    const controller = new AbortController();
    const error = await failure(print('endless', { signal: controller.signal, onProgress: () => controller.abort() }));
    expect({ code: error.code, messageKey: error.messageKey }).toEqual({ code: 'cancelled', messageKey: 'error.cancelled' });
  });

  it('does not send a call whose signal has already spoken', async () => {
    const error = await failure(print('endless', { signal: AbortSignal.abort() }));
    expect(error.code).toBe('cancelled');
  });

  it('tells what a command has changed, before its answer', async () => {
    const told: (readonly string[])[] = [];
    core.onChanged((topics) => told.push(topics));
    await core.call('schedule.addFreeze', { commandId: 'command-2', name: 'Wahl', startsOn: '2027-09-20' as IsoDate, finishesOn: '2027-10-01' as IsoDate });
    expect(told).toEqual([['timeline', 'history']]);
    await core.call('catalogue.search', { text: 'a query changes nothing' });
    expect(told).toHaveLength(1);
  });

  it('tells nothing when a command fails', async () => {
    await failure(core.call('schedule.removeFreeze', { commandId: 'command-3', freezeId: 'freeze-1' as FreezeId }));
    expect(received.filter(({ t }) => t === 'changed')).toEqual([]);
  });

  it('fails every open call when the client closes', async () => {
    const calls = [failure(print('endless')), failure(print('endless')), failure(core.call('catalogue.get', { id: 'late', locale: 'de' }))];
    core.close();
    for (const error of await Promise.all(calls)) expect(error.code).toBe('unavailable');
    expect((await failure(core.call('catalogue.search', { text: 'after' }))).code).toBe('unavailable');
  });

  it('fails every open call when the core goes away', async () => {
    const started = new Promise<void>((resolve) => {
      void failure(print('endless', { onProgress: () => resolve() }));
    });
    const open = failure(print('endless'));
    await started;
    opened.closeServer();
    expect((await open).code).toBe('unavailable');
    expect((await failure(core.call('catalogue.search', { text: 'after' }))).code).toBe('unavailable');
  });
});

/** The same wire, with everything that arrives written down. */
function recording(wire: ClientWire, received: FromCore[]): ClientWire {
  return {
    send: (message: ToCore) => wire.send(message),
    onMessage: (listener) =>
      wire.onMessage((message) => {
        received.push(message);
        listener(message);
      }),
    onClose: (listener) => wire.onClose(listener),
    close: () => wire.close(),
  };
}
