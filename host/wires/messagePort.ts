import type { Wire } from '../../core/rpc/wire.ts';
import { createWireEnd, type WireEnd } from '../../core/rpc/wireEnd.ts';

/** What the ports of `worker_threads` and of Electron's main and utility processes have in common. */
export interface PortLike {
  on(event: 'message' | 'close', listener: (event: unknown) => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** A wire over one end of a message channel. */
export function createMessagePortWire<Out, In>(port: PortLike): Wire<Out, In> {
  const end: WireEnd<Out, In> = createWireEnd({ post: (text) => port.postMessage(text), close: () => port.close() });
  port.on('message', (event) => {
    const text = textOf(event);
    if (text !== null) end.receive(text);
  });
  port.on('close', () => end.closed());
  port.start();
  return end.wire;
}

/** Node hands over the message itself, Electron an event around it. */
function textOf(event: unknown): string | null {
  if (typeof event === 'string') return event;
  if (typeof event === 'object' && event !== null && 'data' in event && typeof event.data === 'string') return event.data;
  return null;
}
