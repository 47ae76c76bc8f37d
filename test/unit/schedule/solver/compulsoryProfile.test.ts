import { describe, expect, it } from 'vitest';
import { popEntry, raise } from '../../../../core/domain/schedule/solver/proof/boundTrail.ts';
import { createProfile, dropChanges, enterPart, leavePart, takeChanges } from '../../../../core/domain/schedule/solver/proof/compulsoryProfile.ts';
import type { ProofState } from '../../../../core/domain/schedule/solver/proof/proofState.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

/** One activity of 4 units of time and 2 units of a resource, which starts at 0 to 3; the first pass is over. */
function one(): ProofState {
  const state = proofStateOf(fixed({ durations: [4], demands: [[2]], capacity: [2] }), 7);
  takeChanges(state.profile, 1);
  return state;
}
const [earliest, latest] = [0, 1] as const;
const used = ({ profile }: ProofState) => profile.used.join('');

describe('the profile of compulsory parts', () => {
  it('begins with the parts that the horizon makes compulsory', () => {
    const profile = createProfile(one().model);
    expect(profile.used.join('')).toBe('0002000');
    expect([profile.dirtyFrom[0], profile.dirtyTo[0], profile.isTouched[0]]).toEqual([0, 7, 1]);
  });

  it('grows from the latest start to the earliest finish, and back', () => {
    const state = one();
    raise(state, earliest, 1, 0);
    expect(used(state)).toBe('0002200');
    raise(state, earliest, 2, 0);
    expect(used(state)).toBe('0002220');
    popEntry(state);
    raise(state, latest, -2, 0);
    expect(used(state)).toBe('0022200');
    popEntry(state);
    expect(used(state)).toBe('0002200');
    popEntry(state);
    expect(used(state)).toBe('0002000');
  });

  it('takes in and out what a change of one slot adds', () => {
    const state = one();
    enterPart(state, latest, -3, -1);
    expect(used(state)).toBe('0222000');
    leavePart(state, latest, -3, -1);
    expect(used(state)).toBe('0002000');
  });

  it('has nothing for an activity that may end before it must start', () => {
    const state = proofStateOf(fixed({ durations: [2], demands: [[2]], capacity: [2] }), 7);
    raise(state, latest, -4, 0);
    raise(state, earliest, 1, 0);
    expect(used(state)).toBe('0000000');
    raise(state, earliest, 3, 0);
    expect(used(state)).toBe('0000200');
  });

  it('hands each change to one pass', () => {
    const state = one();
    const { profile } = state;
    raise(state, earliest, 1, 0);
    takeChanges(profile, 1);
    expect([profile.changedFrom[0], profile.changedTo[0], profile.isChanged[0]]).toEqual([4, 5, 1]);
    takeChanges(profile, 1);
    expect((profile.changedFrom[0] as number) < (profile.changedTo[0] as number)).toBe(false);
    expect(profile.isChanged[0]).toBe(0);
  });

  it('leaves what a conflict took back', () => {
    const state = one();
    const { profile } = state;
    raise(state, earliest, 1, 0);
    popEntry(state);
    dropChanges(profile, 1);
    takeChanges(profile, 1);
    expect((profile.changedFrom[0] as number) < (profile.changedTo[0] as number)).toBe(false);
    expect([profile.isChanged[0], profile.isNewToEnergy[0]]).toEqual([0, 0]);
  });
});
