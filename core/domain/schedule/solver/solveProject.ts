import type { Problem } from '../../problems.ts';
import { annealsLong } from './annealsLong.ts';
import { inCommonUnit, inProjectUnits } from './commonUnit.ts';
import type { FixedProject } from './fixedProject.ts';
import type { FoundSchedule } from './geneticSearch.ts';
import { isLarge } from './largeSearch.ts';
import { searchModes } from './modes/searchModes.ts';
import { type PreparedProject, prepareProject } from './prepareProject.ts';
import type { ResourceProject } from './project.ts';
import { isSmall } from './proof/isSmall.ts';
import { proveOptimum } from './proof/proveOptimum.ts';
import { searchForCount } from './searchForCount.ts';
import { proveInTeam, searchInTeam, type Team, type TeamKnowledge } from './teamwork.ts';

export type ProjectSolution = {
  readonly makespan: number;
  /** No schedule is shorter than this. */
  readonly lowerBound: number;
  /** The makespan equals the bound: nothing shorter exists. */
  readonly optimal: boolean;
  /** Generation passes; with maximum lags the conflicts of the proof count too, with several modes its steps, as many as activities for one. */
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
  /** Conflicts of the proof at most where passes are the limit; a twentieth of them where nothing is said. */
  readonly conflicts?: number;
  /** The share of the time that is gone, 0 to 1, where time is what ends the search. */
  readonly spent?: () => number;
  readonly shouldStop?: () => boolean;
  /** Told of the first schedule and of every shorter one. */
  readonly onBetter?: (progress: SolveProgress) => void;
};

export type SolveProgress = { readonly makespan: number; readonly lowerBound: number };

export type SolveAnswer = { readonly solution: ProjectSolution | null; readonly problems: readonly Problem[] };

/**
 * Solves a project without a calendar, each kind in its own way: lists are searched where there is one mode and no maximum
 * lag, and the shortest is proven in between (`searchForCount`, `searchInTeam`); with maximum lags it is proven from the
 * beginning; several modes have their own search (`searchModes`). Stops after `schedules`, when the time is spent, when
 * `shouldStop` says so, or when the bound is reached. The same seed and count give the same answer. Without any feasible
 * schedule the solution is null and a problem says why.
 *
 * Example: two activities of 3 units that both need the only unit of a resource have makespan and bound 6.
 */
export function solveProject(project: ResourceProject, budget: SolveBudget): SolveAnswer {
  const { project: coarse, unit } = inCommonUnit(project);
  const { onBetter } = budget;
  const answer = solveByKind(coarse, { ...budget, ...(onBetter ? { onBetter: (progress) => onBetter(inProjectUnits(progress, unit)) } : {}) });
  return { ...answer, solution: answer.solution && solutionInProjectUnits(answer.solution, unit) };
}

/**
 * A solution of a project that was counted in larger units, in those of the project.
 *
 * Example: starts of 0 and 3 in units of 240 minutes are 0 and 720.
 */
export function solutionInProjectUnits(solution: ProjectSolution, unit: number): ProjectSolution {
  return { ...inProjectUnits(solution, unit), start: solution.start.map((start) => start * unit) };
}

function solveByKind(project: ResourceProject, budget: SolveBudget): SolveAnswer {
  const prepared = prepareProject(project);
  if (prepared.kind === 'broken') return failed(prepared.messageKey, prepared.params);
  if (prepared.kind === 'modes') return solveModes(project, budget);
  if (prepared.kind === 'maximumLags') return solveMaximumLags(project, prepared.fixed, budget);
  if (budget.spent) return { solution: searchForTime(prepared, budget, budget.spent), problems: [] };
  const { found, lowerBound, passes } = searchForCount(prepared.fixed, prepared.lowerBound, budget);
  return { solution: solutionOf(prepared.fixed, found, lowerBound, passes), problems: [] };
}

type Lists = Extract<PreparedProject, { readonly kind: 'lists' }>;

