import { raise } from './boundTrail.ts';
import type { ProofState } from './proofState.ts';
import { reasonKinds, reasonOf } from './reason.ts';

/**
 * Timetable propagation of all resources, one pass: where certain use exceeds the capacity there is no schedule, and an
 * activity that does not fit beside it is pushed over that time (Schutt, Feydy, Stuckey and Wallace 2011). An activity is
 * looked at when its bounds or the use around it have changed. False on a conflict.
 */
export function propagateTimetable(state: ProofState): boolean {
  const { model, profile } = state;
  for (let resource = 0; resource < model.project.resources; resource += 1) {
    const from = profile.dirtyFrom[resource] as number;
    const to = profile.dirtyTo[resource] as number;
    if (!fitsCapacity(state, resource, from, to)) return false;
    for (let place = model.userOffset[resource] as number; place < (model.userOffset[resource + 1] as number); place += 1) {
      const activity = model.user[place] as number;
      if (!pushStart(state, resource, activity, from, to)) return false;
    }
  }
  // What was raised during this pass is dirty as well, but then the trail has grown and another pass follows.
  return true;
}

function fitsCapacity({ model, profile, failure }: ProofState, resource: number, from: number, to: number): boolean {
  const capacity = model.project.capacity[resource] as number;
  const base = resource * model.horizon;
  for (let time = from; time < to; time += 1) {
    if ((profile.used[base + time] as number) <= capacity) continue;
    failure.slot = -1;
    failure.value = 0;
    failure.reason = reasonOf(reasonKinds.timetable, time * model.project.resources + resource);
    return false;
  }
  return true;
}

function pushStart(state: ProofState, resource: number, activity: number, dirtyFrom: number, dirtyTo: number): boolean {
  const { model, profile, trail } = state;
  const { resources, duration, demand, capacity } = model.project;
  const length = duration[activity] as number;
  const room = (capacity[resource] as number) - (demand[activity * resources + resource] as number);
  const base = resource * model.horizon;
  const { used } = profile;
  const isTouched = profile.isTouched[activity] === 1;
  let earliest = trail.value[2 * activity] as number;
  let latest = -(trail.value[2 * activity + 1] as number);
  if (earliest === latest) return true;

  if (isTouched || (dirtyFrom < earliest + length && dirtyTo > earliest)) {
    for (let time = Math.min(earliest + length, latest) - 1; time >= earliest; time -= 1) {
      if ((used[base + time] as number) <= room) continue;
      if (!raise(state, 2 * activity, time + 1, reasonOf(reasonKinds.timetable, time * resources + resource))) return false;
      earliest = time + 1;
      time = Math.min(earliest + length, latest);
    }
  }
  if (isTouched || (dirtyFrom < latest + length && dirtyTo > latest)) {
    for (let time = Math.max(latest, earliest + length); time < latest + length; time += 1) {
      if ((used[base + time] as number) <= room) continue;
      if (!raise(state, 2 * activity + 1, length - time, reasonOf(reasonKinds.timetable, time * resources + resource))) return false;
      latest = time - length;
      time = Math.max(latest, earliest + length) - 1;
    }
  }
  return true;
}
