import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../core/domain/schedule/search/random.ts';
import { fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import type { FixedProject } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { createProof } from '../../../../core/domain/schedule/solver/proof/createProof.ts';
import type { Proof, ProofVerdict } from '../../../../core/domain/schedule/solver/proof/createProof.ts';
import { proveOptimum } from '../../../../core/domain/schedule/solver/proof/proveOptimum.ts';
import { openLevel, raise } from '../../../../core/domain/schedule/solver/proof/boundTrail.ts';
import { bumpLiteral } from '../../../../core/domain/schedule/solver/proof/branching.ts';
import { halvingOrder, takeFacts, takeHalf, tellFacts } from '../../../../core/domain/schedule/solver/proof/shareQuestion.ts';
import type { LimitFacts, ProofPartner } from '../../../../core/domain/schedule/solver/proof/shareQuestion.ts';
import { exhaustiveOptimum } from '../../../support/exhaustiveOptimum.ts';
import { brokenRule, drawProject } from '../../../support/fixedProjects.ts';
import { proofStateOf } from '../../../support/proofStateOf.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';
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

describe('the parts of sharing', () => {
  /** Three activities of 2 units of time that exclude each other, asked to be done by `limit`. */
  function three(limit: number) {
    const state = proofStateOf(fixed({ durations: [2, 2, 2], demands: [[1], [1], [1]], capacity: [1] }), 9);
    state.limit = limit;
    openLevel(state);
    return state;
  }
  const [earliestA, latestA] = [0, 1] as const;
  /** The variable of the order of the last two activities. */
  const lastOrder = 6;

  function partner(leads: boolean, facts: LimitFacts | null = null) {
    const heard: LimitFacts[] = [];
    const talk: ProofPartner = { leads, hear: () => facts, tell: (told) => heard.push(told) };
    return { talk, heard };
  }

  it('take over what follows from a limit that is not lower', () => {
    const bound = three(7).trail.value.slice();
    bound[earliestA] = 2;
    const { talk } = partner(true, { limit: 7, bound, order: -1 });
    const taken = [6, 7, 8].map((limit) => {
      const state = three(limit);
      expect(takeFacts(state, talk)).toBe(true);
      return state.trail.value[earliestA];
    });
    expect(taken).toEqual([2, 2, 0]);
  });

  it('notice that what the partner found leaves no way', () => {
    const state = three(7);
    const bound = state.trail.value.slice();
    bound[earliestA] = 2;
    raise(state, latestA, -1, 0);
    expect(takeFacts(state, partner(true, { limit: 7, bound, order: -1 }).talk)).toBe(false);
  });

  it('tell nothing twice', () => {
    const state = three(7);
    const { talk, heard } = partner(true);
    tellFacts(state, talk, -1);
    tellFacts(state, talk, -1);
    raise(state, earliestA, 1, 0);
    tellFacts(state, talk, -1);
    expect(heard.map(({ limit, bound, order }) => [limit, bound[earliestA], order])).toEqual([[7, 0, -1], [7, 1, -1]]); // biome-ignore format: one message after the other
  });

  it('halve by the order of the leader while it is open, and by the most active one after 300 conflicts', () => {
    const state = three(7);
    const { talk } = partner(false, { limit: 7, bound: state.trail.value.slice(), order: lastOrder });
    expect(halvingOrder(state, talk)).toBe(lastOrder);
    raise(state, 2 * lastOrder, 1, 0);
    expect(halvingOrder(state, talk)).toBe(-1);
    bumpLiteral(state, 2 * lastOrder - 2, 1);
    state.marks.conflicts = 299;
    expect(halvingOrder(state, talk)).toBe(-1);
    state.marks.conflicts = 300;
    expect(halvingOrder(state, talk)).toBe(lastOrder - 1);
    expect(halvingOrder(state, partner(true).talk)).toBe(lastOrder - 1);
  });

  it('take one half each', () => {
    const halves = [true, false].map((leads) => {
      const state = three(7);
      takeHalf(state, partner(leads).talk, lastOrder);
      return [state.trail.depth, state.trail.value[2 * lastOrder], state.trail.value[2 * lastOrder + 1]];
    });
    expect(halves).toEqual([[2, 1, -1], [2, 0, 0]]); // biome-ignore format: one half each
  });
});
