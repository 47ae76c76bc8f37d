import { formerStarts } from './formerStarts.ts';
import { gainsByDelay } from './gainsByDelay.ts';
import type { Objective } from './objective.ts';
import type { PlanProblem } from './planProblem.ts';
import type { StartWindows } from './startWindows.ts';

/** The second part of what a search varies: a date for each activity before which it is not placed. */
export type Delays = {
  /** How often a neighbour differs by a date instead of by its list. */
  readonly chance: number;
  /** Starts that an objective wants to keep as dates, null where none does. */
  readonly former: Int32Array | null;
  vary(notBefore: Int32Array, start: Int32Array): void;
};

/**
 * Draws an activity and takes its date away, or sets it to its former start, close behind its start, or anywhere in its window.
 *
 * Rule: lists alone reach the best schedule where all objectives are regular and what an activity takes does not depend on
 * when it began; buckets and support break the second, so that dates are drawn more often there.
 *
 * Example: a plan with lateness only and without buckets and support draws dates for one neighbour in twenty.
 */
export function createDelays(problem: PlanProblem, windows: StartWindows, objectives: readonly Objective[], random: () => number): Delays {
  const { count, pinned, bucketLines, supportDemand } = problem;
  const wanted = formerStarts(count, objectives);
  const isPlain = bucketLines === 0 && !supportDemand.some((units) => units > 0) && !gainsByDelay(count, objectives).includes(1);
  const movable = Int32Array.from({ length: count }, (_, activity) => activity).filter((activity) => (pinned[activity] as number) < 0);
  return {
    chance: isPlain ? 0.05 : 0.4,
    former: wanted.some((start) => start >= 0) ? wanted.map((start) => Math.max(0, start)) : null,
    vary(notBefore, start) {
      if (movable.length === 0) return;
      const activity = movable[Math.floor(random() * movable.length)] as number;
      const drawn = random();
      const earliest = windows.earliest[activity] as number;
      const latest = windows.latest[activity] as number;
      if (drawn < 0.4) notBefore[activity] = 0;
      else if (drawn < 0.6 && (wanted[activity] as number) >= 0) notBefore[activity] = wanted[activity] as number;
      else if (drawn < 0.8) notBefore[activity] = Math.min(latest, (start[activity] as number) + 1 + Math.floor(random() * 3));
      else notBefore[activity] = earliest + Math.floor(random() * (latest - earliest + 1));
    },
  };
}
