import type { Problem } from '../domain/problems.ts';

/** A problem as the contract has it: with params that an answer may hold as its own. */
export function plainProblem(problem: Problem) {
  return { ...problem, params: { ...problem.params } };
}
