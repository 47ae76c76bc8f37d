import { createAnnealedSearch } from './annealedSearch.ts';
import { annealsLong } from './annealsLong.ts';
import { firstSchedule } from './firstSchedule.ts';
import type { FixedProject } from './fixedProject.ts';
import { createGeneticSearch, type ScheduleSearch, type SearchOptions } from './geneticSearch.ts';

/**
 * From so many passes for each pair of activities on, the depth of annealing beats the breadth of a population: measured
 * with 30 and 60 activities at 5,000 to 500,000 passes.
 */
const annealingPays = 10;
const geneticShare = 0.4;

/** With fewer passes than this for each activity a population learns nothing, and annealing has to do: measured with 60, 120, 300 and 5,000 activities. */
const geneticPays = 2;
/** With fewer than this a population is not through with its work, and a little annealing finishes it. */
const geneticFinishes = 8;
const unfinishedShare = 0.8;

/**
 * The search over lists as a whole: a first schedule, then the genetic algorithm, then annealing around its best schedule,
 * as far as the passes suffice for each.
 *
 * Example: with 120 activities all planned passes but those of the first schedule are genetic; with 60 and 100,000 the first 40,000.
 */
export function createListSearch(project: FixedProject, options: SearchOptions): ScheduleSearch {
  const { plannedPasses } = options;
  const first = firstSchedule(project, { mostPasses: plannedPasses, bound: options.bound });
  const geneticPart = geneticPartOf(project.count, plannedPasses);
  const genetic = geneticPart > 0 ? createGeneticSearch(project, first, { ...options, plannedPasses: Math.round(plannedPasses * geneticPart) }) : null;
  let annealed = genetic ? null : createAnnealedSearch(project, first, options);
  const current = () => (annealed ?? genetic) as ScheduleSearch;
  return {
    advance(passes, share) {
      if (genetic && annealed === null && share > geneticPart) annealed = createAnnealedSearch(project, genetic, options);
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

/** The share of the passes that the population gets; annealing has the rest. */
function geneticPartOf(activities: number, passes: number): number {
  if (passes < geneticPays * activities) return 0;
  if (passes < geneticFinishes * activities) return unfinishedShare;
  return annealsLong(activities) && passes >= annealingPays * activities ** 2 ? geneticShare : 1;
}
