import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { AppError } from '../../core/contract/errors.ts';
import type { CommandOutcome, CommandRequest, PlanStore, PlanWriter } from '../../core/ports/planStore.ts';
import { type OpenPlanOptions, openPlanStore } from '../../db/open.ts';

/** An empty folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bascule-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function temporaryPlanPath(): string {
  return join(temporaryFolder(), 'plan.bascule');
}

/** A clock that goes on by one second each time it is asked, from the day given. */
export function steppingClock(day = '2026-09-01'): { now(): string } {
  let seconds = 0;
  return { now: () => new Date(Date.parse(`${day}T08:00:00.000Z`) + 1000 * seconds++).toISOString() };
}

/** Opens a plan for a test; it is closed when the test ends, if the test did not. */
export function openPlan(path: string, mode: OpenPlanOptions['mode'], more: Partial<OpenPlanOptions> = {}): PlanStore {
  const store = openPlanStore({ path, mode, clock: steppingClock(), actor: 'Anna Beispiel', appVersion: '0.1.0', ...more });
  let isOpen = true;
  const close = () => {
    if (isOpen) store.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...store, close };
}

let commandNumber = 0;

export function request(operation = 'test.change'): CommandRequest {
  commandNumber++;
  return { commandId: `command-${String(commandNumber).padStart(8, '0')}`, operation };
}

/** One command whose answer does not matter. */
export function change(store: PlanStore, work: (writer: PlanWriter) => void, labelKey = 'test.changed'): void {
  store.write(request(), (writer): CommandOutcome<null> => {
    work(writer);
    return { result: null, label: { labelKey, params: {} }, changed: 1 };
  });
}

/** The `AppError` that the work throws; anything else, or nothing, fails the test. */
export function appErrorOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('expected an AppError, nothing was thrown');
}
