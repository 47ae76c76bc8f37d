import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import { fixModes } from '../../../core/domain/schedule/solver/fixedProject.ts';
import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { boundProject } from '../../../core/domain/schedule/solver/proof/boundProject.ts';
import { createProof } from '../../../core/domain/schedule/solver/proof/createProof.ts';
import { headTailBound } from '../../../core/domain/schedule/solver/proof/headTailBound.ts';
import { proveOptimum } from '../../../core/domain/schedule/solver/proof/proveOptimum.ts';
import { luby } from '../../../core/domain/schedule/solver/proof/searchLimit.ts';
import { exhaustiveOptimum } from '../../support/exhaustiveOptimum.ts';
import { brokenRule, drawProject } from '../../support/fixedProjects.ts';

/** No schedule of a drawn project needs to finish later: six activities of at most four units, lags of at most four. */
const horizon = 24;

const twoOfThree = fixModes(
  {
    activities: [
      { modes: [{ duration: 3, demands: [1] }], successors: [] },
      { modes: [{ duration: 3, demands: [1] }], successors: [] },
    ],
    renewable: [1],
    nonRenewable: [],
  },
  [0, 0],
);

describe('proveOptimum on tiny projects', () => {
  it('puts two activities that need the same unit behind each other', () => {
    const { makespan, lowerBound, isOptimal } = proveOptimum(twoOfThree, { conflicts: 100 });
    expect([makespan, lowerBound, isOptimal]).toEqual([6, 6, true]);
    expect(boundProject(twoOfThree, 10)).toBe(6);
    expect(headTailBound(twoOfThree)).toBe(6);
  });

  it('answers for no activity, and for a demand or a lag that cannot be kept', () => {
    const of = (activities: ResourceProject['activities'], capacity: number) =>
      fixModes(
        { activities, renewable: [capacity], nonRenewable: [] },
        activities.map(() => 0),
      );
    const modes = [{ duration: 3, demands: [2] }];
    expect(proveOptimum(of([], 1), { conflicts: 10 })).toMatchObject({ makespan: 0, isOptimal: true });
    expect(proveOptimum(of([{ modes, successors: [] }], 1), { conflicts: 10 })).toMatchObject({ start: null, isImpossible: true });
    expect(proveOptimum(of([{ modes, successors: [{ to: 0, lag: 1 }] }], 2), { conflicts: 10 })).toMatchObject({ start: null, isImpossible: true });
  });

  it.each([
    ['minimum lags', false, 1500],
    ['minimum and maximum lags', true, 1500],
  ] as const)('%s: finds the optimum of exhaustive search, or that there is none', (_, withMaximumLags, cases) => {
    const random = createRandom(withMaximumLags ? 7 : 8);
    let impossible = 0;
    for (let each = 0; each < cases; each += 1) {
      const project = drawProject(random, each % 50 === 0 ? 6 : 5, withMaximumLags);
      const optimum = exhaustiveOptimum(project, horizon);
      const bound = headTailBound(project);
      const proof = proveOptimum(project, { conflicts: 100_000 });
      if (optimum === null) {
        impossible += 1;
        expect(proof, `case ${each}`).toMatchObject({ start: null, makespan: null, isImpossible: true, isOptimal: false });
        continue;
      }
      expect(bound ?? Number.NaN, `case ${each}`).toBeLessThanOrEqual(optimum);
      expect(boundProject(project, optimum + (each % 3)) ?? Number.NaN, `case ${each}`).toBeLessThanOrEqual(optimum);
      expect(proof, `case ${each}`).toMatchObject({ makespan: optimum, lowerBound: optimum, isOptimal: true, isImpossible: false });
      expect(brokenRule(project, proof.start ?? []), `case ${each}`).toBeNull();
    }
    expect(impossible > 100).toBe(withMaximumLags);
  });
});

describe('createProof', () => {
  it('answers questions in any order as exhaustive search does', () => {
    const random = createRandom(9);
    for (let each = 0; each < 1200; each += 1) {
      const project = drawProject(random, 5, each % 2 === 0);
      const optimum = exhaustiveOptimum(project, horizon) ?? Number.POSITIVE_INFINITY;
      const proof = createProof(project, horizon, { joint: each % 3 > 0 });
      if (proof === null) throw new Error('a project of five activities is not too large');
      if (proof === 'impossible') {
        expect(optimum).toBe(Number.POSITIVE_INFINITY);
        continue;
      }
      for (let question = 0; question < 6; question += 1) {
        const limit = Math.floor(random() * (horizon + 1));
        const answer = proof.decide(limit, { conflicts: 100_000, energy: (['none', 'joint', 'all'] as const)[question % 3] });
        expect(answer.verdict, `case ${each}, limit ${limit}`).toBe(limit >= optimum ? 'schedule' : 'impossible');
        expect(proof.lowerBound(), `case ${each}`).toBeLessThanOrEqual(Math.min(optimum, horizon + 1));
        if (answer.verdict !== 'schedule') continue;
        expect(brokenRule(project, answer.start), `case ${each}`).toBeNull();
        expect(Math.max(...answer.start.map((start, activity) => start + (project.duration[activity] as number)))).toBeLessThanOrEqual(limit);
      }
    }
  });

  it('says unknown when the conflicts are used up, and the same again for the same questions', () => {
    const proof = createProof(twoOfThree, 10);
    if (proof === null || proof === 'impossible') throw new Error('the project has a schedule');
    expect(proof.decide(6, { conflicts: 0 }).verdict).toBe('unknown');
    expect(proof.decide(5, { conflicts: 10 })).toEqual({ verdict: 'impossible', always: false });
    expect(proof.decide(6, { conflicts: 10 }).verdict).toBe('schedule');
  });

  it('restarts after runs of the lengths 1 1 2 1 1 2 4', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(luby)).toEqual([1, 1, 2, 1, 1, 2, 4, 1]);
  });
});
