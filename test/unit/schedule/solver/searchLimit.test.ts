import { describe, expect, it } from 'vitest';
import { luby, searchLimit } from '../../../../core/domain/schedule/solver/proof/searchLimit.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

describe('searchLimit', () => {
  it('finds that two activities do not fit by 5, and remembers it, and how they fit by 6', () => {
    const state = proofStateOf(fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] }), 8);
    const finish = 2 * state.model.finish;
    expect([searchLimit(state, 5, { conflicts: 10 }), state.trail.root[finish], state.trail.depth]).toEqual(['impossible', 6, 0]);
    expect([searchLimit(state, 6, { conflicts: 10 }), ...state.branching.phase.subarray(0, 2)]).toEqual(['schedule', 0, 3]);
    const before = state.marks.conflicts;
    expect([searchLimit(state, 5, { conflicts: 10 }), state.marks.conflicts]).toEqual(['impossible', before]);
  });

  it('gives up when told to, with nothing decided', () => {
    const durations = Array.from({ length: 20 }, () => 1);
    const state = proofStateOf(fixed({ durations, demands: durations.map(() => [1]), capacity: [2] }), 20);
    let asked = 0;
    const shouldStop = () => {
      asked += 1;
      return true;
    };
    const none = { conflicts: 0 };
    expect([searchLimit(state, 10, none), state.trail.depth]).toEqual(['unknown', 0]);
    const many = proofStateOf(fixed({ durations: Array.from({ length: 100 }, () => 1) }), 100);
    expect([searchLimit(many, 50, { conflicts: 10, shouldStop }), asked, many.trail.depth]).toEqual(['unknown', 1, 0]);
  });
});

describe('luby', () => {
  it('begins as its worked example', () => {
    expect(Array.from({ length: 15 }, (_, place) => luby(place + 1))).toEqual([1, 1, 2, 1, 1, 2, 4, 1, 1, 2, 1, 1, 2, 4, 8]);
  });
});
