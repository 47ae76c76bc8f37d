import { type IsoDate, toDayNumber } from '../../calendar.ts';
import type { WaveId } from '../../ids.ts';
import { firstIndexFrom } from '../calendar/workingCalendar.ts';
import { standingTasks } from '../timeline/standingTasks.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { pinTasks } from './pinTasks.ts';
import type { SchedulingProblem } from './schedulingProblem.ts';
import { storedDates } from './storedDates.ts';

/**
 * The problem of what is left of a timeline (`timelineLeft`), in which all that stands (`standingTasks`) stays where it is,
 * for as many working days as its dates have now: what was done before the project's start, as it is now, takes no day any more.
 *
 * Example: of two waves on one lane from 4 to 8 and 11 to 15 January 2027 the second is done. Whatever is planned, it
 * stays from the 11th to the 15th, and the first one may only stand before or behind it.
 */
export function pinStanding(
  problem: SchedulingProblem,
  timeline: Timeline,
  openByWave: ReadonlyMap<WaveId, number>,
  openFrom: IsoDate | null,
): SchedulingProblem {
  const stands = standingTasks(timeline, openByWave, openFrom);
  if (!stands.includes(true)) return problem;
  const start = storedDates(timeline, problem).start.map((day, task) => (stands[task] ? day : -1));
  const duration = problem.duration.map((days, task) => {
    const finishesOn = timeline.tasks[task]?.finishesOn ?? null;
    const first = start[task] as number;
    return first < 0 || days === 0 || finishesOn === null ? days : firstIndexFrom(problem, toDayNumber(finishesOn) + 1) - first;
  });
  return pinTasks({ ...problem, duration }, start);
}
