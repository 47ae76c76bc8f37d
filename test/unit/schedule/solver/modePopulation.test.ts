import { describe, expect, it } from 'vitest';
import { createChild } from '../../../../core/domain/schedule/solver/modes/evolution/child.ts';
import { acceptChild, createModePopulation, drawMember } from '../../../../core/domain/schedule/solver/modes/evolution/modePopulation.ts';
import { repeating } from '../../../support/projects/modeTables.ts';

/** Two members: (makespan 9, sum 20) and (8, 30). */
function twoMembers() {
  const population = createModePopulation(3, 2, false);
  const child = createChild(3);
  expect(acceptChild(population, child, 9, Int32Array.of(9, 5, 6))).toBe(true);
  expect(acceptChild(population, child, 8, Int32Array.of(8, 15, 7))).toBe(true);
  return population;
}

describe('createModePopulation', () => {
  it('has room for its members', () => {
    const { list, mode, size, capacity } = createModePopulation(3, 2, true);
    expect([list.length, mode.length, size, capacity]).toEqual([6, 6, 0, 2]);
  });
});

describe('acceptChild', () => {
  it('takes a better schedule for the worst one, and refuses copies and worse ones', () => {
    const population = twoMembers();
    const child = createChild(3);
    child.list.set([2, 0, 1]);
    child.mode.set([4, 5, 6]);
    expect(acceptChild(population, child, 8, Int32Array.of(8, 8, 9))).toBe(true);
    expect([[...population.makespan], [...population.sum], population.size]).toEqual([[8, 8], [25, 30], 2]);
    expect([[...population.list.subarray(0, 3)], [...population.mode.subarray(0, 3)]]).toEqual([
      [2, 0, 1],
      [4, 5, 6],
    ]);
    expect(acceptChild(population, child, 8, Int32Array.of(10, 10, 10))).toBe(false);
    expect(acceptChild(population, child, 9, Int32Array.of(3, 3, 4))).toBe(false);
  });
});

describe('drawMember', () => {
  it('is the better one of two drawn', () => {
    const population = twoMembers();
    const drawn = (...numbers: readonly number[]) => drawMember(population, repeating(...numbers));
    expect([drawn(0, 0), drawn(0, 0.5), drawn(0.5, 0), drawn(0.9, 0.9)]).toEqual([0, 1, 1, 1]);
  });
});
