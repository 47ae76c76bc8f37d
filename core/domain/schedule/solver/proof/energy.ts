import { raise } from './boundTrail.ts';
import type { ProofModel } from './proofModel.ts';
import type { ProofState } from './proofState.ts';
import { reasonKinds, reasonOf } from './reason.ts';

/** A window of time on a resource, as one number for a reason. */
export const windowOf = ({ horizon }: ProofModel, resource: number, from: number, to: number): number => (resource * (horizon + 1) + from) * (horizon + 1) + to;

/** Windows of longer horizons do not fit into a reason; energy is then left out. */
export const hasEnergy = ({ horizon, project }: ProofModel): boolean => (project.resources + 1) * (horizon + 1) * (horizon + 1) < 1 << 28;

/** The activities of one resource, seen forwards or in the mirror, where time runs from the horizon to 0. */
export type EnergyView = {
  readonly order: Int32Array;
  /** By place in `order`: earliest start, latest finish, duration, units. */
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly length: Int32Array;
  readonly units: Int32Array;
  /** Certain use before each time, added up. */
  readonly usedBefore: Float64Array;
  users: number;
};

export function createEnergyView({ project, horizon }: ProofModel): EnergyView {
  const numbers = () => new Int32Array(project.count);
  return { order: numbers(), earliest: numbers(), latest: numbers(), length: numbers(), units: numbers(), usedBefore: new Float64Array(horizon + 2), users: 0 };
}

/**
 * Timetable edge-finding (Vilím 2011; with explanations Schutt, Feydy and Stuckey 2013): in a window from an earliest start to
 * a latest finish, the certain use and the work that must lie inside may not exceed the capacity. What one activity would
 * add by starting early, and does not fit, pushes its start; the same in the mirror for its finish. False on a conflict.
 */
export function propagateEnergy(state: ProofState): boolean {
  for (let resource = 0; resource < state.model.project.resources; resource += 1) {
    if (!sweep(state, resource, false) || !sweep(state, resource, true)) return false;
  }
  return true;
}

function fillView(state: ProofState, view: EnergyView, resource: number, isMirrored: boolean): void {
  const { model, trail, profile } = state;
  const { resources, duration, demand } = model.project;
  const { order, earliest, latest, length, units } = view;
  let users = 0;
  for (let place = model.userOffset[resource] as number; place < (model.userOffset[resource + 1] as number); place += 1) {
    const activity = model.user[place] as number;
    const lower = trail.value[2 * activity] as number;
    const upper = -(trail.value[2 * activity + 1] as number);
    if (lower === upper) continue;
    const long = duration[activity] as number;
    const start = isMirrored ? model.horizon - upper - long : lower;
    let at = users;
    for (; at > 0 && (earliest[at - 1] as number) < start; at -= 1) {
      order[at] = order[at - 1] as number;
      earliest[at] = earliest[at - 1] as number;
      latest[at] = latest[at - 1] as number;
      length[at] = length[at - 1] as number;
      units[at] = units[at - 1] as number;
    }
    order[at] = activity;
    earliest[at] = start;
    latest[at] = isMirrored ? model.horizon - lower : upper + long;
    length[at] = long;
    units[at] = demand[activity * resources + resource] as number;
    users += 1;
  }
  view.users = users;
  const base = resource * model.horizon;
  let sum = 0;
  for (let time = 0; time < model.horizon; time += 1) {
    sum += profile.used[isMirrored ? base + model.horizon - 1 - time : base + time] as number;
    view.usedBefore[time + 1] = sum;
  }
}

function sweep(state: ProofState, resource: number, isMirrored: boolean): boolean {
  const { model, view } = state;
  fillView(state, view, resource, isMirrored);
  const { earliest, latest, length, units, usedBefore, users } = view;
  const capacity = model.project.capacity[resource] as number;
  for (let end = 0; end < users; end += 1) {
    const to = latest[end] as number;
    let free = 0;
    let best = -1;
    let bestExtra = 0;
    let bestCounted = 0;
    for (let place = 0; place < users; place += 1) {
      const from = earliest[place] as number;
      if (from >= to) continue;
      const long = length[place] as number;
      const finish = latest[place] as number;
      const need = units[place] as number;
      const latestStart = finish - long;
      const inside = finish <= to ? long : Math.max(0, to - latestStart);
      const certain = Math.max(0, Math.min(from + long, to) - latestStart);
      free += need * (inside - certain);
      if (finish > to) {
        const extra = need * (Math.min(long, to - from) - inside);
        if (extra > bestExtra) {
          best = place;
          bestExtra = extra;
          bestCounted = need * inside;
        }
      }
      const left = capacity * (to - from) - free - (usedBefore[to] as number) + (usedBefore[from] as number);
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
  const activity = view.order[place] as number;
  const reason = reasonFor(model, resource, from, to, isMirrored);
  return isMirrored
    ? raise(state, 2 * activity + 1, start + (view.length[place] as number) - model.horizon, reason)
    : raise(state, 2 * activity, start, reason);
}
