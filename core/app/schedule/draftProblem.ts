import type { IsoDate } from '../../domain/calendar.ts';
import type { WaveId } from '../../domain/ids.ts';
import { firstOpenDay } from '../../domain/schedule/calendar/firstOpenDay.ts';
import type { WorkingCalendar } from '../../domain/schedule/calendar/workingCalendar.ts';
import { describeSchedule, type ScheduledTimeline } from '../../domain/schedule/placement/scheduleTimeline.ts';
import type { IndexSchedule } from '../../domain/schedule/placement/serialSchedule.ts';
import { isPinned } from '../../domain/schedule/problem/pinTasks.ts';
import { pinStanding } from '../../domain/schedule/problem/pinStanding.ts';
import { createSchedulingProblem, type SchedulingProblem } from '../../domain/schedule/problem/schedulingProblem.ts';
import { restOfWaves, withOwnStarts } from '../../domain/schedule/timeline/restOfWaves.ts';
import type { Timeline } from '../../domain/schedule/timeline/timeline.ts';
import { timelineLeft } from '../../domain/schedule/timeline/timelineLeft.ts';
import { withDatesOf } from '../../domain/schedule/timeline/withDatesOf.ts';
import type { AppContext } from '../context.ts';
import { calendarOf } from './calendarOf.ts';
import type { TimelineSource } from './draftTimeline.ts';

/** What is to be scheduled of a timeline that was built anew; its tasks keep their places in all of them. */
export type DraftProblem = {
  /** The tasks with the dates that they had. */
  readonly former: Timeline;
  /** What is left of them (`timelineLeft`), of waves that have begun what is still to be moved (`restOfWaves`). */
  readonly left: Timeline;
  /** What stands is pinned. */
  readonly problem: SchedulingProblem;
  readonly calendar: WorkingCalendar;
  readonly openFrom: IsoDate | null;
  readonly open: ReadonlyMap<WaveId, number>;
};

/** Null where the plan is longer than 380 years. */
export function draftProblem(context: AppContext, source: TimelineSource, built: Timeline): DraftProblem | null {
  const { stands, plan, open } = source;
  const formerOf = new Map(stands.tasks.map((task) => [task.id, task]));
  const tasks = built.tasks.map((task) => {
    const { startsOn = null, finishesOn = null, workingDays = task.workingDays } = formerOf.get(task.id) ?? {};
    // What was done at another speed keeps the time that it took.
    const hasBegun = task.waveId !== null && open.has(task.waveId);
    return { ...task, startsOn, finishesOn, workingDays: hasBegun ? workingDays : task.workingDays };
  });
  const former = { ...built, tasks };
  const { calendar } = calendarOf(context, plan);
  const openFrom = firstOpenDay(source.statusOn, plan.startsOn, calendar);
  const whole = timelineLeft(former, open, openFrom);
  const left = openFrom === null ? whole : restOfWaves(whole, former.tasks, open, openFrom);
  const problem = createSchedulingProblem(left, plan.startsOn, calendar);
  return problem && { former, left, problem: pinStanding(problem, former, open, openFrom), calendar, openFrom, open };
}

/** A schedule of the draft as tasks with dates: what stands has its own, and a wave that has begun its own start. */
export function datesOfDraft({ former, left, problem, calendar, openFrom, open }: DraftProblem, schedule: IndexSchedule): ScheduledTimeline {
  const described = describeSchedule(left, problem, schedule, calendar);
  const dated = withDatesOf(former.tasks, described.tasks, (_, task) => isPinned(problem, task));
  return { ...described, tasks: openFrom === null ? dated : withOwnStarts(dated, former.tasks, open, openFrom, calendar) };
}
