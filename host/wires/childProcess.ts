import type { ChildProcess } from 'node:child_process';
import type { Wire } from '../../core/rpc/wire.ts';
import { createWireEnd, type WireEnd } from '../../core/rpc/wireEnd.ts';

/** The parent's end of the channel to a child that was started with `fork` or `stdio: [… 'ipc']`. */
export function createChildProcessWire<Out, In>(child: ChildProcess): Wire<Out, In> {
  return createChannelWire(child);
}

/** The child's end of the channel to its parent. Throws when this process was not started with one. */
export function createParentProcessWire<Out, In>(): Wire<Out, In> {
  if (process.send === undefined) throw new Error('this process has no channel to a parent');
  return createChannelWire(process);
}

type Channel = Pick<NodeJS.Process, 'connected'> & {
  send?(message: unknown, callback: (error: Error | null) => void): boolean;
  disconnect?(): void;
  on(event: 'message' | 'disconnect', listener: (message: unknown) => void): unknown;
};

function createChannelWire<Out, In>(process: ChildProcess | NodeJS.Process): Wire<Out, In> {
  const channel = process as Channel;
  const end: WireEnd<Out, In> = createWireEnd({
    // A failed write means that the other process is going; `disconnect` follows, but not always at once.
    post: (text) => channel.send?.(text, (error) => error && end.closed()),
    close: () => channel.connected && channel.disconnect?.(),
  });
  channel.on('message', (message) => {
    if (typeof message === 'string') end.receive(message);
  });
  channel.on('disconnect', () => end.closed());
  if (!channel.connected) end.closed();
  return end.wire;
}
