import { contract, type OperationName } from '../contract/contract.ts';
import { protocolVersion } from '../contract/protocolVersion.ts';
import type { Operation, Topic } from '../contract/define.ts';
import { AppError, toWireError, type WireError } from '../contract/errors.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import { type CancelSource, createCancelSource } from './cancelSource.ts';
import type { CallContext, Handlers } from '../contract/handlers.ts';
import { inputError } from './inputError.ts';
import { createProgressLimit, type ProgressLimit, type Timer } from './progressLimit.ts';
import { type FromCore, isToCore, type ToCore } from './protocol.ts';
import type { Wire } from './wire.ts';

export type CoreWire = Wire<FromCore, ToCore>;

export type ServerPorts = { readonly logger: Logger; readonly ids: Ids; readonly timer: Timer };

export interface CoreServer {
  /** Answers calls from this wire until it closes; every window, browser page or command line has one. */
  connect(wire: CoreWire): void;
  /** Tells all wires what has changed outside of a call, for example when the file was read again. */
  announce(topics: readonly Topic[]): void;
  /** Stops what runs and closes all wires. */
  close(): void;
}

type Running = { readonly source: CancelSource; readonly enough: CancelSource; readonly progress: ProgressLimit };
type Connection = { readonly wire: CoreWire; readonly running: Map<number, Running> };
type AnyHandler = (input: unknown, call: CallContext<OperationName>) => unknown;

/** Offers one core on any number of wires. Commands and changing jobs are announced to all of them. */
export function createServer(handlers: Handlers, ports: ServerPorts): CoreServer {
  const connections = new Set<Connection>();

  function announce(topics: readonly Topic[]): void {
    if (topics.length === 0) return;
    for (const { wire } of connections) wire.send({ t: 'changed', topics });
  }

  async function answer(connection: Connection, id: number, name: string, rawInput: unknown): Promise<void> {
    const source = createCancelSource();
    const enough = createCancelSource();
    const progress = createProgressLimit(ports.timer, (value) => connection.wire.send({ t: 'progress', id, progress: value }));
    connection.running.set(id, { source, enough, progress });
    try {
      const operation = findOperation(name);
      const input = operation.input.safeParse(rawInput);
      if (!input.success) throw inputError(name, rawInput, input.error);
      const handler = handlers[name as OperationName] as unknown as AnyHandler;
      const result = await handler(input.data, {
        signal: source.signal,
        enough: enough.signal,
        reportProgress: (value: unknown) => reportProgress(operation, name, progress, value),
      } as CallContext<OperationName>);
      progress.stop();
      // Before `done`: whoever awaits a command and then reads finds every cache already emptied.
      if (operation.kind !== 'query') announce(operation.topics);
      const output = operation.output.safeParse(result);
      if (!output.success) throw new OutputError(name, output.error.issues[0]?.path ?? [], output.error.issues[0]?.code ?? '');
      connection.wire.send({ t: 'done', id, output: output.data });
    } catch (error) {
      connection.wire.send({ t: 'fail', id, error: turnIntoWireError(error, name, source.signal.aborted) });
    } finally {
      progress.stop();
      connection.running.delete(id);
    }
  }

  function reportProgress(operation: Operation, name: string, limit: ProgressLimit, value: unknown): void {
    if (operation.kind !== 'job') return;
    const progress = operation.progress.safeParse(value);
    if (progress.success) limit.report(progress.data);
    else ports.logger.log('error', 'progress does not fit its schema', { operation: name });
  }

  function turnIntoWireError(error: unknown, operation: string, wasCancelled: boolean): WireError {
    const traceId: string = ports.ids.next<'trace'>();
    if (error instanceof AppError) {
      ports.logger.log(error.code === 'internal' ? 'error' : 'info', 'call failed', {
        operation,
        traceId,
        code: error.code,
        messageKey: error.messageKey,
        ...(error.cause === undefined ? {} : describeError(error.cause)),
      });
      return { ...toWireError(error), traceId };
    }
    if (wasCancelled && error instanceof Error && error.name === 'AbortError') {
      return { code: 'cancelled', messageKey: 'error.cancelled', params: {}, issues: [], traceId };
    }
    ports.logger.log('error', 'call failed unexpectedly', { operation, traceId, ...describeError(error) });
    return { code: 'internal', messageKey: 'error.internal', params: { traceId }, issues: [], traceId };
  }

  return {
    announce,
    connect(wire) {
      const connection: Connection = { wire, running: new Map() };
      connections.add(connection);
      wire.onClose(() => {
        connections.delete(connection);
        for (const { source, progress } of connection.running.values()) {
          progress.stop();
          source.cancel();
        }
      });
      wire.send({ t: 'hello', protocol: protocolVersion });
      wire.onMessage((message: unknown) => {
        if (!isToCore(message)) ports.logger.log('warning', 'message is not part of the protocol');
        else if (message.t === 'cancel') connection.running.get(message.id)?.source.cancel();
        else if (message.t === 'enough') connection.running.get(message.id)?.enough.cancel();
        else if (connection.running.has(message.id)) ports.logger.log('warning', 'call id is in use', { id: message.id });
        else void answer(connection, message.id, message.op, message.input);
      });
    },
    close() {
      for (const { wire } of [...connections]) wire.close();
    },
  };
}

/** `Object.hasOwn`: a caller may name `__proto__` or `toString`, and neither is an operation. */
function findOperation(name: string): Operation {
  if (!Object.hasOwn(contract, name)) throw new AppError('notFound', 'error.unknownOperation', { params: { operation: name.slice(0, 100) } });
  return contract[name as OperationName];
}

class OutputError extends Error {
  constructor(operation: string, path: readonly PropertyKey[], code: string) {
    super(`output of ${operation} does not fit its schema at ${path.map(String).join('.')} (${code})`);
    this.name = 'OutputError';
  }
}

/** For the log: where it happened, without the texts that a message may quote from somebody's data. */
function describeError(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Error)) return { error: typeof error };
  const quoted = /(["'`]).*?\1/gs;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return { error: error.name, message: error.message.replace(quoted, '…').slice(0, 300), stack: frames.map((line) => line.trim()).join(' | ') };
}
