import { raise } from './boundTrail.ts';
import { takeChanges } from './compulsoryProfile.ts';
import type { ProofState } from './proofState.ts';
import { reasonKinds, reasonOf } from './reason.ts';

/**
 * Timetable propagation of all resources, one pass: where certain use exceeds the capacity there is no schedule, and an
 * activity that does not fit beside it is pushed over that time. An activity is looked at when its bounds or the use around
 * it have changed since the pass before. The joint resource never finds more at one time than the others. False on a
 * conflict.
 *
 * Source: the timetable is that of Lahrichi 1982 (`CompulsoryProfile`); pushed time by time, so that each step can be
 * explained by one time, it is that of Schutt, Feydy, Stuckey and Wallace, Explaining the cumulative propagator,
 * Constraints 16 (2011).
 *
 * Example: A of 3 units of time runs from 1 to 4 on the only unit of a resource, and B needs it for 2 between 0 and 6:
 *
 *   time   0 1 2 3 4 5
 *   used   . 1 1 1 . .
 *   B      # # . . . .     starts at 0: time 1 is full, so it starts at 2 or later
 *          . . # # . .     time 3 is full, so it starts at 4
 *          . . . . # #
 */
export function propagateTimetable(state: ProofState): boolean {
  const { ownResources } = state.model;
  takeChanges(state.profile, state.model.project.resources);
  for (let resource = 0; resource < ownResources; resource += 1) if (!fitsCapacity(state, resource)) return false;
  for (let resource = 0; resource < ownResources; resource += 1) if (!pushUsers(state, resource)) return false;
  return true;
}

function fitsCapacity({ model, profile, failure }: ProofState, resource: number): boolean {
  const { used, changedFrom, changedTo } = profile;
  const capacity = model.project.capacity[resource] as number;
  const base = resource * model.horizon;
  const end = changedTo[resource] as number;
  for (let time = changedFrom[resource] as number; time < end; time += 1) {
    if ((used[base + time] as number) <= capacity) continue;
    failure.slot = -1;
    failure.value = 0;
    failure.reason = reasonOf(reasonKinds.timetable, time * model.project.resources + resource);
    return false;
  }
  return true;
}

function pushUsers(state: ProofState, resource: number): boolean {
  const { profile, trail, model } = state;
  const { value } = trail;
  const { user, userOffset } = model;
  const { duration } = model.project;
  const { isChanged } = profile;
  const from = profile.changedFrom[resource] as number;
  const to = profile.changedTo[resource] as number;
  const end = userOffset[resource + 1] as number;
  for (let place = userOffset[resource] as number; place < end; place += 1) {
    const activity = user[place] as number;
    const earliest = value[2 * activity] as number;
    const latest = -(value[2 * activity + 1] as number);
    if (earliest === latest) continue;
    const length = duration[activity] as number;
    const hasChanged = isChanged[activity] === 1;
    if (!hasChanged && (from >= latest + length || to <= earliest)) continue;
    if ((hasChanged || from < earliest + length) && !pushLater(state, resource, activity)) return false;
    if ((hasChanged || to > latest) && !pushEarlier(state, resource, activity)) return false;
  }
  return true;
}

/** Raises the earliest start while there is a time from it to its end, not of its own compulsory part, without room. */
function pushLater(state: ProofState, resource: number, activity: number): boolean {
  const { model, profile, trail } = state;
  const { resources, duration, demand, capacity } = model.project;
  const { used } = profile;
  const length = duration[activity] as number;
  const room = (capacity[resource] as number) - (demand[activity * resources + resource] as number);
  const base = resource * model.horizon;
  const latest = -(trail.value[2 * activity + 1] as number);
  let earliest = trail.value[2 * activity] as number;
  for (let time = Math.min(earliest + length, latest) - 1; time >= earliest; time -= 1) {
    if ((used[base + time] as number) <= room) continue;
    if (!raise(state, 2 * activity, time + 1, reasonOf(reasonKinds.timetable, time * resources + resource))) return false;
    earliest = time + 1;
    time = Math.min(earliest + length, latest);
  }
  return true;
}

/** The mirror of `pushLater` for the latest start. */
function pushEarlier(state: ProofState, resource: number, activity: number): boolean {
  const { model, profile, trail } = state;
  const { resources, duration, demand, capacity } = model.project;
  const { used } = profile;
  const length = duration[activity] as number;
  const room = (capacity[resource] as number) - (demand[activity * resources + resource] as number);
  const base = resource * model.horizon;
  const earliest = trail.value[2 * activity] as number;
  let latest = -(trail.value[2 * activity + 1] as number);
  for (let time = Math.max(latest, earliest + length); time < latest + length; time += 1) {
    if ((used[base + time] as number) <= room) continue;
    if (!raise(state, 2 * activity + 1, length - time, reasonOf(reasonKinds.timetable, time * resources + resource))) return false;
    latest = time - length;
    time = Math.max(latest, earliest + length) - 1;
  }
  return true;
}
