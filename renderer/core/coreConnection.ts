import type { Input, OperationName, Output } from '../../core/contract/contract.ts';
import type { CallOptions } from '../../core/contract/core.ts';
import type { Topic } from '../../core/contract/define.ts';
import { AppError } from '../../core/contract/errors.ts';
import { type CoreClient, createClient } from '../../core/rpc/client.ts';
import type { FromCore, ToCore } from '../../core/rpc/protocol.ts';
import type { Wire } from '../../core/rpc/wire.ts';

export type ConnectionState = 'connecting' | 'ready' | 'lost';

/** The core as the window has it: over one wire after another, because a core can end and come back. */
export interface CoreConnection {
  readonly state: ConnectionState;
  call<N extends OperationName>(operation: N, input: Input<N>, options?: CallOptions<N>): Promise<Output<N>>;
  /** Topics after a change; all of them after a new wire, since nobody knows what was missed. */
  onChanged(listener: (topics: readonly Topic[] | 'everything') => void): () => void;
  onState(listener: () => void): () => void;
}

const pauseMilliseconds = 400;

export function createCoreConnection(connect: () => Promise<Wire<ToCore, FromCore>>): CoreConnection {
  let client: CoreClient | null = null;
  let state: ConnectionState = 'connecting';
  const changeListeners = new Set<(topics: readonly Topic[] | 'everything') => void>();
  const stateListeners = new Set<() => void>();
  let ready: Promise<CoreClient>;

  function become(next: ConnectionState): void {
    state = next;
    for (const listener of stateListeners) listener();
  }

  async function open(): Promise<CoreClient> {
    for (;;) {
      try {
        const opened = createClient(await connect());
        opened.onChanged((topics) => {
          for (const listener of changeListeners) listener(topics);
        });
        opened.onClosed(() => {
          client = null;
          become('lost');
          ready = open();
        });
        client = opened;
        const wasLost = state === 'lost';
        become('ready');
        if (wasLost) for (const listener of changeListeners) listener('everything');
        return opened;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
      }
    }
  }
  ready = open();

  return {
    get state() {
      return state;
    },
    async call(operation, input, options) {
      if (client === null && state === 'lost') throw new AppError('unavailable', 'error.coreUnavailable');
      return (client ?? (await ready)).call(operation, input, options);
    },
    onChanged(listener) {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    onState(listener) {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
  };
}
