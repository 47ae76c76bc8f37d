import { describe, expect, it } from 'vitest';
import { createModeProof } from '../../../../core/domain/schedule/solver/modes/proof/createModeProof.ts';
import { modeTable } from '../../../support/projects/modeTables.ts';

describe('createModeProof', () => {
  /**
   * nothing placed
   *  +-- B, 1 from 0
   *  |    +-- A from 1: makespan 4
   *  +-- B, 2 from 0
   *  |    +-- A from 2: makespan 5
   *  +-- A from 0
   *       +-- B, 1 from 3: makespan 4
   *       +-- B, 2 from 3: makespan 5
   */
  const table = modeTable({ modes: [[[3, 1]], [[1, 1], [2, 1]]], renewable: [1] }); // biome-ignore format: one activity a bracket
  const prove = (...run: Parameters<NonNullable<ReturnType<typeof createModeProof>>['run']>) => {
    const proof = createModeProof(table);
    if (!proof) throw new Error('too many activities');
    return { proof, verdict: proof.run(...run) };
  };
  const never = () => false;

  it('finds a schedule that is shorter, then says that none is', () => {
    const { proof, verdict } = prove(7, 100, never);
    expect([verdict, proof.found().makespan, [...proof.found().start], [...proof.found().mode], proof.steps()]).toEqual(['found', 4, [1, 0], [0, 1], 2]);
    expect(proof.run(4, 100, never)).toBe('done');
  });

  it('stops after so many steps, or when it is told to, and goes on when it is asked again', () => {
    const { proof, verdict } = prove(7, 1, never);
    expect([verdict, proof.steps()]).toEqual(['open', 1]);
    expect(proof.run(7, 100, never)).toBe('found');
    expect(prove(7, 100, () => true).verdict).toBe('open');
  });

  it('has no room for 32 activities', () => {
    expect(createModeProof(modeTable({ modes: Array.from({ length: 32 }, () => [[1]] as const) }))).toBeNull();
  });
});
