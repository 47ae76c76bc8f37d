import { createLeastOnLane } from './leastOnLane.ts';
import type { SchedulingProblem, SchedulingResource } from '../problem/schedulingProblem.ts';

/** A term of one task that finishes from `firstFinish` on, and at least `slack` days before its anchor does. */
export type AnchoredTerm = {
  readonly task: number;
  readonly weight: number;
  readonly byFinish: Float64Array;
  readonly firstFinish: number;
  readonly slack: number;
};

/**
 * What terms with one anchor cost at least, by the day on which the anchor finishes: each by itself at its cheapest day, or
 * all that share a lane and a table together, where the lane keeps them from finishing on the same days; the larger counts.
 *
 * Example: two waves of a day on one lane, cheaper by 1 with every day, cost at least 1 more than two that finish on the last day.
 */
export function leastBeforeAnchor(problem: SchedulingProblem, terms: readonly AnchoredTerm[], latestEnd: number): Float64Array {
  const sums = new Float64Array(latestEnd);
  for (const group of groupByLane(problem, terms)) {
    const alone = sumAlone(group.terms, latestEnd);
    const together = group.lane === null ? null : onLane(problem, group.terms, group.lane, latestEnd);
    for (let day = 0; day < latestEnd; day += 1) sums[day] = (sums[day] as number) + Math.max(alone[day] as number, together?.(day) ?? 0);
  }
  return sums;
}

function sumAlone(terms: readonly AnchoredTerm[], latestEnd: number): Float64Array {
  const sums = new Float64Array(latestEnd);
  for (const { weight, byFinish, firstFinish, slack } of terms) {
    const least = leastUntilDay(firstFinish, latestEnd, byFinish);
    for (let day = 0; day < latestEnd; day += 1) sums[day] = (sums[day] as number) + weight * (least[Math.max(firstFinish, day - slack)] as number);
  }
  return sums;
}

function onLane(problem: SchedulingProblem, terms: readonly AnchoredTerm[], lane: number, latestEnd: number): (day: number) => number {
  const { capacity } = problem.resources[lane] as SchedulingResource;
  let weight = 0;
  let perUnit = 0;
  let longest = 1;
  let firstFinish = latestEnd;
  let slack = Number.POSITIVE_INFINITY;
  for (const term of terms) {
    weight += term.weight;
    perUnit = Math.max(perUnit, term.weight / demandOf(problem, term.task, lane));
    longest = Math.max(longest, problem.duration[term.task] as number);
    firstFinish = Math.min(firstFinish, term.firstFinish);
    slack = Math.min(slack, term.slack);
  }
  const leastUntil = leastUntilDay(firstFinish, latestEnd, (terms[0] as AnchoredTerm).byFinish);
  const least = createLeastOnLane({ weight, perDay: perUnit * capacity, longest, leastUntil });
  // Where the lane is too short the anchor cannot finish; what that is worth is told elsewhere.
  return (day) => {
    const cost = day >= slack ? least(day - slack) : 0;
    return Number.isFinite(cost) ? cost : 0;
  };
}

function groupByLane(
  problem: SchedulingProblem,
  terms: readonly AnchoredTerm[],
): readonly { readonly lane: number | null; readonly terms: readonly AnchoredTerm[] }[] {
  const groups: { readonly lane: number | null; readonly terms: AnchoredTerm[] }[] = [];
  for (const term of terms) {
    const lane = laneOf(problem, term.task);
    const group = groups.find((one) => one.lane === lane && one.terms[0]?.byFinish === term.byFinish);
    if (group) group.terms.push(term);
    else groups.push({ lane, terms: [term] });
  }
  return groups;
}

function laneOf(problem: SchedulingProblem, task: number): number | null {
  for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1) {
    const resource = problem.demandResource[entry] as number;
    if (problem.resources[resource]?.kind === 'front') return resource;
  }
  return null;
}

function demandOf(problem: SchedulingProblem, task: number, resource: number): number {
  for (let entry = problem.demandOffset[task] as number; entry < (problem.demandOffset[task + 1] as number); entry += 1)
    if (problem.demandResource[entry] === resource) return problem.demandTotal[entry] as number;
  return 0;
}

/** By day the least of the days from `first` to this one; endless before. */
function leastUntilDay(first: number, latestEnd: number, costs: Float64Array): Float64Array {
  const least = new Float64Array(latestEnd).fill(Number.POSITIVE_INFINITY);
  for (let day = first; day < latestEnd; day += 1)
    least[day] = Math.min(costs[day] as number, day > first ? (least[day - 1] as number) : Number.POSITIVE_INFINITY);
  return least;
}
