import type { FixedProject } from '../fixedProject.ts';
import { raise, settleRoot } from './boundTrail.ts';
import { atomCount } from './branching.ts';
import { orderPairs } from './orderPairs.ts';
import { proofModel } from './proofModel.ts';
import { createState } from './proofState.ts';
import type { ProofState } from './proofState.ts';
import { searchLimit } from './searchLimit.ts';
import type { SearchBudget } from './searchLimit.ts';
import { startDistances } from './startDistances.ts';

export type ProofVerdict =
  | { readonly verdict: 'schedule'; readonly start: Int32Array }
  /** No schedule finishes by the limit. `always`: there is no schedule at all. */
  | { readonly verdict: 'impossible'; readonly always: boolean }
  | { readonly verdict: 'unknown' };

export type Proof = {
  /** The earliest finish that is not excluded yet. */
  readonly lowerBound: () => number;
  readonly conflicts: () => number;
  readonly decide: (latestFinish: number, budget: SearchBudget) => ProofVerdict;
  /** Begins to look near this schedule. */
  readonly suggest: (start: ArrayLike<number>) => void;
};

/** Bounds with more values than this would take more than about 100 megabytes. */
const atomLimit = 4_000_000;
/** The distances between all starts take n³ steps: a quarter of a second. */
const activityLimit = 600;

/**
 * An exact solver of one project: lazy clause generation (Ohrimenko, Stuckey and Codish 2009; Schutt, Feydy, Stuckey and
 * Wallace 2011 and 2013). It keeps what it learns from one question to the next, whether the limit falls or rises.
 * Deterministic: the same questions give the same answers.
 *
 * `horizon` is a finish that no wanted schedule exceeds. Null stands for a project that is too large.
 *
 * Example: two activities of 3 units that both need the only unit of a resource: `decide(5)` is impossible, `decide(6)` a schedule.
 */
export function createProof(project: FixedProject, horizon: number): Proof | 'impossible' | null {
  const { count } = project;
  for (let cell = 0; cell < project.demand.length; cell += 1)
    if ((project.demand[cell] as number) > (project.capacity[cell % project.resources] as number)) return 'impossible';
  for (let activity = 0; activity < count; activity += 1) if ((project.duration[activity] as number) > horizon) return 'impossible';
  if (count > activityLimit || count * horizon > atomLimit) return null;
  const distance = startDistances(project);
  const pairs = distance && orderPairs(project, distance);
  if (!pairs) return 'impossible';
  const model = proofModel(project, pairs, horizon);
  if (atomCount(model) > atomLimit) return null;
  const state = createState(model);
  if (!startRoot(state)) return 'impossible';

  return {
    lowerBound: () => state.trail.root[2 * model.finish] as number,
    conflicts: () => state.marks.conflicts,
    decide: (latestFinish, budget) => {
      const limit = Math.min(latestFinish, horizon);
      const verdict = searchLimit(state, limit, budget);
      if (verdict === 'schedule') return { verdict, start: state.branching.phase.slice(0, count) };
      if (verdict === 'unknown') return { verdict };
      return { verdict: 'impossible', always: verdict === 'never' };
    },
    suggest: (start) => {
      for (let activity = 0; activity < count; activity += 1) state.branching.phase[activity] = start[activity] as number;
    },
  };
}

/** Propagates every link once from the bounds without any decision; false where they contradict each other. */
function startRoot(state: ProofState): boolean {
  const { model, trail } = state;
  const { source, to, lag, guard } = model.links;
  let hasChanged = true;
  while (hasChanged) {
    hasChanged = false;
    for (let link = 0; link < source.length; link += 1) {
      if ((guard[link] as number) >= 0) continue;
      const target = to[link] as number;
      const pushed = (trail.value[source[link] as number] as number) + (lag[link] as number);
      if (pushed <= (trail.value[target] as number)) continue;
      if (!raise(state, target, pushed, 0)) return false;
      hasChanged = true;
    }
  }
  settleRoot(state);
  return true;
}
