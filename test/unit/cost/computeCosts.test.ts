import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemId, TrackId } from '../../../core/domain/ids.ts';
import type { Strategy } from '../../../core/domain/mapping/decision.ts';
import { apportion, cents, sumCents } from '../../../core/domain/money.ts';
import { addDays, isoDate } from '../../../core/domain/calendar.ts';
import { hasNothingToPayBack } from '../../../core/domain/cost/appraise.ts';
import { computeCosts } from '../../../core/domain/cost/computeCosts.ts';
import { contract, input, item, task, track } from './costPlan.ts';

const decide = (itemId: string, strategy: Strategy) => ({ itemId: itemId as ItemId, strategy });
const office = track('office');
const timeline = (finish: string, accounts = 100) => ({
  tracks: [office],
  waves: [],
  tasks: [task('office', 'wave', 'rollOut', '2027-03-01', '2027-03-05', accounts), task('office', 'phase', 'switchOff', finish, finish)],
});
const line = (costs: ReturnType<typeof computeCosts>, kind: string) => costs.lines.find((entry) => entry.kind === kind)?.byYear;

describe('licences', () => {
  it('follows the worked example', () => {
    const costs = computeCosts(input({ items: [item('a', 'office', 100_000)], decisions: [decide('a', 'replace')], timeline: timeline('2027-12-31') }));
    expect(costs.years).toEqual([2027, 2028, 2029]);
    expect(costs.lines).toEqual([{ track: 'office', kind: 'licence', byYear: [100_000, 0, 0], totalCents: 100_000 }]);
    expect(costs.stayByYear).toEqual([100_000, 100_000, 100_000]);
    expect(costs.problems).toEqual([]);
  });

  it('runs by days until the switch-off where no contract binds', () => {
    const costs = computeCosts(input({ items: [item('a', 'office', 36_500)], decisions: [decide('a', 'replace')], timeline: timeline('2027-04-10') }));
    expect(line(costs, 'licence')).toEqual([10_000, 0, 0]);
  });

  it('runs on to the end of the term, and into the next one when notice is not in time', () => {
    const run = (finish: string) =>
      computeCosts(
        input({
          items: [item('a', 'office', 120_000)],
          contracts: [contract('a', { annual: 120_000 })],
          decisions: [decide('a', 'replace')],
          timeline: timeline(finish),
        }),
      );
    // Notice of 90 days for 31 December is due on 2 October.
    expect(line(run('2027-10-02'), 'licence')).toEqual([120_000, 0, 0]);
    expect(run('2027-10-02').missedRenewals).toEqual([]);
    expect(line(run('2027-10-03'), 'licence')).toEqual([120_000, 120_000, 0]);
    expect(run('2027-10-03').missedRenewals).toEqual([
      { contractId: 'contract-a', name: 'Contract a', renewsOn: '2028-01-01', decideBy: '2027-10-02', lastWaveFinishesOn: '2027-10-03', costCents: 120_000 },
    ]);
  });

  it('counts every renewal on the way, each with its own price', () => {
    const costs = computeCosts(
      input({
        items: [item('a', 'office', null)],
        contracts: [contract('a', { annual: 120_000 })],
        decisions: [decide('a', 'replace')],
        timeline: timeline('2029-01-15'),
        rates: { 'price.increase': 10 },
        years: undefined,
      }),
    );
    // The last task finishes in 2029; three more years show what has been gained.
    expect(costs.years).toEqual([2027, 2028, 2029, 2030, 2031, 2032]);
    expect(line(costs, 'licence')).toEqual([120_000, 132_000, 145_200, 0, 0, 0]);
    expect(costs.stayByYear).toEqual([120_000, 132_000, 145_200, 159_720, 175_692, 193_261]);
    expect(costs.missedRenewals.map(({ renewsOn, costCents }) => [renewsOn, costCents])).toEqual([
      ['2028-01-01', 132_000],
      ['2029-01-01', 145_200],
    ]);
  });

  it('raises a three-year term at its renewal by three years', () => {
    const costs = computeCosts(
      input({
        items: [item('a', null, 100_000)],
        contracts: [contract('a', { renewalMonths: 36 })],
        decisions: [decide('a', 'keep')],
        rates: { 'price.increase': 10 },
        years: 3,
      }),
    );
    expect(costs.stayByYear).toEqual([100_000, 133_100, 133_100]);
  });

  it('raises what has no contract on 1 January', () => {
    const costs = computeCosts(input({ items: [item('a', null, 100_000)], decisions: [decide('a', 'keep')], rates: { 'price.increase': 10 } }));
    expect(costs.stayByYear).toEqual([100_000, 110_000, 121_000]);
  });

  it('takes an express contract to the end of the term in which the need ends, without notice', () => {
    const costs = computeCosts(
      input({
        items: [item('a', 'office', 120_000)],
        contracts: [contract('a', { renewal: 'express', endsOn: '2027-06-30' })],
        decisions: [decide('a', 'replace')],
        timeline: timeline('2027-06-30'),
      }),
    );
    expect(line(costs, 'licence')).toEqual([Math.round((120_000 * 181) / 365), 0, 0]);
    expect(costs.missedRenewals).toEqual([]);
  });

  it('pays what was bought once to its end', () => {
    const costs = computeCosts(
      input({
        items: [item('a', 'office', 36_500)],
        contracts: [contract('a', { renewal: 'none', endsOn: '2027-12-31' })],
        decisions: [decide('a', 'replace')],
        timeline: timeline('2027-04-10'),
      }),
    );
    expect(line(costs, 'licence')).toEqual([36_500, 0, 0]);
  });

  it('splits an item into its contract and the rest', () => {
    const costs = computeCosts(
      input({
        items: [item('a', 'office', 36_500)],
        contracts: [contract('a', { annual: 14_600 })],
        decisions: [decide('a', 'replace')],
        timeline: timeline('2027-04-10'),
      }),
    );
    expect(line(costs, 'licence')).toEqual([14_600 + 6_000, 0, 0]);
  });

  it('lets contracts stand that name more than their item, and says so', () => {
    const costs = computeCosts(input({ items: [item('a', null, 100)], contracts: [contract('a', { annual: 300 })], decisions: [decide('a', 'keep')] }));
    expect(costs.stayByYear[0]).toBe(300);
    expect(costs.problems).toEqual([{ severity: 'notice', messageKey: 'cost.problem.contractsAboveItem', params: { count: 1 } }]);
  });

  it('retires at the next end that can be reached, without a contract at the end of the year', () => {
    const decisions = [decide('a', 'retire'), decide('b', 'retire')];
    const costs = computeCosts(
      input({ items: [item('a', 'office', 120_000), item('b', 'office', 5_000)], contracts: [contract('a')], decisions, startsOn: '2027-11-01' }),
    );
    const days = 61;
    expect(line(costs, 'licence')).toEqual([Math.round((120_000 * days) / 365) + Math.round((5_000 * days) / 365), 120_000, 0]);
  });

  it('waits for all tracks of a bundle', () => {
    const plan = timeline('2027-12-31');
    const mail = [task('mail', 'wave', 'rollOut', '2028-01-10', '2028-01-14', 100), task('mail', 'phase', 'switchOff', '2028-12-31', '2028-12-31')];
    const costs = computeCosts(
      input({
        items: [{ ...item('a', 'office', 100_000), alsoTrackIds: ['mail' as TrackId] }],
        decisions: [decide('a', 'replace')],
        timeline: { tracks: [office, track('mail')], waves: [], tasks: [...plan.tasks, ...mail] },
      }),
    );
    expect(line(costs, 'licence')).toEqual([100_000, 100_000, 0]);
  });

  it('goes on with what is undecided or not scheduled, counts what has no cost, and says all of it', () => {
    const costs = computeCosts(
      input({
        items: [item('a', 'office', 100), item('b', 'office', 100), item('c', null, null)],
        decisions: [decide('a', 'replace'), decide('c', 'keep')],
        timeline: { tracks: [office], waves: [], tasks: [task('office', 'wave', 'rollOut', null, null, 100)] },
      }),
    );
    expect(line(costs, 'licence')).toEqual([200, 200, 200]);
    expect(costs.itemsWithoutCost).toBe(1);
    expect(costs.problems.map((problem) => [problem.messageKey, problem.params.count])).toEqual([
      ['cost.problem.itemsWithoutCost', 1],
      ['cost.problem.undecidedItems', 1],
      ['cost.problem.notScheduled', 1],
    ]);
  });
});

