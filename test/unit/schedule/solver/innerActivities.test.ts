import { describe, expect, it } from 'vitest';
import { innerActivities } from '../../../../core/domain/schedule/solver/modes/proof/innerActivities.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

describe('innerActivities', () => {
  /**
   * S - A - B - E
   * 0   1   2   0
   */
  it('leaves the dummies at both ends out', () => {
    const inner = innerActivities(modeTable({ modes: [[[0]], [[3]], [[2]], [[0]]] }, [0, 1], [1, 2], [2, 3]));
    expect(inner && { list: [...inner.list], bit: [...inner.bit], predecessors: [...inner.predecessors], all: inner.all }).toEqual({
      list: [1, 2],
      bit: [0, 1, 2, 0],
      predecessors: [0, 0, 1, 0],
      all: 3,
    });
  });

  it('keeps what has no duration where a lag makes something wait for it', () => {
    const inner = innerActivities(modeTable({ modes: [[[0]], [[3]]] }, [0, 1, 4]));
    expect(inner && [...inner.list]).toEqual([0, 1]);
  });

  it('has room for 31 activities, and none for no activity', () => {
    const of = (count: number) => innerActivities(modeTable({ modes: Array.from({ length: count }, () => [[1]] as const) }));
    expect(of(31)?.all).toBe(0x7fffffff);
    expect([of(32), innerActivities(modeTable({ modes: [[[0]], [[0]]] }, [0, 1]))]).toEqual([null, null]);
  });
});
