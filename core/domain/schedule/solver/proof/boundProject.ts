import type { FixedProject } from '../fixedProject.ts';
import { createProof } from './createProof.ts';
import { headTailBound } from './headTailBound.ts';

/**
 * A finish under which no schedule can come, after milliseconds: the bound of heads and tails, raised as long as asking for
 * a finish contradicts itself by propagation alone — lags, disjunctive pairs, timetable and the work of windows, to a
 * fixpoint (destructive lower bound, Klein and Scholl 1999). `upper` is the makespan of a known schedule, above which nothing is asked.
 * Null where the lags contradict each other, a demand exceeds its capacity, or nothing finishes by `upper`.
 *
 * Example: two activities of 3 units that both need the only unit of a resource: 6.
 */
export function boundProject(project: FixedProject, upper: number): number | null {
  const cheap = headTailBound(project);
  if (cheap === null || cheap >= upper) return cheap;
  const proof = createProof(project, upper);
  if (proof === 'impossible') return null;
  if (proof === null) return cheap;
  let lower = Math.max(cheap, proof.lowerBound());
  // What is impossible grows with the step until a question stays open; between the last two answers the step is halved.
  for (let step = 1, isGrowing = true; step > 0 && lower < upper; ) {
    const limit = Math.min(lower + step, upper) - 1;
    if (proof.decide(limit, { conflicts: 0 }).verdict === 'impossible') {
      lower = Math.max(limit + 1, proof.lowerBound());
      if (isGrowing) step *= 2;
    } else {
      isGrowing = false;
      step >>= 1;
    }
  }
  return Math.min(lower, upper);
}