describe('moving', () => {
  const moving = (rates: Readonly<Record<string, number>>, change: Parameters<typeof track>[1] = {}) =>
    computeCosts(input({ timeline: { ...timeline('2027-12-31', 100), tracks: [track('office', change)] }, rates }));

  it('pays migration and training once, on the finish of the wave', () => {
    const costs = moving(
      { 'crew.ratePerHour': 8_000, 'training.ratePerHour': 4_500, 'migration.office': 500 },
      { crewMinutesPerAccount: 30, trainingMinutesPerAccount: 120 },
    );
    expect(line(costs, 'migration')).toEqual([100 * 4_000 + 100 * 500, 0, 0]);
    expect(line(costs, 'training')).toEqual([100 * 9_000, 0, 0]);
  });

  it('pays the replacement from the day after the wave, and both systems from the first wave to the switch-off', () => {
    const costs = moving({ 'replacement.office': 365, 'doubleRunning.office': 730 });
    // 6 March to 31 December are 301 days, 1 March to 31 December 306.
    expect(line(costs, 'replacement')).toEqual([30_100, 36_500, 36_500]);
    expect(line(costs, 'doubleRunning')).toEqual([61_200, 0, 0]);
  });

  it('counts the help desk for one year after the wave, each account once', () => {
    const tasks = [...timeline('2027-12-31', 100).tasks, task('mail', 'wave', 'rollOut', '2027-03-01', '2027-03-05', 80)];
    const costs = computeCosts(
      input({ timeline: { tracks: [office, track('mail', { position: 1 })], waves: [], tasks }, rates: { 'support.account': 1_200 } }),
    );
    expect(costs.lines).toEqual([{ track: 'office', kind: 'migration', byYear: [98_959, 20_984, 0], totalCents: 119_943 }]);
  });

  it('takes a track without waves for one piece of work for all accounts', () => {
    const tasks = [task('identity', 'phase', 'prepare', '2027-01-04', '2027-02-26'), task('identity', 'phase', 'rollOut', '2027-03-01', '2027-03-31')];
    const costs = computeCosts(
      input({ timeline: { tracks: [track('identity', { movesAccounts: false })], waves: [], tasks }, accountTotal: 7, rates: { 'migration.identity': 100 } }),
    );
    expect(line(costs, 'migration')).toEqual([700, 0, 0]);
  });

  it('says which assumption is missing instead of inventing it', () => {
    const costs = computeCosts({ ...input({ timeline: timeline('2027-12-31') }), assumptions: new Map([['discount.rate', 2]]) });
    expect(costs.problems.map((problem) => problem.params.key)).toEqual(['doubleRunning.office', 'migration.office', 'replacement.office', 'support.account']);
    expect(costs.usedAssumptions).toEqual(['discount.rate']);
  });
});

