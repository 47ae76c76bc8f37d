import type { FromCore, ToCore } from '../../core/rpc/protocol.ts';
import type { Wire } from '../../core/rpc/wire.ts';
import { createWireEnd, type WireEnd } from '../../core/rpc/wireEnd.ts';

/** The browser's end of the wire; rejects when the core is not there. */
export function connectWebSocket(address: string): Promise<Wire<ToCore, FromCore>> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    const end: WireEnd<ToCore, FromCore> = createWireEnd({ post: (text) => socket.send(text), close: () => socket.close() });
    socket.addEventListener('message', (event) => end.receive(String(event.data)));
    socket.addEventListener('open', () => resolve(end.wire), { once: true });
    socket.addEventListener('close', () => {
      end.closed();
      reject(new Error('the core does not answer'));
    });
  });
}
