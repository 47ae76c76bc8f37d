import { boundAt } from './boundTrail.ts';
import { addLiteral } from './literalList.ts';
import type { ProofState } from './proofState.ts';

/**
 * The work of a window exceeds its capacity. An activity spends at least `m` units of time in the window `[from, to)` when
 * `from + m - duration <= start <= to - m`, for `m` up to its duration and the window's length; so each activity gives two
 * literals for the part of its work that is needed. For a pushed bound, the activity of `slot` would spend `m` units there
 * at every start between its old bound and the new one. Slot -1: an overload. What costs nothing is taken first, then much work.
 *
 * Source: Schutt, Feydy and Stuckey, Explaining time-table-edge-finding propagation for the cumulative resource constraint,
 * CPAIOR 2013, section 4.
 *
 * Example: A of 3 units of time and B and C of 2 must all lie between 0 and 5 on the only unit of a resource: 7 of work in 5.
 * 6 are too much already, so 1 of C suffices, which it spends there wherever it starts up to 4:
 *
 *   time   0 1 2 3 4 5
 *   A      [# # # . .]       A >= 0, A <= 2
 *   B      [. . . # #]       B >= 0, B <= 3
 *   C      [. . . . #]#      C >= -1, C <= 4
 */
export function explainEnergy(state: ProofState, slot: number, value: number, detail: number, entry: number): void {
  const { model, trail, literals, marks } = state;
  const { resources, demand, duration, capacity } = model.project;
  const size = model.horizon + 1;
  const to = detail % size;
  const from = Math.floor(detail / size) % size;
  const resource = Math.floor(detail / (size * size));
  const own = slot < 0 ? -1 : slot >> 1;
  let missing = (capacity[resource] as number) * (to - from) + 1;
  if (own >= 0) {
    const long = duration[own] as number;
    const isLower = (slot & 1) === 0;
    const inside = Math.min(long, to - from, isLower ? to - value + 1 : 1 - value + long - from);
    missing -= inside * (demand[own * resources + resource] as number);
    addLiteral(literals, slot, isLower ? from + inside - long : inside - to);
  }
  let waiting = 0;
  for (let place = model.userOffset[resource] as number; place < (model.userOffset[resource + 1] as number); place += 1) {
    const activity = model.user[place] as number;
    if (activity === own) continue;
    const long = duration[activity] as number;
    const latest = -boundAt(trail, 2 * activity + 1, entry);
    const earliest = boundAt(trail, 2 * activity, entry);
    const inside = Math.min(long, to - from, earliest + long - from, to - latest);
    if (inside <= 0) continue;
    const units = demand[activity * resources + resource] as number;
    const isFree =
      Math.max(trail.root[2 * activity] as number, marks.need[2 * activity] as number) >= from + inside - long &&
      Math.max(trail.root[2 * activity + 1] as number, marks.need[2 * activity + 1] as number) >= inside - to;
    if (isFree) {
      addLiteral(literals, 2 * activity, from + inside - long);
      addLiteral(literals, 2 * activity + 1, inside - to);
      missing -= inside * units;
      if (missing <= 0) return;
      continue;
    }
    let at = waiting;
    for (; at > 0 && (work[at - 1] as number) < inside * units; at -= 1) {
      candidate[at] = candidate[at - 1] as number;
      work[at] = work[at - 1] as number;
    }
    candidate[at] = activity;
    work[at] = inside * units;
    waiting += 1;
  }
  for (let at = 0; at < waiting && missing > 0; at += 1) {
    const activity = candidate[at] as number;
    const units = demand[activity * resources + resource] as number;
    const inside = Math.ceil(Math.min(work[at] as number, missing) / units);
    addLiteral(literals, 2 * activity, from + inside - (duration[activity] as number));
    addLiteral(literals, 2 * activity + 1, inside - to);
    missing -= inside * units;
  }
}

const candidate: number[] = [];
const work: number[] = [];
