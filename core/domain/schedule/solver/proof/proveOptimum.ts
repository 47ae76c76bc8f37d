import type { FixedProject } from '../fixedProject.ts';
import type { FoundSchedule } from '../geneticSearch.ts';
import { createProof } from './createProof.ts';
import { headTailBound } from './headTailBound.ts';

export type OptimumProof = {
  /** The best schedule known; null where none was found. */
  readonly start: Int32Array | null;
  readonly makespan: number | null;
  /** No schedule is shorter. */
  readonly lowerBound: number;
  readonly isOptimal: boolean;
  /** Proven: no schedule keeps all lags and capacities. */
  readonly isImpossible: boolean;
  readonly conflicts: number;
};

export type ProofOptions = {
  /** A schedule that is known, such as the best of a heuristic. */
  readonly upper?: ArrayLike<number> | undefined;
  /** Conflicts after which the proof gives up: a measure of effort that is the same on every machine. */
  readonly conflicts: number;
  readonly shouldStop?: (() => boolean) | undefined;
  /** The best schedule that was found elsewhere meanwhile; asked between two questions. */
  readonly known?: (() => FoundSchedule | null) | undefined;
  readonly onProgress?: ((best: { readonly start: Int32Array | null; readonly makespan: number | null; readonly lowerBound: number }) => void) | undefined;
};

/** Conflicts of each question in the first round; every round allows twice as many. */
const firstBudget = 60;

/**
 * The question just below the best schedule, which proves it, gets this much more effort than the others. Small projects
 * are mostly proven by it; of larger ones the bound from below is more often all that can be had (measured on J30 and J60).
 */
const lastStepShare = (project: FixedProject): number => (project.count <= 40 ? 16 : 4);

/** A conflict with the work of windows looked at takes about as long as this many without. */
const energyCost = 4;

/**
 * Narrows the makespan from both sides until the bounds meet: questions below the best schedule shorten it (branch and
 * bound), questions above the bound raise it (destructive lower bounds, Klein and Scholl 1999). A question that is answered
 * doubles the next step on its side, an open one halves it; when even the smallest steps stay open, all get twice the
 * effort. Every clause learnt on one side also serves the other.
 *
 * A project too large for `createProof` gets the bound of `headTailBound` and the schedule that was given.
 *
 * Example: two activities of 3 units that both need the only unit of a resource: makespan 6, bound 6, optimal.
 */
export function proveOptimum(project: FixedProject, options: ProofOptions): OptimumProof {
  const cheap = headTailBound(project);
  let start: Int32Array | null = options.upper ? Int32Array.from(options.upper) : null;
  let upper = start ? makespanOf(project, start) : longestFinish(project) + 1;
  let lower = cheap ?? 0;
  const answer = (conflicts: number, isImpossible: boolean): OptimumProof => ({
    start,
    makespan: start ? upper : null,
    lowerBound: lower,
    isOptimal: start !== null && lower >= upper,
    isImpossible,
    conflicts,
  });
  if (cheap === null) return answer(0, true);
  if (start && lower >= upper) return answer(0, false);
  const proof = createProof(project, upper - 1);
  if (proof === null) return answer(0, false);
  if (proof === 'impossible') {
    if (start) lower = upper;
    return answer(0, !start);
  }
  if (start) proof.suggest(start);
  lower = Math.max(lower, proof.lowerBound());

  const ask = (limit: number, conflicts: number, energy: boolean): 'schedule' | 'impossible' | 'unknown' => {
    const left = options.conflicts - proof.conflicts();
    const given = proof.decide(limit, { conflicts: Math.min(conflicts, left), energy, shouldStop: options.shouldStop });
    if (given.verdict === 'schedule') {
      start = given.start;
      upper = makespanOf(project, given.start);
    } else if (given.verdict === 'impossible') lower = given.always ? upper : Math.max(lower, limit + 1, proof.lowerBound());
    if (given.verdict !== 'unknown') options.onProgress?.({ start, makespan: start ? upper : null, lowerBound: lower });
    return given.verdict;
  };
  const hear = () => {
    const found = options.known?.();
    if (!found || found.makespan >= upper) return;
    start = Int32Array.from(found.start);
    upper = found.makespan;
    proof.suggest(start);
  };
  const mayGoOn = () => {
    hear();
    return mayStillGoOn();
  };
  const mayStillGoOn = () => lower < upper && proof.conflicts() < options.conflicts && !options.shouldStop?.();

  // The way that answered last is tried first.
  let energy = false;
  for (let budget = firstBudget; mayGoOn(); budget *= 2) {
    if (!start) {
      ask(upper - 1, budget * 8, false);
      if (!start) continue;
    }
    for (let step = budget === firstBudget ? Math.max(1, (upper - lower) >> 1) : 1; step > 0 && mayGoOn(); ) {
      const verdict = ask(Math.max(lower, upper - step), step > 1 ? budget : budget * lastStepShare(project), false);
      step = verdict === 'unknown' ? step >> 1 : Math.min(2 * step, Math.max(1, (upper - lower) >> 1));
    }
    for (let step = 1; step > 0 && mayGoOn(); ) {
      const limit = Math.min(upper - 1, lower + step - 1);
      let verdict = ask(limit, energy ? budget / energyCost : budget, energy);
      if (verdict === 'unknown' && mayGoOn()) {
        energy = !energy;
        verdict = ask(limit, energy ? budget / energyCost : budget, energy);
      }
      step = verdict === 'impossible' ? 2 * step : step >> 1;
    }
  }
  return answer(proof.conflicts(), start === null && lower >= upper);
}

function makespanOf({ count, duration }: FixedProject, start: ArrayLike<number>): number {
  let last = 0;
  for (let activity = 0; activity < count; activity += 1) last = Math.max(last, (start[activity] as number) + (duration[activity] as number));
  return last;
}

/** A schedule that exists at all exists by then: one activity after the other, each with its longest lag. */
function longestFinish({ count, duration, after, maximum }: FixedProject): number {
  let sum = 0;
  for (let activity = 0; activity < count; activity += 1) {
    let most = duration[activity] as number;
    for (const links of [after, maximum])
      for (let place = links.offset[activity] as number; place < (links.offset[activity + 1] as number); place += 1)
        most = Math.max(most, links.lag[place] as number);
    sum += most;
  }
  return sum;
}
