import { firstSchedule } from './firstSchedule.ts';
import type { FixedProject } from './fixedProject.ts';
import type { ScheduleSearch, SearchOptions } from './geneticSearch.ts';
import { createLevelledSearch } from './levelling/levelledSearch.ts';
import { createRollingSearch } from './rolling/rollingSearch.ts';

/**
 * From so many activities and passes on levelling finds shorter schedules than a population: measured with 950 to 10,200
 * activities in layers, where it was 0 to 1.3 % shorter with 3,000 passes, 0.1 to 1.6 % with 10,000 and more than that
 * after 10 seconds. With 400 to 1,000 passes neither was better; in one network of 1,000 without layers the population was 0.5 % shorter.
 */
const levellingPays = { activities: 900, passes: 400 };
/** Afterwards windows are improved one after the other. */
const levellingShare = 0.7;

/**
 * Whether a project is searched as a large one. Where time is the limit, the passes are not asked for: how many there will
 * be is guessed before the code is warm, and far too low.
 *
 * Example: 900 activities are large with 400 passes and with any time, not with 399 passes; 899 activities never are.
 */
export function isLarge({ count }: FixedProject, plannedPasses = Number.POSITIVE_INFINITY): boolean {
  return count >= levellingPays.activities && plannedPasses >= levellingPays.passes;
}

/**
 * The search for large projects: a first schedule, then levelling, then windows along time.
 *
 * Example: of 1,000 planned passes about 800 are steps of levelling with their schedules.
 */
export function createLargeSearch(project: FixedProject, options: SearchOptions): ScheduleSearch {
  const first = firstSchedule(project, { mostPasses: options.plannedPasses, bound: options.bound });
  const levelled = createLevelledSearch(project, first, options);
  let rolling: ScheduleSearch | null = null;
  const current = () => rolling ?? levelled;
  return {
    advance(passes, share) {
      if (rolling === null && share > levellingShare) {
        levelled.advance(passes, 1);
        rolling = createRollingSearch(project, levelled, options);
      } else current().advance(passes, rolling === null ? share / levellingShare : (share - levellingShare) / (1 - levellingShare));
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
      return first.passes + levelled.passes + (rolling?.passes ?? 0);
    },
  };
}
