import { describe, expect, it } from 'vitest';
import { entryOf, openLevel, raise } from '../../../../core/domain/schedule/solver/proof/boundTrail.ts';
import { clearMarks, createMarks, noNeed } from '../../../../core/domain/schedule/solver/proof/conflictMarks.ts';
import { isImplied } from '../../../../core/domain/schedule/solver/proof/isImplied.ts';
import { learnClause } from '../../../../core/domain/schedule/solver/proof/learnClause.ts';
import { propagate } from '../../../../core/domain/schedule/solver/proof/propagate.ts';
import type { ProofState } from '../../../../core/domain/schedule/solver/proof/proofState.ts';
import { storeClause } from '../../../../core/domain/schedule/solver/proof/storeClause.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

const [earliestA, latestA, earliestB, latestB, earliestC, latestC] = [0, 1, 2, 3, 4, 5] as const;

function decide(state: ProofState, slot: number, value: number): boolean {
  openLevel(state);
  return raise(state, slot, value, 0) && propagate(state);
}

function literalsOf({ clauses }: ProofState, clause: number): readonly (readonly number[])[] {
  return Array.from({ length: clauses.length[clause] as number }, (_, place) => {
    const at = (clauses.offset[clause] as number) + 2 * place;
    return [clauses.literal[at] as number, clauses.literal[at + 1] as number];
  });
}

/** Takes a bound into the conflict by hand. */
function need({ marks, trail }: ProofState, slot: number, value: number): void {
  marks.need[slot] = value;
  marks.needEntry[slot] = entryOf(trail, slot, value);
  marks.isListed[slot] = 1;
  marks.listed.push(slot);
}

describe('learnClause', () => {
  /** Three activities of 2 units of time on one unit of a resource, to be done by 6; what follows from that stands at level 1. */
  function three() {
    const state = proofStateOf(fixed({ durations: [2, 2, 2], demands: [[1], [1], [1]], capacity: [1] }), 8);
    state.limit = 6;
    const finish = 2 * state.model.finish;
    expect(decide(state, finish + 1, -6)).toBe(true);
    return { state, finish };
  }

  it('says what led to the conflict, and goes back to where it forbids a decision', () => {
    const { state, finish } = three();
    expect(decide(state, earliestA, 1)).toBe(true);
    expect(decide(state, latestA, -1)).toBe(false);
    expect(learnClause(state)).toBe(true);
    expect(literalsOf(state, 0)).toEqual([[earliestA, 2], [latestA, 0], [finish, 7]]); // biome-ignore format: one clause
    expect([state.trail.depth, state.trail.value[earliestA], state.marks.usesLimit]).toEqual([2, 2, true]);
    expect(propagate(state)).toBe(true);
  });

  it('leaves nothing of a conflict in the marks', () => {
    const { state } = three();
    decide(state, earliestA, 1);
    decide(state, latestA, -1);
    learnClause(state);
    expect(state.marks.need.every((value) => value === noNeed)).toBe(true);
    expect([state.marks.listed.length, state.marks.conflicts]).toEqual([0, 1]);
  });

  it('says that a limit cannot be kept where no decision is needed', () => {
    const state = proofStateOf(fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] }), 8);
    state.limit = 5;
    expect(decide(state, 2 * state.model.finish + 1, -5)).toBe(false);
    expect([learnClause(state), state.marks.usesLimit]).toEqual([false, true]);
  });
});

describe('isImplied', () => {
  /** A before B before C, each 3 units of time, and A decided to start at 2 or later; levels below belong to the limit. */
  function chain() {
    const state = proofStateOf(fixed({ durations: [3, 3, 1] }, [0, 1], [1, 2]), 12);
    openLevel(state);
    expect(decide(state, earliestA, 2)).toBe(true);
    expect([state.trail.value[earliestB], state.trail.value[earliestC]]).toEqual([5, 8]);
    return state;
  }
  const entryOfC = (state: ProofState) => entryOf(state.trail, earliestC, 8);

  it('finds what follows from another literal of the conflict', () => {
    const state = chain();
    need(state, earliestA, 2);
    need(state, earliestC, 8);
    expect(isImplied(state, entryOfC(state), 8, 0)).toBe(true);
    expect(isImplied(state, entryOf(state.trail, earliestA, 2), 2, 0)).toBe(false);
  });

  it('finds what does not', () => {
    const alone = chain();
    need(alone, earliestC, 8);
    expect(isImplied(alone, entryOfC(alone), 8, 0)).toBe(false);
    const weaker = chain();
    need(weaker, earliestA, 1);
    need(weaker, earliestC, 8);
    expect(isImplied(weaker, entryOfC(weaker), 8, 0)).toBe(false);
  });
});

describe('storeClause', () => {
  it('leaves out what follows from the rest, and makes the last literal true where the others are false', () => {
    const state = proofStateOf(fixed({ durations: [3, 1, 1] }, [0, 1]), 12);
    openLevel(state);
    expect(decide(state, earliestA, 2)).toBe(true);
    expect(decide(state, earliestC, 1)).toBe(true);
    need(state, earliestA, 2);
    need(state, earliestB, 5);
    need(state, earliestC, 1);
    storeClause(state, earliestC);
    expect(literalsOf(state, 0)).toEqual([[latestC, 0], [latestA, -1]]); // biome-ignore format: one clause
    expect([state.trail.depth, state.trail.value[latestC], state.trail.value[earliestA], state.clauses.spread[0]]).toEqual([2, 0, 2, 2]);
  });

  it('takes a single literal for good', () => {
    const state = proofStateOf(fixed({ durations: [3, 1, 1] }), 12);
    openLevel(state);
    decide(state, earliestA, 2);
    decide(state, latestB, -3);
    need(state, latestB, -3);
    storeClause(state, latestB);
    expect([state.clauses.count, state.trail.depth, state.trail.value[earliestB]]).toEqual([0, 0, 4]);
  });
});

describe('createMarks', () => {
  it('has a need for none of 6 slots', () => {
    const { need, listed, judged, conflicts } = createMarks(6);
    expect([[...need], listed, judged, conflicts]).toEqual([new Array(6).fill(noNeed), [], [], 0]);
  });
});

describe('clearMarks', () => {
  it('forgets needs and verdicts, and keeps the count', () => {
    const marks = createMarks(6);
    marks.conflicts = 3;
    marks.need[2] = 5;
    marks.isListed[2] = 1;
    marks.listed.push(2);
    marks.verdict[0] = 1;
    marks.judged.push(0);
    clearMarks(marks);
    expect(marks).toEqual({ ...createMarks(6), conflicts: 3 });
  });
});
