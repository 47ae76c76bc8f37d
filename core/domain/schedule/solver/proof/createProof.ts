import type { FixedProject } from '../fixedProject.ts';
import { jointResource } from './jointResource.ts';
import { orderPairs } from './orderPairs.ts';
import { proofModel } from './proofModel.ts';
import { createState } from './proofState.ts';
import { searchLimit } from './searchLimit.ts';
import type { SearchBudget } from './searchLimit.ts';
import { noPath, startDistances } from './startDistances.ts';
import { startRoot } from './startRoot.ts';

export type ProofVerdict =
  | { readonly verdict: 'schedule'; readonly start: Int32Array }
  /** No schedule finishes by the limit. `always`: there is no schedule at all. */
  | { readonly verdict: 'impossible'; readonly always: boolean }
  | { readonly verdict: 'unknown' };

export type Proof = {
  readonly hasJoint: boolean;
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
/** With more activities than this the joint resource takes longer than it is worth. */
const jointLimit = 130;

/**
 * An exact solver of one project: lazy clause generation (Ohrimenko, Stuckey and Codish 2009; Schutt, Feydy, Stuckey and
 * Wallace 2011 and 2013). It keeps what it learns from one question to the next, whether the limit falls or rises.
 * Deterministic: the same questions give the same answers.
 *
 * `horizon` is a finish that no wanted schedule exceeds. With `joint` it also gets the joint resource (`jointResource`).
 * Null stands for a project that is too large.
 *
 * Example: two activities of 3 units that both need the only unit of a resource: `decide(5)` is impossible, `decide(6)` a schedule.
 */
export function createProof(project: FixedProject, horizon: number, parts: { readonly joint?: boolean } = {}): Proof | 'impossible' | null {
  const { count } = project;
  for (let cell = 0; cell < project.demand.length; cell += 1)
    if ((project.demand[cell] as number) > (project.capacity[cell % project.resources] as number)) return 'impossible';
  for (let activity = 0; activity < count; activity += 1) if ((project.duration[activity] as number) > horizon) return 'impossible';
  if (count > (parts.joint ? jointLimit : activityLimit) || count * horizon > atomLimit) return null;
  const distance = startDistances(project);
  const pairs = distance && orderPairs(project, distance);
  if (!pairs) return 'impossible';
  const joint = parts.joint ? jointResource(project, neverTogether(project, distance, horizon)) : null;
  const model = proofModel(project, { pairs, joint, horizon });
  if (model.atoms > atomLimit) return null;
  const state = createState(model);
  if (!startRoot(state)) return 'impossible';

  return {
    hasJoint: joint !== null,
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

/** Whether two activities never run at the same time: one has to wait for the other, or the horizon leaves them no common time. */
function neverTogether({ count, duration }: FixedProject, distance: Int32Array, horizon: number): (one: number, other: number) => boolean {
  const earliest = new Int32Array(count);
  const latestFinish = new Int32Array(count).fill(horizon);
  for (let from = 0; from < count; from += 1) {
    for (let to = 0; to < count; to += 1) {
      const lag = distance[from * count + to] as number;
      earliest[to] = Math.max(earliest[to] as number, lag);
      if (lag !== noPath) latestFinish[from] = Math.min(latestFinish[from] as number, horizon - (duration[to] as number) - lag + (duration[from] as number));
    }
  }
  const isBefore = (one: number, other: number) =>
    (distance[one * count + other] as number) >= (duration[one] as number) || (latestFinish[one] as number) <= (earliest[other] as number);
  return (one, other) => isBefore(one, other) || isBefore(other, one);
}
