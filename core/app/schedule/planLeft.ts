import type { IsoDate } from '../../domain/calendar.ts';
import type { WaveId } from '../../domain/ids.ts';
import { firstOpenDay } from '../../domain/schedule/calendar/firstOpenDay.ts';
import { pinStanding } from '../../domain/schedule/problem/pinStanding.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../domain/schedule/problem/schedulingProblem.ts';
import type { Task, Timeline } from '../../domain/schedule/timeline/timeline.ts';
import { timelineLeft } from '../../domain/schedule/timeline/timelineLeft.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import { type AppContext, planOf } from '../context.ts';
import { calendarOf } from './calendarOf.ts';
import { openByWave } from './openByWave.ts';

export type PlanLeft = {
  readonly openFrom: IsoDate | null;
  readonly left: Timeline;
  /** Null for a plan of centuries: nothing is said of dates that far away. */
  readonly problem: SchedulingProblem | null;
  /** The same with all that stands pinned. */
  readonly pinned: SchedulingProblem | null;
};

/**
 * What is left of a timeline (`timelineLeft`) with one task, which somebody asks about or moves, held by nothing but its owner
 * where it has begun: that it stands now must not keep it there.
 */
export function asOwnerHolds(left: Timeline, task: Task, openFrom: IsoDate | null): Timeline {
  if (openFrom === null || task.startsOn === null || task.startsOn >= openFrom) return left;
  return { ...left, tasks: left.tasks.map((one) => (one.id === task.id ? { ...one, notBefore: task.notBefore } : one)) };
}

/** What is left to be scheduled of a timeline that has dates, since the status that they follow. */
export function planLeft(context: AppContext, reader: PlanReader, timeline: Timeline, open: ReadonlyMap<WaveId, number> = openByWave(reader)): PlanLeft {
  const plan = planOf(reader);
  const { calendar } = calendarOf(context, plan);
  const openFrom = firstOpenDay(reader.statusOn(), plan.startsOn, calendar);
  const left = timelineLeft(timeline, open, openFrom);
  const problem = createSchedulingProblem(left, plan.startsOn, calendar);
  return { openFrom, left, problem, pinned: problem && pinStanding(problem, timeline, open, openFrom) };
}
