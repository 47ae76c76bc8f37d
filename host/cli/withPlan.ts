import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { createCore, type OpenMode, type RunningCore } from '../createCore.ts';
import type { CliCall } from './io.ts';

/** Opens a plan for the length of one piece of work and closes it whatever happens. */
export async function withPlan<Result>(call: CliCall, path: string, mode: OpenMode, work: (running: RunningCore) => Promise<Result>): Promise<Result> {
  return withCore(call, work, { path, mode });
}

export async function withCore<Result>(
  call: CliCall,
  work: (running: RunningCore) => Promise<Result>,
  plan?: { readonly path: string; readonly mode: OpenMode },
): Promise<Result> {
  const running = createCore({
    ...(plan ? { plan } : {}),
    actor: actorName(call),
    // The log is for whoever looks into a failure; on the terminal an error is one sentence.
    ...(call.io.environment.BASCULE_LOG === 'debug' ? { logLevel: 'debug' as const, writeLog: (line: string) => call.io.err(`${line}\n`) } : {}),
  });
  try {
    return await work(running);
  } finally {
    running.close();
  }
}

export function newCommandId(): string {
  return randomUUID();
}

function actorName(call: CliCall): string {
  try {
    return userInfo().username;
  } catch {
    return call.io.environment.USER ?? 'unknown';
  }
}

/** Draws a job's progress on one line of a terminal; silent elsewhere. */
export function progressLine(
  call: CliCall,
): (progress: {
  readonly stepKey: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
  readonly done: number;
  readonly total: number | null;
}) => void {
  if (!call.io.isTerminal) return () => {};
  return ({ stepKey, params, done, total }) => {
    const share = total === null || total === 0 ? '' : ` ${Math.floor((done / total) * 100)} %`;
    call.io.err(`\r\u001b[K${call.translator.translate(stepKey, params)}${share}`);
  };
}

export function endProgress(call: CliCall): void {
  if (call.io.isTerminal) call.io.err('\r\u001b[K');
}
