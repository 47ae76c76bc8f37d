import { describe, expect, it } from 'vitest';
import { createPlanProblem } from '../../../../core/domain/schedule/solver/objectives/createPlanProblem.ts';
import type { Objective } from '../../../../core/domain/schedule/solver/objectives/objective.ts';
import { firstLists, listByKey } from '../../../../core/domain/schedule/solver/objectives/planLists.ts';
import { startWindows } from '../../../../core/domain/schedule/solver/objectives/startWindows.ts';
import { createWorkTimes } from '../../../../core/domain/schedule/solver/objectives/workTimes.ts';

const ints = (...values: readonly number[]) => Int32Array.from(values);

describe('listByKey', () => {
  it('lets an activity count with the smallest key of all that follow it', () => {
    const problem = createPlanProblem({
      horizon: 9,
      activities: [{ duration: 1 }, { duration: 1 }, { duration: 1 }],
      links: [{ from: 0, to: 2, lag: 0, counts: 'fromFinish' }],
    });
    expect([...listByKey(problem, [5, 2, 1])]).toEqual([0, 2, 1]);
  });
});

describe('firstLists', () => {
  const problem = createPlanProblem({
    horizon: 9,
    activities: [
      { duration: 1, release: 1 },
      { duration: 2, release: 0 },
      { duration: 3, release: 2 },
    ],
  });
  const windows = startWindows(problem, createWorkTimes(problem));
  if (!windows) throw new Error('nothing fits');
  const lists = (...objectives: readonly Objective[]) => firstLists(problem, windows, objectives).map((list) => [...list].join(' '));
  const ofObjective = (objective: Objective) => lists(objective).slice(2);

  it('begin with latest and earliest starts, then due dates; the finish asks for nothing', () => {
    const lateness = { kind: 'lateness', weight: ints(1, 1, 1), due: ints(4, 9, 6) } as const;
    expect(lists({ kind: 'finish' }, lateness)).toEqual(['2 1 0', '1 0 2', '0 2 1']);
    expect(ofObjective({ ...lateness, weight: ints(0, 1, 1) })).toEqual(['2 0 1']);
  });

  it('ask for former starts, income, the end of two systems and the dates of contracts, also in a sum', () => {
    const stability: Objective = { kind: 'stability', weight: ints(1, 1, 1), former: ints(5, -1, 2) };
    const income: Objective = { kind: 'presentValue', flow: ints(7, 0, -3), factor: 0.9 };
    const overlap: Objective = { kind: 'overlap', terms: [{ group: ints(0), until: 2, costPerUnit: 1 }] };
    const contract: Objective = { kind: 'stepCosts', terms: [{ group: ints(1, 2), date: ints(4), cost: ints(9), again: null }] };
    expect([stability, income, overlap, contract].flatMap(ofObjective)).toEqual(['2 0 1', '0 1 2', '2 1 0', '1 2 0']);
    expect(ofObjective({ kind: 'sum', parts: [contract, income] })).toEqual(['1 2 0', '0 1 2']);
  });
});
