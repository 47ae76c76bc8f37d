import { createAnnealedSearch } from './annealedSearch.ts';
import { firstSchedule } from './firstSchedule.ts';
import type { FixedProject } from './fixedProject.ts';
import { createGeneticSearch, type ScheduleSearch, type SearchOptions } from './geneticSearch.ts';

/**
 * From so many passes for each pair of activities on, the depth of annealing beats the breadth of a population: measured
 * with 30, 60 and 120 activities at 5,000 to 500,000 passes.
 */
const annealingPays = 10;
const geneticShare = 0.4;

/** With fewer passes than this for each activity a population learns nothing, and annealing has to do. */
const geneticPays = 8;

/**
 * The search over lists as a whole: a first schedule, then the genetic algorithm, then annealing around its best schedule,
 * as far as the passes suffice for each.
 *
 * Example: with 120 activities and 50,000 planned passes nearly all of them are genetic; with 1,000,000 the first 400,000.
 */
export function createListSearch(project: FixedProject, options: SearchOptions): ScheduleSearch {
  const { plannedPasses } = options;
  const first = firstSchedule(project, { mostPasses: plannedPasses, bound: options.bound });
  const anneals = plannedPasses >= annealingPays * project.count ** 2 || plannedPasses < geneticPays * project.count;
  const geneticPart = plannedPasses < geneticPays * project.count ? 0 : anneals ? geneticShare : 1;
  const genetic = geneticPart > 0 ? createGeneticSearch(project, first, { ...options, plannedPasses: Math.round(plannedPasses * geneticPart) }) : null;
  let annealed = genetic ? null : createAnnealedSearch(project, first, options);
  const current = () => (annealed ?? genetic) as ScheduleSearch;
  return {
    advance(passes, share) {
      if (genetic && annealed === null && anneals && share > geneticPart) annealed = createAnnealedSearch(project, genetic, options);
      if (annealed) annealed.advance(passes, (share - geneticPart) / (1 - geneticPart));
      else current().advance(passes, share / geneticPart);
    },
    adopt(found) {
      current().adopt(found);
    },
    get makespan() {
      return current().makespan;
    },
    get start() {
      return current().start;
    },
    get passes() {
      return first.passes + (genetic?.passes ?? 0) + (annealed?.passes ?? 0);
    },
  };
}
