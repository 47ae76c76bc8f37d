import { addDays, addMonthsToDay, fromDayNumber, laterDate, toDayNumber } from '../../calendar.ts';
import type { DayNumber, IsoDate } from '../../calendar.ts';
import type { ContractId, ItemId } from '../../ids.ts';
import type { Contract } from '../../inventory/inventory.ts';
import type { Problem } from '../../problems.ts';

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
export function contractDates(contract: Pick<Contract, 'endsOn' | 'renewal' | 'renewalMonths' | 'noticeDays'>, on: IsoDate, followingCount = 3): ContractDates {
  const none: ContractDates = { currentEndsOn: null, next: null, following: [] };
  const first = contract.endsOn;
  if (first === null || contract.renewal === 'none') return none;
  const seenOn = toDayNumber(on);
  const isMonthEnd = addDays(first, 1).endsWith('-01');
  const endDay = (n: number): DayNumber => termEndDay(first, n * contract.renewalMonths, isMonthEnd);
  const term = (n: number): TermEnd => ({ endsOn: fromDayNumber(endDay(n)), decideBy: fromDayNumber(endDay(n) - contract.noticeDays) });
  if (contract.renewal === 'express' || contract.renewalMonths < 1) {
    const only = term(0);
    return { currentEndsOn: only.endsOn >= on ? only.endsOn : null, next: only.decideBy >= on ? only : null, following: [] };
  }
  let current = Math.max(0, Math.floor(monthsBetween(first, on) / contract.renewalMonths) - 1);
  while (endDay(current) < seenOn) current += 1;
  let next = current;
  while (endDay(next) - contract.noticeDays < seenOn) next += 1;
  const following = Array.from({ length: followingCount }, (_, index) => term(next + 1 + index));
  return { currentEndsOn: fromDayNumber(endDay(current)), next: term(next), following };
}

/**
 * What a plan's dates mean for the contracts of what it replaces. A contract is needed until its item is switched off.
 * An express contract that ends before is an error: somebody must order it again. A tacit one renews when its notice day
 * comes before the switch-off, because nobody gives notice on the promise that it will be; where a renewal's cost is
 * known the costs say it (`renewalProblems`), where it is not, a warning asks for it here.
 *
 * Example: needed until 2028-02-11, ending 2027-12-31 with 90 days of notice: renews on 2028-01-01 unless notice is
 * given by 2027-10-02.
 */
export function contractProblems(input: {
  readonly contracts: readonly Contract[];
  /** Day on which each item that is replaced or retired is switched off; items that stay are not in it. */
  readonly neededUntil: ReadonlyMap<ItemId, IsoDate>;
  /** Contracts about whose renewals the costs speak already. */
  readonly renewalsKnown: ReadonlySet<ContractId>;
  readonly on: IsoDate;
}): readonly Problem[] {
  const problems: Problem[] = [];
  for (const contract of input.contracts) {
    const needed = input.neededUntil.get(contract.itemId);
    const { currentEndsOn } = contractDates(contract, input.on);
    if (needed === undefined || currentEndsOn === null) continue;
    const subject = { kind: 'contract', id: contract.id } as const;
    if (contract.renewal !== 'tacit' || contract.renewalMonths < 1) {
      if (currentEndsOn >= needed) continue;
      const params = { contract: contract.name, end: currentEndsOn, needed };
      problems.push({ severity: 'error', messageKey: 'schedule.problem.contractEndsTooEarly', params, subject });
      continue;
    }
    const runsUntil = contractDates(contract, laterDate(needed, input.on)).next?.endsOn ?? currentEndsOn;
    if (runsUntil <= currentEndsOn || input.renewalsKnown.has(contract.id)) continue;
    const params = { contract: contract.name, renewsOn: addDays(currentEndsOn, 1), runsUntil, decideBy: addDays(currentEndsOn, -contract.noticeDays), needed };
    problems.push({ severity: 'warning', messageKey: 'schedule.problem.contractRenewsCostUnknown', params, subject });
  }
  return problems;
}

/** `termEndDay('2027-02-28', 12, true)` is the day of 2028-02-29: the term began on 1 March. */
function termEndDay(first: IsoDate, months: number, isMonthEnd: boolean): DayNumber {
  return isMonthEnd ? addMonthsToDay(addDays(first, 1), months) - 1 : addMonthsToDay(first, months);
}

function monthsBetween(from: IsoDate, to: IsoDate): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}
