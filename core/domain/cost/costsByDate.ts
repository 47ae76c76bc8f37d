import { fromDayNumber, type IsoDate, toDayNumber } from '../calendar.ts';
import type { TrackId } from '../ids.ts';
import { sumCents } from '../money.ts';
import { costOfSchedule, type DateCosts, type FinishCost, type SpanCost } from '../schedule/cheapest/dateCosts.ts';
import type { SchedulingProblem } from '../schedule/problem/schedulingProblem.ts';
import type { IndexSchedule } from '../schedule/placement/serialSchedule.ts';
import type { Task, Track } from '../schedule/timeline/timeline.ts';
import { computeCosts, groupByItem } from './computeCosts.ts';
import { horizonOf } from './costHorizon.ts';
import type { CostInput } from './costInput.ts';
import { accrueByYear, type Horizon, roundCents } from './flow.ts';
import { type LicenceStream, licenceFlows, licenceStreams, paidUntil } from './licenceStreams.ts';
import { busiestTrack, moveFlows } from './moveFlows.ts';
import { costTasks, tasksByTrack } from './trackDates.ts';

/** Tables hold costs for so many accounts at once, so that rounding to the cent does not count for one of them. */
const tableAccounts = 10_000;

/**
 * `computeCosts` as a function of the dates of tasks, for a search: what each wave costs by the day of its finish, what two
 * systems side by side cost from the first wave to the switch-off, and what licences cost by the day on which the last of
 * their tracks is switched off, renewals whose notice day is missed included. The years counted are those of `input`, whose
 * timeline has the dates of `schedule`; a schedule that ends in another year would have other years. The
 * tables end with these years.
 *
 * The sum for `schedule` is that of `computeCosts`, for others it is near: amounts are not rounded one by one.
 *
 * Example: a licence of 365.00 a year without contract and one switch-off cost 1.00 more with every day until it.
 */
export function costsByDate(input: CostInput, problem: SchedulingProblem, schedule: IndexSchedule): DateCosts {
  const horizon = horizonOf(input);
  const days = problem.dayOf.filter((day) => day <= horizon.lastDay);
  const indexOf = new Map(problem.taskIds.map((id, index) => [id, index]));
  const indicesOf = (tasks: readonly Task[]) => Int32Array.from(tasks, ({ id }) => indexOf.get(id) as number);
  const tasksOf = tasksByTrack(input.timeline.tasks);
  const tracks = input.timeline.tracks.flatMap((track) => {
    const tasks = tasksOf.get(track.id) ?? [];
    return tasks.length === 0 ? [] : [{ track, ...costTasks(track, tasks, input.accountTotal) }];
  });
  const accountsOf = ({ moves }: (typeof tracks)[number]) => moves.reduce((sum, { accounts }) => sum + accounts, 0);
  const busiest = busiestTrack(tracks.map((entry) => ({ track: entry.track, accounts: accountsOf(entry) })));
  const read = (key: string) => input.assumptions.get(key) ?? 0;

  const finishes: FinishCost[] = [];
  const spans: SpanCost[] = [];
  for (const entry of tracks) {
    const { track, moves, switchOffs } = entry;
    if (moves.length === 0) continue;
    const byFinish = moveCostsByFinish(track, days, read, track.id === busiest, horizon);
    for (const { task, accounts } of moves) finishes.push({ tasks: indicesOf([task]), weight: accounts / tableAccounts, byFinish });
    const doubleRunning = roundCents(accountsOf(entry) * read(`doubleRunning.${track.key}`));
    if (doubleRunning !== 0) {
      const begunOn = firstBegun(moves, ({ id }) => problem.dayOf[schedule.start[indexOf.get(id) as number] as number] as number);
      const upToDay = (day: number) => sumCents(accrueByYear(doubleRunning, horizon.firstDay, day, horizon).map(({ amountCents }) => amountCents));
      spans.push({
        from: indicesOf(moves.map(({ task }) => task)),
        until: indicesOf(switchOffs),
        upTo: Float64Array.from(days, upToDay),
        before: Float64Array.from(days, (day) => upToDay((begunOn ?? day) - 1)),
      });
    }
  }
  for (const { trackIds, byDay } of licencesByTracks(input, days, horizon)) {
    const ends = tracks.filter(({ track }) => trackIds.includes(track.id));
    if (ends.length === trackIds.length) finishes.push({ tasks: indicesOf(ends.flatMap(({ switchOffs }) => switchOffs)), weight: 1, byFinish: byDay });
  }
  const changing: DateCosts = { fixed: 0, finishes, spans };
  return { ...changing, fixed: computeCosts(input).totalCents - costOfSchedule(changing, schedule) };
}

