import { raise } from './boundTrail.ts';
import type { ProofModel } from './proofModel.ts';
import type { ProofState } from './proofState.ts';
import { reasonKinds, reasonOf } from './reason.ts';

/**
 * A window of time on a resource, as one number for a reason.
 *
 * Example: with the horizon 6 the window from 2 to 5 of resource 1 is (1 · 7 + 2) · 7 + 5 = 68.
 */
export const windowOf = ({ horizon }: ProofModel, resource: number, from: number, to: number): number => (resource * (horizon + 1) + from) * (horizon + 1) + to;

/**
 * Windows of longer horizons do not fit into a reason; energy is then left out.
 *
 * Example: with one resource a horizon of 10,000 fits, one of 12,000 does not.
 */
export const hasEnergy = ({ horizon, project }: ProofModel): boolean => (project.resources + 1) * (horizon + 1) * (horizon + 1) < 1 << 28;

/** The activities of one resource that have no fixed start, seen forwards or in the mirror, where time runs from the finish to 0. */
export type EnergyView = {
  /** By resource and direction: its activities, the latest earliest start first when they were last looked at. */
  readonly order: readonly Int32Array[];
  readonly startOf: Int32Array;
  /** By place: activity, earliest start, latest finish, latest start, duration, units. */
  readonly activity: Int32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly latestStart: Int32Array;
  readonly length: Int32Array;
  readonly units: Int32Array;
  /** By place: the time of the activity that is no certain use yet. */
  readonly free: Int32Array;
  users: number;
  /** Certain use before each time, added up. */
  readonly usedBefore: Int32Array;
  /** The last sweep that had a window ending at a time. */
  readonly endSeen: Int32Array;
  sweeps: number;
};

/**
 * An empty view; `propagateEnergy` fills it resource by resource.
 *
 * Example: of two resources that one activity uses nobody is in view yet, and each is there twice to be put in order, by starts and by finishes.
 */
export function createEnergyView({ project, horizon, user, userOffset }: ProofModel): EnergyView {
  const numbers = () => new Int32Array(project.count);
  return {
    order: Array.from({ length: 2 * project.resources }, (_, place) => user.slice(userOffset[place >> 1], userOffset[(place >> 1) + 1])),
    startOf: numbers(),
    activity: numbers(),
    earliest: numbers(),
    latest: numbers(),
    latestStart: numbers(),
    length: numbers(),
    units: numbers(),
    free: numbers(),
    users: 0,
    usedBefore: new Int32Array(horizon + 2),
    endSeen: new Int32Array(horizon + 1),
    sweeps: 0,
  };
}

/**
 * Timetable edge-finding: in a window from an earliest start to a latest finish, the certain use and the work that must lie
 * inside may not exceed the capacity. What one activity would add by starting early, and does not fit, pushes its start;
 * the same in the mirror for its finish. Of the resources from `firstResource` on. False on a conflict.
 *
 * Source: Vilím, Timetable edge finding filtering algorithm for discrete cumulative resources, CPAIOR 2011; with
 * explanations Schutt, Feydy and Stuckey, Explaining time-table-edge-finding propagation for the cumulative resource
 * constraint, CPAIOR 2013.
 *
 * Example: A, B and C of 2 units of time need the only unit of a resource, A and B between 0 and 4, C between 0 and 8:
 *
 *   time   0 1 2 3 4 5 6 7
 *   A, B   [# # # #]           4 of work fill the window from 0 to 4, though neither certainly runs at any time
 *   C      . . . . # # . .     so C starts at 4 or later
 *
 * If all three had to end by 5, 6 of work would not fit into 5 units of time, and there would be no schedule.
 */
export function propagateEnergy(state: ProofState, firstResource: number): boolean {
  for (let resource = firstResource; resource < state.model.project.resources; resource += 1) {
    if (isChanged(state, resource) && !(sweep(state, resource, false) && sweep(state, resource, true))) return false;
  }
  return true;
}

function isChanged({ model, profile }: ProofState, resource: number): boolean {
  const end = model.userOffset[resource + 1] as number;
  for (let place = model.userOffset[resource] as number; place < end; place += 1) if (profile.isNewToEnergy[model.user[place] as number] === 1) return true;
  return false;
}

