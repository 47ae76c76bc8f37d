import { fork } from 'node:child_process';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { createInProcessWire } from '../../core/rpc/inProcessWire.ts';
import type { FromCore, ToCore } from '../../core/rpc/protocol.ts';
import { createServer } from '../../core/rpc/server.ts';
import type { Wire } from '../../core/rpc/wire.ts';
import { createChildProcessWire } from '../../host/wires/childProcess.ts';
import { createMessagePortWire } from '../../host/wires/messagePort.ts';
import { acceptWebSockets, connectWebSocket, webSocketAddress } from '../../host/wires/webSocket.ts';
import { createEchoHandlers } from './echoHandlers.ts';
import { createTestPorts } from './serverPorts.ts';

export type ClientWire = Wire<ToCore, FromCore>;

export type WireCase = {
  readonly name: string;
  /** A client's end to a core with the echo handlers, and a way to close the core's end. */
  open(): Promise<{ readonly wire: ClientWire; closeServer(): void; release(): void }>;
};

export const wireCases: readonly WireCase[] = [
  {
    name: 'in process',
    async open() {
      const pair = createInProcessWire();
      const server = createServer(createEchoHandlers(), createTestPorts());
      server.connect(pair.server);
      return { wire: pair.client, closeServer: server.close, release: server.close };
    },
  },
  {
    name: 'message port',
    async open() {
      const { port1, port2 } = new MessageChannel();
      const server = createServer(createEchoHandlers(), createTestPorts());
      server.connect(createMessagePortWire(port1));
      return { wire: createMessagePortWire(port2), closeServer: server.close, release: server.close };
    },
  },
  {
    name: 'child process',
    async open() {
      const child = fork(new URL('./echoChild.ts', import.meta.url), [], { execArgv: [] });
      return { wire: createChildProcessWire(child), closeServer: () => void child.send('close'), release: () => void child.kill() };
    },
  },
  {
    name: 'web socket',
    async open() {
      const http = createHttpServer();
      const server = createServer(createEchoHandlers(), createTestPorts());
      const stop = acceptWebSockets(http, { token: 'token-of-this-test', onWire: server.connect });
      await new Promise<void>((resolve) => void http.listen(0, '127.0.0.1', resolve));
      const { port } = http.address() as AddressInfo;
      const wire: ClientWire = await connectWebSocket(webSocketAddress(port, 'token-of-this-test'));
      return {
        wire,
        closeServer: server.close,
        release: () => {
          stop();
          http.close();
        },
      };
    },
  },
];
