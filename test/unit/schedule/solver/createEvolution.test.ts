import { describe, expect, it } from 'vitest';
import { createEvolution } from '../../../../core/domain/schedule/solver/modes/evolution/createEvolution.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

describe('createEvolution', () => {
  const fastOrCheap = [
    [2, 5],
    [5, 1],
  ] as const;
  const table = modeTable({ modes: [fastOrCheap, fastOrCheap], budgets: [6] }, [0, 1]);
  const begin = (told: number[] = []) =>
    createEvolution(table, {
      seed: 1,
      affordable: Int32Array.of(0, 3),
      frequency: new Float64Array(4).fill(0.5),
      onBetter: (start, mode) => told.push((start[1] as number) + (table.duration[mode[1] as number] as number)),
    });

  it('finds one fast and one cheap mode, and stops at the bound', () => {
    const told: number[] = [];
    const evolution = begin(told);
    evolution.run(100, 7, () => false);
    expect(evolution.makespan()).toBe(7);
    expect(told.at(-1)).toBe(7);
    expect(evolution.schedules()).toBeLessThan(100);
  });

  it('makes as many schedules as it is asked for, and one where it should stop at once', () => {
    const evolution = begin();
    evolution.run(1000, 0, () => false);
    expect(evolution.schedules()).toBe(1000);
    const stopped = begin();
    stopped.run(1000, 0, () => true);
    expect(stopped.schedules()).toBe(1);
  });

  it('tells only what is shorter than what it is told to undercut', () => {
    const told: number[] = [];
    const evolution = begin(told);
    evolution.undercut(7);
    evolution.run(50, 0, () => false);
    expect([evolution.makespan(), told]).toEqual([7, []]);
  });
});
