import { type DayNumber, type IsoDate, toDayNumber } from '../../core/domain/calendar.ts';
import type { TaskId } from '../../core/domain/ids.ts';
import type { BaselineTask } from '../../core/domain/schedule/baseline/baseline.ts';
import type { ChartNode } from './chartRows.ts';

/** The approved days of a row, both included. */
export type BaselineSpan = { readonly first: DayNumber; readonly last: DayNumber };

/** An approved plan as the chart draws it: the days of each task, and of each track and phase from first to last. */
export type BaselineSpans = {
  readonly tasks: ReadonlyMap<TaskId, BaselineSpan>;
  /** By the keys of the rows that sum others up. */
  readonly sums: ReadonlyMap<string, BaselineSpan>;
  /** From the first day of all to the last; null where nothing has days. */
  readonly whole: BaselineSpan | null;
};

export function baselineSpans(tasks: readonly BaselineTask[]): BaselineSpans {
  const days = new Map<TaskId, BaselineSpan>();
  const sums = new Map<string, BaselineSpan>();
  let whole: BaselineSpan | null = null;
  for (const task of tasks) {
    const span = spanOf(task.startsOn, task.finishesOn);
    if (span === null) continue;
    days.set(task.taskId, span);
    whole = whole === null ? span : join(whole, span);
    for (const key of task.kind === 'gate' ? [task.trackId] : [task.trackId, `${task.trackId} ${task.phase}`]) {
      const sum = sums.get(key);
      sums.set(key, sum ? join(sum, span) : span);
    }
  }
  return { tasks: days, sums, whole };
}

function join(one: BaselineSpan, other: BaselineSpan): BaselineSpan {
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}

function spanOf(startsOn: IsoDate | null, finishesOn: IsoDate | null): BaselineSpan | null {
  return startsOn === null || finishesOn === null ? null : { first: toDayNumber(startsOn), last: toDayNumber(finishesOn) };
}

/**
 * The approved days of a row; null where they were not approved. A phase that has waves under it is as long as they are,
 * whether it has a bar of its own or not. Units have no days of their own: their waves do.
 */
export function spanOfNode(spans: BaselineSpans, node: ChartNode): BaselineSpan | null {
  if (node.kind === 'track' || node.kind === 'phase') return spans.sums.get(node.key) ?? null;
  return node.taskId === null ? null : (spans.tasks.get(node.taskId) ?? null);
}
