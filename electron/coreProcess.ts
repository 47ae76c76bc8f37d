import { AppError, fromWireError } from '../core/contract/errors.ts';
import type { OpenPlan } from '../core/contract/shellBridge.ts';
import type { CoreRequests, CoreStart, FromCoreProcess, RequestName, ToCoreProcess } from './coreMessages.ts';
import { createRestartLimit } from './restartLimit.ts';

/** The core's process as its supervisor has it; `Port` is the end of a window's channel that goes to the core. */
export interface CoreChild<Port> {
  send(message: ToCoreProcess): void;
  connect(port: Port): void;
  onMessage(listener: (message: FromCoreProcess) => void): void;
  /** Called once, also where the process could not be started. */
  onExit(listener: (reason: string) => void): void;
  kill(): void;
}

export type CoreProcessOptions<Port> = {
  readonly launch: () => CoreChild<Port>;
  /** What a new process is told first. */
  readonly start: () => CoreStart;
  /** After each start: what is open in the new process. */
  readonly onReady: (plan: OpenPlan | null, problem: AppError | null) => void;
  /** It has ended too often in a short time. Answers whether to try once more. */
  readonly onGivenUp: () => Promise<boolean>;
  readonly log: (event: string, details: Readonly<Record<string, string | number>>) => void;
  readonly now: () => number;
};

export interface CoreProcess<Port> {
  /** Starts the first core, unless it has been started. Whoever asks for something, or connects, does so too. */
  begin(): void;
  ask<Name extends RequestName>(name: Name, input: CoreRequests[Name]['input']): Promise<CoreRequests[Name]['output']>;
  /** Waits for a core and gives it the port. */
  connect(port: Port): Promise<void>;
  /** Asks it to close the plan and end; ends it after five seconds all the same. */
  stop(): Promise<void>;
}

const mostRestarts = 3;
const restartWindowMilliseconds = 60_000;
const stopMilliseconds = 5_000;

type Pending = { readonly resolve: (value: unknown) => void; readonly reject: (error: AppError) => void };

/**
 * Keeps one core running: starts it when it is wanted, starts it again when it ends, and ends it in good order. It does
 * not start by itself, because on two processors a window without a plan stands sooner when the core starts after it.
 */
export function createCoreProcess<Port>(options: CoreProcessOptions<Port>): CoreProcess<Port> {
  const mayRestart = createRestartLimit(mostRestarts, restartWindowMilliseconds, options.now);
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let isStopping = false;
  let exited: Promise<void> = Promise.resolve();
  let child: CoreChild<Port> | null = null;
  let ready: Promise<CoreChild<Port>>;
  let begun = awaitNext();

  /** Whoever waits for a core from now on waits for the next one. */
  function awaitNext(): () => void {
    let next: () => void = () => {};
    ready = new Promise<void>((resolve) => {
      next = resolve;
    }).then(() => ready);
    return next;
  }

  function begin(): void {
    const started = options.launch();
    child = started;
    ready = new Promise((resolve) => {
      started.onMessage((message) => {
        if (message.kind === 'ready') {
          resolve(started);
          options.onReady(message.plan, message.problem && fromWireError(message.problem));
        } else if (message.kind === 'answer') settle(message.id, ({ resolve: answer }) => answer(message.value));
        else if (message.kind === 'failure') settle(message.id, ({ reject }) => reject(fromWireError(message.error)));
      });
    });
    exited = new Promise((resolve) => {
      started.onExit((reason) => {
        resolve();
        options.log('the core has ended', { reason });
        for (const { reject } of pending.values()) reject(new AppError('unavailable', 'error.coreUnavailable'));
        pending.clear();
        if (!isStopping) void beginAgain();
      });
    });
    started.send({ kind: 'start', start: options.start() });
    begun();
  }

  async function beginAgain(): Promise<void> {
    begun = awaitNext();
    if (!mayRestart() && !(await options.onGivenUp())) return;
    if (isStopping) return;
    begin();
  }

  function beginOnce(): void {
    if (child === null && !isStopping) begin();
  }

  function settle(id: number, how: (waiting: Pending) => void): void {
    const waiting = pending.get(id);
    pending.delete(id);
    if (waiting !== undefined) how(waiting);
  }

  return {
    begin: beginOnce,
    async ask(name, input) {
      beginOnce();
      const running = await ready;
      return new Promise((resolve, reject) => {
        const id = nextId++;
        // The process answers each request with what `CoreRequests` says of it.
        pending.set(id, { resolve: resolve as (value: unknown) => void, reject });
        running.send({ kind: 'ask', id, name, input });
      });
    },
    async connect(port) {
      beginOnce();
      (await ready).connect(port);
    },
    async stop() {
      isStopping = true;
      if (child === null) return;
      const running = child;
      running.send({ kind: 'shutdown' });
      let timer: ReturnType<typeof setTimeout> | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(() => {
          options.log('the core did not end when asked', { milliseconds: stopMilliseconds });
          running.kill();
          resolve();
        }, stopMilliseconds);
      });
      await Promise.race([exited, patience]);
      clearTimeout(timer);
    },
  };
}
