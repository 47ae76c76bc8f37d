import type { WaveId } from '../../domain/ids.ts';
import type { WorkingCalendar } from '../../domain/schedule/calendar/workingCalendar.ts';
import { pinDone } from '../../domain/schedule/problem/pinDone.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../domain/schedule/problem/schedulingProblem.ts';
import type { Timeline, Wave } from '../../domain/schedule/timeline/timeline.ts';
import { timelineLeft } from '../../domain/schedule/timeline/timelineLeft.ts';
import type { AppContext } from '../context.ts';
import { calendarOf } from './calendarOf.ts';
import type { TimelineSource } from './draftTimeline.ts';

/** What is to be scheduled of a timeline that was built anew; its tasks keep their places in all of them. */
export type DraftProblem = {
  /** The tasks with the dates that they had. */
  readonly former: Timeline;
  /** What is left of them (`timelineLeft`). */
  readonly left: Timeline;
  /** What is done is pinned. Null where the plan is longer than 380 years. */
  readonly problem: SchedulingProblem | null;
  readonly calendar: WorkingCalendar;
};

export function draftProblem(context: AppContext, source: TimelineSource, built: Timeline): DraftProblem {
  const { stands, plan } = source;
  const formerOf = new Map(stands.tasks.map((task) => [task.id, task]));
  const tasks = built.tasks.map((task) => {
    const { startsOn = null, finishesOn = null } = formerOf.get(task.id) ?? {};
    return { ...task, startsOn, finishesOn };
  });
  const former = { ...built, tasks };
  const open = openOfSameWaves(source.openByWave(), stands.waves, built.waves);
  const left = timelineLeft(former, open);
  const { calendar } = calendarOf(context, plan);
  const problem = createSchedulingProblem(left, plan.startsOn, calendar);
  return { former, left, problem: problem && pinDone(problem, former, open), calendar };
}

/** Of a wave that now has other accounts than it had, the states of the former ones say nothing. */
function openOfSameWaves(open: ReadonlyMap<WaveId, number>, before: readonly Wave[], now: readonly Wave[]): ReadonlyMap<WaveId, number> {
  const partsBefore = new Map(before.map((wave) => [wave.id, JSON.stringify(wave.parts)]));
  const isSame = new Set(now.filter((wave) => partsBefore.get(wave.id) === JSON.stringify(wave.parts)).map(({ id }) => id));
  return new Map([...open].filter(([waveId]) => isSame.has(waveId)));
}
