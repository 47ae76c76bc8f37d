import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createClient, type CoreClient } from '../../core/rpc/client.ts';
import type { FromCore, ToCore } from '../../core/rpc/protocol.ts';
import { createWireEnd, type WireEnd } from '../../core/rpc/wireEnd.ts';
import type { FromCoreProcess, ToCoreProcess } from '../../electron/coreMessages.ts';

export type BuiltCore = {
  readonly core: CoreClient;
  /** Asks it to end and gives its exit code. */
  shutDown(): Promise<number | null>;
  kill(): void;
};

/** The bundled core of a folder in a plain Node, as the shell starts it where Electron's own is too old. */
export async function startBuiltCore(options: {
  readonly folder: string;
  readonly node: string;
  readonly home: string;
  readonly start: Extract<ToCoreProcess, { kind: 'start' }>['start'];
}): Promise<BuiltCore> {
  const child = spawn(options.node, [join(options.folder, 'dist', 'electron', 'core.mjs')], {
    cwd: '/',
    env: { XDG_DATA_HOME: options.home },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const end: WireEnd<ToCore, FromCore> = createWireEnd({ post: (text) => child.send({ kind: 'text', wire: 1, text }), close: () => child.disconnect() });
  const isReady = new Promise<void>((resolve) => {
    child.on('message', (message: FromCoreProcess) => {
      if (message.kind === 'ready') resolve();
      if (message.kind === 'text') end.receive(message.text);
    });
  });
  child.send({ kind: 'start', start: options.start } satisfies ToCoreProcess);
  await isReady;
  child.send({ kind: 'wire', wire: 1 } satisfies ToCoreProcess);
  return {
    core: createClient(end.wire),
    shutDown() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      child.send({ kind: 'shutdown' } satisfies ToCoreProcess);
      return ended;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
