import { describe, expect, it } from 'vitest';
import { longestHeads, longestTails } from '../../../../core/domain/schedule/solver/modes/modeChains.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

/**
 * A A B B B . C
 * 0 1 2 3 4 5 6
 */
const table = modeTable({ modes: [[[2], [5]], [[3]], [[1]]] }, [0, 1], [1, 2], [0, 2, 6]);
const shortest = Int32Array.of(2, 3, 1);

describe('longestHeads', () => {
  it('is the longest chain before each activity', () => {
    const head = new Int32Array(3);
    longestHeads(table, shortest, head);
    expect([...head]).toEqual([0, 2, 6]);
  });
});

describe('longestTails', () => {
  it('is what certainly comes behind each activity: of a lag only what its longest mode leaves', () => {
    const tail = new Int32Array(3);
    longestTails(table, shortest, shortest, tail);
    expect([...tail]).toEqual([5, 1, 0]);
    longestTails(table, shortest, Int32Array.of(5, 3, 1), tail);
    expect([...tail]).toEqual([4, 1, 0]);
  });
});
