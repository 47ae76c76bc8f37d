import { addDays, fromDayNumber, type DayNumber, type IsoDate } from '../calendar.ts';
import { trackKeys } from '../catalogue/catalogue.ts';
import type { ItemId, TrackId } from '../ids.ts';
import type { Contract } from '../inventory/inventory.ts';
import type { Strategy } from '../mapping/decision.ts';
import { cents, sumCents, type Cents } from '../money.ts';
import type { Problem } from '../problems.ts';
import { netPresentValue, paybackDate } from './appraise.ts';
import type { CostInput, CostItem, CostLine, Costs, MissedRenewalCost } from './costInput.ts';
import { firstDayOf, roundCents, yearOf, type CostKind, type Flow } from './flow.ts';
import { hasTerms, licenceFlows, licenceStreams, paidTerms, paidUntil } from './licenceStreams.ts';
import { busiestTrack, moveFlows } from './moveFlows.ts';
import { horizonOf } from './costHorizon.ts';
import { trackDates, type TrackDates } from './trackDates.ts';

const costKinds: readonly CostKind[] = ['licence', 'replacement', 'migration', 'training', 'doubleRunning'];

/**
 * What a plan costs, by year, track and kind, beside what the same years cost when nothing changes.
 *
 * Counted are the days from the plan's start to the end of the last year: the third year after the last task, at least three
 * calendar years, or the years asked for. Licences run by days: kept and undecided items to the end; replaced ones until
 * their track (for a bundle: all tracks of its parts) is switched off and then to the end of the contract's term, tacit
 * renewals whose notice day comes before the switch-off included; retired ones until their contract's next end that can
 * still be reached, without a contract until the end of the first year. Replaced items without a scheduled switch-off go
 * on. Prices rise by `price.increase` at renewals, in both cases. For the costs of moving see `moveFlows`; of the help
 * desk's extra work each account is counted once, on the track that moves most accounts.
 *
 * Every total is the sum of its parts to the cent. Costs that nobody knows are counted, never taken for zero.
 *
 * Example: an item of 1,000.00 a year without contract, replaced, switched off on 2027-12-31, plan from 2027-01-01:
 * licence 1,000.00, 0, 0; staying 1,000.00 in each of the three years.
 */
export function computeCosts(input: CostInput): Costs {
  const dates = trackDates(input.timeline, input.accountTotal);
  const horizon = horizonOf(input);
  const used = new Set<string>();
  const missing = new Set<string>();
  const read = (key: string): number => {
    const value = input.assumptions.get(key);
    (value === undefined ? missing : used).add(key);
    return value ?? 0;
  };

  const move: Flow[] = [];
  const stay: Flow[] = [];
  const busiest = busiestTrack([...dates.values()].map(({ track, waves }) => ({ track, accounts: waves.reduce((sum, wave) => sum + wave.accounts, 0) })));
  for (const track of dates.values()) {
    for (const flow of moveFlows(track, read, track.track.id === busiest, horizon)) move.push(flow);
  }

  const contractsOf = groupByItem(input.contracts);
  const strategyOf = new Map(input.decisions.map((decision) => [decision.itemId, decision.strategy]));
  const missedRenewals: MissedRenewalCost[] = [];
  const counts = { withoutCost: 0, undecided: 0, notScheduled: 0, contractsAbove: 0, contractsWithoutEnd: 0 };
  const increase = input.items.length > 0 ? read('price.increase') : 0;
  for (const item of input.items) {
    const strategy = strategyOf.get(item.id) ?? 'undecided';
    const contracts = contractsOf.get(item.id) ?? [];
    const streams = licenceStreams(item, contracts);
    if (strategy === 'undecided') counts.undecided += 1;
    if (streams.length === 0) counts.withoutCost += 1;
    if (item.annualCostCents !== null && sumCents(contracts.map((contract) => contract.annualCostCents ?? cents(0))) > item.annualCostCents)
      counts.contractsAbove += 1;
    counts.contractsWithoutEnd += contracts.filter((contract) => contract.renewal !== 'none' && contract.endsOn === null).length;
    const need = neededUntil(item, strategy, dates, input.startsOn);
    if (strategy === 'replace' && need === null) counts.notScheduled += 1;
    const trackKey = (item.trackId === null ? null : dates.get(item.trackId)?.track.key) ?? null;
    for (const stream of streams) {
      // Retired without a contract: what runs is taken to be paid for the year.
      const until =
        strategy === 'retire' && stream.contract === null
          ? fromDayNumber(firstDayOf(yearOf(horizon.firstDay) + 1) - 1)
          : paidUntil(stream, input.startsOn, need);
      for (const part of licenceFlows(stream, until, increase, horizon)) move.push({ ...part, track: trackKey, kind: 'licence' });
      for (const part of licenceFlows(stream, null, increase, horizon)) stay.push({ ...part, track: trackKey, kind: 'licence' });
      if (need !== null && stream.contract) missedRenewals.push(...renewalsMissed(stream.contract, stream.annualCents, input.startsOn, need, increase));
    }
  }

  const years = Array.from({ length: yearOf(horizon.lastDay) - yearOf(horizon.firstDay) + 1 }, (_, index) => yearOf(horizon.firstDay) + index);
  const lines = toLines(move, years);
  const totalsByYear = years.map((_, index) => sumCents(lines.map((line) => line.byYear[index] as Cents)));
  const stayLines = toLines(stay, years);
  const stayByYear = years.map((_, index) => sumCents(stayLines.map((line) => line.byYear[index] as Cents)));
  const discountRatePercent = read('discount.rate');
  return {
    firstYear: years[0] as number,
    years,
    lines,
    totalsByYear,
    totalCents: sumCents(totalsByYear),
    stayByYear,
    stayTotalCents: sumCents(stayByYear),
    netPresentValueCents: netPresentValue(
      years.map((_, index) => cents((stayByYear[index] as number) - (totalsByYear[index] as number))),
      discountRatePercent,
    ),
    discountRatePercent,
    paybackOn: paybackDate(move, stay, horizon),
    missedRenewals: missedRenewals.sort((a, b) => a.decideBy.localeCompare(b.decideBy) || a.contractId.localeCompare(b.contractId)),
    itemsWithoutCost: counts.withoutCost,
    usedAssumptions: [...used].sort(),
    problems: describeProblems(counts, missing),
  };
}

