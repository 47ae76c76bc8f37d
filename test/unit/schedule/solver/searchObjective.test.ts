import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlanProblem, type PlanDescription } from '../../../../core/domain/schedule/solver/objectives/createPlanProblem.ts';
import type { Objective } from '../../../../core/domain/schedule/solver/objectives/objective.ts';
import { searchObjective } from '../../../../core/domain/schedule/solver/objectives/searchObjective.ts';
import { checkPlan } from '../../../support/checkPlan.ts';
import { exhaustivePlan, isBetter } from '../../../support/exhaustivePlan.ts';
import { planValue } from '../../../support/planValue.ts';
import { tinyObjectives, tinyPlans } from '../../../support/tinyPlans.ts';

const ints = (...values: readonly number[]) => Int32Array.from(values);
const full = (horizon: number, units = 1) => new Array<number>(horizon).fill(units);
const options = { seed: 1, passes: 250 };

function startsOf(plan: PlanDescription, ...objectives: readonly Objective[]): readonly number[] | null {
  const found = searchObjective(createPlanProblem(plan), objectives, options);
  return found && [...found.start];
}

const casesOf = (activities: number) =>
  tinyPlans({ activities, horizon: 12 }).chain((plan) => fc.tuple(fc.constant(plan), tinyObjectives(plan.activities.length, 12)));

