import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Answer = { readonly id?: number; readonly method?: string; readonly result?: unknown; readonly error?: { readonly message: string } };

export type UnrecordedPage = {
  readonly browserProcess: number;
  send(method: string, params?: object): Promise<unknown>;
  evaluate(expression: string): Promise<void>;
  close(): Promise<void>;
};

/**
 * A page of a browser that nobody records. A test's driver has the page's process keep what it was ever sent, every picture
 * of the report among it: that grows by 5 MB a round and is not the page's own memory.
 */
export async function openUnrecordedPage(executable: string, address: string): Promise<UnrecordedPage> {
  const profile = mkdtempSync(join(tmpdir(), 'bascule-profile-'));
  const options = ['--headless=new', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--window-size=1280,888'];
  const child = spawn(executable, [...options, '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8');
  for await (const text of child.stderr.iterator({ destroyOnReturn: false }) as AsyncIterable<string>) {
    said += text;
    if (/DevTools listening on ws:\/\/127\.0\.0\.1:\d+/.test(said)) break;
  }
  child.stderr.resume();
  const port = /ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)?.[1];
  const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as readonly { readonly type: string; readonly webSocketDebuggerUrl: string }[];
  const socket = new WebSocket(targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl ?? '');
  await once(socket, 'open');
  const waiting = new Map<number, (answer: Answer) => void>();
  let hasLoaded = () => {};
  const loaded = new Promise<void>((done) => {
    hasLoaded = done;
  });
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id !== undefined) waiting.get(answer.id)?.(answer);
    else if (answer.method === 'Page.loadEventFired') hasLoaded();
  });
  let last = 0;
  const send = async (method: string, params: object = {}) => {
    const id = ++last;
    const answer = await new Promise<Answer>((done) => {
      waiting.set(id, done);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result;
  };
  await send('Page.enable');
  await send('Page.navigate', { url: address });
  await loaded;
  return {
    browserProcess: child.pid ?? 0,
    send,
    async evaluate(expression) {
      const { exceptionDetails } = (await send('Runtime.evaluate', { expression, awaitPromise: true })) as {
        readonly exceptionDetails?: { readonly text: string };
      };
      if (exceptionDetails) throw new Error(`${exceptionDetails.text} in ${expression}`);
    },
    async close() {
      socket.close();
      child.kill();
      await once(child, 'exit');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}
