import fc from 'fast-check';
import type { PlanActivity, PlanDescription } from '../../core/domain/schedule/solver/objectives/createPlanProblem.ts';
import type { Objective } from '../../core/domain/schedule/solver/objectives/objective.ts';

const sometimes = <Value>(arbitrary: fc.Arbitrary<Value>, weight = 1) => fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight, arbitrary });

/** Plans small enough for every schedule to be tried, with every rule that a plan can have. Some have no schedule. */
export function tinyPlans(most: { readonly activities: number; readonly horizon: number }): fc.Arbitrary<PlanDescription> {
  const { horizon } = most;
  const activity = fc.record({
    duration: fc.nat(4),
    demands: fc.tuple(fc.nat(2), fc.nat(2)),
    calendar: fc.nat(1),
    isSplittable: fc.boolean(),
    startRule: sometimes(fc.constant(0)),
    release: sometimes(fc.nat(Math.floor(horizon / 2))),
    deadline: sometimes(fc.integer({ min: Math.ceil(horizon / 2), max: horizon })),
    pinned: sometimes(fc.nat(Math.floor(horizon / 3))),
    bucketDemands: fc.tuple(fc.nat(2)),
    support: sometimes(fc.record({ units: fc.integer({ min: 1, max: 3 }), demands: fc.tuple(fc.nat(2), fc.nat(1)) })),
  });
  const off = fc.array(fc.nat(horizon - 1), { maxLength: 4 });
  return fc
    .record({
      activities: fc.array(activity, { minLength: 1, maxLength: most.activities }),
      links: fc.array(
        fc.record({
          from: fc.nat(most.activities - 1),
          to: fc.nat(most.activities - 1),
          lag: fc.nat(2),
          counts: fc.constantFrom('fromStart' as const, 'fromFinish' as const),
        }),
        { maxLength: most.activities },
      ),
      available: fc.tuple(...[0, 1].map(() => fc.array(fc.integer({ min: 1, max: 3 }), { minLength: horizon, maxLength: horizon }))),
      off: fc.tuple(off, off),
      forbidden: off,
      buckets: sometimes(
        fc.record({ length: fc.integer({ min: 3, max: 5 }), limits: fc.tuple(fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 4 })) }),
        2,
      ),
    })
    .map(
      ({ activities, links, available, off, forbidden, buckets }): PlanDescription => ({
        horizon,
        available,
        calendars: off.map((times) => Array.from({ length: horizon }, (_, time) => (times.includes(time) ? 0 : 1))),
        forbiddenStarts: [forbidden],
        ...(buckets && { buckets }),
        activities: activities.map(
          ({ duration, demands, calendar, isSplittable, bucketDemands, startRule, release, deadline, pinned, support }): PlanActivity => ({
            ...{ duration, demands, calendar, isSplittable, bucketDemands },
            ...(startRule !== undefined && { startRule }),
            ...(release !== undefined && { release }),
            ...(deadline !== undefined && { deadline }),
            ...(support !== undefined && { support }),
            ...(pinned !== undefined && pinned + duration <= horizon && !isSplittable && { pinned }),
          }),
        ),
        links: links.filter(({ from, to }) => from < to && to < activities.length),
      }),
    );
}

/** One to three objectives for a plan of so many activities, compared in order. */
export function tinyObjectives(count: number, horizon: number): fc.Arbitrary<readonly Objective[]> {
  const numbers = (min: number, max: number) =>
    fc.array(fc.integer({ min, max }), { minLength: count, maxLength: count }).map((values) => Int32Array.from(values));
  const group = fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: count }).map((members) => Int32Array.from(members));
  const stepCost = fc
    .record({
      group,
      dates: fc.uniqueArray(fc.integer({ min: 1, max: horizon }), { minLength: 1, maxLength: 3 }),
      cost: fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)),
      again: fc.option(fc.record({ every: fc.integer({ min: 1, max: 4 }), cost: fc.nat(9) })),
    })
    .map(({ group, dates, cost, again }) => ({ group, date: Int32Array.from(dates).sort(), cost: Int32Array.from(cost.slice(0, dates.length)), again }));
  const money: readonly fc.Arbitrary<Objective>[] = [
    fc.record({ kind: fc.constant('stepCosts'), terms: fc.array(stepCost, { minLength: 1, maxLength: 2 }) }),
    fc.record({
      kind: fc.constant('overlap'),
      terms: fc.array(fc.record({ group, until: fc.nat(count - 1), costPerUnit: fc.nat(5) }), { minLength: 1, maxLength: 2 }),
    }),
    fc.record({ kind: fc.constant('presentValue'), flow: numbers(-20, 20), factor: fc.constantFrom(0.9, 0.99, 1) }),
  ];
  const objective: fc.Arbitrary<Objective> = fc.oneof(
    fc.constant<Objective>({ kind: 'finish' }),
    fc.record({ kind: fc.constant('lateness'), weight: numbers(0, 3), due: numbers(0, horizon) }),
    fc.record({ kind: fc.constant('stability'), weight: numbers(0, 3), former: numbers(-1, horizon - 1) }),
    ...money,
    fc.record({ kind: fc.constant('sum'), parts: fc.array(fc.oneof(...money), { minLength: 1, maxLength: 3 }) }),
  );
  return fc.array(objective, { minLength: 1, maxLength: 3 });
}
