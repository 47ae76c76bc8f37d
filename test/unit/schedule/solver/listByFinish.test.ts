import { describe, expect, it } from 'vitest';
import { createFinishOrder, listByFinish } from '../../../../core/domain/schedule/solver/modes/evolution/listByFinish.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

describe('createFinishOrder', () => {
  it('has a key for every activity', () => {
    expect(createFinishOrder(3).key.length).toBe(3);
  });
});

describe('listByFinish', () => {
  /**
   * A A A A A
   * B B B
   *   C
   * 0 1 2 3 4
   */
  it('is by finish, and never after what must stand behind', () => {
    const table = modeTable({ modes: [[[5]], [[3]], [[1]]] }, [0, 2, 1]);
    const list = new Int32Array(3);
    listByFinish(table, createFinishOrder(3), Int32Array.of(5, 3, 2), false, 5, list);
    expect([...list]).toEqual([0, 2, 1]);
  });

  it('has successors first in the mirror, and room for a long makespan', () => {
    const table = modeTable({ modes: [[[1]], [[0]], [[9999]]] }, [0, 1]);
    const list = new Int32Array(3);
    listByFinish(table, createFinishOrder(3), Int32Array.of(1, 1, 9999), true, 9999, list);
    expect([...list]).toEqual([1, 0, 2]);
  });
});
