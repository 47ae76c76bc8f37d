import { describe, expect, it } from 'vitest';
import { exchangeNeighbours } from '../../../../core/domain/schedule/solver/modes/evolution/exchangeNeighbours.ts';
import { modeTable, repeating } from '../../../support/projects/modeTables.ts';

describe('exchangeNeighbours', () => {
  const table = modeTable({ modes: [[[1]], [[1]], [[1]]] }, [0, 1]);
  const changed = (list: readonly number[], isMirrored: boolean, ...numbers: readonly number[]) => {
    const changing = Int32Array.from(list);
    exchangeNeighbours(table, changing, isMirrored, repeating(...numbers));
    return [...changing];
  };

  it('lets neighbours change places where no link keeps them in order, in both directions', () => {
    expect(changed([0, 1, 2], false, 0)).toEqual([0, 2, 1]);
    expect(changed([1, 0, 2], true, 0)).toEqual([1, 2, 0]);
  });

  it('carries one activity on, and mostly does nothing', () => {
    expect(changed([2, 0, 1], false, 0)).toEqual([0, 1, 2]);
    expect(changed([2, 0, 1], false, 0.05)).toEqual([2, 0, 1]);
  });
});
