import { fromDayNumber } from '../../calendar.ts';
import type { IsoDate } from '../../calendar.ts';
import type { FreezeId, TaskId } from '../../ids.ts';
import { earliestByLinks } from '../problem/earliestByLinks.ts';
import { freezeClash, startOutsideFreezes } from '../problem/freezeClash.ts';
import { bookTask, createResourceUse, findShortage } from '../problem/resourceUse.ts';
import type { ResourceUse, Shortage } from '../problem/resourceUse.ts';
import { createSchedulingProblem } from '../problem/schedulingProblem.ts';
import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';
import { storedDates } from '../problem/storedDates.ts';
import { findCircles, orderTasks, successorsOf } from '../problem/taskOrder.ts';
import type { Freeze, Task, Timeline } from '../timeline/timeline.ts';
import type { WorkingCalendar } from '../calendar/workingCalendar.ts';

/** Reasons of links that have a sentence of their own; any other link, an imported one for example, gets the general one. */
const linkSentences: ReadonlySet<string> = new Set([
  'schedule.link.phaseOrder',
  'schedule.link.allWavesDone',
  'schedule.link.gateEvidence',
  'schedule.link.gatePassed',
  'schedule.link.pilotFirst',
  'schedule.link.onCallLast',
  'schedule.link.sameAccounts',
  'schedule.link.precedence',
]);

/** One thing that keeps a task from starting a working day earlier, with the sentence that says so. */
export type StartReason = {
  readonly kind: 'projectStart' | 'notBefore' | 'link' | 'resource' | 'freeze' | 'calendar' | 'free' | 'withoutDates';
  readonly messageKey: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** The predecessor of a link, or the tasks that use the resource on the day in question. */
  readonly tasks: readonly TaskId[];
  readonly freezeId: FreezeId | null;
};

export type TaskExplanation = {
  readonly reasons: readonly StartReason[];
  /** Working days by which this task alone can be later with every other task where it is. */
  readonly freeSlack: number;
  /** Working days by which it can be later before its chain of links moves the plan's finish, capacity and freezes left aside. */
  readonly pathSlack: number;
};

/**
 * Why a task stands where it stands: everything that keeps it from starting on the working day before. Reads the dates in
 * the timeline, so it also explains a plan that was stored or changed by hand; `free` says that nothing keeps the task
 * there, with the earliest day it could have. `openFrom`: the first day after the status that the dates follow, if any.
 *
 * Example: a wave behind a phase that finishes on Friday has the reasons link (that phase) and calendar (the weekend).
 */
export function explainTask(
  timeline: Timeline,
  { projectStart, openFrom, calendar }: { readonly projectStart: IsoDate; readonly openFrom: IsoDate | null; readonly calendar: WorkingCalendar },
  taskId: TaskId,
): TaskExplanation | null {
  const task = timeline.tasks.findIndex((candidate) => candidate.id === taskId);
  const problem = createSchedulingProblem(timeline, projectStart, calendar);
  if (task < 0 || !problem) return null;
  const { start, end } = storedDates(timeline, problem);
  const at = start[task] as number;
  if (at < 0) {
    return { reasons: [reason('withoutDates', 'schedule.why.withoutDates', {})], freeSlack: 0, pathSlack: 0 };
  }
  const use = createResourceUse(problem);
  for (let other = 0; other < start.length; other += 1)
    if (other !== task && (start[other] as number) >= 0) bookTask(problem, use, other, start[other] as number, 1);

  return {
    reasons: reasonsFor(timeline, problem, use, start, end, task, openFrom),
    freeSlack: freeSlackOf(problem, use, start, end, task),
    pathSlack: pathSlackOf(problem, end, task, at),
  };
}

function reason(
  kind: StartReason['kind'],
  messageKey: string,
  params: StartReason['params'],
  tasks: readonly TaskId[] = [],
  freezeId: FreezeId | null = null,
): StartReason {
  return { kind, messageKey, params, tasks, freezeId };
}

