import { describe, expect, it } from 'vitest';
import { createModeWindows, narrowModes } from '../../../../core/domain/schedule/solver/modes/boundModes.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

// A A . B B B
// 0 1 2 3 4 5
const table = modeTable({ modes: [[[2], [5]], [[3]]] }, [0, 1]);

describe('createModeWindows', () => {
  it('has a place for every mode and for every activity', () => {
    const { allowed, head, tail, work } = createModeWindows(table);
    expect([allowed.length, head.length, tail.length, work.length]).toEqual([3, 2, 2, 0]);
  });
});

describe('narrowModes', () => {
  it('takes away what does not fit in front of the others, and is asked about any end in the same windows', () => {
    const windows = createModeWindows(table);
    const left = (end: number) => (narrowModes(table, windows, end) ? [...windows.allowed] : null);
    expect([left(6), left(8), left(4), left(5)]).toEqual([[1, 0, 1], [1, 1, 1], null, [1, 0, 1]]);
    expect([[...windows.head], [...windows.tail]]).toEqual([
      [0, 2],
      [3, 0],
    ]);
  });
});
