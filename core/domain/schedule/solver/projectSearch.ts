import type { FixedProject } from './fixedProject.ts';
import type { ScheduleSearch, SearchOptions } from './geneticSearch.ts';
import { createLargeSearch, isLarge } from './largeSearch.ts';
import { createListSearch } from './listSearch.ts';

/**
 * The search that finds the shortest schedules of a project of this size in so many passes.
 *
 * Example: with 120 activities it is the search over lists, with 5,000 and 10,000 passes levelling.
 */
export function createProjectSearch(project: FixedProject, options: SearchOptions): ScheduleSearch {
  return isLarge(project, options.plannedPasses) ? createLargeSearch(project, options) : createListSearch(project, options);
}
