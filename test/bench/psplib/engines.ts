import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { solveProject } from '../../../core/domain/schedule/solver/solveProject.ts';
import { solveInThreads } from '../../../host/solver/solveInThreads.ts';
import type { BenchSettings } from './settings.ts';

/** `isProven`: the proof that follows so many passes is made, too. */
export type Limit = { readonly schedules: number; readonly isProven: boolean } | { readonly seconds: number };
export type EngineAnswer = ReturnType<typeof solveProject> & { readonly milliseconds: number };

/** A way to call the solver. */
export type Engine = {
  readonly name: string;
  readonly solve: (project: ResourceProject, limit: Limit, seed: number, clock: BenchSettings['clock']) => Promise<EngineAnswer>;
};

export const oneThread: Engine = {
  name: 'one thread',
  async solve(project, limit, seed, clock) {
    const begun = timeOf(clock);
    const answer = solveProject(project, {
      seed,
      schedules: 'schedules' in limit ? limit.schedules : Number.MAX_SAFE_INTEGER,
      ...('seconds' in limit ? { spent: () => (timeOf(clock) - begun) / (limit.seconds * 1000) } : limit.isProven ? {} : { conflicts: 0 }),
    });
    return { ...answer, milliseconds: timeOf(clock) - begun };
  },
};

/** As `bascule solve` does it; its clock is always that on the wall. */
const twoThreads: Engine = {
  name: 'two threads',
  solve(project, limit, seed) {
    const request = { project, seed, schedules: Number.MAX_SAFE_INTEGER, timeLimitMs: 'seconds' in limit ? limit.seconds * 1000 : null };
    return solveInThreads(request, { signal: new AbortController().signal });
  },
};

/**
 * What is measured by time; what is measured by schedules is measured in one thread, so that it comes out the same again.
 * Two threads need the clock on the wall, which on a machine that does other work measures that work.
 */
export function timedEngines(clock: BenchSettings['clock']): readonly Engine[] {
  return clock === 'wall' ? [oneThread, twoThreads] : [oneThread];
}

function timeOf(clock: BenchSettings['clock']): number {
  if (clock === 'wall') return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
