import type { ProjectMode, ResourceProject } from '../../core/domain/schedule/solver/project.ts';
import type { ProjectAnswer } from './checkProject.ts';

/**
 * The optimum of a tiny project, null when it has no schedule: every choice of modes within the budgets, and for each
 * choice every way to resolve conflicts. Where a smallest set of activities that run at once needs too much, one of them
 * has to wait for the end of another one; each such pair is tried. Without a conflict the earliest starts are the best
 * schedule of the pairs so far (Bartusch, Möhring, Radermacher 1988). Complete with minimum and maximum lags; nothing of
 * `core` is called. For up to 7 activities.
 */
export function exhaustiveProject(project: ResourceProject): ProjectAnswer | null {
  let best: ProjectAnswer | null = null;
  for (const mode of everyChoice(project.activities.map(({ modes }) => modes.length))) {
    const chosen = project.activities.map(({ modes }, activity) => modes[mode[activity] as number] as ProjectMode);
    if (!keepsBudgets(project, chosen)) continue;
    const start = shortestSchedule(project, chosen, best?.makespan ?? Number.POSITIVE_INFINITY);
    if (start) best = { makespan: makespanOf(chosen, start), start, mode };
  }
  return best;
}

function* everyChoice(counts: readonly number[]): Generator<readonly number[]> {
  const [count, ...others] = counts;
  if (count === undefined) yield [];
  else for (let choice = 0; choice < count; choice += 1) for (const rest of everyChoice(others)) yield [choice, ...rest];
}

function keepsBudgets({ renewable, nonRenewable }: ResourceProject, chosen: readonly ProjectMode[]): boolean {
  if (chosen.some(({ duration, demands }) => duration > 0 && renewable.some((capacity, resource) => (demands[resource] ?? 0) > capacity))) return false;
  return nonRenewable.every((capacity, resource) => chosen.reduce((sum, { demands }) => sum + (demands[renewable.length + resource] ?? 0), 0) <= capacity);
}

/** The best schedule that is shorter than `below`; null when there is none. */
function shortestSchedule(project: ResourceProject, chosen: readonly ProjectMode[], below: number): readonly number[] | null {
  const count = chosen.length;
  const lag = Array.from({ length: count * count }, () => Number.NEGATIVE_INFINITY);
  for (const [from, { successors }] of project.activities.entries()) {
    for (const link of successors) {
      const steps = link.lag === 'afterFinish' ? (chosen[from] as ProjectMode).duration : link.lag;
      lag[from * count + link.to] = Math.max(lag[from * count + link.to] as number, steps);
    }
  }
  let best: readonly number[] | null = null;
  let shortest = below;
  const seen = new Set<string>();
  const explore = (pairs: readonly number[]): void => {
    const key = pairs.join();
    if (seen.has(key)) return;
    seen.add(key);
    const start = earliestStarts(count, lag, pairs, chosen);
    if (!start || makespanOf(chosen, start) >= shortest) return;
    const conflict = smallestConflict(project, chosen, start);
    if (!conflict) {
      best = start;
      shortest = makespanOf(chosen, start);
      return;
    }
    for (const first of conflict) for (const second of conflict) if (first !== second) explore([...pairs, first * count + second].sort((a, b) => a - b));
  };
  explore([]);
  return best;
}

/** Longest paths; null when they never end, which is a circle of positive length. */
function earliestStarts(count: number, lag: readonly number[], pairs: readonly number[], chosen: readonly ProjectMode[]): readonly number[] | null {
  const steps = [...lag];
  for (const pair of pairs) steps[pair] = Math.max(steps[pair] as number, (chosen[Math.floor(pair / count)] as ProjectMode).duration);
  const start = Array.from({ length: count }, () => 0);
  for (let round = 0; round <= count; round += 1) {
    let hasMoved = false;
    for (let from = 0; from < count; from += 1) {
      for (let to = 0; to < count; to += 1) {
        const at = (start[from] as number) + (steps[from * count + to] as number);
        if (at > (start[to] as number)) {
          start[to] = at;
          hasMoved = true;
        }
      }
    }
    if (!hasMoved) return start;
  }
  return null;
}

/** Activities that run at once and together need too much, so few that without any of them it suffices. */
function smallestConflict({ renewable }: ResourceProject, chosen: readonly ProjectMode[], start: readonly number[]): readonly number[] | null {
  for (const at of start) {
    const running = chosen.flatMap(({ duration }, activity) =>
      (start[activity] as number) <= at && at < (start[activity] as number) + duration ? [activity] : [],
    );
    for (const [resource, capacity] of renewable.entries()) {
      const need = (activities: readonly number[]) => activities.reduce((sum, activity) => sum + ((chosen[activity] as ProjectMode).demands[resource] ?? 0), 0);
      if (need(running) <= capacity) continue;
      return running.reduce((left, activity) => {
        const others = left.filter((other) => other !== activity);
        return need(others) > capacity ? others : left;
      }, running);
    }
  }
  return null;
}

function makespanOf(chosen: readonly ProjectMode[], start: readonly number[]): number {
  return chosen.reduce((last, { duration }, activity) => Math.max(last, (start[activity] as number) + duration), 0);
}