describe('the search for objectives of plans', () => {
  it('puts first what is due first', () => {
    const plan = {
      horizon: 9,
      available: [full(9)],
      activities: [
        { duration: 3, demands: [1] },
        { duration: 3, demands: [1] },
      ],
    };
    expect(startsOf(plan, { kind: 'lateness', weight: ints(1, 1), due: ints(6, 3) })).toEqual([3, 0]);
  });

  it('finishes the users of a dear contract before its date', () => {
    const plan = { horizon: 12, available: [full(12)], activities: [4, 2, 2].map((duration) => ({ duration, demands: [1] })) };
    const term = (group: Int32Array, cost: number) => ({ group, date: ints(4), cost: ints(cost), again: null });
    const start = startsOf(plan, { kind: 'stepCosts', terms: [term(ints(0), 5), term(ints(1, 2), 9)] }, { kind: 'finish' });
    expect(start?.[0]).toBe(4);
  });

  it('moves a payment to just before the income behind it, and what stands between gives way', () => {
    const plan = {
      horizon: 12,
      activities: [{ duration: 2 }, { duration: 1 }, { duration: 1, pinned: 9 }],
      links: [
        { from: 0, to: 1, lag: 0, counts: 'fromFinish' },
        { from: 1, to: 2, lag: 0, counts: 'fromFinish' },
      ] as const,
    };
    expect(startsOf(plan, { kind: 'presentValue', flow: ints(-10, 0, 30), factor: 0.95 })).toEqual([6, 8, 9]);
  });

  it('keeps what can stay when a plan is repaired', () => {
    const plan = {
      horizon: 20,
      available: [full(20)],
      activities: [
        { duration: 4, demands: [1], pinned: 1 },
        { duration: 3, demands: [1] },
        { duration: 3, demands: [1] },
      ],
    };
    expect(startsOf(plan, { kind: 'stability', weight: ints(0, 1, 1), former: ints(0, 4, 9) })).toEqual([1, 5, 9]);
  });

  it('lets an earlier objective decide', () => {
    const plan = {
      horizon: 9,
      available: [full(9)],
      activities: [
        { duration: 3, demands: [1] },
        { duration: 2, demands: [1] },
      ],
    };
    const late = (activity: number): Objective => ({ kind: 'lateness', weight: ints(Number(activity === 0), Number(activity === 1)), due: ints(0, 0) });
    expect(startsOf(plan, late(0), late(1))).toEqual([0, 3]);
    expect(startsOf(plan, late(1), late(0))).toEqual([2, 0]);
  });

  it('says so when no schedule keeps the rules, and needs no activity', () => {
    expect(
      startsOf({ horizon: 9, available: [full(9)], activities: [0, 1].map(() => ({ duration: 2, demands: [1], deadline: 3 })) }, { kind: 'finish' }),
    ).toBeNull();
    expect(startsOf({ horizon: 9, activities: [] }, { kind: 'finish' })).toEqual([]);
  });

  it('stops when it is told to and gives what it has', () => {
    const plan = {
      horizon: 9,
      available: [full(9)],
      activities: [
        { duration: 3, demands: [1] },
        { duration: 2, demands: [1] },
      ],
    };
    const found = searchObjective(createPlanProblem(plan), [{ kind: 'finish' }], { seed: 1, passes: 10_000, shouldStop: () => true });
    expect(found?.values).toEqual([5]);
    expect(found?.passes).toBeLessThan(10);
  });

  it('keeps every rule, tells the true values, is never better than the optimum and nearly always as good', () => {
    let solvable = 0;
    let optimal = 0;
    fc.assert(
      fc.property(casesOf(4), ([plan, objectives]) => {
        const found = searchObjective(createPlanProblem(plan), objectives, options);
        const best = exhaustivePlan(plan, objectives);
        if (best === null) {
          expect(found).toBeNull();
          return;
        }
        solvable += 1;
        if (found === null) return;
        expect(checkPlan(plan, found.start)).toEqual([]);
        for (const [place, objective] of objectives.entries()) expect(found.values[place]).toBeCloseTo(planValue(plan, objective, found.start), 5);
        expect(isBetter(found.values, best.values)).toBe(false);
        if (!isBetter(best.values, found.values)) optimal += 1;
      }),
      { numRuns: 2000, seed: 20261122 },
    );
    expect(solvable).toBeGreaterThan(1000);
    expect(optimal / solvable).toBeGreaterThanOrEqual(0.98);
  });

  it('gives the same schedule for the same seed', () => {
    fc.assert(
      fc.property(casesOf(5), fc.nat(1000), ([plan, objectives], seed) => {
        const again = () => searchObjective(createPlanProblem(plan), objectives, { seed, passes: 150 });
        expect(again()).toEqual(again());
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });

  it('has an optimum that neither the order of activities changes nor more capacity makes worse', () => {
    fc.assert(
      fc.property(casesOf(3), ([plan, objectives]) => {
        const best = exhaustivePlan(plan, objectives);
        const turned = exhaustivePlan(
          turnPlan(plan),
          objectives.map((objective) => turnObjective(objective, plan.activities.length)),
        );
        expect(turned === null).toBe(best === null);
        const more = exhaustivePlan(withMore(plan), objectives);
        if (best === null || turned === null) return;
        expect(isBetter(turned.values, best.values) || isBetter(best.values, turned.values)).toBe(false);
        expect(more).not.toBeNull();
        expect(isBetter(best.values, more?.values ?? [])).toBe(false);
      }),
      { numRuns: 800, seed: 20261122 },
    );
  });
});

/** The same plan with its activities in reverse order. */
function turnPlan(plan: PlanDescription): PlanDescription {
  const last = plan.activities.length - 1;
  return {
    ...plan,
    activities: plan.activities.toReversed(),
    links: (plan.links ?? []).map(({ from, to, ...link }) => ({ ...link, from: last - from, to: last - to })),
  };
}

function turnObjective(objective: Objective, count: number): Objective {
  const places = (group: Int32Array) => group.map((activity) => count - 1 - activity);
  switch (objective.kind) {
    case 'finish':
      return objective;
    case 'lateness':
      return { ...objective, weight: objective.weight.toReversed(), due: objective.due.toReversed() };
    case 'stepCosts':
      return { ...objective, terms: objective.terms.map((term) => ({ ...term, group: places(term.group) })) };
    case 'overlap':
      return { ...objective, terms: objective.terms.map((term) => ({ ...term, group: places(term.group), until: count - 1 - term.until })) };
    case 'presentValue':
      return { ...objective, flow: objective.flow.toReversed() };
    case 'stability':
      return { ...objective, weight: objective.weight.toReversed(), former: objective.former.toReversed() };
    case 'sum':
      return { ...objective, parts: objective.parts.map((part) => turnObjective(part, count)) };
  }
}

/** One unit more of everything at all times. */
function withMore(plan: PlanDescription): PlanDescription {
  return {
    ...plan,
    available: (plan.available ?? []).map((units) => Array.from(units, (value) => value + 1)),
    ...(plan.buckets && { buckets: { ...plan.buckets, limits: plan.buckets.limits.map((line) => line.map((limit) => limit + 1)) } }),
  };
}
