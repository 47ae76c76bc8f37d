import { describe, expect, it } from 'vitest';
import { backtrack, boundAt, createTrail, entryOf, openLevel, popEntry, raise, settleRoot } from '../../../../core/domain/schedule/solver/proof/boundTrail.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

/** One activity of 4 units of time, which starts at 0 to 3. */
const one = () => proofStateOf(fixed({ durations: [4] }), 7);
const [earliest, latest] = [0, 1] as const;

/** The trail of the worked example. */
function twoLevels() {
  const state = one();
  openLevel(state);
  expect(raise(state, earliest, 1, 40)).toBe(true);
  openLevel(state);
  expect(raise(state, earliest, 3, 48)).toBe(true);
  return state;
}

describe('the trail of bounds', () => {
  it('begins with what durations and horizon leave', () => {
    expect([...createTrail(one().model).value.subarray(0, 2)]).toEqual([0, -3]);
  });

  it('has an entry for each change, and none for what holds already', () => {
    const state = twoLevels();
    const { trail } = state;
    expect(raise(state, earliest, 2, 0)).toBe(true);
    const entries = [0, 1].map((entry) => [trail.slot, trail.before, trail.after, trail.previous, trail.level, trail.reason].map((row) => row[entry]));
    expect([trail.depth, ...trail.levelStart.slice(1, 3)]).toEqual([2, 0, 1]);
    expect([trail.size, ...entries]).toEqual([2, [earliest, 0, 1, -1, 1, 40], [earliest, 1, 3, 0, 2, 48]]);
  });

  it('notes what fails against the other bound', () => {
    const state = twoLevels();
    expect(raise(state, earliest, 4, 56)).toBe(false);
    expect(state.failure).toEqual({ slot: earliest, value: 4, reason: 56 });
    expect(raise(state, latest, -2, 64)).toBe(false);
    expect([state.trail.size, ...state.trail.value.subarray(0, 2)]).toEqual([2, 3, -3]);
  });

  it('takes the last entry and whole levels back', () => {
    const state = twoLevels();
    popEntry(state);
    expect([state.trail.value[earliest], state.trail.last[earliest], state.trail.size]).toEqual([1, 0, 1]);
    const again = twoLevels();
    backtrack(again, 1);
    expect([again.trail.value[earliest], again.trail.size, again.trail.depth]).toEqual([1, 1, 1]);
    backtrack(again, 0);
    expect([again.trail.value[earliest], again.trail.size, again.trail.depth]).toEqual([0, 0, 0]);
  });

  it('keeps what holds without a decision apart from the entries', () => {
    const state = one();
    raise(state, earliest, 2, 0);
    settleRoot(state);
    expect([state.trail.root[earliest], state.trail.size]).toEqual([2, 0]);
    expect([boundAt(state.trail, earliest, 0), entryOf(state.trail, earliest, 2)]).toEqual([2, -1]);
  });

  it('knows what held before an entry, and which entry made a literal true', () => {
    const { trail } = twoLevels();
    expect([0, 1, 2].map((time) => boundAt(trail, earliest, time))).toEqual([0, 1, 3]);
    expect([0, 1, 2, 3].map((value) => entryOf(trail, earliest, value))).toEqual([-1, 0, 1, 1]);
  });

  it('grows with its entries', () => {
    const state = proofStateOf(fixed({ durations: [1] }), 6000);
    for (let value = 1; value <= 5000; value += 1) raise(state, earliest, value, 0);
    expect([state.trail.size, entryOf(state.trail, earliest, 4321)]).toEqual([5000, 4320]);
  });
});
