import type { CancelSignal } from '../../contract/core.ts';
import { changeBound } from '../../domain/schedule/cheapest/changeBound.ts';
import { changeCosts } from '../../domain/schedule/cheapest/changeCosts.ts';
import { finishDayOf } from '../../domain/schedule/cheapest/dateCosts.ts';
import { scheduleInFormerOrder } from '../../domain/schedule/placement/rescheduleTimeline.ts';
import { isPinned } from '../../domain/schedule/problem/pinTasks.ts';
import { storedDates } from '../../domain/schedule/problem/storedDates.ts';
import type { FoundPlan } from '../../domain/schedule/search/searchSchedules.ts';
import type { AppContext } from '../context.ts';
import { datesOfDraft, draftProblem } from './draftProblem.ts';
import { type DraftTimeline, draftTasks, neverStopped, type TimelineSource } from './draftTimeline.ts';

/**
 * The plan built anew with as few other dates as possible: the accounts, times the working days by which they move earlier or
 * later, are the least that is found; a task without accounts counts as one. It finishes no later than it did, or than it
 * must where its old order is kept. Waves that are done keep their days. Null where no dates stand yet, or where tasks can have none.
 */
export async function draftNearFormer(
  context: AppContext,
  source: TimelineSource,
  options: {
    readonly locale: 'de' | 'en' | 'fr';
    readonly seed: number;
    readonly timeLimitMs: number;
    readonly signal?: CancelSignal;
    readonly onProgress: (found: FoundPlan) => void;
  },
): Promise<DraftTimeline | null> {
  const { timeline, problems } = draftTasks(context, source, options.locale);
  const drafted = draftProblem(context, source, timeline);
  if (!drafted) return null;
  const { former, problem } = drafted;
  const dates = storedDates(former, problem);
  if (dates.start.every((start) => start < 0)) return null;
  const from = scheduleInFormerOrder(problem, dates.start);
  if (from.start.some((start) => start < 0)) return null;

  const formerFinish = dates.start.map((start, task) => (start < 0 || isPinned(problem, task) ? -1 : finishDayOf(dates, task)));
  const weights = Float64Array.from(former.tasks, ({ accountCount }) => Math.max(1, accountCount));
  const lastDay = Math.max(...[from, dates].map((known) => known.start.reduce((last, _, task) => Math.max(last, finishDayOf(known, task)), 0)));
  const found = await context.solver.solve(problem, {
    seed: options.seed,
    timeLimitMs: options.timeLimitMs,
    signal: options.signal ?? neverStopped,
    onProgress: options.onProgress,
    goal: {
      costs: changeCosts(formerFinish, weights, problem.dayOf.length),
      latestEnd: lastDay + 1,
      from,
      leastCost: changeBound(problem, formerFinish, weights),
    },
  });

  const scheduled = datesOfDraft(drafted, found.schedule);
  const moved = scheduled.tasks.filter(({ startsOn, finishesOn }, index) => {
    const before = former.tasks[index];
    return before !== undefined && before.startsOn !== null && (before.startsOn !== startsOn || before.finishesOn !== finishesOn);
  });
  return {
    timeline: { ...former, tasks: scheduled.tasks },
    scheduled,
    costGap: null,
    changes: {
      tasks: moved.length,
      waves: moved.filter(({ waveId }) => waveId !== null).length,
      accounts: moved.reduce((sum, task) => sum + task.accountCount, 0),
      gap: found.value <= 0 ? 0 : (found.value - found.bound) / found.value,
    },
    problems: [...problems, ...scheduled.problems],
  };
}
