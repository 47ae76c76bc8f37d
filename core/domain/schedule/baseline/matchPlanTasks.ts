import type { PlanTaskRecord } from '../../inventory/importRecords.ts';
import type { BaselineTask } from './baseline.ts';
import type { Task, Timeline } from '../timeline/timeline.ts';

export type MatchedPlan = {
  /** Tasks of this plan on the days that the other one gives them, in the order of this plan. */
  readonly tasks: readonly BaselineTask[];
  /** Dated tasks of the other plan that are none of this one, by their whole path. */
  readonly unmatched: readonly string[];
  /** Tasks of this plan that the other one does not have. */
  readonly missing: number;
};

/**
 * Finds the tasks of a plan that another program made in this one. Two tasks are the same when their names are, apart
 * from case, blanks and punctuation; a task of this plan is called after its track (`E-Mail: Welle 1`), in the other
 * plan it may stand under the track instead (`E-Mail › Welle 1`). Sums and tasks without days are passed over. Where two
 * tasks of the other plan fit one of this plan, the first counts; a name that two tasks of this plan have fits neither.
 *
 * Accounts are not in such a plan: every matched task has none.
 *
 * Example: `Umzug › E-Mail › welle 1` from 2027-03-01 to 2027-03-05 is the task `E-Mail: Welle 1` on these days.
 */
export function matchPlanTasks(records: readonly PlanTaskRecord[], timeline: Pick<Timeline, 'tasks'>): MatchedPlan {
  const byName = new Map<string, Task | null>();
  for (const task of timeline.tasks) {
    const name = foldName(task.name);
    byName.set(name, byName.has(name) ? null : task);
  }
  const found = new Map<Task['id'], PlanTaskRecord>();
  const unmatched: string[] = [];
  for (const record of records) {
    if (record.isSummary || record.startsOn === null || record.finishesOn === null) continue;
    const names = [record.name, ...record.path.map((above) => `${above} ${record.name}`)];
    const task = names.map((name) => byName.get(foldName(name))).find((known) => known);
    if (task && !found.has(task.id)) found.set(task.id, record);
    else unmatched.push([...record.path, record.name].join(' › '));
  }
  const tasks = timeline.tasks.flatMap((task): BaselineTask[] => {
    const record = found.get(task.id);
    if (!record) return [];
    const { id, trackId, kind, phase, name } = task;
    return [{ taskId: id, trackId, kind, phase, name, accountCount: 0, startsOn: record.startsOn, finishesOn: record.finishesOn }];
  });
  return { tasks, unmatched, missing: timeline.tasks.length - tasks.length };
}

function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