describe('appraisal', () => {
  it('discounts to the first year and finds the day on which the money is back', () => {
    const costs = computeCosts(
      input({
        items: [item('a', 'office', 36_500)],
        decisions: [decide('a', 'replace')],
        timeline: timeline('2027-12-31'),
        rates: { 'migration.office': 100, 'discount.rate': 10 },
      }),
    );
    expect(costs.totalsByYear).toEqual([46_500, 0, 0]);
    expect(costs.netPresentValueCents).toBe(Math.round(-10_000 + 36_500 / 1.1 + 36_500 / 1.21));
    // 100.00 spent on 5 March 2027; from 2028 on a 366th of 365.00 is saved each day: after 101 days.
    expect(costs.paybackOn).toBe('2028-04-10');
  });

  it('has no day of payback when moving stays dearer', () => {
    const costs = computeCosts(input({ timeline: timeline('2027-12-31'), rates: { 'migration.office': 100 } }));
    expect(costs.paybackOn).toBeNull();
    expect(hasNothingToPayBack(costs)).toBe(false);
    expect(costs.netPresentValueCents).toBe(-10_000);
  });

  it('has no day of payback when nothing is spent: there is nothing to pay back, whether something is saved or not', () => {
    const costs = computeCosts(input({}));
    expect(costs.paybackOn).toBeNull();
    expect(hasNothingToPayBack(costs)).toBe(true);
    const saving = computeCosts(input({ timeline: timeline('2027-12-31'), items: [item('a', 'office', 36_500)], decisions: [decide('a', 'replace')] }));
    expect(saving.totalCents).toBeLessThan(saving.stayTotalCents);
    expect([saving.paybackOn, hasNothingToPayBack(saving)]).toEqual([null, true]);
  });
});

