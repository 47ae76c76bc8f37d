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
 * Draws an activity and takes its date away, or sets it to its former start, close behind its start (at times together with
 * another one, for those that only gain by waiting together), or anywhere in its window.
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
      const draw = () => movable[Math.floor(random() * movable.length)] as number;
      const activity = draw();
      const later = (moved: number, units: number) => {
        notBefore[moved] = Math.min(windows.latest[moved] as number, (start[moved] as number) + units);
      };
      const drawn = random();
      if (drawn < 0.35) notBefore[activity] = 0;
      else if (drawn < 0.5 && (wanted[activity] as number) >= 0) notBefore[activity] = wanted[activity] as number;
      else if (drawn < 0.7) later(activity, 1 + Math.floor(random() * 3));
      else if (drawn < 0.85) {
        const units = 1 + Math.floor(random() * 5);
        later(activity, units);
        later(draw(), units);
      } else {
        const earliest = windows.earliest[activity] as number;
        notBefore[activity] = earliest + Math.floor(random() * ((windows.latest[activity] as number) - earliest + 1));
      }
    },
  };
}
