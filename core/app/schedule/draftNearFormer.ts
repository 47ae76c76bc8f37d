import type { CancelSignal } from '../../contract/core.ts';
import type { WaveId } from '../../domain/ids.ts';
import { changeBound } from '../../domain/schedule/cheapest/changeBound.ts';
import { changeCosts } from '../../domain/schedule/cheapest/changeCosts.ts';
import { finishDayOf } from '../../domain/schedule/cheapest/dateCosts.ts';
import { scheduleInFormerOrder } from '../../domain/schedule/placement/rescheduleTimeline.ts';
import { describeSchedule } from '../../domain/schedule/placement/scheduleTimeline.ts';
import { createSchedulingProblem, freezeRules } from '../../domain/schedule/problem/schedulingProblem.ts';
import { storedDates } from '../../domain/schedule/problem/storedDates.ts';
import type { FoundPlan } from '../../domain/schedule/search/searchSchedules.ts';
import type { Task, Timeline, Wave } from '../../domain/schedule/timeline/timeline.ts';
import { timelineLeft } from '../../domain/schedule/timeline/timelineLeft.ts';
import { withDatesOf } from '../../domain/schedule/timeline/withDatesOf.ts';
import type { AppContext } from '../context.ts';
import { calendarOf } from './calendarOf.ts';
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
  const { stands, plan } = source;
  const drafted = draftTasks(context, source, options.locale);
  const former = withFormerDates(drafted.timeline, stands.tasks);
  const open = openOfSameWaves(source.openByWave(), stands.waves, former.waves);
  const left = timelineLeft(former, open);
  const { calendar } = calendarOf(context, plan);
  const withAllFreezes = createSchedulingProblem(left, plan.startsOn, calendar);
  if (!withAllFreezes) return null;
  const isDone = Array.from(former.tasks, ({ waveId }) => waveId !== null && open.get(waveId) === 0);
  // A freeze that was added behind it does not move what is done.
  const problem = { ...withAllFreezes, freezeRule: withAllFreezes.freezeRule.map((rule, task) => (isDone[task] ? freezeRules.free : rule)) };
  const dates = storedDates(former, problem);
  if (dates.start.every((start) => start < 0)) return null;
  const from = scheduleInFormerOrder(problem, dates.start);
  if (from.start.some((start) => start < 0)) return null;

  const formerFinish = dates.start.map((start, task) => (start < 0 ? -1 : finishDayOf(dates, task)));
  const accounts = former.tasks.reduce((sum, task) => sum + task.accountCount, 0);
  // What is done weighs more than all the rest together: it stands in the way of the others as it was.
  const weights = Float64Array.from(former.tasks, ({ accountCount }, task) => (isDone[task] ? Math.max(1, accounts) : 1) * Math.max(1, accountCount));
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
      leastCost: changeBound(
        problem,
        formerFinish.map((finish, task) => (isDone[task] ? -1 : finish)),
        weights,
      ),
    },
  });

  const scheduled = describeSchedule(left, problem, found.schedule, calendar);
  const tasks = withDatesOf(former.tasks, scheduled.tasks, open);
  const moved = tasks.filter(({ startsOn, finishesOn }, index) => {
    const before = former.tasks[index];
    return before !== undefined && before.startsOn !== null && (before.startsOn !== startsOn || before.finishesOn !== finishesOn);
  });
  return {
    timeline: { ...former, tasks },
    scheduled: { ...scheduled, tasks },
    costGap: null,
    changes: {
      tasks: moved.length,
      waves: moved.filter(({ waveId }) => waveId !== null).length,
      accounts: moved.reduce((sum, task) => sum + task.accountCount, 0),
      gap: found.value <= 0 ? 0 : (found.value - found.bound) / found.value,
    },
    problems: [...drafted.problems, ...scheduled.problems],
  };
}

function withFormerDates(timeline: Timeline, formerTasks: readonly Task[]): Timeline {
  const formerOf = new Map(formerTasks.map((task) => [task.id, task]));
  return {
    ...timeline,
    tasks: timeline.tasks.map((task) => {
      const before = formerOf.get(task.id);
      return { ...task, startsOn: before?.startsOn ?? null, finishesOn: before?.finishesOn ?? null };
    }),
  };
}

/** Of a wave that now has other accounts than it had, the states of the former ones say nothing. */
function openOfSameWaves(open: ReadonlyMap<WaveId, number>, before: readonly Wave[], now: readonly Wave[]): ReadonlyMap<WaveId, number> {
  const partsBefore = new Map(before.map((wave) => [wave.id, JSON.stringify(wave.parts)]));
  const isSame = new Set(now.filter((wave) => partsBefore.get(wave.id) === JSON.stringify(wave.parts)).map(({ id }) => id));
  return new Map([...open].filter(([waveId]) => isSame.has(waveId)));
}
