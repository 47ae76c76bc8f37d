import { boundAt } from './boundTrail.ts';
import { addLiteral } from './literalList.ts';
import type { ProofState } from './proofState.ts';

/**
 * The pointwise explanation: at one time, the activities that certainly run there use so much that the activity of `slot`
 * does not fit. For the lower bound: from `start >= time + 1 - duration` follows `start >= time + 1`; the upper bound is
 * the mirror image; slot -1 stands for an overload without any further activity. An activity runs at `time` for sure when
 * `time + 1 - duration <= start <= time`, so the literals are the weakest that do. Those that cost nothing are taken first,
 * then large demands, so that few suffice.
 *
 * Source: Schutt, Feydy, Stuckey and Wallace, Explaining the cumulative propagator, Constraints 16 (2011), section 4.
 *
 * Example: A of 3 units of time runs from 1 to 4 on the only unit of a resource, and B of 2 was pushed from 2 to 4 by time 3:
 *
 *   time   0 1 2 3 4 5
 *   A      . # # # . .     A >= 1, A <= 3: it runs at 3 wherever it starts between these
 *   B      . . . . # #     B >= 2: any earlier it would be over by 3
 */
export function explainTimetable(state: ProofState, slot: number, detail: number, entry: number): void {
  const { model, trail, literals, marks } = state;
  const { resources, demand, duration, capacity } = model.project;
  const resource = detail % resources;
  const time = (detail - resource) / resources;
  const own = slot < 0 ? -1 : slot >> 1;
  let missing = (capacity[resource] as number) + 1;
  if (own >= 0) {
    missing -= demand[own * resources + resource] as number;
    addLiteral(literals, slot, (slot & 1) === 0 ? time + 1 - (duration[own] as number) : -time);
  }
  const { value } = trail;
  let waiting = 0;
  for (let place = model.userOffset[resource] as number; place < (model.userOffset[resource + 1] as number); place += 1) {
    const activity = model.user[place] as number;
    if (activity === own) continue;
    // Bounds only grow, so what does not run there now did not run there before either.
    const early = time + 1 - (duration[activity] as number);
    if ((value[2 * activity + 1] as number) < -time || (value[2 * activity] as number) < early) continue;
    if (boundAt(trail, 2 * activity + 1, entry) < -time || boundAt(trail, 2 * activity, entry) < early) continue;
    const isFree =
      Math.max(trail.root[2 * activity] as number, marks.need[2 * activity] as number) >= early &&
      Math.max(trail.root[2 * activity + 1] as number, marks.need[2 * activity + 1] as number) >= -time;
    const units = demand[activity * resources + resource] as number;
    if (isFree) {
      addLiteral(literals, 2 * activity, early);
      addLiteral(literals, 2 * activity + 1, -time);
      missing -= units;
      if (missing <= 0) return;
      continue;
    }
    let at = waiting;
    while (at > 0 && (demand[(candidate[at - 1] as number) * resources + resource] as number) < units) {
      candidate[at] = candidate[at - 1] as number;
      at -= 1;
    }
    candidate[at] = activity;
    waiting += 1;
  }
  for (let at = 0; at < waiting && missing > 0; at += 1) {
    const activity = candidate[at] as number;
    addLiteral(literals, 2 * activity, time + 1 - (duration[activity] as number));
    addLiteral(literals, 2 * activity + 1, -time);
    missing -= demand[activity * resources + resource] as number;
  }
}

const candidate: number[] = [];
