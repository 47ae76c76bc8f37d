import { fromWireError } from '../../core/contract/errors.ts';
import { corePortMessage, type ShellBridge } from '../../core/contract/shellBridge.ts';
import type { FromCore, ToCore } from '../../core/rpc/protocol.ts';
import type { Wire } from '../../core/rpc/wire.ts';
import { createWireEnd, type WireEnd } from '../../core/rpc/wireEnd.ts';

/** The window's end of the wire in the desktop program; resolves when there is a core again. */
export async function connectMessagePort(bridge: ShellBridge): Promise<Wire<ToCore, FromCore>> {
  const leaving = new AbortController();
  const arrival = new Promise<MessagePort>((resolve) => {
    const receive = (event: MessageEvent) => {
      const [port] = event.ports;
      if (event.source === window && event.data === corePortMessage && port !== undefined) resolve(port);
    };
    window.addEventListener('message', receive, { signal: leaving.signal });
  });
  try {
    const answer = await bridge.connectCore();
    if (!answer.ok) throw fromWireError(answer.error);
    return createPortWire(await arrival);
  } finally {
    leaving.abort();
  }
}

function createPortWire(port: MessagePort): Wire<ToCore, FromCore> {
  const end: WireEnd<ToCore, FromCore> = createWireEnd({ post: (text) => port.postMessage(text), close: () => port.close() });
  port.addEventListener('message', (event) => end.receive(String(event.data)));
  port.addEventListener('close', () => end.closed());
  port.start();
  return end.wire;
}
