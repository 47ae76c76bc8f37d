import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixModes } from '../../../core/domain/schedule/solver/fixedProject.ts';
import type { FixedProject } from '../../../core/domain/schedule/solver/fixedProject.ts';
import { boundProject } from '../../../core/domain/schedule/solver/proof/boundProject.ts';
import { createProof } from '../../../core/domain/schedule/solver/proof/createProof.ts';
import { proveOptimum } from '../../../core/domain/schedule/solver/proof/proveOptimum.ts';
import { readProject } from '../../../formats/read/psplib.ts';
import { brokenRule } from '../../support/fixedProjects.ts';

const psplib = join(import.meta.dirname, '../../../../shared/psplib');

function published(file: string): FixedProject {
  const project = readProject(file, readFileSync(join(psplib, file), 'utf8'));
  if (!('activities' in project)) throw new Error(`${file} was not read`);
  return fixModes(
    project,
    project.activities.map(() => 0),
  );
}

describe.skipIf(!existsSync(psplib))('proofs of published projects', () => {
  // Optima of PSPLIB's j30opt and, for j60, bounds that meet.
  it.each([
    ['j30/j301_1.sm', 43],
    ['j30/j305_1.sm', 53],
    ['j30/j3025_1.sm', 93],
    ['j30/j3029_2.sm', 90],
    ['j30/j3045_1.sm', 82],
    ['j60/j601_1.sm', 77],
    ['j60/j6021_1.sm', 103],
  ])('%s has the optimum %i', (file, optimum) => {
    const project = published(file);
    const proof = proveOptimum(project, { conflicts: 20_000 });
    expect(proof).toMatchObject({ makespan: optimum, lowerBound: optimum, isOptimal: true });
    expect(brokenRule(project, proof.start ?? [])).toBeNull();
    expect(boundProject(project, optimum)).toBeLessThanOrEqual(optimum);
    expect(proveOptimum(project, { conflicts: 20_000, upper: proof.start ?? [] })).toMatchObject({ makespan: optimum, isOptimal: true });
  });

  it.each([
    ['rcpsp-max/ubo10/psp2.sch', 45],
    ['rcpsp-max/ubo20/psp1.sch', 103],
  ])('%s, with maximum lags, has the optimum %i', (file, optimum) => {
    const project = published(file);
    const proof = proveOptimum(project, { conflicts: 20_000 });
    expect(proof).toMatchObject({ makespan: optimum, lowerBound: optimum, isOptimal: true });
    expect(brokenRule(project, proof.start ?? [])).toBeNull();
  });

  it.each(['rcpsp-max/ubo10/psp1.sch', 'rcpsp-max/ubo20/psp2.sch', 'rcpsp-max/ubo50/psp1.sch'])('%s has no schedule', (file) => {
    expect(proveOptimum(published(file), { conflicts: 20_000 })).toMatchObject({ start: null, isImpossible: true });
  });

  it('gives a bound and a schedule when the conflicts do not suffice, and both again for the same number', () => {
    const project = published('j60/j6013_1.sm');
    const proof = proveOptimum(project, { conflicts: 400 });
    expect(proof.isOptimal).toBe(false);
    expect(proof.lowerBound).toBeGreaterThanOrEqual(102);
    expect(proof.lowerBound).toBeLessThanOrEqual(112);
    expect(proof.makespan ?? 0).toBeGreaterThanOrEqual(105);
    expect(brokenRule(project, proof.start ?? [])).toBeNull();
    expect(proveOptimum(project, { conflicts: 400 })).toEqual(proof);
  });

  it('stops when told to', () => {
    const proof = proveOptimum(published('j60/j6013_1.sm'), { conflicts: 1e9, shouldStop: () => true });
    expect(proof.isOptimal).toBe(false);
    expect(proof.lowerBound).toBe(102);
  });
});

describe('a project that is too large for the proof', () => {
  it('keeps the schedule that was given and gets the bound of heads and tails', () => {
    const activities = Array.from({ length: 700 }, (_, place) => ({
      modes: [{ duration: 2, demands: [1] }],
      successors: place + 2 < 700 ? [{ to: place + 2, lag: 'afterFinish' as const }] : [],
    }));
    const project = fixModes(
      { activities, renewable: [2], nonRenewable: [] },
      activities.map(() => 0),
    );
    expect(createProof(project, 1400)).toBeNull();
    expect(proveOptimum(project, { conflicts: 10 })).toMatchObject({ start: null, makespan: null, lowerBound: 700, isImpossible: false });
    const upper = activities.map((_, place) => place - (place % 2));
    expect(proveOptimum(project, { conflicts: 10, upper })).toMatchObject({ makespan: 700, lowerBound: 700, isOptimal: true });
  });
});