/**
 * On one thread the parts of a team come one after the other: search, proof, search; of a small project nearly all of it is
 * the proof. Where annealing does not pay, a second search cannot make up for a shorter first one. With 5,000
 * activities no proof raised the bound in 10 s.
 */
const shares = {
  small: { firstSearch: 0.2, untilProven: 0.95 },
  others: { firstSearch: 0.3, untilProven: 0.7 },
  middle: { firstSearch: 0.8, untilProven: 1 },
  large: { firstSearch: 0.95, untilProven: 1 },
};

function sharesOf(project: FixedProject) {
  if (isSmall(project)) return shares.small;
  if (isLarge(project)) return shares.large;
  return annealsLong(project.count) ? shares.others : shares.middle;
}

function searchForTime({ fixed, lowerBound }: Lists, { seed, shouldStop, onBetter }: SolveBudget, spent: () => number): ProjectSolution {
  let known: TeamKnowledge = { best: null, lowerBound };
  const team = (from: number, until: number): Team => ({
    known: () => known,
    tell: ({ found, lowerBound: bound = 0 }) => {
      const isShorter = found && (known.best === null || found.makespan < known.best.makespan);
      known = { best: isShorter ? found : known.best, lowerBound: Math.max(known.lowerBound, bound) };
      if (isShorter) onBetter?.({ makespan: found.makespan, lowerBound: known.lowerBound });
    },
    spent: () => (spent() - from) / (until - from),
    shouldStop: () => shouldStop?.() === true,
  });
  const { firstSearch, untilProven } = sharesOf(fixed);
  let schedules = searchInTeam(fixed, seed, team(0, firstSearch));
  schedules += proveInTeam(fixed, seed, team(0, 1), untilProven);
  return solutionOf(fixed, known.best as FoundSchedule, known.lowerBound, schedules);
}

function solutionOf(fixed: FixedProject, { start, makespan }: FoundSchedule, bound: number, schedules: number): ProjectSolution {
  const lowerBound = Math.min(bound, makespan);
  return { makespan, lowerBound, optimal: makespan === lowerBound, schedules, start: Array.from(start), mode: new Array<number>(fixed.count).fill(0) };
}

function isOver({ shouldStop, spent }: SolveBudget): boolean {
  return shouldStop?.() === true || (spent !== undefined && spent() >= 1);
}

function solveMaximumLags(project: ResourceProject, fixed: FixedProject, budget: SolveBudget): SolveAnswer {
  const answer = proveOptimum(fixed, {
    conflicts: budget.schedules,
    shouldStop: () => isOver(budget),
    onProgress: ({ makespan, lowerBound }) => makespan !== null && budget.onBetter?.({ makespan, lowerBound }),
  });
  if (answer.isImpossible) return failed('schedule.problem.projectImpossible');
  if (answer.start && answer.makespan !== null)
    return { solution: solutionOf(fixed, { start: answer.start, makespan: answer.makespan }, answer.lowerBound, Math.max(1, answer.conflicts)), problems: [] };
  // Too large for a proof, or stopped before its first schedule: one attempt after the other.
  return solveModes(project, budget);
}

function solveModes(project: ResourceProject, budget: SolveBudget): SolveAnswer {
  const found = searchModes(project, {
    seed: budget.seed,
    schedules: budget.schedules,
    shouldStop: () => isOver(budget),
    onBetter: ({ makespan, lowerBound }) => budget.onBetter?.({ makespan, lowerBound }),
  });
  if (found === null) return failed('schedule.problem.projectNoSchedule', { schedules: budget.schedules });
  if ('impossible' in found) return failed('schedule.problem.projectImpossible');
  const { isOptimal, start, mode, ...rest } = found;
  return { solution: { ...rest, start: [...start], mode: [...mode], optimal: isOptimal }, problems: [] };
}

function failed(messageKey: string, params: Problem['params'] = {}): SolveAnswer {
  return { solution: null, problems: [{ severity: 'error', messageKey, params }] };
}
