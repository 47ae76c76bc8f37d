import { createAnnealedSearch } from './annealedSearch.ts';
import type { FixedProject } from './fixedProject.ts';
import { createGeneticSearch, type ScheduleSearch } from './geneticSearch.ts';

/** From so many passes on the depth of annealing beats the breadth of a population. */
const annealingPays = 100_000;
const geneticShare = 0.3;

/**
 * The search over lists as a whole: the genetic algorithm first and, where there is time for it, annealing around its best
 * schedule for the rest.
 *
 * Example: at 50,000 planned passes all of them are genetic, at 1,000,000 the first 300,000.
 */
export function createListSearch(
  project: FixedProject,
  options: { readonly random: () => number; readonly plannedPasses: number; readonly bound: number },
): ScheduleSearch {
  const anneals = options.plannedPasses >= annealingPays;
  const geneticPart = anneals ? geneticShare : 1;
  const genetic = createGeneticSearch(project, { ...options, plannedPasses: Math.round(options.plannedPasses * geneticPart) });
  let annealed: ScheduleSearch | null = null;
  const current = () => annealed ?? genetic;
  return {
    advance(passes, share) {
      if (anneals && annealed === null && share > geneticPart && genetic.passes > 0) annealed = createAnnealedSearch(project, genetic, options);
      if (annealed) annealed.advance(passes, (share - geneticPart) / (1 - geneticPart));
      else genetic.advance(passes, share / geneticPart);
    },
    get makespan() {
      return current().makespan;
    },
    get start() {
      return current().start;
    },
    get passes() {
      return genetic.passes + (annealed?.passes ?? 0);
    },
  };
}