/** The first day of the waves that began before the schedule has them, which then has their rest: no date changes it any more. */
function firstBegun(moves: readonly { readonly task: Task }[], scheduledOn: (task: Task) => number): number | null {
  const days = moves.flatMap(({ task }) => (task.startsOn !== null && toDayNumber(task.startsOn) < scheduledOn(task) ? [toDayNumber(task.startsOn)] : []));
  return days.length === 0 ? null : Math.min(...days);
}

function moveCostsByFinish(track: Track, days: Int32Array, read: (key: string) => number, withSupport: boolean, horizon: Horizon): Float64Array {
  return Float64Array.from(days, (finishDay) => {
    const dates = { track, waves: [{ accounts: tableAccounts, startDay: finishDay, finishDay }], switchOffDay: null, isScheduled: false };
    return sumCents(moveFlows(dates, read, withSupport, horizon).map(({ amountCents }) => amountCents));
  });
}

/** The licences of replaced items, summed by the tracks that they wait for, by the working day on which the last of these is switched off. */
function licencesByTracks(
  input: CostInput,
  workingDays: Int32Array,
  horizon: Horizon,
): readonly { readonly trackIds: readonly TrackId[]; readonly byDay: Float64Array }[] {
  const days = Array.from(workingDays, fromDayNumber);
  const contractsOf = groupByItem(input.contracts);
  const strategyOf = new Map(input.decisions.map(({ itemId, strategy }) => [itemId, strategy]));
  const increase = input.assumptions.get('price.increase') ?? 0;
  const groups = new Map<string, { readonly trackIds: readonly TrackId[]; readonly byDay: Float64Array }>();
  for (const item of input.items) {
    if (strategyOf.get(item.id) !== 'replace' || item.trackId === null) continue;
    const trackIds = [...new Set([item.trackId, ...(item.alsoTrackIds ?? [])])].sort();
    const key = trackIds.join(' ');
    const group = groups.get(key) ?? { trackIds, byDay: new Float64Array(days.length) };
    groups.set(key, group);
    for (const stream of licenceStreams(item, contractsOf.get(item.id) ?? [])) {
      const paid = paidByDay(stream, increase, horizon);
      for (const [day, until] of paidUntilByDay(stream, input.startsOn, days).entries()) group.byDay[day] = (group.byDay[day] as number) + paid(until);
    }
  }
  return [...groups.values()];
}

/** What a stream has cost from the horizon's first day to a day. */
function paidByDay(stream: LicenceStream, increase: number, { firstDay, lastDay }: Horizon): (day: IsoDate) => number {
  const sums = new Float64Array(lastDay - firstDay + 2);
  for (const { fromDay, toDay, amountCents } of licenceFlows(stream, null, increase, { firstDay, lastDay }))
    for (let day = fromDay; day <= toDay; day += 1) sums[day - firstDay + 1] = (sums[day - firstDay + 1] as number) + amountCents / (toDay - fromDay + 1);
  for (let place = 1; place < sums.length; place += 1) sums[place] = (sums[place] as number) + (sums[place - 1] as number);
  return (day) => sums[Math.max(0, Math.min(lastDay, toDayNumber(day)) - firstDay + 1)] as number;
}

/** `paidUntil` for every day of need. It never falls and seldom changes where a contract has terms: halves whose ends agree are not asked. */
function paidUntilByDay(stream: LicenceStream, startsOn: IsoDate, days: readonly IsoDate[]): readonly IsoDate[] {
  const until = new Array<IsoDate>(days.length);
  const ask = (place: number) => {
    const day = days[place] as IsoDate;
    until[place] ??= paidUntil(stream, startsOn, day) ?? day;
    return until[place] as IsoDate;
  };
  const fill = (first: number, last: number) => {
    if (ask(first) === ask(last)) until.fill(ask(first), first, last + 1);
    else if (last - first > 1) {
      const middle = (first + last) >> 1;
      fill(first, middle);
      fill(middle, last);
    }
  };
  if (days.length > 0) fill(0, days.length - 1);
  return until;
}
