import type { CancelSignal } from '../../contract/core.ts';
import { sampleSchedules } from '../../domain/schedule/sampleSchedules.ts';
import { describeSchedule, type ScheduledTimeline } from '../../domain/schedule/scheduleTimeline.ts';
import type { SchedulingProblem } from '../../domain/schedule/schedulingProblem.ts';
import type { Timeline } from '../../domain/schedule/timeline.ts';
import type { WorkingCalendar } from '../../domain/schedule/workingCalendar.ts';

/** Schedules that are compared by cost: few, because each is priced in full. */
const candidates = 12;

/** The cheapest of a fixed number of schedules, the earlier finish where two cost the same. The same seed gives the same answer. */
export function scheduleByCost(
  input: {
    readonly timeline: Timeline;
    readonly problem: SchedulingProblem;
    readonly calendar: WorkingCalendar;
    readonly seed: number;
    readonly signal: CancelSignal;
  },
  costOf: (timeline: Timeline) => number,
): ScheduledTimeline {
  let best: { readonly scheduled: ScheduledTimeline; readonly cost: number } | null = null;
  let left = candidates;
  for (const schedule of sampleSchedules(input.problem, input.seed)) {
    const scheduled = describeSchedule(input.timeline, input.problem, schedule, input.calendar);
    const cost = costOf({ ...input.timeline, tasks: scheduled.tasks });
    const isBetter = best === null || cost < best.cost || (cost === best.cost && (scheduled.finishesOn ?? '') < (best.scheduled.finishesOn ?? ''));
    if (isBetter) best = { scheduled, cost };
    left -= 1;
    if (left === 0 || input.signal.aborted) break;
  }
  if (best === null) throw new Error('the generator always gives a first schedule');
  return best.scheduled;
}
