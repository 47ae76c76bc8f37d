import { AppError } from '../../core/contract/errors.ts';
import { inCommonUnit, inProjectUnits } from '../../core/domain/schedule/solver/commonUnit.ts';
import { firstSchedule } from '../../core/domain/schedule/solver/firstSchedule.ts';
import { prepareProject } from '../../core/domain/schedule/solver/prepareProject.ts';
import { type SolveAnswer, type SolveProgress, solutionInProjectUnits } from '../../core/domain/schedule/solver/solveProject.ts';
import { solveInWorker, type SolveRequest } from './solveInWorker.ts';
import { solveInTeam } from './solveInTeam.ts';

/** Threads need a moment to begin; what must be answered sooner is better done in one. */
const shortestForTeam = 400;
/** The first schedule is improved for so many passes before it is handed out. */
const firstPasses = 200;

type Listening = { readonly signal: AbortSignal; readonly onBetter?: (progress: SolveProgress) => void };
type Solved = SolveAnswer & { readonly milliseconds: number };

/** Solves a project in threads: where time is the limit and lists are searched in two that hear from each other, otherwise in one. */
export async function solveInThreads(request: SolveRequest, { signal, onBetter }: Listening): Promise<Solved> {
  const { project, unit } = inCommonUnit(request.project);
  const listening = { signal, ...(onBetter ? { onBetter: (progress: SolveProgress) => onBetter(inProjectUnits(progress, unit)) } : {}) };
  const solved = await solveInCommonUnit({ ...request, project }, listening);
  return { ...solved, solution: solved.solution && solutionInProjectUnits(solved.solution, unit) };
}

async function solveInCommonUnit(request: SolveRequest, listening: Listening): Promise<Solved> {
  const { signal, onBetter } = listening;
  const { project, seed, timeLimitMs } = request;
  const begun = performance.now();
  const prepared = timeLimitMs !== null && timeLimitMs >= shortestForTeam ? prepareProject(project) : null;
  if (timeLimitMs === null || prepared?.kind !== 'lists') return solveInWorker(request, listening);
  const { fixed } = prepared;
  const first = firstSchedule(fixed, { mostPasses: firstPasses, bound: prepared.lowerBound });
  onBetter?.({ makespan: first.makespan, lowerBound: prepared.lowerBound });
  let answer = { best: first as Pick<typeof first, 'start' | 'makespan'>, lowerBound: prepared.lowerBound, passes: 0 };
  if (first.makespan > prepared.lowerBound && !signal.aborted) {
    answer = await solveInTeam(fixed, {
      first,
      lowerBound: prepared.lowerBound,
      seed,
      limitMs: timeLimitMs - (performance.now() - begun),
      signal,
      ...(onBetter ? { onProgress: onBetter } : {}),
    });
  }
  if (signal.aborted) throw new AppError('cancelled', 'error.cancelled');
  const { start, makespan } = answer.best;
  const lowerBound = Math.min(answer.lowerBound, makespan);
  const solution = {
    makespan,
    lowerBound,
    optimal: lowerBound === makespan,
    schedules: first.passes + answer.passes,
    start: Array.from(start),
    mode: project.activities.map(() => 0),
  };
  return { solution, problems: [], milliseconds: Math.round(performance.now() - begun) };
}
