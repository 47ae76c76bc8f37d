import { describe, expect, it } from 'vitest';
import { affordModes } from '../../../core/domain/schedule/solver/modes/affordModes.ts';
import { boundModes } from '../../../core/domain/schedule/solver/modes/boundModes.ts';
import { buildModeTable } from '../../../core/domain/schedule/solver/modes/modeTable.ts';
import { reduceModes } from '../../../core/domain/schedule/solver/modes/reduceModes.ts';
import { relaxModes, withRelaxation } from '../../../core/domain/schedule/solver/modes/relaxModes.ts';
import type { ProjectMode, ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { topologicalOrder } from '../../../core/domain/schedule/solver/projectNetwork.ts';
import { drawModeProject } from '../../support/drawModeProject.ts';
import { exhaustiveModes } from '../../support/exhaustiveModes.ts';

const single = (modes: readonly ProjectMode[], renewable: readonly number[], nonRenewable: readonly number[]): ResourceProject => ({
  activities: [{ modes, successors: [] }],
  renewable,
  nonRenewable,
});

function tableOf(project: ResourceProject) {
  const reduced = reduceModes(project);
  const order = topologicalOrder(project);
  if (!reduced || !order) throw new Error('nothing is left');
  return buildModeTable(project, reduced, order);
}

describe('reduceModes', () => {
  it('takes away what another mode replaces, then the budget that suffices, then what the budget alone had kept', () => {
    const modes = [
      { duration: 2, demands: [5] },
      { duration: 3, demands: [5] },
      { duration: 4, demands: [1] },
    ];
    expect(reduceModes(single(modes, [], [6]))).toEqual({ kept: [[0]], budgets: [] });
  });

  it('takes away modes that need more than there is, and says when none is left', () => {
    const modes = [
      { duration: 1, demands: [3, 0] },
      { duration: 2, demands: [1, 9] },
      { duration: 3, demands: [1, 2] },
    ];
    expect(reduceModes(single(modes, [2], [4]))?.kept).toEqual([[2]]);
    expect(reduceModes(single(modes, [2], [1]))).toBeNull();
    expect(reduceModes(single(modes, [0], [4]))).toBeNull();
  });

  it('keeps an optimum of 1,500 small projects', () => {
    const wrong: number[] = [];
    let takenAway = 0;
    for (let seed = 10_001; seed <= 11_500; seed += 1) {
      const project = drawModeProject(seed);
      const reduced = reduceModes(project);
      const optimum = exhaustiveModes(project);
      if (!reduced) {
        if (optimum !== null) wrong.push(seed);
        continue;
      }
      const left: ResourceProject = {
        activities: project.activities.map(({ modes, successors }, index) => ({
          successors,
          modes: modes.filter((_, place) => reduced.kept[index]?.includes(place)),
        })),
        renewable: project.renewable,
        nonRenewable: project.nonRenewable,
      };
      takenAway += reduced.kept.reduce((sum, places, index) => sum + (project.activities[index]?.modes.length ?? 0) - places.length, 0);
      if (exhaustiveModes(left) !== optimum) wrong.push(seed);
      // The budgets that were dropped may not bind either.
      const open = { ...left, nonRenewable: project.nonRenewable.map((limit, budget) => (reduced.budgets.includes(budget) ? limit : 1000)) };
      if (exhaustiveModes(open) !== optimum) wrong.push(seed);
    }
    expect(wrong).toEqual([]);
    expect(takenAway).toBeGreaterThan(1000);
  });
});

describe('boundModes', () => {
  it('sees that two activities cannot share one unit', () => {
    const modes = [{ duration: 3, demands: [1] }];
    const project = { activities: [0, 1].map(() => ({ modes, successors: [] })), renewable: [1], nonRenewable: [] };
    expect(boundModes(tableOf({ ...project, activities: [...project.activities, { modes: [{ duration: 1, demands: [0] }], successors: [] }] }), 10)).toBe(6);
  });

  it('is never above the optimum', () => {
    const wrong: number[] = [];
    for (let seed = 20_001; seed <= 21_000; seed += 1) {
      const project = drawModeProject(seed);
      const optimum = exhaustiveModes(project);
      if (optimum === null) continue;
      const table = tableOf(project);
      if (table.isExact && boundModes(table, 10_000) * table.unit > optimum) wrong.push(seed);
    }
    expect(wrong).toEqual([]);
  });
});

describe('relaxModes', () => {
  it('comes to half fast and half slow for a chain with half the budget', () => {
    const modes = [
      { duration: 2, demands: [4] },
      { duration: 4, demands: [0] },
    ];
    const project: ResourceProject = {
      activities: [
        { modes, successors: [{ to: 1, lag: 'afterFinish' }] },
        { modes, successors: [{ to: 2, lag: 'afterFinish' }] },
        { modes: [{ duration: 1, demands: [0] }], successors: [] },
      ],
      renewable: [],
      nonRenewable: [4],
    };
    const table = tableOf(project);
    expect(relaxModes(table, 9, 300).bound).toBeCloseTo(7, 1);
    expect(boundModes(withRelaxation(table, relaxModes(table, 9, 300)), 9)).toBe(7);
  });

  it('is never above the optimum', () => {
    const wrong: number[] = [];
    for (let seed = 30_001; seed <= 31_000; seed += 1) {
      const project = drawModeProject(seed);
      const optimum = exhaustiveModes(project);
      if (optimum === null) continue;
      const table = tableOf(project);
      const relaxation = relaxModes(table, 100, 100);
      if (relaxation.bound * table.unit > optimum + 1e-6 || boundModes(withRelaxation(table, relaxation), 10_000) * table.unit > optimum) wrong.push(seed);
    }
    expect(wrong).toEqual([]);
  });
});

describe('affordModes', () => {
  it('finds the two modes that share two budgets', () => {
    const modes = [
      { duration: 1, demands: [0, 0, 5] },
      { duration: 1, demands: [0, 5, 0] },
    ];
    const table = tableOf({ activities: [0, 1].map(() => ({ modes, successors: [] })), renewable: [1], nonRenewable: [5, 5] });
    const chosen = affordModes(table, table.order);
    if (typeof chosen === 'string') throw new Error(chosen);
    expect(Array.from(chosen, (mode) => table.place[mode]).sort()).toEqual([0, 1]);
  });
});

describe('buildModeTable', () => {
  it('counts in the greatest unit of time that divides all', () => {
    const project = { activities: [5, 10].map((duration) => ({ modes: [{ duration, demands: [1] }], successors: [] })), renewable: [1], nonRenewable: [] };
    const { duration, unit, isExact } = tableOf(project);
    expect({ duration: [...duration], unit, isExact }).toEqual({ duration: [1, 2], unit: 5, isExact: true });
  });
});
