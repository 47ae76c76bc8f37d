import { addDays, addMonths } from '../calendar.ts';
import type { IsoDate } from '../calendar.ts';
import type { TrackId } from '../ids.ts';
import type { Contract, Item } from '../inventory/inventory.ts';
import { cents } from '../money.ts';
import type { Cents } from '../money.ts';
import type { Problem } from '../problems.ts';

/** One end of a contract's term. `decideBy` is the last day on which notice (or, for an express contract, the order) is in time. */
export type TermEnd = { readonly endsOn: IsoDate; readonly decideBy: IsoDate };

export type ContractDates = {
  /** The end of the term that runs on the day asked about; null when the contract is over or has no term. */
  readonly currentEndsOn: IsoDate | null;
  /** The next end that can still be decided about; null when there is none. It is later than `currentEndsOn` once that one's notice day has passed. */
  readonly next: TermEnd | null;
  /** Ends after `next`, if nobody gives notice. */
  readonly following: readonly TermEnd[];
};

/**
 * The dates of a contract as seen on a day. A tacit contract renews from its first end by `renewalMonths` again and
 * again; the ends are counted from the first one, never from the one before, so the day does not creep. A contract that
 * ends on the last day of a month keeps ending on last days, because its terms begin on the first. Notice of N days
 * counts the days after the notice: for an end on 31 December and 90 days it must be there on 2 October. An express
 * contract has its one end; a contract bought once has none.
 *
 * Example: first end 2027-01-31, 1 month: seen from 2027-02-10 the current term ends on 2027-02-28, the next on 2027-03-31.
 */
export function contractDates(contract: Contract, on: IsoDate, followingCount = 3): ContractDates {
  const none: ContractDates = { currentEndsOn: null, next: null, following: [] };
  const first = contract.endsOn;
  if (first === null || contract.renewal === 'none') return none;
  const term = (n: number): TermEnd => {
    const endsOn = termEnd(first, n * contract.renewalMonths);
    return { endsOn, decideBy: addDays(endsOn, -contract.noticeDays) };
  };
  if (contract.renewal === 'express' || contract.renewalMonths < 1) {
    const only = term(0);
    return { currentEndsOn: only.endsOn >= on ? only.endsOn : null, next: only.decideBy >= on ? only : null, following: [] };
  }
  let current = Math.max(0, Math.floor(monthsBetween(first, on) / contract.renewalMonths) - 1);
  while (term(current).endsOn < on) current += 1;
  let next = current;
  while (term(next).decideBy < on) next += 1;
  const following = Array.from({ length: followingCount }, (_, index) => term(next + 1 + index));
  return { currentEndsOn: term(current).endsOn, next: term(next), following };
}

/**
 * Problems of contracts that end or renew before the last wave of their item's track is through. For a tacit contract it
 * names the last renewal before that day and what its term costs (yearly cost × months / 12, rounded to the cent): finishing
 * before it saves that sum. For an express contract it says that the licence ends too early. A contract whose track has
 * no finish, or whose last renewal can no longer be stopped on `on`, gives the problem all the same; one that is over gives none.
 *
 * Example: 120,000.00 a year, renewing for 12 months on 2028-01-01, last wave on 2028-02-11: missed renewal 120,000.00.
 */
export function contractProblems(input: {
  readonly contracts: readonly Contract[];
  readonly items: readonly Item[];
  readonly lastWaveOn: ReadonlyMap<TrackId, IsoDate>;
  readonly on: IsoDate;
}): readonly Problem[] {
  const items = new Map(input.items.map((item) => [item.id, item]));
  const problems: Problem[] = [];
  for (const contract of input.contracts) {
    const trackId = items.get(contract.itemId)?.trackId ?? null;
    const lastWave = trackId === null ? undefined : input.lastWaveOn.get(trackId);
    const { currentEndsOn } = contractDates(contract, input.on);
    if (lastWave === undefined || currentEndsOn === null || currentEndsOn >= lastWave) continue;
    const subject = { kind: 'contract', id: contract.id } as const;
    if (contract.renewal !== 'tacit' || contract.renewalMonths < 1) {
      const params = { contract: contract.name, end: currentEndsOn, lastWave };
      problems.push({ severity: 'error', messageKey: 'schedule.problem.contractEndsBeforeLastWave', params, subject });
      continue;
    }
    const missed = missedRenewal(contract, lastWave);
    if (missed === null) continue;
    const params = { contract: contract.name, renewsOn: missed.renewsOn, runsUntil: missed.runsUntil, decideBy: missed.decideBy, lastWave };
    if (missed.costCents === null)
      problems.push({ severity: 'warning', messageKey: 'schedule.problem.contractRenewsBeforeLastWaveCostUnknown', params, subject });
    else
      problems.push({
        severity: 'warning',
        messageKey: 'schedule.problem.contractRenewsBeforeLastWave',
        params: { ...params, costCents: missed.costCents },
        subject,
      });
  }
  return problems;
}

export type MissedRenewal = {
  /** First day of the term that is paid only because the last wave comes after the end before it. */
  readonly renewsOn: IsoDate;
  readonly runsUntil: IsoDate;
  /** The last day on which notice would have prevented it. */
  readonly decideBy: IsoDate;
  readonly costCents: Cents | null;
};

/** The last renewal of a tacit contract before the day of the last wave; null when no term ends before that day. */
export function missedRenewal(contract: Contract, lastWave: IsoDate): MissedRenewal | null {
  if (contract.renewal !== 'tacit' || contract.endsOn === null || contract.renewalMonths < 1 || contract.endsOn >= lastWave) return null;
  const first = contract.endsOn;
  let terms = Math.max(0, Math.floor(monthsBetween(first, lastWave) / contract.renewalMonths) - 1);
  while (termEnd(first, (terms + 1) * contract.renewalMonths) < lastWave) terms += 1;
  const endsOn = termEnd(first, terms * contract.renewalMonths);
  const cost = contract.annualCostCents;
  return {
    renewsOn: addDays(endsOn, 1),
    runsUntil: termEnd(first, (terms + 1) * contract.renewalMonths),
    decideBy: addDays(endsOn, -contract.noticeDays),
    costCents: cost === null ? null : cents(Math.floor((cost * contract.renewalMonths * 2 + 12) / 24)),
  };
}

/** `termEnd('2027-02-28', 12)` is 2028-02-29: the term began on 1 March. */
function termEnd(first: IsoDate, months: number): IsoDate {
  const isMonthEnd = addDays(first, 1).endsWith('-01');
  if (!isMonthEnd) return addMonths(first, months);
  return addDays(addMonths(addDays(first, 1), months), -1);
}

function monthsBetween(from: IsoDate, to: IsoDate): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}
