import { orderOf } from './chains.ts';
import type { FixedProject } from './fixedProject.ts';
import { createGeneration } from './serialGeneration.ts';

const mostTrials = 2000;
/** A pass of a search also makes its lists and turns its schedules: measured with 120 and 300 activities and one second. */
const passOfSearch = 2.1;

/**
 * About how many passes of a search the time that is left suffices for, tried out for up to 1 % of it.
 *
 * Example: where ten passes take one thousandth of the time, it is about 4,800.
 */
export function passesPerBudget(project: FixedProject, spent: () => number): number {
  const generate = createGeneration(project, 'forward');
  const list = orderOf(project, 'forward');
  const start = new Int32Array(project.count);
  const begun = spent();
  let trials = 0;
  let gone = 0;
  do {
    generate(list, start);
    trials += 1;
    gone = spent() - begun;
  } while (gone < 0.01 && begun + gone < 1 && trials < mostTrials);
  return Math.max(1, Math.round((trials * Math.max(0, 1 - begun - gone)) / Math.max(gone, 1e-9) / passOfSearch));
}
