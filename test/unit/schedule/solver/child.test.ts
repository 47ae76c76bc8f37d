import { describe, expect, it } from 'vitest';
import { createChild, crossParents } from '../../../../core/domain/schedule/solver/modes/evolution/child.ts';
import { createModePopulation } from '../../../../core/domain/schedule/solver/modes/evolution/modePopulation.ts';

describe('createChild', () => {
  it('has a place for every activity', () => {
    const { list, mode, taken } = createChild(3);
    expect([list.length, mode.length, taken.length]).toEqual([3, 3, 3]);
  });
});

describe('crossParents', () => {
  /**
   * mother   0  1  2  3  4
   * father   4  2  0  3  1
   * child    0 |4  2| 1  3
   */
  it('takes the window from the father and the rest from the mother, each with its mode', () => {
    const parents = createModePopulation(5, 2, false);
    parents.list.set([0, 1, 2, 3, 4, 4, 2, 0, 3, 1]);
    parents.mode.set([10, 11, 12, 13, 14, 20, 21, 22, 23, 24]);
    const child = createChild(5);
    for (let again = 0; again < 2; again += 1) {
      crossParents(child, parents, 0, 1, 1, 3);
      expect([...child.list]).toEqual([0, 4, 2, 1, 3]);
      expect([...child.mode]).toEqual([10, 11, 22, 13, 24]);
    }
  });
});
