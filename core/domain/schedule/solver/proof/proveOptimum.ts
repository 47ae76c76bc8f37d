import type { FixedProject } from '../fixedProject.ts';
import type { FoundSchedule } from '../geneticSearch.ts';
import { createProof } from './createProof.ts';
import { headTailBound } from './headTailBound.ts';
import { isSmall } from './isSmall.ts';
import type { ProofPartner } from './shareQuestion.ts';
import type { EnergyUse } from './searchLimit.ts';

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
  /** The best schedule and bound that were found elsewhere meanwhile; asked between two questions. */
  readonly known?: (() => { readonly best: FoundSchedule | null; readonly lowerBound: number }) | undefined;
  /** Another proof of the same project, going on at the same time. */
  readonly partner?: ProofPartner | undefined;
  readonly onProgress?: ((best: { readonly start: Int32Array | null; readonly makespan: number | null; readonly lowerBound: number }) => void) | undefined;
};

/**
 * Conflicts of each question in the first round; every round allows twice as many. What can be shortened or proven by its
 * questions from above is left without the joint resource, which takes some time to find.
 */
const firstBudget = 60;

/**
 * The question just below the best schedule, which proves it, gets this much more effort than the others. Small projects
 * are mostly proven by it; of larger ones the bound from below is more often all that can be had (measured on J30 and J60).
 */
const lastStepShare = (project: FixedProject): number => (isSmall(project) ? 48 : 4);
const firstLastStepShare = 4;

/**
 * A conflict with the work in windows of every resource looked at takes about as long as this many without; with that of
 * the joint resource alone it takes hardly longer.
 */
const energyCost = 3;

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
  const first = createProof(project, upper - 1);
  if (first === null) return answer(0, false);
  if (first === 'impossible') {
    if (start) lower = upper;
    return answer(0, !start);
  }
  let proof = first;
  let conflictsBefore = 0;
  const conflicts = () => conflictsBefore + proof.conflicts();
  if (start) proof.suggest(start);
  lower = Math.max(lower, proof.lowerBound());

  const ask = (limit: number, effort: number, energy: EnergyUse): 'schedule' | 'impossible' | 'unknown' => {
    const given = proof.decide(limit, {
      conflicts: Math.min(energy === 'all' ? effort / energyCost : effort, options.conflicts - conflicts()),
      energy,
      shouldStop: options.shouldStop,
      partner: options.partner,
    });
    if (given.verdict === 'schedule') {
      start = given.start;
      upper = makespanOf(project, given.start);
    } else if (given.verdict === 'impossible') lower = given.always ? upper : Math.max(lower, limit + 1, proof.lowerBound());
    if (given.verdict !== 'unknown') options.onProgress?.({ start, makespan: start ? upper : null, lowerBound: lower });
    return given.verdict;
  };
  const hear = () => {
    const known = options.known?.();
    lower = Math.max(lower, known?.lowerBound ?? 0);
    if (!known?.best || known.best.makespan >= upper) return;
    start = Int32Array.from(known.best.start);
    upper = known.best.makespan;
    proof.suggest(start);
  };
  const mayGoOn = () => {
    hear();
    return mayStillGoOn();
  };
  const mayStillGoOn = () => lower < upper && conflicts() < options.conflicts && !options.shouldStop?.();
  const addJoint = () => {
    const withJoint = createProof(project, upper - 1, { joint: true });
    if (withJoint === 'impossible') lower = upper;
    if (withJoint === null || withJoint === 'impossible' || !withJoint.hasJoint) return;
    conflictsBefore = conflicts();
    proof = withJoint;
    if (start) proof.suggest(start);
    lower = Math.max(lower, proof.lowerBound());
  };

  let looksAtAll = false;
  for (let budget = firstBudget; mayGoOn(); budget *= 2) {
    if (!start) {
      ask(upper - 1, budget * 8, 'none');
      if (!start) continue;
    }
    for (let step = budget === firstBudget ? Math.max(1, (upper - lower) >> 1) : 1; step > 0 && mayGoOn(); ) {
      const limit = Math.max(lower, upper - step);
      const share = step > 1 ? 1 : budget === firstBudget ? firstLastStepShare : lastStepShare(project);
      const verdict = ask(limit, budget * share, proof.hasJoint ? 'joint' : 'none');
      step = verdict === 'unknown' ? step >> 1 : Math.min(2 * step, Math.max(1, (upper - lower) >> 1));
    }
    if (budget === firstBudget && mayGoOn()) addJoint();
    const usual = proof.hasJoint ? 'joint' : 'none';
    for (let step = 1; step > 0 && mayGoOn(); ) {
      const limit = Math.min(upper - 1, lower + step - 1);
      // The way that answered last is tried first.
      let verdict = ask(limit, budget, looksAtAll ? 'all' : usual);
      if (verdict === 'unknown' && mayGoOn()) {
        looksAtAll = !looksAtAll;
        verdict = ask(limit, budget, looksAtAll ? 'all' : usual);
      }
      step = verdict === 'impossible' ? 2 * step : step >> 1;
    }
  }
  return answer(conflicts(), start === null && lower >= upper);
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
