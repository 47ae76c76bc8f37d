import { createRandom } from '../search/random.ts';
import type { FixedProject } from './fixedProject.ts';
import type { FoundSchedule } from './geneticSearch.ts';
import { createProjectSearch } from './projectSearch.ts';
import { boundProject } from './proof/boundProject.ts';
import { isSmall } from './proof/isSmall.ts';
import { proveOptimum } from './proof/proveOptimum.ts';
import type { SolveBudget } from './solveProject.ts';
import { hardlyProven } from './teamwork.ts';

/** Passes between two looks at what is told and asked. */
const slice = 20;

/** So many passes take about as long as a conflict of the proof: 13 to 30 with 120 to 30 activities. */
const passesPerConflict = 20;

/**
 * Small projects are mostly proven with what this share of the passes finds; the others need the best schedule that the
 * passes can find. Measured with 30, 60 and 120 activities.
 */
const shareUntilProof = 0.1;

export type CountedAnswer = { readonly found: FoundSchedule; readonly lowerBound: number; readonly passes: number };

/**
 * A search whose effort is counted in passes, so that its answer is the same on every machine: lists are searched, and the
 * shortest schedule is narrowed by a proof (`proveOptimum`) that may meet one conflict for every 20 passes, which takes
 * about as long again. `conflicts` sets another limit; with 0 only the search shortens, and the bound is what propagation gives.
 *
 * Example: two activities of 3 units that both need the only unit of a resource: makespan and bound 6 after one pass.
 */
export function searchForCount(fixed: FixedProject, simpleBound: number, budget: SolveBudget): CountedAnswer {
  const { schedules, seed, shouldStop, onBetter, conflicts = Math.floor(schedules / passesPerConflict) } = budget;
  const search = createProjectSearch(fixed, { random: createRandom(seed), plannedPasses: schedules, bound: simpleBound });
  let lowerBound = simpleBound;
  // With 300 activities the gap became 0.1 points smaller, and propagating once took as long as 2,000 passes.
  const isProvable = fixed.count < hardlyProven;
  let told = Number.POSITIVE_INFINITY;
  const tell = () => {
    if (search.makespan < told) onBetter?.({ makespan: search.makespan, lowerBound });
    told = search.makespan;
  };
  const isOver = () => search.makespan <= lowerBound || shouldStop?.() === true;
  const searchUntil = (passes: number) => {
    while (search.passes < passes && !isOver()) {
      search.advance(Math.min(slice, passes - search.passes), (search.passes + slice) / schedules);
      tell();
    }
  };
  const prove = () => {
    if (!isProvable || conflicts === 0 || isOver()) return;
    const proof = proveOptimum(fixed, { upper: search.start, conflicts, shouldStop });
    lowerBound = Math.max(lowerBound, proof.lowerBound);
    if (proof.start && proof.makespan !== null) search.adopt({ start: proof.start, makespan: proof.makespan });
    tell();
  };

  tell();
  if (isProvable && !isOver()) lowerBound = boundProject(fixed, search.makespan) ?? lowerBound;
  searchUntil(isSmall(fixed) ? Math.ceil(schedules * shareUntilProof) : schedules);
  prove();
  searchUntil(schedules);
  return { found: search, lowerBound, passes: search.passes };
}
