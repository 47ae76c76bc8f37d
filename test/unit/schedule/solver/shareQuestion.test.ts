import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../core/domain/schedule/search/random.ts';
import { fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import type { FixedProject } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { createProof } from '../../../../core/domain/schedule/solver/proof/createProof.ts';
import type { Proof, ProofVerdict } from '../../../../core/domain/schedule/solver/proof/createProof.ts';
import { proveOptimum } from '../../../../core/domain/schedule/solver/proof/proveOptimum.ts';
import type { LimitFacts } from '../../../../core/domain/schedule/solver/proof/shareQuestion.ts';
import { exhaustiveOptimum } from '../../../support/exhaustiveOptimum.ts';
import { brokenRule, drawProject } from '../../../support/fixedProjects.ts';
import { generateProject } from '../../../support/projects/generateProject.ts';

/** Two proofs that take turns and hear what the other one told. */
function createPair(project: FixedProject, horizon: number) {
  const facts: (LimitFacts | null)[] = [null, null];
  const proofs = [0, 1].map(() => createProof(project, horizon, { joint: true })).filter((proof): proof is Proof => proof !== null && proof !== 'impossible');
  return {
    proofs,
    facts,
    decide(limit: number, conflicts: number): ProofVerdict {
      for (let turn = 0; turn < 1000; turn += 1) {
        const answer = proofs[turn % 2]?.decide(limit, {
          conflicts,
          energy: 'joint',
          partner: {
            leads: turn % 2 === 0,
            hear: () => facts[1 - (turn % 2)] ?? null,
            tell: (told) => {
              facts[turn % 2] = told;
            },
          },
        });
        if (answer && answer.verdict !== 'unknown') return answer;
      }
      return { verdict: 'unknown' };
    },
  };
}

describe('two proofs of one question', () => {
  it('answer questions in any order as exhaustive search does', () => {
    const random = createRandom(31);
    let asked = 0;
    for (let each = 0; each < 300; each += 1) {
      const project = drawProject(random, 5, each % 2 === 0);
      const optimum = exhaustiveOptimum(project, 24) ?? Number.POSITIVE_INFINITY;
      const pair = createPair(project, 24);
      if (pair.proofs.length < 2) continue;
      for (let question = 0; question < 6; question += 1) {
        const limit = Math.floor(random() * 25);
        const answer = pair.decide(limit, 3);
        expect(answer.verdict, `case ${each}, limit ${limit}`).toBe(limit >= optimum ? 'schedule' : 'impossible');
        if (answer.verdict === 'schedule') expect(brokenRule(project, answer.start), `case ${each}`).toBeNull();
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(1000);
  });

  it('halve what is hard for one, and agree with it', () => {
    let halved = 0;
    for (const seed of [1, 2, 3]) {
      const drawn = generateProject({ activities: 20, networkComplexity: 1.5, resourceFactor: 1, resourceStrength: 0.1, seed });
      const project = fixModes(
        drawn,
        drawn.activities.map(() => 0),
      );
      const { makespan, isOptimal } = proveOptimum(project, { conflicts: 20_000 });
      expect(isOptimal).toBe(true);
      const optimum = makespan ?? 0;
      const pair = createPair(project, optimum + 1);
      expect(pair.decide(optimum - 1, 500).verdict).toBe('impossible');
      if (pair.facts.some((facts) => facts !== null && facts.order >= 0)) halved += 1;
      const answer = pair.decide(optimum, 500);
      expect(answer.verdict === 'schedule' ? brokenRule(project, answer.start) : answer.verdict, `seed ${seed}`).toBeNull();
    }
    expect(halved).toBeGreaterThan(0);
  });
});
