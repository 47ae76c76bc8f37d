import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { basename } from 'node:path';
import { AppError, toWireError, type WireError } from '../core/contract/errors.ts';
import type { OpenPlan } from '../core/contract/shellBridge.ts';
import { isoDate } from '../core/domain/calendar.ts';
import type { FromCore, ToCore } from '../core/rpc/protocol.ts';
import { createWireEnd, type WireEnd } from '../core/rpc/wireEnd.ts';
import { createCore } from '../host/createCore.ts';
import { makeSample } from '../host/generate/makeSample.ts';
import { createPlanFolder, defaultPlanFolder } from '../host/planFolder.ts';
import { createMessagePortWire, type PortLike } from '../host/wires/messagePort.ts';
import type { CoreRequests, FromCoreProcess, PlanToOpen, RequestName, ToCoreProcess } from './coreMessages.ts';

/** The core's process: one core, one wire a window, and the few requests of the shell. */

/** Electron's typings belong to its main process; of a utility process this is all that is used. */
type ParentPort = {
  on(event: 'message', listener: (event: { readonly data: unknown; readonly ports: readonly PortLike[] }) => void): void;
  postMessage(message: unknown): void;
};
const parentPort = (process as { readonly parentPort?: ParentPort }).parentPort;

const running = createCore({ actor: actorName(), logLevel: 'info', writeLog: (line) => void process.stderr.write(`${line}\n`) });
const plans = createPlanFolder(defaultPlanFolder(process.env));
let openPath: string | null = null;
/** Nobody who opens a plan waits for the list of recent ones to be written. */
let remembered: Promise<void> = Promise.resolve();
let sampling: AbortController | null = null;
const piped = new Map<number, WireEnd<FromCore, ToCore>>();

const answers: {
  readonly [Name in RequestName]: (input: CoreRequests[Name]['input']) => Promise<CoreRequests[Name]['output']> | CoreRequests[Name]['output'];
} = {
  openPlan,
  async makeSample(sample) {
    sampling = new AbortController();
    openPath = null;
    openPath = await makeSample(running, plans, sample, sampling.signal);
    return openPath === null ? null : { path: openPath, name: basename(openPath, '.bascule'), isReadOnly: false };
  },
  cancelSample() {
    sampling?.abort();
    return null;
  },
  closePlan() {
    running.closePlan();
    openPath = null;
    return null;
  },
  async keepFile({ handle, path }) {
    running.files.keep(handle, path);
    // A place for a new file has no size yet.
    const size = await running.files
      .openAll(handle)
      .then((file) => file.size)
      .catch(() => 0);
    return { name: basename(path), size };
  },
  recentPlans: () => remembered.then(() => plans.recent()),
  pathOfRecent: (id) => plans.pathOf(id),
  findSource: (url) => running.core.call('catalogue.findSource', { url }),
};

async function openPlan(plan: PlanToOpen): Promise<OpenPlan> {
  // One opener a file: the plan that is open here cannot be opened once more, and need not be.
  if (openPath !== plan.path || plan.mode === 'create') {
    running.openPlan(plan);
    openPath = plan.path;
    if (plan.mode !== 'create') computeAhead();
  }
  remembered = remembered.then(() => plans.remember(plan.path)).catch(() => {});
  return { name: basename(plan.path, '.bascule'), isReadOnly: running.isReadOnly };
}

/**
 * What every plan shows first rests on its costs and contract dates, a tenth of a second at 60,000 accounts: computed
 * while the window's page is still on its way, and after the shell has been told that the plan is open.
 */
function computeAhead(): void {
  setImmediate(() => {
    const today = isoDate(new Date().toISOString().slice(0, 10));
    // A plan that cannot be summed up says so when it is asked.
    void running.core.call('plan.getSummary', { today }).catch(() => {});
  });
}

async function begin(plan: PlanToOpen | null): Promise<void> {
  try {
    tell({ kind: 'ready', plan: plan && (await openPlan(plan)), problem: null });
  } catch (error) {
    tell({ kind: 'ready', plan: null, problem: wireErrorOf(error) });
  }
}

async function answer(id: number, name: RequestName, input: unknown): Promise<void> {
  try {
    const method = answers[name] as (given: unknown) => unknown;
    tell({ kind: 'answer', id, value: await method(input) });
  } catch (error) {
    tell({ kind: 'failure', id, error: wireErrorOf(error) });
  }
}

function wireErrorOf(error: unknown): WireError {
  if (error instanceof AppError) return toWireError(error);
  const traceId = randomUUID();
  process.stderr.write(`${traceId} ${error instanceof Error ? error.stack : error}\n`);
  return toWireError(new AppError('internal', 'error.internal', { params: { traceId } }));
}

async function receive(message: ToCoreProcess, port: PortLike | undefined): Promise<void> {
  switch (message.kind) {
    case 'start': {
      for (const { handle, path } of message.start.files) running.files.keep(handle, path);
      return begin(message.start.plan);
    }
    case 'ask':
      return answer(message.id, message.name, message.input);
    case 'wire':
      return running.server.connect(port ? createMessagePortWire(port) : pipedWire(message.wire));
    case 'text':
      return piped.get(message.wire)?.receive(message.text);
    case 'wireClosed':
      return piped.get(message.wire)?.closed();
    case 'shutdown':
      return shutDown();
  }
}

function pipedWire(wire: number) {
  const end: WireEnd<FromCore, ToCore> = createWireEnd({
    post: (text) => tell({ kind: 'text', wire, text }),
    close: () => tell({ kind: 'wireClosed', wire }),
  });
  piped.set(wire, end);
  end.wire.onClose(() => piped.delete(wire));
  return end.wire;
}

function tell(message: FromCoreProcess): void {
  if (parentPort) parentPort.postMessage(message);
  else if (process.connected) process.send?.(message, () => {});
}

function shutDown(): void {
  running.close();
  void remembered.then(() => process.exit(0));
}

function actorName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? 'unknown';
  }
}

// A promise that fails unheard leaves the core in a state that nobody knows; a new one opens the plan as it is on the disk.
process.on('unhandledRejection', (error) => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
if (parentPort) parentPort.on('message', ({ data, ports }) => void receive(data as ToCoreProcess, ports[0]));
else {
  process.on('message', (message) => void receive(message as ToCoreProcess, undefined));
  // The shell is gone, however it went: nobody will ask any more, and the plan must not stay locked.
  process.on('disconnect', shutDown);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
}
