import type { ModeProofState } from './modeProofState.ts';

/**
 * Adds to the work of every resource (units times units of time) what an activity needs at least, with the modes allowed
 * from `base` on.
 *
 * Example: an activity takes 2 units of a resource for 3 units of time or 1 for 5: its least work is 5.
 */
export function addLeastWork({ table, open }: ModeProofState, base: number, activity: number): void {
  const { firstMode, duration, demand, resources } = table;
  const { allowed, sumWork } = open;
  for (let resource = 0; resource < resources; resource += 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let mode = firstMode[activity] as number; mode < (firstMode[activity + 1] as number); mode += 1)
      if (allowed[base + mode] === 1) least = Math.min(least, (duration[mode] as number) * (demand[mode * resources + resource] as number));
    sumWork[resource] = (sumWork[resource] as number) + least;
  }
}

/**
 * Whether the capacity from `now` to the end is enough for the work that is left: that of the activities that are not
 * placed (`sumWork`), and what the placed ones have not done by `now`.
 *
 * Example: 2 units, the end is 5, now is 1. Of A, which takes one unit until 3, a work of 2 is left; B and C need 4 and 2.
 * Of the 2 x 4 = 8 all are taken, and one more would be too much:
 *
 *     2 | . * * * *
 *     1 | A A A * *
 *       +----------
 *         0 1 2 3 4
 */
export function isWorkWithinCapacity({ table, inner, partial, open, end }: ModeProofState, placed: number, now: number): boolean {
  const { resources, capacity, demand } = table;
  const { list, bit } = inner;
  const { finish, mode } = partial;
  for (let resource = 0; resource < resources; resource += 1) {
    let spare = (capacity[resource] as number) * (end - now) - (open.sumWork[resource] as number);
    for (let place = 0; place < list.length; place += 1) {
      const activity = list[place] as number;
      if ((placed & (bit[activity] as number)) !== 0 && (finish[activity] as number) > now)
        spare -= (demand[(mode[activity] as number) * resources + resource] as number) * ((finish[activity] as number) - now);
    }
    if (spare < 0) return false;
  }
  return true;
}
