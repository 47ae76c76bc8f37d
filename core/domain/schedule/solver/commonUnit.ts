import type { ResourceProject } from './project.ts';

export type ProjectInUnits = {
  /** The project with all durations and lags counted in `unit`. */
  readonly project: ResourceProject;
  readonly unit: number;
};

/**
 * Counts a project in the largest unit of time that divides every duration and every lag, so that work and memory
 * do not grow with the unit a file was written in. Nothing is lost: let a schedule's starts be rounded down to that
 * unit; then every lag still holds, and in the unit from m to m + 1 exactly those activities are in progress that were
 * before just ahead of m + 1.
 *
 * Example: durations of 480 and 960 minutes with a lag of 240 are 2 and 4 with a lag of 1, in units of 240 minutes.
 */
export function inCommonUnit(project: ResourceProject): ProjectInUnits {
  const { activities } = project;
  const unit =
    activities
      .flatMap(({ modes, successors }) => [
        ...modes.map(({ duration }) => duration),
        ...successors.map(({ lag }) => (lag === 'afterFinish' ? 0 : Math.abs(lag))),
      ])
      .reduce(greatestCommonDivisor, 0) || 1;
  if (unit === 1) return { project, unit };
  return {
    unit,
    project: {
      ...project,
      activities: activities.map(({ modes, successors }) => ({
        modes: modes.map(({ duration, demands }) => ({ duration: duration / unit, demands })),
        successors: successors.map(({ to, lag }) => ({ to, lag: lag === 'afterFinish' ? lag : lag / unit })),
      })),
    },
  };
}

/**
 * What was found in larger units, counted in those of the project again.
 *
 * Example: a makespan of 6 in units of 240 minutes is one of 1,440.
 */
export function inProjectUnits<Found extends { readonly makespan: number; readonly lowerBound: number }>(found: Found, unit: number): Found {
  return { ...found, makespan: found.makespan * unit, lowerBound: found.lowerBound * unit };
}

/**
 * By Euclid's algorithm; 0 with a number is that number.
 *
 * Example: of 12 and 18 it is 6.
 */
export function greatestCommonDivisor(one: number, other: number): number {
  let [large, small] = [one, other];
  while (small > 0) [large, small] = [small, large % small];
  return large;
}
