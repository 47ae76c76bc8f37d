import type { FromCore, ToCore } from './protocol.ts';
import type { Wire } from './wire.ts';
import { createWireEnd, type WireEnd } from './wireEnd.ts';

export type WirePair = { readonly client: Wire<ToCore, FromCore>; readonly server: Wire<FromCore, ToCore> };

/**
 * Client and core in one process. Messages still pass as JSON text and arrive in a later turn, so that nothing works
 * here which would fail between two processes.
 */
export function createInProcessWire(): WirePair {
  const client: WireEnd<ToCore, FromCore> = createWireEnd({
    post: (text) => later(() => server.receive(text)),
    close: () => later(() => server.closed()),
  });
  const server: WireEnd<FromCore, ToCore> = createWireEnd({
    post: (text) => later(() => client.receive(text)),
    close: () => later(() => client.closed()),
  });
  return { client: client.wire, server: server.wire };
}

function later(work: () => void): void {
  void Promise.resolve().then(work);
}
