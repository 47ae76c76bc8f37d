import fc from 'fast-check';
import { expect } from 'vitest';
import { createRandom } from '../../../core/domain/schedule/search/random.ts';
import { type FixedProject, fixModes } from '../../../core/domain/schedule/solver/fixedProject.ts';
import { firstSchedule } from '../../../core/domain/schedule/solver/firstSchedule.ts';
import type { FoundSchedule, ScheduleSearch } from '../../../core/domain/schedule/solver/geneticSearch.ts';
import { checkProject } from '../checkProject.ts';
import { allFirst, listable } from './listableProjects.ts';

type RunSearch = (project: FixedProject, first: FoundSchedule, random: () => number) => ScheduleSearch;

/** Holds a search, run on any small project from its first schedule, to every rule, to that schedule's length, and to the same answer for the same seed. */
export function expectSoundSearch(run: RunSearch): void {
  fc.assert(
    fc.property(listable, fc.integer({ min: 0, max: 1000 }), (project, seed) => {
      const here = fixModes(project, allFirst(project));
      const first = firstSchedule(here, { mostPasses: 1, bound: 0 });
      const [one, other] = [run(here, first, createRandom(seed)), run(here, first, createRandom(seed))];
      expect(checkProject(project, { makespan: one.makespan, start: Array.from(one.start), mode: allFirst(project) })).toEqual([]);
      expect(one.makespan).toBeLessThanOrEqual(first.makespan);
      expect([other.makespan, Array.from(other.start)]).toEqual([one.makespan, Array.from(one.start)]);
    }),
    { numRuns: 60 },
  );
}
