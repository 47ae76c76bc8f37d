import { describe, expect, it } from 'vitest';
import { isoDate, toDayNumber } from '../../../core/domain/calendar.ts';
import { hasNothingToPayBack, netPresentValue, paybackDate } from '../../../core/domain/cost/appraise.ts';
import { groupByItem } from '../../../core/domain/cost/computeCosts.ts';
import { accrueByYear, firstDayOf, roundCents, yearOf, type Flow } from '../../../core/domain/cost/flow.ts';
import { hasTerms, licenceFlows, licenceStreams, paidTerms, paidUntil } from '../../../core/domain/cost/licenceStreams.ts';
import { busiestTrack, moveFlows } from '../../../core/domain/cost/moveFlows.ts';
import { tasksByTrack, trackDates } from '../../../core/domain/cost/trackDates.ts';
import type { ContractId } from '../../../core/domain/ids.ts';
import { cents } from '../../../core/domain/money.ts';
import { contract, item, task, track } from './costPlan.ts';

const day = (text: string) => toDayNumber(isoDate(text));
const horizon = { firstDay: day('2027-01-01'), lastDay: day('2028-12-31') };

describe('yearOf and firstDayOf', () => {
  it('begin a year on 1 January', () => {
    expect([yearOf(0), yearOf(-1), firstDayOf(1970), firstDayOf(1971)]).toEqual([1970, 1969, 0, 365]);
  });
});

describe('groupByItem', () => {
  it('keeps the contracts of an item in their order, and has nothing for an item without one', () => {
    const named = (itemId: string, id: string) => contract(itemId, { id: id as ContractId });
    const groups = groupByItem([named('a', 'a1'), named('b', 'b1'), named('a', 'a2')]);
    expect([...groups].map(([itemId, group]) => [itemId, group.map(({ id }) => id)])).toEqual([
      ['a', ['a1', 'a2']],
      ['b', ['b1']],
    ]);
  });
});

describe('accrueByYear', () => {
  it('takes the days of each year', () => {
    expect(accrueByYear(cents(36_500), day('2027-01-01'), day('2027-01-31'), horizon).map((part) => part.amountCents)).toEqual([3_100]);
    expect(accrueByYear(cents(36_600), day('2027-12-31'), day('2028-12-31'), horizon).map((part) => part.amountCents)).toEqual([100, 36_600]);
    expect(accrueByYear(cents(36_500), day('2025-01-01'), day('2026-12-31'), horizon)).toEqual([]);
  });
});

describe('roundCents', () => {
  it('rounds halves away from zero', () => {
    expect([roundCents(2.5), roundCents(-2.5), roundCents(2.4), Object.is(roundCents(-0.2), 0)]).toEqual([3, -3, 2, true]);
  });
});

describe('licenceStreams', () => {
  it('takes contract and rest apart', () => {
    expect(
      licenceStreams(item('a', null, 10_000), [contract('a', { annual: 8_000 })]).map(({ annualCents, contract: bound }) => [annualCents, bound !== null]),
    ).toEqual([
      [8_000, true],
      [2_000, false],
    ]);
  });

  it('binds the cost of the item by the contract that ends last', () => {
    const [stream] = licenceStreams(item('a', null, 10_000), [contract('a', { endsOn: '2027-01-31' }), contract('a', { endsOn: '2029-01-31' })]);
    expect(stream?.contract?.endsOn).toBe('2029-01-31');
  });

  it('has no stream where nobody knows the cost', () => {
    expect(licenceStreams(item('a', null, null), [contract('a')])).toEqual([]);
  });
});

describe('paidTerms', () => {
  it('follows the worked example', () => {
    expect(paidTerms(contract('a'), isoDate('2027-01-01'), isoDate('2027-11-15')).map((term) => term.endsOn)).toEqual(['2027-12-31', '2028-12-31']);
  });
});