describe('every total', () => {
  const strategies: readonly Strategy[] = ['replace', 'keep', 'retire', 'undecided'];
  const anyPlan = fc.record({
    start: fc.integer({ min: 0, max: 700 }),
    years: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    wave: fc.integer({ min: 0, max: 900 }),
    switchOff: fc.integer({ min: 0, max: 400 }),
    accounts: fc.integer({ min: 0, max: 60_000 }),
    items: fc.array(
      fc.record({
        cost: fc.option(fc.integer({ min: 0, max: 500_000_000 }), { nil: null }),
        strategy: fc.constantFrom(...strategies),
        onTrack: fc.boolean(),
        parts: fc.integer({ min: 0, max: 3 }),
        renewal: fc.constantFrom('tacit' as const, 'express' as const, 'none' as const),
        months: fc.integer({ min: 0, max: 60 }),
        notice: fc.integer({ min: 0, max: 400 }),
        end: fc.integer({ min: -500, max: 1500 }),
      }),
      { maxLength: 6 },
    ),
    rates: fc.record({
      'migration.office': fc.integer({ min: 0, max: 50_000 }),
      'replacement.office': fc.integer({ min: 0, max: 50_000 }),
      'doubleRunning.office': fc.double({ min: 0, max: 9_999, noNaN: true }),
      'crew.ratePerHour': fc.integer({ min: 0, max: 20_000 }),
      'training.ratePerHour': fc.integer({ min: 0, max: 20_000 }),
      'price.increase': fc.double({ min: 0, max: 15, noNaN: true }),
      'discount.rate': fc.double({ min: 0, max: 10, noNaN: true }),
    }),
  });

  it('is the sum of its parts to the cent, and a plan always costs the same', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const base = isoDate('2027-01-01');
        const on = (days: number) => addDays(base, days);
        const tasks = [
          task('office', 'wave', 'rollOut', on(plan.wave), on(plan.wave + 4), plan.accounts),
          task('office', 'phase', 'switchOff', on(plan.wave + plan.switchOff + 5), on(plan.wave + plan.switchOff + 5)),
        ];
        const contracts = plan.items.flatMap((entry, index) =>
          entry.parts === 0 || entry.cost === null
            ? []
            : apportion(
                cents(entry.cost),
                Array.from({ length: entry.parts }, (_, part) => part + 1),
              ).map((annual) =>
                contract(`i${index}`, { annual, endsOn: on(entry.end), renewal: entry.renewal, renewalMonths: entry.months, noticeDays: entry.notice }),
              ),
        );
        const make = () =>
          computeCosts(
            input({
              startsOn: on(plan.start),
              years: plan.years,
              accountTotal: plan.accounts,
              rates: plan.rates,
              contracts,
              items: plan.items.map((entry, index) => item(`i${index}`, entry.onTrack ? 'office' : null, entry.cost)),
              decisions: plan.items.map((entry, index) => decide(`i${index}`, entry.strategy)),
              timeline: { tracks: [track('office', { crewMinutesPerAccount: 7, trainingMinutesPerAccount: 45 })], waves: [], tasks },
            }),
          );
        const costs = make();
        for (const [index] of costs.years.entries())
          expect(sumCents(costs.lines.map((entry) => entry.byYear[index] ?? cents(0)))).toBe(costs.totalsByYear[index]);
        for (const entry of costs.lines) expect(sumCents(entry.byYear)).toBe(entry.totalCents);
        expect(sumCents(costs.lines.map((entry) => entry.totalCents))).toBe(costs.totalCents);
        expect(sumCents(costs.totalsByYear)).toBe(costs.totalCents);
        expect(sumCents(costs.stayByYear)).toBe(costs.stayTotalCents);
        expect(costs.itemsWithoutCost).toBe(plan.items.filter((entry) => entry.cost === null).length);
        // Nobody pays more for licences than by staying.
        const licences = sumCents(costs.lines.filter((entry) => entry.kind === 'licence').map((entry) => entry.totalCents));
        expect(licences).toBeLessThanOrEqual(costs.stayTotalCents);
        expect(make()).toEqual(costs);
      }),
      { numRuns: 200 },
    );
  });
});
