import type { ModeProofState } from './modeProofState.ts';

/**
 * Writes down the schedule in which all activities are placed, in `state.found`. The dummies at both ends, which the proof
 * leaves out, start when they may.
 *
 * Example: A from 0 to 3 and B from 3 to 5 are placed, the dummy E comes behind both: it starts at 5, and the makespan is
 * 5.
 */
export function completeSchedule({ table, inner, partial, found }: ModeProofState): void {
  const { count, firstMode, duration, order } = table;
  const { offset, other, lag } = table.before;
  const { bit } = inner;
  found.makespan = 0;
  for (let activity = 0; activity < count; activity += 1)
    found.mode[activity] = bit[activity] === 0 ? (firstMode[activity] as number) : (partial.mode[activity] as number);
  for (const activity of order) {
    let at = bit[activity] === 0 ? 0 : (partial.start[activity] as number);
    if (bit[activity] === 0) {
      for (let link = offset[activity] as number; link < (offset[activity + 1] as number); link += 1) {
        const before = other[link] as number;
        const gap = lag[link] as number;
        at = Math.max(at, (found.start[before] as number) + (gap < 0 ? (duration[found.mode[before] as number] as number) : gap));
      }
    }
    found.start[activity] = at;
    found.makespan = Math.max(found.makespan, at + (duration[found.mode[activity] as number] as number));
  }
}
