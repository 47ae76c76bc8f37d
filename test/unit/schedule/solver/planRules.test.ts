import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../core/domain/schedule/search/random.ts';
import { orderOf } from '../../../../core/domain/schedule/solver/chains.ts';
import { createInsertion } from '../../../../core/domain/schedule/solver/listInsertion.ts';
import { createPlanProblem, type PlanDescription } from '../../../../core/domain/schedule/solver/objectives/createPlanProblem.ts';
import { createPlanGeneration } from '../../../../core/domain/schedule/solver/objectives/planGeneration.ts';
import { createPlanLoad } from '../../../../core/domain/schedule/solver/objectives/planLoad.ts';
import { startWindows } from '../../../../core/domain/schedule/solver/objectives/startWindows.ts';
import { createWorkTimes } from '../../../../core/domain/schedule/solver/objectives/workTimes.ts';
import { checkPlan } from '../../../support/checkPlan.ts';
import { exhaustivePlan } from '../../../support/exhaustivePlan.ts';
import { tinyPlans } from '../../../support/tinyPlans.ts';

/** The activities in the order given, each as early as it goes; null where some activity has no start at all. */
function place(
  plan: PlanDescription,
  list?: readonly number[],
  notBefore?: readonly number[],
): { readonly start: readonly number[]; readonly missed: number } | null {
  const problem = createPlanProblem(plan);
  const times = createWorkTimes(problem);
  const windows = startWindows(problem, times);
  if (windows === null) return null;
  const generate = createPlanGeneration(problem, times, windows, createPlanLoad(problem, times));
  const start = new Int32Array(problem.count);
  const missed = generate(Int32Array.from(list ?? orderOf(problem, 'forward')), Int32Array.from(notBefore ?? new Int32Array(problem.count)), start);
  return { start: [...start], missed };
}

const off = (horizon: number, ...times: readonly number[]) => Array.from({ length: horizon }, (_, time) => (times.includes(time) ? 0 : 1));
const full = (horizon: number, units = 1) => new Array<number>(horizon).fill(units);

