import { addDays, fromDayNumber, toDayNumber, type DayNumber, type IsoDate } from '../calendar.ts';
import type { Contract } from '../inventory/inventory.ts';
import { cents, sumCents, type Cents } from '../money.ts';
import { contractDates } from '../schedule/calendar/contractDates.ts';
import type { CostItem } from './costInput.ts';
import { accrueByYear, firstDayOf, roundCents, yearOf, type Flow, type Horizon } from './flow.ts';

/** A yearly cost of one item, with the contract that binds it, if one does. */
export type LicenceStream = { readonly annualCents: Cents; readonly contract: Contract | null };

/**
 * Takes an item's yearly cost apart into what its contracts bind and the rest.
 *
 * Contracts that name a cost are streams of their own; what the item costs beyond their sum runs without a contract.
 * Where no contract names a cost, the item's cost is bound by the one that ends last. Where the contracts together name
 * more than the item, the contracts stand. An unknown cost gives no stream: it is unknown, not zero.
 *
 * Example: an item of 100.00 with one contract of 80.00 is 80.00 with the contract and 20.00 without.
 */
export function licenceStreams(item: CostItem, contracts: readonly Contract[]): readonly LicenceStream[] {
  const priced = contracts.flatMap((contract) => (contract.annualCostCents === null ? [] : [{ annualCents: contract.annualCostCents, contract }]));
  if (priced.length > 0) {
    const rest = (item.annualCostCents ?? 0) - sumCents(priced.map((stream) => stream.annualCents));
    return rest > 0 ? [...priced, { annualCents: cents(rest), contract: null }] : priced;
  }
  if (item.annualCostCents === null) return [];
  const binding = [...contracts].sort((a, b) => (b.endsOn ?? '').localeCompare(a.endsOn ?? '') || a.id.localeCompare(b.id))[0] ?? null;
  return [{ annualCents: item.annualCostCents, contract: binding }];
}

/** A term's end, with the last day on which notice prevents the next term. */
export type PaidTerm = { readonly endsOn: IsoDate; readonly decideBy: IsoDate };

/**
 * Terms of a tacit contract that end on or after `from`, up to and including the first one whose notice day is not
 * before `neededUntil`: notice is given when the old system is off, not on the promise that it will be.
 *
 * Example: yearly terms to 31 December, 90 days of notice, needed until 2027-11-15: the terms to 2027-12-31 and
 * 2028-12-31, for on 2 October 2027 the accounts have not moved yet.
 */
export function paidTerms(contract: Contract, from: IsoDate, neededUntil: IsoDate): readonly PaidTerm[] {
  const last = contractDates(contract, neededUntil > from ? neededUntil : from, 0).next;
  const terms: PaidTerm[] = [];
  let end = contractDates(contract, from, 0).currentEndsOn;
  while (end !== null && last !== null && end <= last.endsOn) {
    terms.push({ endsOn: end, decideBy: addDays(end, -contract.noticeDays) });
    end = contractDates(contract, addDays(end, 1), 0).currentEndsOn;
  }
  return terms;
}

/**
 * Whether a contract goes on in terms; one without an end date or a term of a month at least, or bought once, does not.
 *
 * Example: a tacit contract to 2027-12-31 that renews for 12 months does, and the same one without an end date does not.
 */
export function hasTerms(contract: Contract): boolean {
  return contract.renewal !== 'none' && contract.endsOn !== null && contract.renewalMonths >= 1;
}

/** An express contract is ordered again as long as it is needed: the same terms, without a day of notice. */
function inTerms(contract: Contract): Contract {
  return contract.renewal === 'express' ? { ...contract, renewal: 'tacit', noticeDays: 0 } : contract;
}

/**
 * The last day that is paid of a stream that is needed until a day. Null in `neededUntil` means for good.
 *
 * A tacit contract ends with the first term whose notice day comes when it is no longer needed, an express one with the
 * first term that ends then, and none of them before its current term is over. Without terms the last day is the last
 * day of need; something bought once is paid at least to the end of what was bought.
 *
 * Example: yearly terms to 31 December, 90 days of notice, needed until 2027-11-15: a tacit contract is paid until
 * 2028-12-31, an express one until 2027-12-31, and a cost without a contract until 2027-11-15.
 */
export function paidUntil(stream: LicenceStream, startsOn: IsoDate, neededUntil: IsoDate | null): IsoDate | null {
  if (neededUntil === null) return null;
  const { contract } = stream;
  if (contract === null) return neededUntil;
  if (hasTerms(contract)) return paidTerms(inTerms(contract), startsOn, neededUntil).at(-1)?.endsOn ?? neededUntil;
  return contract.endsOn !== null && contract.endsOn > neededUntil ? contract.endsOn : neededUntil;
}

/**
 * What a stream costs on the days of the horizon up to `until` (null: to its end). The price rises by `increasePercent`
 * a year: for a contract with terms at each renewal, by as many years as its term has; without terms on 1 January.
 *
 * Example: 1,200.00 a year with yearly terms to 31 December and 10 % is 1,200.00 in the first year and 1,320.00 in the second.
 */
export function licenceFlows(stream: LicenceStream, until: IsoDate | null, increasePercent: number, horizon: Horizon): readonly Omit<Flow, 'track' | 'kind'>[] {
  const { contract } = stream;
  const begins = contract?.startsOn ? Math.max(horizon.firstDay, toDayNumber(contract.startsOn)) : horizon.firstDay;
  const ends = until === null ? horizon.lastDay : Math.min(horizon.lastDay, toDayNumber(until));
  const flows: Omit<Flow, 'track' | 'kind'>[] = [];
  const add = (from: DayNumber, to: DayNumber, years: number) => {
    const annual = roundCents(stream.annualCents * (1 + increasePercent / 100) ** years);
    flows.push(...accrueByYear(annual, Math.max(from, begins), Math.min(to, ends), horizon));
  };
  const terms = contract !== null && hasTerms(contract) ? inTerms(contract) : null;
  if (terms === null) {
    const firstYear = yearOf(horizon.firstDay);
    for (let year = firstYear; year <= yearOf(horizon.lastDay); year += 1) add(firstDayOf(year), firstDayOf(year + 1) - 1, year - firstYear);
    return flows;
  }
  let from = horizon.firstDay;
  for (let renewals = 0; from <= ends; renewals += 1) {
    const end = contractDates(terms, fromDayNumber(from), 0).currentEndsOn;
    if (end === null) break;
    const to = toDayNumber(end);
    add(from, to, (renewals * terms.renewalMonths) / 12);
    from = to + 1;
  }
  return flows;
}