describe('hasTerms', () => {
  it('needs an end, a renewal and a term', () => {
    expect(hasTerms(contract('a'))).toBe(true);
    expect([{ endsOn: null }, { renewal: 'none' as const }, { renewalMonths: 0 }].map((change) => hasTerms(contract('a', change)))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('paidUntil', () => {
  it('goes on into the next term of a tacit contract, to the end of an express one, and to the need without one', () => {
    const until = (bound: ReturnType<typeof contract> | null) =>
      paidUntil({ annualCents: cents(1), contract: bound }, isoDate('2027-01-01'), isoDate('2027-11-15'));
    expect([until(contract('a')), until(contract('a', { renewal: 'express' })), until(null)]).toEqual(['2028-12-31', '2027-12-31', '2027-11-15']);
  });

  it('is the last day of need without a contract, and none for good', () => {
    const stream = { annualCents: cents(1), contract: null };
    expect(paidUntil(stream, isoDate('2027-01-01'), isoDate('2027-05-05'))).toBe('2027-05-05');
    expect(paidUntil(stream, isoDate('2027-01-01'), null)).toBeNull();
  });
});

describe('licenceFlows', () => {
  it('raises the price at the renewal', () => {
    expect(licenceFlows({ annualCents: cents(120_000), contract: contract('a') }, null, 10, horizon).map((part) => part.amountCents)).toEqual([
      120_000, 132_000,
    ]);
  });
});

describe('trackDates', () => {
  it('gives the wave and the switch-off', () => {
    const tasks = [task('mail', 'wave', 'rollOut', '2027-03-01', '2027-03-05', 100), task('mail', 'phase', 'switchOff', '2027-04-05', '2027-04-09')];
    const dates = [...trackDates({ tracks: [track('mail')], tasks }, 0).values()][0];
    expect(dates?.waves).toEqual([{ accounts: 100, startDay: day('2027-03-01'), finishDay: day('2027-03-05') }]);
    expect(dates?.switchOffDay).toBe(day('2027-04-09'));
  });

  it('has no switch-off while a task has no date', () => {
    const dates = [...trackDates({ tracks: [track('mail')], tasks: [task('mail', 'phase', 'prepare', null, null)] }, 0).values()][0];
    expect(dates?.switchOffDay).toBeNull();
  });
});

describe('tasksByTrack', () => {
  it('keeps the tasks of a track in their order, and has nothing for a track without one', () => {
    const wave = task('mail', 'wave', 'rollOut', '2027-03-01', '2027-03-05', 100);
    const other = task('office', 'phase', 'prepare', '2027-01-04', '2027-01-08');
    const switchOff = task('mail', 'phase', 'switchOff', '2027-04-05', '2027-04-09');
    expect([...tasksByTrack([wave, other, switchOff])]).toEqual([
      ['mail', [wave, switchOff]],
      ['office', [other]],
    ]);
  });
});

describe('busiestTrack', () => {
  it('is the one with most accounts, the first by position of several, and none where nobody moves', () => {
    const moving = (key: 'office' | 'mail' | 'identity', position: number, accounts: number) => ({ track: track(key, { position }), accounts });
    expect(busiestTrack([moving('office', 0, 100), moving('mail', 2, 300), moving('identity', 1, 300)])).toBe('identity');
    expect(busiestTrack([moving('office', 0, 0)])).toBeNull();
  });
});

describe('moveFlows', () => {
  it('follows the worked example', () => {
    const office = track('office', { crewMinutesPerAccount: 30 });
    const dates = {
      track: office,
      waves: [{ accounts: 10, startDay: day('2027-03-01'), finishDay: day('2027-03-05') }],
      switchOffDay: null,
      isScheduled: true,
    };
    const rates: Readonly<Record<string, number>> = { 'crew.ratePerHour': 8_000, 'migration.office': 500 };
    const flows = moveFlows(dates, (key) => rates[key] ?? 0, false, horizon);
    expect(flows.reduce((sum, flow) => sum + flow.amountCents, 0)).toBe(45_000);
  });
});

describe('appraise', () => {
  it('follows the worked examples', () => {
    expect(netPresentValue([cents(-10_000), cents(11_000)], 10)).toBe(0);
    const flow = (from: string, to: string, amountCents: number): Flow => ({
      track: null,
      kind: 'licence',
      fromDay: day(from),
      toDay: day(to),
      amountCents: cents(amountCents),
    });
    const saved = flow('2027-03-02', '2027-12-31', 305 * 1_000);
    expect(paybackDate([flow('2027-03-01', '2027-03-01', 10_000)], [saved], horizon)).toBe('2027-03-11');
    expect(paybackDate([flow('2027-03-01', '2027-03-01', 10_000)], [], horizon)).toBeNull();
    expect(paybackDate([], [saved], horizon)).toBeNull();
    const unpaid = { paybackOn: null, stayTotalCents: cents(50_000) };
    expect([50_000, 60_000].map((total) => hasNothingToPayBack({ ...unpaid, totalCents: cents(total) }))).toEqual([true, false]);
  });
});
