import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Wire } from '../../core/rpc/wire.ts';
import { createWireEnd, type WireEnd } from '../../core/rpc/wireEnd.ts';

/** A name list of a whole administration in one call is about 100 MB. */
const maximumMessageBytes = 256 * 1024 * 1024;
const pathStart = '/core/';

export type AcceptOptions<Out, In> = {
  /** A secret made for this start of the server; whoever knows it may call the core. */
  readonly token: string;
  readonly onWire: (wire: Wire<Out, In>) => void;
};

/**
 * Takes wires from browsers and Node clients on this machine. The server must listen on 127.0.0.1. A page of another
 * site can reach a port of this machine too, through its own address or through a name that points here, so Host and
 * Origin must be ours and the path must hold the token. Answers a function that closes all wires.
 */
export function acceptWebSockets<Out, In>(server: Server, { token, onWire }: AcceptOptions<Out, In>): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maximumMessageBytes, perMessageDeflate: false });
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = reasonToRefuse(request, token);
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (accepted) => onWire(createWebSocketWire<Out, In>(accepted)));
  };
  server.on('upgrade', upgrade);
  return () => {
    server.off('upgrade', upgrade);
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

/** Null when the request may become a wire. */
function reasonToRefuse(request: IncomingMessage, token: string): string | null {
  const port = request.socket.localPort;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  if (host === undefined || !hosts.includes(host)) return '403 Forbidden';
  // Browsers always send an Origin with a WebSocket; a Node client on this machine sends none.
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) return '403 Forbidden';
  const path = request.url ?? '';
  if (!path.startsWith(pathStart)) return '404 Not Found';
  return isSame(path.slice(pathStart.length), token) ? null : '403 Forbidden';
}

function isSame(given: string, token: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(token)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export function webSocketAddress(port: number, token: string): string {
  return `ws://127.0.0.1:${port}${pathStart}${token}`;
}

/** A Node client's end; rejects when the server refuses. */
export function connectWebSocket<Out, In>(address: string): Promise<Wire<Out, In>> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, { maxPayload: maximumMessageBytes, perMessageDeflate: false });
    // Made before `open`: the server's first message can arrive together with the handshake.
    const wire = createWebSocketWire<Out, In>(socket);
    socket.once('error', reject);
    socket.once('open', () => resolve(wire));
  });
}

function createWebSocketWire<Out, In>(socket: WebSocket): Wire<Out, In> {
  const end: WireEnd<Out, In> = createWireEnd({ post: (text) => socket.send(text, (error) => error && end.closed()), close: () => socket.close() });
  socket.on('message', (data, isBinary) => {
    if (isBinary) socket.close(1003);
    else end.receive(data.toString());
  });
  // Every error is followed by `close`; without a listener it would end the process.
  socket.on('error', () => socket.terminate());
  socket.on('close', () => end.closed());
  return end.wire;
}