describe('the rules of plans', () => {
  it('writes a lag after a finish down with the duration and says that it counts from there', () => {
    const problem = createPlanProblem({
      horizon: 9,
      activities: [{ duration: 3 }, { duration: 1 }],
      links: [{ from: 0, to: 1, lag: 0, counts: 'fromFinish' }],
    });
    expect([...problem.after.lag]).toEqual([3]);
    expect([...problem.finishLag.after]).toEqual([0]);
  });

  it('keeps lags of both kinds with the activities that they lead to and come from', () => {
    const links = [
      { from: 2, to: 1, lag: 4, counts: 'fromStart' },
      { from: 0, to: 2, lag: 1, counts: 'fromFinish' },
      { from: 0, to: 1, lag: 2, counts: 'fromFinish' },
    ] as const;
    const { after, before, finishLag } = createPlanProblem({ horizon: 20, activities: [{ duration: 1 }, { duration: 1 }, { duration: 1 }], links });
    expect([[...after.other], [...finishLag.after]]).toEqual([
      [2, 1, 1],
      [1, 2, -1],
    ]);
    expect([[...before.other], [...finishLag.before]].map((row) => row.length)).toEqual([3, 3]);
    const into1 = [0, 1].map((entry) => [before.other[entry], finishLag.before[entry]]).sort();
    expect(into1).toEqual([
      [0, 2],
      [2, -1],
    ]);
  });

  it('refuses lags below 0, lags in a circle and pinned activities behind the horizon', () => {
    const two = { horizon: 5, activities: [{ duration: 1 }, { duration: 1 }] };
    const link = { from: 0, to: 1, lag: 0, counts: 'fromStart' } as const;
    expect(() => createPlanProblem({ ...two, links: [{ ...link, lag: -1 }] })).toThrow();
    expect(() => createPlanProblem({ ...two, links: [link, { ...link, from: 1, to: 0 }] })).toThrow();
    expect(() => createPlanProblem({ ...two, activities: [{ duration: 2, pinned: 4 }] })).toThrow();
  });

  it('lets an activity pause over time in which nobody works only if it may', () => {
    const activities = (isSplittable: boolean) => [{ duration: 3, isSplittable, release: 1 }];
    const plan = { horizon: 6, calendars: [off(6, 2, 3)] };
    expect(place({ ...plan, activities: activities(true) })).toEqual({ start: [1], missed: 0 });
    expect(createWorkTimes(createPlanProblem({ ...plan, activities: activities(true) })).finishOf(0, 1)).toBe(6);
    expect(place({ ...plan, activities: activities(false) })).toBeNull();
  });

  it('counts a lag after a finish behind the pause', () => {
    const activities = [{ duration: 2, isSplittable: true }, { duration: 1 }];
    const links = [{ from: 0, to: 1, lag: 1, counts: 'fromFinish' }] as const;
    expect(place({ horizon: 9, calendars: [off(9, 1, 2)], activities, links })?.start).toEqual([0, 5]);
  });

  it('finds the last starts that deadlines leave', () => {
    const problem = createPlanProblem({
      horizon: 20,
      activities: [
        { duration: 2, deadline: 7 },
        { duration: 3, deadline: 9 },
      ],
      links: [{ from: 0, to: 1, lag: 0, counts: 'fromFinish' }],
    });
    expect([...(startWindows(problem, createWorkTimes(problem))?.latest ?? [])]).toEqual([4, 6]);
  });

  it('waits for a resource that is away', () => {
    const plan = {
      horizon: 9,
      available: [[1, 1, 0, 1, 1, 1, 1, 1, 1]],
      activities: [
        { duration: 2, demands: [1] },
        { duration: 2, demands: [1] },
      ],
    };
    expect(place(plan)).toEqual({ start: [0, 3], missed: 0 });
  });

  it('keeps away from forbidden starts and tells how late a deadline is missed', () => {
    const plan = {
      horizon: 9,
      available: [full(9)],
      forbiddenStarts: [[0, 2]],
      activities: [
        { duration: 2, demands: [1], startRule: 0 },
        { duration: 1, demands: [1], deadline: 1 },
      ],
    };
    expect(place(plan, [1, 0])).toEqual({ start: [1, 0], missed: 0 });
    expect(place(plan, [0, 1])).toEqual({ start: [1, 0], missed: 0 });
    expect(
      place(
        {
          ...plan,
          activities: [
            { duration: 2, demands: [1] },
            { duration: 1, demands: [1], deadline: 1 },
          ],
        },
        [0, 1],
      ),
    ).toEqual({ start: [0, 2], missed: 2 });
  });

  it('fills buckets up to their limits', () => {
    const plan = { horizon: 12, buckets: { length: 4, limits: [[2, 4]] }, activities: [0, 1, 2].map(() => ({ duration: 2, bucketDemands: [1] })) };
    expect(place(plan)?.start).toEqual([0, 4, 4]);
  });

  it('needs support that falls after a finish', () => {
    const plan = {
      horizon: 9,
      available: [full(9, 2)],
      activities: [
        { duration: 3, support: { units: 2, demands: [2] } },
        { duration: 1, demands: [1], release: 3 },
        { duration: 1, demands: [2], release: 3 },
      ],
    };
    expect(place(plan)?.start).toEqual([0, 4, 5]);
  });

  it('takes pinned activities as they are and leaves nothing where they take too much', () => {
    const plan = {
      horizon: 6,
      available: [full(6)],
      activities: [
        { duration: 2, demands: [2], pinned: 1, release: 3 },
        { duration: 1, demands: [1], release: 1 },
      ],
    };
    expect(place(plan)).toEqual({ start: [1, 3], missed: 0 });
    expect(checkPlan(plan, [1, 3])).toEqual([]);
    expect(checkPlan(plan, [1, 2])).toHaveLength(1);
  });

  it('makes schedules that the checker is content with, whatever the list and the dates', () => {
    let placed = 0;
    fc.assert(
      fc.property(tinyPlans({ activities: 7, horizon: 20 }), fc.nat(1000), (plan, seed) => {
        const problem = createPlanProblem(plan);
        const random = createRandom(seed);
        const list = orderOf(problem, 'forward');
        const insertion = createInsertion(problem, 'forward', random);
        for (let move = 0; move < 10; move += 1) insertion(list);
        const notBefore = plan.activities.map(() => (random() < 0.7 ? 0 : Math.floor(random() * 10)));
        const found = place(plan, [...list], notBefore);
        if (found === null || found.missed > 0) return;
        placed += 1;
        expect(checkPlan(plan, found.start)).toEqual([]);
      }),
      { numRuns: 3000, seed: 20261122 },
    );
    expect(placed).toBeGreaterThan(900);
  });

  it('reaches every schedule that keeps the rules by its own starts as dates', () => {
    fc.assert(
      fc.property(tinyPlans({ activities: 3, horizon: 10 }), (plan) => {
        const any = exhaustivePlan(plan, [{ kind: 'finish' }]);
        if (any === null) return;
        expect(place(plan, undefined, any.start)).toEqual({ start: any.start, missed: 0 });
      }),
      { numRuns: 300, seed: 20261122 },
    );
  });
});
