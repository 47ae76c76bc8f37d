import type { Problem } from '../../problems.ts';
import { fixModes } from './fixedProject.ts';
import { createListSearch } from './listSearch.ts';
import { passesPerBudget } from './passesPerBudget.ts';
import { chooseModes, preferredModes } from './projectModes.ts';
import { latestStarts, longestDistances, projectBound, topologicalOrder } from './projectNetwork.ts';
import type { ResourceProject } from './project.ts';
import { createRandom } from '../random.ts';
import { projectSchedule } from './projectSchedule.ts';

export type ProjectSolution = {
  readonly makespan: number;
  /** No schedule is shorter than this. */
  readonly lowerBound: number;
  /** The makespan equals the bound: nothing shorter exists. */
  readonly optimal: boolean;
  /** Schedules that were tried. */
  readonly schedules: number;
  /** Start of every activity, counted from 0. */
  readonly start: readonly number[];
  /** The mode of every activity, counted from 0. */
  readonly mode: readonly number[];
};

/** How long a search may go on. */
export type SolveBudget = {
  readonly seed: number;
  /** Generation passes at most: with a seed they make the answer the same on every machine. */
  readonly schedules: number;
  /** The share of the time that is gone, 0 to 1, where time is what ends the search. */
  readonly spent?: () => number;
  readonly shouldStop?: () => boolean;
  /** Told of the first schedule and of every shorter one. */
  readonly onBetter?: (progress: SolveProgress) => void;
};

export type SolveProgress = { readonly makespan: number; readonly lowerBound: number; readonly schedules: number };

/**
 * Solves a project without a calendar. With one mode for each activity and minimum lags only, lists are searched
 * (`createListSearch`). With several modes they are drawn so that the resources for the whole project suffice, and lists
 * at random favour a soon latest start; a schedule that breaks a maximum lag does not count. Stops after `schedules`, when
 * the time is spent, when `shouldStop` says so, or when the bound is reached. The same seed and count give the same
 * answer. Without any feasible schedule the solution is null and a problem says why.
 *
 * Example: two activities of 3 units that both need the only unit of a resource have makespan and bound 6.
 */
export function solveProject(
  project: ResourceProject,
  budget: SolveBudget,
): { readonly solution: ProjectSolution | null; readonly problems: readonly Problem[] } {
  const order = topologicalOrder(project);
  if (!order) return failed('schedule.problem.projectCircle');
  if (hasImpossibleActivity(project)) return failed('schedule.problem.projectDemand');
  const hasMaximumLags = project.activities.some((activity) => activity.successors.some((link) => link.lag !== 'afterFinish' && link.lag < 0));
  const distances = hasMaximumLags ? longestDistances(project) : null;
  if (distances === 'contradiction') return failed('schedule.problem.projectCircle');
  const bound = projectBound(project, order, distances);
  const hasOneMode = project.activities.every(({ modes }) => modes.length === 1);
  if (hasOneMode && !hasMaximumLags && fitsForTheWholeProject(project)) return { solution: searchLists(project, bound, budget), problems: [] };

  const random = createRandom(budget.seed);
  const preferred = preferredModes(project);
  let best: { readonly makespan: number; readonly start: readonly number[]; readonly mode: readonly number[] } | null = null;
  let tried = 0;
  while (tried < budget.schedules && !(tried > 0 && isOver(budget))) {
    const mode = chooseModes(project, preferred, tried, random);
    tried += 1;
    if (!mode) continue;
    const priority = priorities(project, order, mode, tried - 1, random);
    const start = projectSchedule(project, mode, priority, hasMaximumLags);
    if (!start) continue;
    const makespan = start.reduce((last, at, activity) => Math.max(last, at + durationOf(project, activity, mode)), 0);
    if (!best || makespan < best.makespan) {
      best = { makespan, start, mode };
      budget.onBetter?.({ makespan, lowerBound: bound, schedules: tried });
    }
    if (best.makespan === bound) break;
  }
  if (!best) return failed('schedule.problem.projectNoSchedule', { schedules: tried });
  return { solution: { ...best, lowerBound: bound, optimal: best.makespan === bound, schedules: tried }, problems: [] };
}

function isOver(budget: SolveBudget): boolean {
  return budget.shouldStop?.() === true || (budget.spent !== undefined && budget.spent() >= 1);
}

/** Passes between two looks at the clock. */
const slice = 20;

function searchLists(project: ResourceProject, bound: number, budget: SolveBudget): ProjectSolution {
  const mode = project.activities.map(() => 0);
  const fixed = fixModes(project, mode);
  const { schedules, spent } = budget;
  const plannedPasses = spent ? Math.min(schedules, passesPerBudget(fixed, spent)) : schedules;
  const search = createListSearch(fixed, { random: createRandom(budget.seed), plannedPasses, bound });
  let told = Number.POSITIVE_INFINITY;
  const tell = () => {
    if (search.makespan < told) budget.onBetter?.({ makespan: search.makespan, lowerBound: bound, schedules: search.passes });
    told = search.makespan;
  };
  tell();
  while (search.passes < schedules && search.makespan > bound && !isOver(budget)) {
    search.advance(Math.min(slice, schedules - search.passes), spent ? spent() : (search.passes + slice) / schedules);
    tell();
  }
  const { makespan, passes } = search;
  return { makespan, lowerBound: bound, optimal: makespan === bound, schedules: passes, start: Array.from(search.start), mode };
}

function failed(messageKey: string, params: Problem['params'] = {}): { readonly solution: null; readonly problems: readonly Problem[] } {
  return { solution: null, problems: [{ severity: 'error', messageKey, params }] };
}

function durationOf(project: ResourceProject, activity: number, mode: readonly number[]): number {
  return project.activities[activity]?.modes[mode[activity] as number]?.duration ?? 0;
}

function hasImpossibleActivity(project: ResourceProject): boolean {
  return project.activities.some((activity) =>
    activity.modes.every((mode) => project.renewable.some((capacity, resource) => mode.duration > 0 && (mode.demands[resource] ?? 0) > capacity)),
  );
}

/** Smaller comes first among the activities that may be placed. */
function priorities(project: ResourceProject, order: readonly number[], mode: readonly number[], turn: number, random: () => number): readonly number[] {
  const latest = latestStarts(project, order, mode);
  const duration = project.activities.map((_, activity) => durationOf(project, activity, mode));
  if (turn === 0) return latest;
  if (turn === 1) return latest.map((value, activity) => value + (duration[activity] as number));
  if (turn === 2) return countFollowers(project, order).map((value) => -value);
  if (turn === 3) return duration.map((value) => -value);
  const spread = Math.max(1, Math.max(...latest) - Math.min(...latest)) * (0.05 + 0.35 * random());
  return latest.map((value) => value + spread * random());
}

function countFollowers(project: ResourceProject, order: readonly number[]): readonly number[] {
  const sets = project.activities.map(() => new Set<number>());
  for (const activity of [...order].reverse()) {
    const own = sets[activity] as Set<number>;
    for (const link of project.activities[activity]?.successors ?? []) {
      if (link.lag !== 'afterFinish' && link.lag < 0) continue;
      own.add(link.to);
      for (const follower of sets[link.to] as Set<number>) own.add(follower);
    }
  }
  return sets.map((set) => set.size);
}

function fitsForTheWholeProject(project: ResourceProject): boolean {
  return project.nonRenewable.every(
    (capacity, resource) => project.activities.reduce((sum, { modes }) => sum + (modes[0]?.demands[project.renewable.length + resource] ?? 0), 0) <= capacity,
  );
}
