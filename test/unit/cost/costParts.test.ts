import { describe, expect, it } from 'vitest';
import { isoDate, toDayNumber } from '../../../core/domain/calendar.ts';
import { hasNothingToPayBack, netPresentValue, paybackDate } from '../../../core/domain/cost/appraise.ts';
import { accrueByYear, roundCents, type Flow } from '../../../core/domain/cost/flow.ts';
import { licenceFlows, licenceStreams, paidTerms, paidUntil } from '../../../core/domain/cost/licenceStreams.ts';
import { moveFlows } from '../../../core/domain/cost/moveFlows.ts';
import { trackDates } from '../../../core/domain/cost/trackDates.ts';
import { cents } from '../../../core/domain/money.ts';
import { contract, item, task, track } from './costPlan.ts';

const day = (text: string) => toDayNumber(isoDate(text));
const horizon = { firstDay: day('2027-01-01'), lastDay: day('2028-12-31') };

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

describe('paidUntil', () => {
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