function reasonsFor(
  timeline: Timeline,
  problem: SchedulingProblem,
  use: ResourceUse,
  start: Int32Array,
  end: Int32Array,
  task: number,
  openFrom: IsoDate | null,
): readonly StartReason[] {
  const at = start[task] as number;
  const before = at - 1;
  const dateOf = (index: number): IsoDate => fromDayNumber(problem.dayOf[index] as number);
  const reasons: StartReason[] = [];
  for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
    const from = problem.linkFrom[entry] as number;
    const lag = problem.linkLag[entry] as number;
    if ((end[from] as number) < 0 || (end[from] as number) + lag <= before) continue;
    const predecessor = timeline.tasks[from] as Task;
    const link = timeline.links.find((candidate) => candidate.from === predecessor.id && candidate.to === problem.taskIds[task]);
    const params = { task: predecessor.name, finish: dateOf(Math.max(start[from] as number, (end[from] as number) - 1)), lag };
    reasons.push(reason('link', linkSentences.has(link?.reasonKey ?? '') ? `${link?.reasonKey}.why` : 'schedule.why.link', params, [predecessor.id]));
  }
  const notBefore = timeline.tasks[task]?.notBefore ?? null;
  if (at === 0) reasons.push(reason('projectStart', 'schedule.why.projectStart', { date: dateOf(0) }));
  else if (notBefore !== null && (problem.earliest[task] as number) > before)
    reasons.push(reason('notBefore', notBefore === openFrom ? 'schedule.why.openFrom' : 'schedule.why.notBefore', { date: notBefore }));
  if (at > 0) {
    const clash = freezeClash(problem, task, before);
    if (clash) {
      const freeze = timeline.freezes[clash.freezeIndex] as Freeze;
      reasons.push(reason('freeze', 'schedule.why.freeze', { freeze: freeze.name, from: freeze.startsOn, to: freeze.finishesOn }, [], freeze.id));
    }
    const shortage = findShortage(problem, use, task, before);
    if (shortage) reasons.push(shortageReason(problem, start, end, task, shortage, dateOf(shortage.day)));
  }
  if (reasons.length === 0) reasons.push(...linksWithoutDates(timeline, problem, end, task));
  if (reasons.length === 0) {
    let earliest = startOutsideFreezes(problem, task, earliestByLinks(problem, end, task));
    for (let shortage = findShortage(problem, use, task, earliest); shortage; shortage = findShortage(problem, use, task, earliest)) {
      earliest = startOutsideFreezes(problem, task, shortage.nextStart);
    }
    reasons.push(reason('free', 'schedule.why.free', { date: dateOf(earliest) }));
  } else if (at > 0 && (problem.dayOf[at] as number) - (problem.dayOf[before] as number) > 1) {
    const from = fromDayNumber((problem.dayOf[before] as number) + 1);
    reasons.push(reason('calendar', 'schedule.why.calendar', { from, to: fromDayNumber((problem.dayOf[at] as number) - 1) }));
  }
  return reasons;
}

/** Predecessors without dates: they hold the task in place although nobody can say until when. */
function linksWithoutDates(timeline: Timeline, problem: SchedulingProblem, end: Int32Array, task: number): readonly StartReason[] {
  const reasons: StartReason[] = [];
  for (let entry = problem.linkOffset[task] as number; entry < (problem.linkOffset[task + 1] as number); entry += 1) {
    const from = problem.linkFrom[entry] as number;
    if ((end[from] as number) >= 0) continue;
    const predecessor = timeline.tasks[from] as Task;
    reasons.push(reason('link', 'schedule.why.linkWithoutDates', { task: predecessor.name }, [predecessor.id]));
  }
  return reasons;
}

function shortageReason(problem: SchedulingProblem, start: Int32Array, end: Int32Array, task: number, shortage: Shortage, date: IsoDate): StartReason {
  const resource = problem.resources[shortage.resource] as SchedulingResource;
  const users: TaskId[] = [];
  for (let other = 0; other < start.length; other += 1) {
    if (other === task || (start[other] as number) < 0 || shortage.day < (start[other] as number) || shortage.day >= (end[other] as number)) continue;
    for (let entry = problem.demandOffset[other] as number; entry < (problem.demandOffset[other + 1] as number); entry += 1) {
      if (problem.demandResource[entry] === shortage.resource) users.push(problem.taskIds[other] as TaskId);
    }
  }
  const unit = resource.name === 'lane' ? 5 : 60;
  return reason('resource', `schedule.why.resource.${resource.name}`, { date, capacity: resource.capacity / unit, users: users.length }, users);
}

function freeSlackOf(problem: SchedulingProblem, use: ResourceUse, start: Int32Array, end: Int32Array, task: number): number {
  const at = start[task] as number;
  const duration = problem.duration[task] as number;
  let latest = end.reduce((last, value) => Math.max(last, value), 0) - duration;
  const successors = successorsOf(problem);
  for (let entry = successors.offset[task] as number; entry < (successors.offset[task + 1] as number); entry += 1) {
    const next = start[successors.to[entry] as number] as number;
    if (next >= 0) latest = Math.min(latest, next - (successors.lag[entry] as number) - duration);
  }
  for (let candidate = latest; candidate > at; candidate -= 1) {
    if (!freezeClash(problem, task, candidate) && !findShortage(problem, use, task, candidate)) return candidate - at;
  }
  return 0;
}

function pathSlackOf(problem: SchedulingProblem, end: Int32Array, task: number, at: number): number {
  const isInCircle = new Uint8Array(problem.taskIds.length);
  for (const circle of findCircles(problem)) for (const member of circle) isInCircle[member] = 1;
  const { tail } = orderTasks(problem, isInCircle);
  const finish = end.reduce((last, value) => Math.max(last, value), 0);
  return Math.max(0, finish - (tail[task] as number) - at);
}
