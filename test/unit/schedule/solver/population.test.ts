import { describe, expect, it } from 'vitest';
import { admits, createPopulation, drawParent, longestAdmitted, type Population, shrink, take } from '../../../../core/domain/schedule/solver/population.ts';

/** Three are kept; schedules of these lengths are offered, each with its length as its list and 0 as its moment. */
function offered(...makespans: readonly number[]): Population {
  const population = createPopulation(3, 1);
  for (const makespan of makespans) if (admits(population, makespan, 0)) take(population, Int32Array.of(makespan), makespan, 0);
  return population;
}
const heapOf = ({ heap, makespan, size }: Population) => [...heap.subarray(0, size)].map((place) => makespan[place]);
const keptOf = ({ lists, size }: Population) => [...lists.subarray(0, size)];

describe('a population of three', () => {
  it('has the worst one at the root of its heap, and lets it go first', () => {
    expect(heapOf(offered(8, 7, 9))).toEqual([9, 7, 8]);
    expect(heapOf(offered(8, 7, 9, 6))).toEqual([8, 7, 6]);
  });

  it('admits what is better than the worst one and not there already', () => {
    const population = offered(8, 7, 9, 6);
    const schedules = [[5, 0], [7, 0.5], [8, 0.5], [7, 0]] as const; // biome-ignore format: one schedule a pair
    expect(schedules.map(([makespan, moment]) => admits(population, makespan, moment))).toEqual([true, true, false, false]);
    take(population, Int32Array.of(5), 5, 0);
    expect(keptOf(population).sort()).toEqual([5, 6, 7]);
  });

  it('says how long a schedule may be', () => {
    expect([longestAdmitted(offered(8, 7)), longestAdmitted(offered(8, 7, 9, 6))]).toEqual([Number.MAX_SAFE_INTEGER, 8]);
  });

  it('keeps the best two at the first places', () => {
    const population = offered(8, 7, 9, 6);
    shrink(population, 2);
    expect([keptOf(population).sort(), population.capacity, admits(population, 8, 0)]).toEqual([[6, 7], 2, false]);
  });

  it('draws the better one of two', () => {
    const population = offered(8, 6);
    const drawn = (...numbers: number[]) => population.makespan[drawParent(population, () => numbers.shift() as number)];
    expect([drawn(0, 0.9), drawn(0.9, 0), drawn(0.9, 0.9), drawn(0, 0)]).toEqual([6, 6, 6, 8]);
  });
});
