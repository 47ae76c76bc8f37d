import type { ProofModel } from './proofModel.ts';
import type { ProofState } from './proofState.ts';

/**
 * The units of each resource that are certainly used at each time: an activity runs from its latest start to its earliest
 * finish wherever it is put, its compulsory part. Kept up to date with every bound, forwards and back.
 *
 * An activity of 4 units of time that starts at 1 to 3 certainly runs at 3 and 4:
 *
 *   time       0 1 2 3 4 5 6
 *   earliest   . # # # # . .
 *   latest     . . . # # # #
 *   certain    . . . # # . .
 *
 * Source: Lahrichi, Ordonnancements: la notion de parties obligatoires et son application aux problèmes cumulatifs,
 * RAIRO Operations Research 16 (1982).
 */
export type CompulsoryProfile = {
  /** Units used: `used[resource * horizon + time]`. */
  readonly used: Int32Array;
  /** Times per resource where more is used since the last pass of the timetable, from inclusive to exclusive. */
  readonly dirtyFrom: Int32Array;
  readonly dirtyTo: Int32Array;
  /** Activities whose bounds have changed since. */
  readonly isTouched: Uint8Array;
  /** The same of the pass before, which is what this pass looks at. */
  readonly changedFrom: Int32Array;
  readonly changedTo: Int32Array;
  readonly isChanged: Uint8Array;
  /** Activities whose bounds have changed since the work in windows was last looked at. */
  readonly isNewToEnergy: Uint8Array;
};

/**
 * The parts that are compulsory by the horizon alone; the first pass looks at all times and all activities.
 *
 * Example: an activity of 4 units of time and 2 of a resource starts at 0 to 3 where the horizon is 7: 2 are used at 3.
 */
export function createProfile({ project, horizon }: ProofModel): CompulsoryProfile {
  const { count, resources, demand, duration } = project;
  const used = new Int32Array(resources * horizon);
  for (let activity = 0; activity < count; activity += 1) {
    const length = duration[activity] as number;
    for (let resource = 0; resource < resources; resource += 1)
      addUnits(used, resource * horizon + horizon - length, resource * horizon + length, demand[activity * resources + resource] as number);
  }
  return {
    used,
    dirtyFrom: new Int32Array(resources),
    dirtyTo: new Int32Array(resources).fill(horizon),
    isTouched: new Uint8Array(count).fill(1),
    changedFrom: new Int32Array(resources),
    changedTo: new Int32Array(resources),
    isChanged: new Uint8Array(count),
    isNewToEnergy: new Uint8Array(count).fill(1),
  };
}

/**
 * Hands what has changed to the pass that begins now.
 *
 * Example: after the start of that activity was raised to 1 the pass looks at time 4 alone, where more is used; the next
 * one at none.
 */
export function takeChanges(profile: CompulsoryProfile, resources: number): void {
  for (let resource = 0; resource < resources; resource += 1) {
    profile.changedFrom[resource] = profile.dirtyFrom[resource] as number;
    profile.changedTo[resource] = profile.dirtyTo[resource] as number;
  }
  profile.isChanged.set(profile.isTouched);
  forgetChanges(profile, resources);
}

/**
 * Leaves the changes that a conflict has taken back: everything before them had been looked at.
 *
 * Example: the start was raised to 1 and that was taken back: the next pass looks at no time and no activity.
 */
export function dropChanges(profile: CompulsoryProfile, resources: number): void {
  forgetChanges(profile, resources);
  profile.isNewToEnergy.fill(0);
}

function forgetChanges({ dirtyFrom, dirtyTo, isTouched }: CompulsoryProfile, resources: number): void {
  for (let resource = 0; resource < resources; resource += 1) {
    dirtyFrom[resource] = 0x7fffffff;
    dirtyTo[resource] = 0;
  }
  isTouched.fill(0);
}

/**
 * The slot of a start goes from `before` to `after`: the compulsory part grows. To be called before or after the change of
 * the slot itself.
 *
 * Example: an activity of 4 units of time that starts at 0 to 3 certainly runs at 3. Its start is raised to 1, then its
 * latest start falls to 2:
 *
 *   time   0 1 2 3 4 5 6
 *   0..3   . . . # . . .
 *   1..3   . . . # # . .
 *   1..2   . . # # # . .
 */
export function enterPart(state: ProofState, slot: number, before: number, after: number): void {
  const { profile, model } = state;
  const activity = slot >> 1;
  profile.isTouched[activity] = 1;
  profile.isNewToEnergy[activity] = 1;
  const { from, to } = addedPart(state, slot, before, after);
  if (from >= to) return;
  const { resources, demand } = model.project;
  for (let resource = 0; resource < resources; resource += 1) {
    const units = demand[activity * resources + resource] as number;
    if (units === 0) continue;
    addUnits(profile.used, resource * model.horizon + from, resource * model.horizon + to, units);
    if (from < (profile.dirtyFrom[resource] as number)) profile.dirtyFrom[resource] = from;
    if (to > (profile.dirtyTo[resource] as number)) profile.dirtyTo[resource] = to;
  }
}

/**
 * The opposite of `enterPart`.
 *
 * Example: with both changes taken back, the last one first, the activity certainly runs at 3 again and at no other time.
 */
export function leavePart(state: ProofState, slot: number, before: number, after: number): void {
  const { profile, model } = state;
  const { from, to } = addedPart(state, slot, before, after);
  if (from >= to) return;
  const { resources, demand } = model.project;
  const activity = slot >> 1;
  for (let resource = 0; resource < resources; resource += 1) {
    const units = demand[activity * resources + resource] as number;
    if (units > 0) addUnits(profile.used, resource * model.horizon + from, resource * model.horizon + to, -units);
  }
}

const part = { from: 0, to: 0 };

function addedPart({ trail, model }: ProofState, slot: number, before: number, after: number): { readonly from: number; readonly to: number } {
  const duration = model.project.duration[slot >> 1] as number;
  if ((slot & 1) === 0) {
    const latest = -(trail.value[slot + 1] as number);
    part.from = Math.max(latest, before + duration);
    part.to = after + duration;
  } else {
    const earliest = trail.value[slot - 1] as number;
    part.from = -after;
    part.to = Math.min(-before, earliest + duration);
  }
  return part;
}

function addUnits(used: Int32Array, from: number, to: number, units: number): void {
  for (let cell = from; cell < to; cell += 1) used[cell] = (used[cell] as number) + units;
}
