import { describe, expect, it } from 'vitest';
import { openLevel, raise } from '../../../../core/domain/schedule/solver/proof/boundTrail.ts';
import { explain, explainFailure } from '../../../../core/domain/schedule/solver/proof/explain.ts';
import type { ProofState } from '../../../../core/domain/schedule/solver/proof/proofState.ts';
import { reasonKinds, reasonOf } from '../../../../core/domain/schedule/solver/proof/reason.ts';
import { propagateTimetable } from '../../../../core/domain/schedule/solver/proof/timetable.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

const [earliestA, latestA, earliestB, latestB] = [0, 1, 2, 3] as const;

/** A of 3 units of time and B of 2 on the only unit of a resource; A runs from `start` to `start + 3`. */
function withA(start: number): ProofState {
  const state = proofStateOf(fixed({ durations: [3, 2], demands: [[1], [1]], capacity: [1] }), 6);
  openLevel(state);
  raise(state, earliestA, start, 0);
  raise(state, latestA, -start, 0);
  return state;
}

const literalsOf = ({ literals }: ProofState) =>
  Array.from({ length: literals.size }, (_, place) => [literals.slot[place] as number, literals.value[place] as number]).sort(
    ([one = 0], [other = 0]) => one - other,
  );
const at = (time: number) => reasonOf(reasonKinds.timetable, time);

describe('the timetable', () => {
  it('pushes an activity over each time without room, and says why', () => {
    const state = withA(1);
    expect(propagateTimetable(state)).toBe(true);
    const { trail } = state;
    const pushes = [2, 3].map((entry) => [trail.slot[entry], trail.after[entry], trail.reason[entry]]);
    expect([trail.size, ...pushes]).toEqual([4, [earliestB, 2, at(1)], [earliestB, 4, at(3)]]);
    explain(state, earliestB, 4, at(3), 3);
    expect(literalsOf(state)).toEqual([[earliestA, 1], [latestA, -3], [earliestB, 2]]); // biome-ignore format: one activity after the other
  });

  it('pushes the latest start in the mirror', () => {
    const state = withA(2);
    expect(propagateTimetable(state)).toBe(true);
    expect([state.trail.value[earliestB], state.trail.value[latestB]]).toEqual([0, 0]);
    explain(state, latestB, 0, at(2), state.trail.size);
    expect(literalsOf(state)).toEqual([[earliestA, 0], [latestA, -2], [latestB, -2]]); // biome-ignore format: one activity after the other
  });

  it('finds a time at which more is certainly used than there is', () => {
    const state = withA(1);
    raise(state, earliestB, 3, 0);
    raise(state, latestB, -3, 0);
    expect(propagateTimetable(state)).toBe(false);
    expect(state.failure).toEqual({ slot: -1, value: 0, reason: at(3) });
    explainFailure(state);
    expect(literalsOf(state)).toEqual([[earliestA, 1], [latestA, -3], [earliestB, 2], [latestB, -3]]); // biome-ignore format: one activity after the other
  });

  it('explains with large demands before small ones', () => {
    const state = proofStateOf(fixed({ durations: [1, 1, 1], demands: [[1], [2], [2]], capacity: [3] }), 4);
    openLevel(state);
    for (const activity of [0, 1, 2]) {
      raise(state, 2 * activity, 2, 0);
      raise(state, 2 * activity + 1, -2, 0);
    }
    expect(propagateTimetable(state)).toBe(false);
    explainFailure(state);
    expect(literalsOf(state).map(([slot]) => slot)).toEqual([2, 3, 4, 5]);
  });
});
