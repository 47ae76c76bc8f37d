import type { FixedProject } from './fixedProject.ts';

/**
 * Free capacity of all resources in as few 32-bit words as possible: every resource has a lane of its own with a guard
 * bit on top. `demand` fits into `free` when taking it away borrows from no guard: `((free - demand) & guard) === guard`.
 */
export type PackedCapacity = {
  readonly words: number;
  /** By word: the guard bits of its lanes. */
  readonly guard: Int32Array;
  /** By word: guard bits and whole capacity, what an empty unit of time holds. */
  readonly full: Int32Array;
  /** `demand[activity * words + word]`. */
  readonly demand: Int32Array;
};

const largestLane = 31;

/**
 * Packs the resources that somebody needs, the first ones first; more than all demands together is never there.
 *
 * Source: the idea of many small fields in one word with spare bits between them is Lamport, Multiple byte processing with
 * full-word instructions, CACM 18 (1975).
 *
 * Example: capacities 3 and 7 take 3 and 4 bits; with 2 of the first used and 6 asked of the second, `1 | 7 << 3` less `6 << 3` keeps both guards.
 */
export function packCapacity(project: FixedProject): PackedCapacity {
  const { count, resources } = project;
  const lanes: { readonly resource: number; readonly word: number; readonly shift: number; readonly capacity: number; readonly width: number }[] = [];
  let word = 0;
  let shift = 0;
  for (let resource = 0; resource < resources; resource += 1) {
    let total = 0;
    for (let activity = 0; activity < count; activity += 1) total += project.demand[activity * resources + resource] as number;
    if (total === 0) continue;
    const capacity = Math.min(project.capacity[resource] as number, total);
    const width = 33 - Math.clz32(capacity);
    if (width > largestLane) throw new RangeError(`capacity ${capacity} does not fit into a lane`);
    if (shift + width > 32) {
      word += 1;
      shift = 0;
    }
    lanes.push({ resource, word, shift, capacity, width });
    shift += width;
  }
  const words = Math.max(1, word + 1);
  const guard = new Int32Array(words);
  const full = new Int32Array(words);
  const demand = new Int32Array(count * words);
  for (const lane of lanes) {
    const top = 1 << (lane.shift + lane.width - 1);
    guard[lane.word] = (guard[lane.word] as number) | top;
    full[lane.word] = (full[lane.word] as number) | top | (lane.capacity << lane.shift);
    for (let activity = 0; activity < count; activity += 1) {
      const place = activity * words + lane.word;
      demand[place] = (demand[place] as number) | ((project.demand[activity * resources + lane.resource] as number) << lane.shift);
    }
  }
  return { words, guard, full, demand };
}