function fillView(state: ProofState, resource: number, isMirrored: boolean): void {
  const { model, trail, profile, view } = state;
  const { value } = trail;
  const { resources, duration, demand } = model.project;
  const { startOf, earliest, latest, latestStart, length, units, free } = view;
  const order = view.order[2 * resource + (isMirrored ? 1 : 0)] as Int32Array;
  for (let place = 0; place < order.length; place += 1) {
    const activity = order[place] as number;
    const start = isMirrored ? model.horizon + (value[2 * activity + 1] as number) - (duration[activity] as number) : (value[2 * activity] as number);
    startOf[activity] = start;
    let at = place;
    for (; at > 0 && (startOf[order[at - 1] as number] as number) < start; at -= 1) order[at] = order[at - 1] as number;
    order[at] = activity;
  }
  let users = 0;
  for (let place = 0; place < order.length; place += 1) {
    const activity = order[place] as number;
    const lower = value[2 * activity] as number;
    const upper = -(value[2 * activity + 1] as number);
    if (lower === upper) continue;
    view.activity[users] = activity;
    earliest[users] = startOf[activity] as number;
    const long = duration[activity] as number;
    latest[users] = isMirrored ? model.horizon - lower : upper + long;
    latestStart[users] = (latest[users] as number) - long;
    length[users] = long;
    free[users] = Math.min(long, upper - lower);
    units[users] = demand[activity * resources + resource] as number;
    users += 1;
  }
  view.users = users;
  const base = resource * model.horizon;
  const finish = -(value[2 * model.finish + 1] as number);
  const first = isMirrored ? model.horizon - finish : 0;
  const last = isMirrored ? model.horizon : finish;
  let sum = 0;
  view.usedBefore[first] = 0;
  for (let time = first; time < last; time += 1) {
    sum += profile.used[isMirrored ? base + model.horizon - 1 - time : base + time] as number;
    view.usedBefore[time + 1] = sum;
  }
}

function sweep(state: ProofState, resource: number, isMirrored: boolean): boolean {
  const { model, view } = state;
  fillView(state, resource, isMirrored);
  view.sweeps += 1;
  const { earliest, latest, latestStart, length, units, free, usedBefore, users, endSeen } = view;
  const capacity = model.project.capacity[resource] as number;
  for (let end = 0; end < users; end += 1) {
    const to = latest[end] as number;
    if (endSeen[to] === view.sweeps) continue;
    endSeen[to] = view.sweeps;
    const roomUntil = capacity * to - (usedBefore[to] as number);
    let work = 0;
    let best = -1;
    let bestExtra = 0;
    let bestCounted = 0;
    for (let place = 0; place < users; place += 1) {
      const from = earliest[place] as number;
      if (from >= to) continue;
      const need = units[place] as number;
      if ((latest[place] as number) <= to) work += need * (free[place] as number);
      else {
        const long = length[place] as number;
        const inside = to - (latestStart[place] as number);
        let counted = 0;
        if (inside > 0) {
          counted = need * inside;
          work += need * Math.min(inside, Math.max(0, to - from - long));
        }
        const extra = need * Math.min(long, to - from) - counted;
        if (extra > bestExtra) {
          best = place;
          bestExtra = extra;
          bestCounted = counted;
        }
      }
      const left = roomUntil - work - capacity * from + (usedBefore[from] as number);
      if (left < 0) return fail(state, resource, from, to, isMirrored);
      if (bestExtra > left) {
        const start = to - Math.floor((left + bestCounted) / (units[best] as number));
        if (!push(state, best, start, resource, from, to, isMirrored)) return false;
      }
    }
  }
  return true;
}

function reasonFor(model: ProofModel, resource: number, from: number, to: number, isMirrored: boolean): number {
  const { horizon } = model;
  return reasonOf(reasonKinds.energy, isMirrored ? windowOf(model, resource, horizon - to, horizon - from) : windowOf(model, resource, from, to));
}

function fail(state: ProofState, resource: number, from: number, to: number, isMirrored: boolean): boolean {
  state.failure.slot = -1;
  state.failure.value = 0;
  state.failure.reason = reasonFor(state.model, resource, from, to, isMirrored);
  return false;
}

function push(state: ProofState, place: number, start: number, resource: number, from: number, to: number, isMirrored: boolean): boolean {
  const { model, view } = state;
  const activity = view.activity[place] as number;
  const reason = reasonFor(model, resource, from, to, isMirrored);
  return isMirrored
    ? raise(state, 2 * activity + 1, start + (view.length[place] as number) - model.horizon, reason)
    : raise(state, 2 * activity, start, reason);
}
