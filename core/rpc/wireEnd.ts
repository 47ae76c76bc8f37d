import type { Wire } from './wire.ts';

/** The moving part of a wire: carries text to the other side and lets go of the line. */
export interface Transport {
  post(text: string): void;
  close(): void;
}

export type WireEnd<Out, In> = {
  readonly wire: Wire<Out, In>;
  /** The transport calls this for each text that arrives. */
  receive(text: string): void;
  /** The transport calls this when the line is gone, for whatever reason; more than once does no harm. */
  closed(): void;
};

/** What all wires share: JSON, the messages that come before the listener, and closing exactly once. */
export function createWireEnd<Out, In>(transport: Transport): WireEnd<Out, In> {
  const early: In[] = [];
  const closeListeners: (() => void)[] = [];
  let listener: ((message: In) => void) | null = null;
  let isClosed = false;

  function closed(): void {
    if (isClosed) return;
    isClosed = true;
    for (const tell of closeListeners.splice(0)) tell();
  }

  return {
    wire: {
      send(message) {
        const text = JSON.stringify(message);
        if (!isClosed) transport.post(text);
      },
      onMessage(given) {
        listener = given;
        for (const message of early.splice(0)) given(message);
      },
      onClose(given) {
        if (isClosed) given();
        else closeListeners.push(given);
      },
      close() {
        if (isClosed) return;
        transport.close();
        closed();
      },
    },
    receive(text) {
      if (isClosed) return;
      let message: In;
      try {
        message = JSON.parse(text) as In;
      } catch {
        // A side that does not speak JSON is not ours; going on would leave calls unanswered.
        transport.close();
        closed();
        return;
      }
      if (listener === null) early.push(message);
      else listener(message);
    },
    closed,
  };
}
