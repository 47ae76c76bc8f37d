import { type IsoDate, toDayNumber } from '../../calendar.ts';
import type { TaskId, TrackId } from '../../ids.ts';
import { type Cents, cents, sumCents } from '../../money.ts';
import type { Baseline, BaselineCost, BaselineTask } from './baseline.ts';

/** Two values of the same thing: as approved, and as planned now. */
export type ApprovedNow<Value> = { readonly approved: Value; readonly now: Value };

export type BaselineDifference = {
  readonly finish: ApprovedNow<IsoDate | null>;
  /** Civil days by which it finishes later than approved; negative is earlier, null where one of the two has no finish. */
  readonly finishShiftDays: number | null;
  /** Null, as the costs are, where another program made the approved plan: it has neither. */
  readonly accounts: ApprovedNow<number> | null;
  readonly costCents: ApprovedNow<Cents> | null;
  /** Waves that were not approved, those no longer planned, and those with another first or last day. */
  readonly wavesAdded: number;
  readonly wavesRemoved: number;
  readonly wavesMoved: number;
};

export type BaselineComparison = {
  /** Every track of the plan in its order, then those that only the baseline has. */
  readonly tracks: readonly (BaselineDifference & { readonly trackId: TrackId })[];
  /** The whole plan; costs that belong to no track are in it. Accounts are added up over the tracks: one account counts once on each. */
  readonly total: BaselineDifference;
  /** The baseline's years, all of them, also those in which the plan now costs nothing. */
  readonly years: readonly ({ readonly year: number } & ApprovedNow<Cents>)[];
};

type Side = { readonly tasks: readonly BaselineTask[]; readonly costs: readonly BaselineCost[] };

/**
 * What differs between an approved plan and the plan as it is now, by track and in all.
 *
 * Tasks are the same where their ids are: ids follow from what a task is (its track, phase and number), so a plan that
 * was built anew is compared wave by wave. Accounts are those of the waves. Costs are compared over the baseline's
 * years only: a plan that finishes later counts more years, and their running costs are no difference. Whoever calls
 * has to hand in the present costs of all those years.
 *
 * Example: mail was to finish on 2027-03-05 and now finishes on 2027-03-12 because its only wave moved by a week: a
 * shift of 7 days, one wave moved, none added or removed.
 */
export function compareBaseline(baseline: Pick<Baseline, 'tasks' | 'costs'>, now: Side & { readonly trackIds: readonly TrackId[] }): BaselineComparison {
  const years = [...new Set(baseline.costs.map((cost) => cost.year))].sort((a, b) => a - b);
  const counted = new Set(years);
  const present: Side = { tasks: now.tasks, costs: now.costs.filter((cost) => counted.has(cost.year)) };
  const trackIds = [...new Set([...now.trackIds, ...baseline.tasks.map((task) => task.trackId), ...baseline.costs.flatMap((cost) => cost.trackId ?? [])])];
  // A plan that was approved here has a row of costs for every year, be it of 0.
  const hasFigures = baseline.costs.length > 0;
  const of = (side: Side, trackId: TrackId): Side => ({
    tasks: side.tasks.filter((task) => task.trackId === trackId),
    costs: side.costs.filter((cost) => cost.trackId === trackId),
  });
  return {
    tracks: trackIds.map((trackId) => ({ trackId, ...difference(of(baseline, trackId), of(present, trackId), hasFigures) })),
    total: difference(baseline, present, hasFigures),
    years: years.map((year) => ({ year, approved: costIn(baseline, year), now: costIn(present, year) })),
  };
}

function difference(approved: Side, present: Side, hasFigures: boolean): BaselineDifference {
  const finish = { approved: lastDay(approved.tasks), now: lastDay(present.tasks) };
  const wavesThen = wavesOf(approved.tasks);
  const wavesNow = wavesOf(present.tasks);
  let wavesAdded = 0;
  let wavesMoved = 0;
  for (const [id, task] of wavesNow) {
    const stood = wavesThen.get(id);
    if (!stood) wavesAdded += 1;
    else if (stood.startsOn !== task.startsOn || stood.finishesOn !== task.finishesOn) wavesMoved += 1;
  }
  return {
    finish,
    finishShiftDays: finish.approved === null || finish.now === null ? null : toDayNumber(finish.now) - toDayNumber(finish.approved),
    accounts: hasFigures ? { approved: accountsOf(wavesThen), now: accountsOf(wavesNow) } : null,
    costCents: hasFigures
      ? { approved: sumCents(approved.costs.map((cost) => cost.costCents)), now: sumCents(present.costs.map((cost) => cost.costCents)) }
      : null,
    wavesAdded,
    wavesRemoved: [...wavesThen.keys()].filter((id) => !wavesNow.has(id)).length,
    wavesMoved,
  };
}

function wavesOf(tasks: readonly BaselineTask[]): ReadonlyMap<TaskId, BaselineTask> {
  return new Map(tasks.flatMap((task) => (task.kind === 'wave' ? [[task.taskId, task] as const] : [])));
}

function accountsOf(waves: ReadonlyMap<TaskId, BaselineTask>): number {
  let accounts = 0;
  for (const wave of waves.values()) accounts += wave.accountCount;
  return accounts;
}

function costIn(side: Side, year: number): Cents {
  return side.costs.reduce((sum, cost) => (cost.year === year ? cents(sum + cost.costCents) : sum), cents(0));
}

function lastDay(tasks: readonly BaselineTask[]): IsoDate | null {
  let last: IsoDate | null = null;
  for (const { finishesOn } of tasks) if (finishesOn !== null && (last === null || finishesOn > last)) last = finishesOn;
  return last;
}
