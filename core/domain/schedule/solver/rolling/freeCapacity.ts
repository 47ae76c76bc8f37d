import type { FixedProject } from '../fixedProject.ts';
import { packCapacity } from '../packedCapacity.ts';

/** The capacity that activities leave free, to place and take away at will. */
export type FreeCapacity = {
  /** Nothing is placed any more. */
  clear(): void;
  /** Places an activity at the first start from `earliest` on that has room for it, and answers with that start. */
  place(activity: number, earliest: number): number;
  /** Takes away an activity that was placed at `start`. */
  remove(activity: number, start: number): void;
};

/**
 * The free capacity of a project over `horizon` units of time, packed as in the serial scheme.
 *
 * Example: of a resource of 2 units one is taken by an activity of 3 units of time; another that needs both is placed at 3.
 */
export function createFreeCapacity(project: FixedProject, horizon: number): FreeCapacity {
  const { duration } = project;
  const { words, guard, full, demand } = packCapacity(project);
  const free = new Int32Array(horizon * words);
  const clear = () => {
    for (let cell = 0; cell < free.length; cell += 1) free[cell] = full[cell % words] as number;
  };
  const fits = (activity: number, time: number) => {
    for (let word = 0; word < words; word += 1) {
      const lanes = guard[word] as number;
      if ((((free[time * words + word] as number) - (demand[activity * words + word] as number)) & lanes) !== lanes) return false;
    }
    return true;
  };
  const take = (activity: number, start: number, sign: number) => {
    for (let word = 0; word < words; word += 1) {
      const units = sign * (demand[activity * words + word] as number);
      if (units === 0) continue;
      for (let cell = start * words + word, last = (start + (duration[activity] as number)) * words; cell < last; cell += words)
        free[cell] = ((free[cell] as number) - units) | 0;
    }
  };
  clear();
  return {
    clear,
    place(activity, earliest) {
      const length = duration[activity] as number;
      let start = earliest;
      for (let time = start + length - 1; time >= start; ) {
        if (fits(activity, time)) time -= 1;
        else {
          start = time + 1;
          time = start + length - 1;
        }
      }
      take(activity, start, 1);
      return start;
    },
    remove(activity, start) {
      take(activity, start, -1);
    },
  };
}
