import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Wire } from '../../core/rpc/wire.ts';
import { acceptWebSockets, connectWebSocket, webSocketAddress } from '../../host/wires/webSocket.ts';

const token = '0123456789abcdef0123456789abcdef';

describe('who may open a wire through a port of this machine', () => {
  let server: Server;
  let stop: () => void;
  let port: number;
  let wires: Wire<string, string>[];

  beforeEach(async () => {
    wires = [];
    server = createServer();
    stop = acceptWebSockets<string, string>(server, { token, onWire: (wire) => wires.push(wire) });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });

  afterEach(() => {
    stop();
    server.close();
  });

  function upgrade(path: string, headers: Readonly<Record<string, string>>): Promise<number> {
    return new Promise((resolve, reject) => {
      const asked = request({
        host: '127.0.0.1',
        port,
        path,
        headers: { Connection: 'Upgrade', Upgrade: 'websocket', 'Sec-WebSocket-Version': '13', 'Sec-WebSocket-Key': 'AAAAAAAAAAAAAAAAAAAAAA==', ...headers },
      });
      asked.on('upgrade', (response, socket) => {
        socket.destroy();
        resolve(response.statusCode ?? 0);
      });
      asked.on('response', (response) => resolve(response.statusCode ?? 0));
      asked.on('error', reject);
      asked.end();
    });
  }

  it.each([
    ['a Node client', {}, `/core/${token}`, 101],
    ['our own page', { Origin: 'http://127.0.0.1:PORT' }, `/core/${token}`, 101],
    ['our own page, by name', { Host: 'localhost:PORT', Origin: 'http://localhost:PORT' }, `/core/${token}`, 101],
    ['a page of another site', { Origin: 'https://evil.example' }, `/core/${token}`, 403],
    ['a page of another site that starts like ours', { Origin: 'http://127.0.0.1:PORT.evil.example' }, `/core/${token}`, 403],
    ['a page of another port', { Origin: 'http://127.0.0.1:1' }, `/core/${token}`, 403],
    ['a page without an address', { Origin: 'null' }, `/core/${token}`, 403],
    ['a foreign name that points at this machine', { Host: 'rebound.example:PORT' }, `/core/${token}`, 403],
    ['our page with a wrong token', { Origin: 'http://127.0.0.1:PORT' }, `/core/${token.replace('0', '1')}`, 403],
    ['our page with a shortened token', { Origin: 'http://127.0.0.1:PORT' }, `/core/${token.slice(1)}`, 403],
    ['our page without a token', { Origin: 'http://127.0.0.1:PORT' }, '/core/', 403],
    ['another path', {}, `/${token}`, 404],
  ])('%s', async (_who, headers, path, status) => {
    const ours = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replace('PORT', String(port))]));
    expect(await upgrade(path, ours)).toBe(status);
    expect(wires).toHaveLength(status === 101 ? 1 : 0);
  });

  it('a client that is refused hears of it', async () => {
    await expect(connectWebSocket(webSocketAddress(port, 'wrong'))).rejects.toThrow('403');
  });

  it('a line that breaks without a farewell closes the wire', async () => {
    const client = await connectWebSocket<string, string>(webSocketAddress(port, token));
    const closed = new Promise<void>((resolve) => client.onClose(resolve));
    stop();
    await closed;
    const late: string[] = [];
    client.onClose(() => late.push('told at once'));
    client.send('into the void');
    expect(late).toEqual(['told at once']);
  });

  it('a text that is no JSON closes the wire', async () => {
    const raw = connect(port, '127.0.0.1');
    const ended = new Promise<void>((resolve) => raw.on('close', () => resolve()));
    raw.on('error', () => undefined);
    raw.write(
      `GET /core/${token} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n`,
    );
    await new Promise((resolve) => raw.once('data', resolve));
    const closed = new Promise<void>((resolve) => wires[0]?.onClose(resolve));
    // A masked text frame of two bytes, mask 0: `{{`.
    raw.write(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0x7b, 0x7b]));
    await closed;
    raw.end();
    await ended;
    expect(wires).toHaveLength(1);
  });
});
