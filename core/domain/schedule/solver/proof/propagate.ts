import { raise } from './boundTrail.ts';
import { propagateClauses } from './clauseStore.ts';
import { hasEnergy, propagateEnergy } from './energy.ts';
import type { ProofState } from './proofState.ts';
import { reasonKinds, reasonOf } from './reason.ts';
import { propagateTimetable } from './timetable.ts';

/**
 * Raises bounds until nothing follows any more; false on a conflict, which is then noted in the state. What is cheap goes
 * first: lags, orders and clauses for every entry of the trail, then the timetable, then the work in windows.
 *
 * Source: the order by cost is that of Schulte and Stuckey, Efficient constraint propagation engines, ACM Transactions on
 * Programming Languages and Systems 31 (2008).
 *
 * Example: A and B of 3 units of time need the only unit of a resource, with the horizon 8. Once A is to start by 2, B cannot be
 * over when A starts; so A comes first, B starts at 3 or later, and the finish is 6 or later:
 *
 *   time   0 1 2 3 4 5 6 7
 *   A      # # # . . . . .
 *   B      . . . # # # . .
 */
export function propagate(state: ProofState): boolean {
  const { trail, profile, model } = state;
  while (true) {
    while (trail.head < trail.size) {
      const entry = trail.head;
      trail.head += 1;
      const slot = trail.slot[entry] as number;
      const after = trail.after[entry] as number;
      if (slot >= 2 * model.finish + 2 && !propagateGuarded(state, slot)) return false;
      if (slot < 2 * model.finish + 2 && !propagateLinks(state, slot, after)) return false;
      if (!propagateClauses(state, slot, trail.before[entry] as number, after)) return false;
    }
    const size = trail.size;
    if (!propagateTimetable(state)) return false;
    if (trail.size > size) continue;
    const energyFrom = trail.depth <= 1 ? 0 : state.energyFrom;
    if (energyFrom < model.project.resources && hasEnergy(model)) {
      if (!propagateEnergy(state, energyFrom)) return false;
      if (trail.size > size) continue;
      profile.isNewToEnergy.fill(0);
    }
    return true;
  }
}

/** All links from a slot whose bound has changed: those that hold push, those whose guard is open may close it. */
function propagateLinks(state: ProofState, slot: number, after: number): boolean {
  const { trail, model } = state;
  const { value } = trail;
  const { offset, to, lag, guard } = model.links;
  const end = offset[slot + 1] as number;
  for (let link = offset[slot] as number; link < end; link += 1) {
    const target = to[link] as number;
    const pushed = after + (lag[link] as number);
    if (pushed <= (value[target] as number)) continue;
    const guardSlot = guard[link] as number;
    if (guardSlot < 0 || (value[guardSlot] as number) >= 1 - (guardSlot & 1)) {
      if (!raise(state, target, pushed, reasonOf(reasonKinds.link, link))) return false;
    } else if (pushed > -(value[target ^ 1] as number)) {
      if (!raise(state, guardSlot ^ 1, guardSlot & 1, reasonOf(reasonKinds.guard, link))) return false;
    }
  }
  return true;
}

/** The links of a guard that has become true. */
function propagateGuarded(state: ProofState, guardSlot: number): boolean {
  const { trail, model } = state;
  const { guarded, guardedOffset, source, to, lag } = model.links;
  for (let place = guardedOffset[guardSlot] as number; place < (guardedOffset[guardSlot + 1] as number); place += 1) {
    const link = guarded[place] as number;
    const pushed = (trail.value[source[link] as number] as number) + (lag[link] as number);
    if (!raise(state, to[link] as number, pushed, reasonOf(reasonKinds.link, link))) return false;
  }
  return true;
}
