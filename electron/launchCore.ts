import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type MessagePortMain, utilityProcess } from 'electron';
import type { FromCoreProcess, ToCoreProcess } from './coreMessages.ts';
import type { CoreChild } from './coreProcess.ts';

export type CorePlace = {
  /** The bundled `coreEntry.ts`. */
  readonly entry: string;
  /** A Node to run it with where Electron's own is too old. */
  readonly node: string;
  readonly folder: string;
  /** Where Node keeps the core's compiled code from one start to the next: half of the time that it needs to be ready. */
  readonly compiledFolder: string;
  readonly writeLog: (text: string) => void;
};

/** From this version of Node-API on, the SQLite driver runs; an older one crashes at the first plan. */
const neededNodeApi = 10;

export function launchCore(place: CorePlace): CoreChild<MessagePortMain> {
  const isElectronNewEnough = Number(process.versions.napi ?? 0) >= neededNodeApi;
  return isElectronNewEnough ? launchUtility(place) : launchNode(place);
}

/** Variables that make a Node load or print what its caller did not ask for. */
const unwanted = /^(NODE_OPTIONS|NODE_PATH|NODE_EXTRA_CA_CERTS|NODE_V8_COVERAGE|ELECTRON_.*|LD_PRELOAD|DYLD_.*)$/;

/**
 * A young generation of 8 to 16 MB a half. At least 8, so that a start does not collect again and again what it has just
 * made. At most 16: Node's own choice lets an import of a million rows fill 64 MB between two looks at them. Measured on 2026-11-22, see docs/benchmarks.md: 55 to 80 MB less at the peak, for a tenth to a sixth more processor time.
 */
const engineFlags = ['--min-semi-space-size=8', '--max-semi-space-size=16'];

function cleanEnvironment(compiledFolder: string): Record<string, string> {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined && !unwanted.test(entry[0]));
  return { ...Object.fromEntries(kept), NODE_COMPILE_CACHE: compiledFolder };
}

function keepLog(stream: Readable | null, write: (text: string) => void): void {
  stream?.setEncoding('utf8').on('data', write);
}

/** A process of Electron's own; each window's port goes to it and the shell sees nothing of what passes. */
export function launchUtility({ entry, folder, compiledFolder, writeLog }: CorePlace): CoreChild<MessagePortMain> {
  const child = utilityProcess.fork(entry, [], {
    serviceName: 'bascule-core',
    // Flags of the JavaScript engine reach a process of Electron's only in this way; by themselves they are ignored.
    execArgv: [`--js-flags=${engineFlags.join(' ')}`],
    cwd: folder,
    env: cleanEnvironment(compiledFolder),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  keepLog(child.stdout as Readable | null, writeLog);
  keepLog(child.stderr as Readable | null, writeLog);
  let wires = 0;
  return {
    send: (message) => child.postMessage(message),
    connect: (port) => child.postMessage({ kind: 'wire', wire: ++wires } satisfies ToCoreProcess, [port]),
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromCoreProcess)),
    onExit: (listener) => void child.once('exit', (code) => listener(`exit code ${code}`)),
    kill: () => void child.kill(),
  };
}

/** A plain Node; it cannot take ports, so the shell carries the texts of each window to and fro, unread. */
function launchNode({ entry, node, folder, compiledFolder, writeLog }: CorePlace): CoreChild<MessagePortMain> {
  const child = spawn(node, [...engineFlags, entry], {
    cwd: folder,
    // The C library keeps a pool of memory for every thread and gives none back.
    env: { ...cleanEnvironment(compiledFolder), MALLOC_ARENA_MAX: '1' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    windowsHide: true,
  });
  keepLog(child.stdout, writeLog);
  keepLog(child.stderr, writeLog);
  const ports = new Map<number, MessagePortMain>();
  let wires = 0;
  const send = (message: ToCoreProcess) => {
    // A failed write means that the process is going; its exit follows.
    if (child.connected) child.send(message, () => {});
  };
  const closePorts = () => {
    for (const port of ports.values()) port.close();
    ports.clear();
  };
  child.on('message', (message: FromCoreProcess) => {
    if (message.kind === 'text') ports.get(message.wire)?.postMessage(message.text);
    if (message.kind === 'wireClosed') {
      ports.get(message.wire)?.close();
      ports.delete(message.wire);
    }
  });
  return {
    send,
    connect(port) {
      const wire = ++wires;
      ports.set(wire, port);
      send({ kind: 'wire', wire });
      port.on('message', ({ data }) => {
        if (typeof data === 'string') send({ kind: 'text', wire, text: data });
      });
      port.on('close', () => {
        ports.delete(wire);
        send({ kind: 'wireClosed', wire });
      });
      port.start();
    },
    onMessage: (listener) => void child.on('message', (message) => listener(message as FromCoreProcess)),
    onExit(listener) {
      let isTold = false;
      const tell = (reason: string) => {
        if (isTold) return;
        isTold = true;
        closePorts();
        listener(reason);
      };
      child.once('exit', (code, signal) => tell(signal === null ? `exit code ${code}` : `signal ${signal}`));
      child.once('error', (error) => tell(error.message));
    },
    kill: () => void child.kill('SIGKILL'),
  };
}
