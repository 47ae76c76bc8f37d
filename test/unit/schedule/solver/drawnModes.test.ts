import { describe, expect, it } from 'vitest';
import { changeModes, drawMode, drawModes } from '../../../../core/domain/schedule/solver/modes/evolution/drawnModes.ts';
import { modeTable, repeating } from '../../../support/projects/modeTables.ts';

const table = modeTable({ modes: [[[1]], [[2], [3], [4]]] });
const frequency = Float64Array.of(1, 0.5, 0.3, 0.2);

describe('drawMode', () => {
  /**
   * 0                  0.5         0.8      1
   * |-------------------|-----------|-------|
   *         first         ^ second    third
   */
  it('hits the modes by their frequency', () => {
    expect([0, 0.4, 0.6, 0.9].map((number) => drawMode(table, frequency, 1, 0, repeating(number)))).toEqual([1, 1, 2, 3]);
  });

  it('hits any mode alike with the chance given', () => {
    expect([0, 0.4, 0.9].map((number) => drawMode(table, frequency, 1, 1, repeating(number)))).toEqual([1, 2, 3]);
  });
});

describe('drawModes', () => {
  it('draws one for every activity, mostly by the frequency', () => {
    const mode = new Int32Array(2);
    drawModes(table, Float64Array.of(1, 0, 1, 0), mode, repeating(0.2));
    expect([...mode]).toEqual([0, 2]);
    // The first number of each pair is below the chance of any mode.
    drawModes(table, Float64Array.of(1, 0, 1, 0), mode, repeating(0.19, 0.9));
    expect([...mode]).toEqual([0, 3]);
  });
});

describe('changeModes', () => {
  const four = modeTable({ modes: [0, 1, 2, 3].map(() => [[1], [2]]) });
  const second = Float64Array.of(0, 1, 0, 1, 0, 1, 0, 1);

  it('leaves each of 4 activities as it is in half of all cases', () => {
    const mode = Int32Array.of(0, 2, 4, 6);
    changeModes(four, second, mode, repeating(0.5));
    expect([...mode]).toEqual([0, 2, 4, 6]);
    changeModes(four, second, mode, repeating(0.49, 0.5, 0.5));
    expect([...mode]).toEqual([1, 3, 5, 7]);
  });
});
