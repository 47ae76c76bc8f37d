import { createRandom } from '../../core/domain/schedule/search/random.ts';

export type SeededRandom = {
  /** At least 0, less than 1. */
  next(): number;
  /** A whole number from `least` to `most`, both possible. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
};

export function createSeededRandom(seed: number): SeededRandom {
  const next = createRandom(seed);
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
  };
}
