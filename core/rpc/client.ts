import type { Input, OperationName, Output } from '../contract/contract.ts';
import type { CallOptions, Core } from '../contract/core.ts';
import type { Topic } from '../contract/define.ts';
import { AppError, fromWireError } from '../contract/errors.ts';
import { protocolVersion } from '../contract/protocolVersion.ts';
import { type FromCore, isFromCore, type ToCore } from './protocol.ts';
import type { Wire } from './wire.ts';

export interface CoreClient extends Core {
  /** Fails every open call with `unavailable` and lets go of the wire. */
  close(): void;
  /** Called once, when the wire has gone, whoever closed it. */
  onClosed(listener: () => void): void;
}

type OpenCall = {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: AppError) => void;
  readonly onProgress: ((progress: unknown) => void) | undefined;
};

/** The core, as seen from the other end of a wire. Every call ends: with its answer, or with `unavailable` when the wire closes. */
export function createClient(wire: Wire<ToCore, FromCore>): CoreClient {
  const open = new Map<number, OpenCall>();
  const changeListeners = new Set<(topics: readonly Topic[]) => void>();
  let nextId = 1;
  let closedBecause: AppError | null = null;

  function closeBecause(reason: AppError): void {
    closedBecause ??= reason;
    const calls = [...open.values()];
    open.clear();
    for (const { reject } of calls) reject(closedBecause);
  }

  function settle(id: number, how: (call: OpenCall) => void): void {
    const call = open.get(id);
    if (call === undefined) return;
    open.delete(id);
    how(call);
  }

  wire.onClose(() => closeBecause(new AppError('unavailable', 'error.coreUnavailable')));
  wire.onMessage((message: unknown) => {
    if (!isFromCore(message)) return;
    switch (message.t) {
      case 'hello':
        if (message.protocol === protocolVersion) return;
        closeBecause(new AppError('unavailable', 'error.protocolMismatch', { params: { ours: protocolVersion, theirs: message.protocol } }));
        wire.close();
        return;
      case 'done':
        settle(message.id, (call) => call.resolve(message.output));
        return;
      case 'fail':
        settle(message.id, (call) => call.reject(fromWireError(message.error)));
        return;
      case 'progress':
        open.get(message.id)?.onProgress?.(message.progress);
        return;
      case 'changed':
        for (const listener of [...changeListeners]) listener(message.topics);
    }
  });

  return {
    call<N extends OperationName>(operation: N, input: Input<N>, options: CallOptions<N> = {}): Promise<Output<N>> {
      return new Promise((resolve, reject) => {
        const { signal, enough, onProgress } = options;
        if (closedBecause !== null) return reject(closedBecause);
        if (signal?.aborted) return reject(new AppError('cancelled', 'error.cancelled'));
        const id = nextId++;
        // The call stays open after a cancel: only the core knows whether the work was stopped or had just been done.
        const cancel = () => wire.send({ t: 'cancel', id });
        const takeNow = () => wire.send({ t: 'enough', id });
        const leave = () => {
          signal?.removeEventListener('abort', cancel);
          enough?.removeEventListener('abort', takeNow);
        };
        open.set(id, {
          // The server has parsed the output with this operation's schema.
          resolve: (output) => {
            leave();
            resolve(output as Output<N>);
          },
          reject: (error) => {
            leave();
            reject(error);
          },
          onProgress: onProgress as ((progress: unknown) => void) | undefined,
        });
        signal?.addEventListener('abort', cancel);
        enough?.addEventListener('abort', takeNow);
        try {
          wire.send({ t: 'call', id, op: operation, input });
          if (enough?.aborted) takeNow();
        } catch (cause) {
          settle(id, (call) => call.reject(new AppError('invalid', 'error.inputRefused', { params: { operation, field: operation }, cause })));
        }
      });
    },
    onChanged(listener) {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    close() {
      closeBecause(new AppError('unavailable', 'error.coreUnavailable'));
      wire.close();
    },
    onClosed: (listener) => wire.onClose(listener),
  };
}
