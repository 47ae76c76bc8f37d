import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEvaluation } from '../../../../core/domain/schedule/solver/objectives/createEvaluation.ts';
import { createPlanProblem } from '../../../../core/domain/schedule/solver/objectives/createPlanProblem.ts';
import { decidingPlace } from '../../../../core/domain/schedule/solver/objectives/decidingPlace.ts';
import { formerStarts } from '../../../../core/domain/schedule/solver/objectives/formerStarts.ts';
import { gainsByDelay } from '../../../../core/domain/schedule/solver/objectives/gainsByDelay.ts';
import type { Objective } from '../../../../core/domain/schedule/solver/objectives/objective.ts';
import { createWorkTimes } from '../../../../core/domain/schedule/solver/objectives/workTimes.ts';
import { planValue } from '../../../support/planValue.ts';
import { tinyObjectives, tinyPlans } from '../../../support/tinyPlans.ts';

const ints = (...values: readonly number[]) => Int32Array.from(values);

function worthOf(objective: Objective, start: readonly number[], finish: readonly number[]): number {
  const values = new Float64Array(1);
  createEvaluation([objective], 50)(ints(...start), ints(...finish), values);
  return values[0] as number;
}

describe('objectives of plans', () => {
  it('counts a finish, and lateness by its weight', () => {
    expect(worthOf({ kind: 'finish' }, [0, 4], [3, 9])).toBe(9);
    expect(worthOf({ kind: 'lateness', weight: ints(5, 2), due: ints(3, 6) }, [0, 4], [3, 9])).toBe(6);
  });

  it('counts a contract once more at each date that its last user misses, and then in each period', () => {
    const term = { group: ints(0, 1), date: ints(4, 8), cost: ints(100, 100), again: { every: 4, cost: 50 } };
    const costAt = (finish: number) => worthOf({ kind: 'stepCosts', terms: [term] }, [0, 0], [2, finish]);
    expect([4, 5, 8, 9, 12, 13, 17].map(costAt)).toEqual([0, 100, 100, 200, 200, 250, 300]);
  });

  it('counts two systems side by side from the first finish on', () => {
    const terms = [{ group: ints(0, 1), until: 2, costPerUnit: 3 }];
    expect(worthOf({ kind: 'overlap', terms }, [0, 0, 0], [4, 6, 10])).toBe(18);
    expect(worthOf({ kind: 'overlap', terms }, [0, 0, 0], [4, 6, 3])).toBe(0);
  });

  it('discounts what is paid and earned at a finish', () => {
    expect(worthOf({ kind: 'presentValue', flow: ints(-100, 200), factor: 0.9 }, [0, 0], [1, 2])).toBe(-72);
    expect(worthOf({ kind: 'presentValue', flow: ints(0, 0), factor: 0.9 }, [0, 0], [1, 2])).toBe(0);
  });

  it('counts how far starts move from their former ones, and nothing for new activities', () => {
    expect(worthOf({ kind: 'stability', weight: ints(2, 1, 9), former: ints(5, 1, -1) }, [3, 2, 8], [4, 3, 9])).toBe(5);
  });

  it('adds costs of different kinds up', () => {
    const overlap: Objective = { kind: 'overlap', terms: [{ group: ints(0), until: 1, costPerUnit: 2 }] };
    expect(worthOf({ kind: 'sum', parts: [{ kind: 'finish' }, overlap] }, [0, 0], [4, 6])).toBe(10);
  });

  it('lets the first value that differs decide', () => {
    expect(decidingPlace(Float64Array.of(0, 5, 1), Float64Array.of(0, 4, 9))).toBe(1);
    expect(decidingPlace(Float64Array.of(1), Float64Array.of(1))).toBe(-1);
  });

  it('knows who can gain by being later, and who wants to stay where', () => {
    expect([...gainsByDelay(2, [{ kind: 'sum', parts: [{ kind: 'presentValue', flow: ints(-10, 10), factor: 0.9 }] }])]).toEqual([1, 0]);
    expect([...gainsByDelay(2, [{ kind: 'finish' }, { kind: 'lateness', weight: ints(1, 1), due: ints(0, 0) }])]).toEqual([0, 0]);
    expect([...formerStarts(2, [{ kind: 'stability', weight: ints(1, 1), former: ints(-1, 7) }])]).toEqual([-1, 7]);
  });

  it('values every row of starts as the rule does when it is written down again', () => {
    const case_ = tinyPlans({ activities: 5, horizon: 12 }).chain((plan) =>
      fc.tuple(fc.constant(plan), tinyObjectives(plan.activities.length, 12), fc.array(fc.nat(11), { minLength: 5, maxLength: 5 })),
    );
    let compared = 0;
    fc.assert(
      fc.property(case_, ([plan, objectives, starts]) => {
        const problem = createPlanProblem(plan);
        const times = createWorkTimes(problem);
        const start = Int32Array.from(plan.activities, (_, activity) => starts[activity] as number);
        const finish = start.map((at, activity) => times.finishOf(activity, at));
        if (finish.some((at) => at > 12)) return;
        compared += 1;
        const values = new Float64Array(objectives.length);
        createEvaluation(objectives, 12)(start, finish, values);
        for (const [place, objective] of objectives.entries()) expect(values[place]).toBeCloseTo(planValue(plan, objective, start), 5);
      }),
      { numRuns: 3000, seed: 20261122 },
    );
    expect(compared).toBeGreaterThan(500);
  });
});
