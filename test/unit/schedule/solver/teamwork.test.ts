import { describe, expect, it } from 'vitest';
import { firstSchedule } from '../../../../core/domain/schedule/solver/firstSchedule.ts';
import { fixModes } from '../../../../core/domain/schedule/solver/fixedProject.ts';
import { proveInTeam, searchBesideProof, searchInTeam, type Team, type TeamKnowledge } from '../../../../core/domain/schedule/solver/teamwork.ts';
import { generateLayeredProject } from '../../../support/projects/generateLayeredProject.ts';
import { brokenRule } from '../../../support/fixedProjects.ts';
import { fixed } from '../../../support/projects/listableProjects.ts';

/** Three activities of two units after one of one unit, each two of the three more than a resource that only these two need. */
const project = fixModes(
  {
    activities: [
      { modes: [{ duration: 1, demands: [1, 0, 0] }], successors: [1, 2, 3].map((to) => ({ to, lag: 'afterFinish' as const })) },
      { modes: [{ duration: 2, demands: [2, 2, 0] }], successors: [] },
      { modes: [{ duration: 2, demands: [2, 0, 2] }], successors: [] },
      { modes: [{ duration: 2, demands: [0, 2, 2] }], successors: [] },
    ],
    renewable: [3, 3, 3],
    nonRenewable: [],
  },
  [0, 0, 0, 0],
);

/** A team of which nobody else finds anything, and whose time goes on by a hundredth with each look at the clock. */
function alone(lowerBound: number) {
  const now: { known: TeamKnowledge; looks: number } = { known: { best: null, lowerBound }, looks: 0 };
  const team: Team = {
    known: () => now.known,
    tell: ({ found, lowerBound: bound = 0 }) => {
      const { best } = now.known;
      now.known = { best: found && (best === null || found.makespan < best.makespan) ? found : best, lowerBound: Math.max(now.known.lowerBound, bound) };
    },
    spent: () => {
      now.looks += 1;
      return now.looks / 100;
    },
    shouldStop: () => false,
  };
  return { team, now };
}

describe('searchInTeam', () => {
  it('tells a schedule as short as the bound, and ends before its time', () => {
    const { team, now } = alone(6);
    const passes = searchInTeam(fixed({ durations: [3, 3], demands: [[1], [1]], capacity: [1] }), 1, team);
    expect([now.known.best?.makespan, [...(now.known.best?.start ?? [])].sort()]).toEqual([6, [0, 3]]);
    expect(passes).toBeLessThan(10);
    expect(now.looks).toBeLessThan(50);
  });
});

describe('searchBesideProof', () => {
  // The second is a thread that was long in starting: searching 10 % of the time, counted from the beginning, would be over.
  it.each([0, 0.3])('proves a small project after it has searched it, and tells its schedule and its bound: begun after %s of the time', (begun) => {
    let known: TeamKnowledge = { best: null, lowerBound: 5 };
    const bounds: number[] = [];
    let looks = 0;
    const passes = searchBesideProof(project, 1, {
      known: () => known,
      tell: ({ found, lowerBound = 0 }) => {
        if (found && (known.best === null || found.makespan < known.best.makespan)) known = { ...known, best: found };
        known = { ...known, lowerBound: Math.max(known.lowerBound, lowerBound) };
        bounds.push(known.lowerBound);
      },
      // A clock that counts how often it is looked at.
      spent: () => {
        looks += 1;
        return begun + looks / 10_000;
      },
      shouldStop: () => false,
    });
    expect(passes).toBeGreaterThan(100);
    expect(bounds[0]).toBe(5);
    expect(known).toMatchObject({ lowerBound: 7, best: { makespan: 7 } });
    expect(brokenRule(project, known.best?.start ?? [])).toBeNull();
    expect(looks).toBeLessThan(10_000);
  });
});

describe('proveInTeam', () => {
  it('tells the makespan and the bound that prove each other, and has no need to search', () => {
    const { team, now } = alone(5);
    expect(proveInTeam(project, 1, team)).toBe(0);
    expect(now.known).toMatchObject({ best: { makespan: 7 }, lowerBound: 7 });
  });

  // The clock stands just before the end while the proof ends, and just behind it when the search would begin.
  it('does not search a large project on and on when its proof took all the time', () => {
    const large = fixModes(generateLayeredProject({ projects: 9, layers: 3, seed: 1 }), new Array<number>(9 * 121 + 2).fill(0));
    const best = firstSchedule(large, { mostPasses: 1, bound: 0 });
    for (const looksBeforeTheEnd of [0, 1, 2, 3, 4, 5, 6, 7, 8]) {
      let looks = 0;
      const passes = proveInTeam(large, 1, {
        known: () => ({ best, lowerBound: 1 }),
        tell: () => {},
        spent: () => {
          looks += 1;
          return looks <= looksBeforeTheEnd ? 0.999 : 1.001;
        },
        shouldStop: () => looks > 10_000,
      });
      expect(looks).toBeLessThan(100);
      expect(passes).toBeLessThan(100);
    }
  });
});