/**
 * The contracts of each item, in the order in which they came; an item without contracts is not in it.
 *
 * Example: of the contracts a1, b1 and a2 the item a has a1 and a2, and b has b1.
 */
export function groupByItem(contracts: readonly Contract[]): ReadonlyMap<ItemId, Contract[]> {
  const groups = new Map<ItemId, Contract[]>();
  for (const contract of contracts) {
    const group = groups.get(contract.itemId);
    if (group) group.push(contract);
    else groups.set(contract.itemId, [contract]);
  }
  return groups;
}

/**
 * Day on which each item that is replaced or retired is no longer needed: a replaced one when its track, for a bundle
 * the last of its parts' tracks, is switched off, a retired one when the plan starts. Items that stay, and replaced ones
 * without a scheduled switch-off, are not in it.
 *
 * Example: Outlook on a mail track that is switched off on 2027-09-30: `2027-09-30`.
 */
export function switchOffDays(input: Pick<CostInput, 'items' | 'decisions' | 'timeline' | 'accountTotal' | 'startsOn'>): ReadonlyMap<ItemId, IsoDate> {
  const dates = trackDates(input.timeline, input.accountTotal);
  const strategyOf = new Map(input.decisions.map((decision) => [decision.itemId, decision.strategy]));
  const days = new Map<ItemId, IsoDate>();
  for (const item of input.items) {
    const day = neededUntil(item, strategyOf.get(item.id) ?? 'undecided', dates, input.startsOn);
    if (day !== null) days.set(item.id, day);
  }
  return days;
}

/** The last day on which an item is needed; null for good. */
function neededUntil(item: CostItem, strategy: Strategy, dates: ReadonlyMap<TrackId, TrackDates>, startsOn: IsoDate): IsoDate | null {
  if (strategy === 'retire') return startsOn;
  if (strategy !== 'replace' || item.trackId === null) return null;
  let last: DayNumber | null = null;
  for (const trackId of [item.trackId, ...(item.alsoTrackIds ?? [])]) {
    const day = dates.get(trackId)?.switchOffDay ?? null;
    if (day === null) return null;
    last = last === null ? day : Math.max(last, day);
  }
  return last === null ? null : fromDayNumber(last);
}

/**
 * The renewals of a tacit contract that come because its notice day lies before the day on which the old system is off,
 * each with what its term costs (yearly cost with increases × months ÷ 12, rounded to the cent).
 */
function renewalsMissed(contract: Contract, annualCents: Cents, startsOn: IsoDate, needed: IsoDate, increasePercent: number): readonly MissedRenewalCost[] {
  if (contract.renewal !== 'tacit' || !hasTerms(contract)) return [];
  const terms = paidTerms(contract, startsOn, needed);
  return terms.slice(0, -1).map(({ endsOn, decideBy }, index) => {
    const annual = roundCents(annualCents * (1 + increasePercent / 100) ** (((index + 1) * contract.renewalMonths) / 12));
    const costCents = roundCents((annual * contract.renewalMonths) / 12);
    return { contractId: contract.id, name: contract.name, renewsOn: addDays(endsOn, 1), decideBy, lastWaveFinishesOn: needed, costCents };
  });
}

function toLines(flows: readonly Flow[], years: readonly number[]): readonly CostLine[] {
  const firstYear = years[0] as number;
  const sums = new Map<string, { track: CostLine['track']; kind: CostKind; byYear: number[] }>();
  for (const { track, kind, fromDay, amountCents } of flows) {
    const key = `${track ?? ''}:${kind}`;
    let line = sums.get(key);
    if (!line) {
      line = { track, kind, byYear: years.map(() => 0) };
      sums.set(key, line);
    }
    const index = yearOf(fromDay) - firstYear;
    line.byYear[index] = (line.byYear[index] as number) + amountCents;
  }
  const place = ({ track, kind }: { track: CostLine['track']; kind: CostKind }) =>
    (track === null ? trackKeys.length : trackKeys.indexOf(track)) * costKinds.length + costKinds.indexOf(kind);
  return [...sums.values()]
    .sort((a, b) => place(a) - place(b))
    .map(({ track, kind, byYear }) => ({ track, kind, byYear: byYear.map(cents), totalCents: sumCents(byYear.map(cents)) }));
}

function describeProblems(
  counts: {
    readonly withoutCost: number;
    readonly undecided: number;
    readonly notScheduled: number;
    readonly contractsAbove: number;
    readonly contractsWithoutEnd: number;
  },
  missing: ReadonlySet<string>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (severity: Problem['severity'], key: string, count: number) => {
    if (count > 0) problems.push({ severity, messageKey: `cost.problem.${key}`, params: { count } });
  };
  say('warning', 'itemsWithoutCost', counts.withoutCost);
  say('warning', 'undecidedItems', counts.undecided);
  say('warning', 'notScheduled', counts.notScheduled);
  say('notice', 'contractsAboveItem', counts.contractsAbove);
  say('notice', 'contractsWithoutEnd', counts.contractsWithoutEnd);
  for (const key of [...missing].sort()) problems.push({ severity: 'warning', messageKey: 'cost.problem.assumptionMissing', params: { key } });
  return problems;
}
