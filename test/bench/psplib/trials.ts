import { checkProject, type ProjectAnswer } from '../../support/checkProject.ts';
import { trivialBound } from '../../support/projects/criticalPath.ts';
import type { Engine, Limit } from './engines.ts';
import type { Instance, InstanceSet } from './instanceSets.ts';
import type { BenchSettings } from './settings.ts';

export type Trial = {
  /** Null when no schedule was found. */
  readonly makespan: number | null;
  readonly bound: number | null;
  readonly isProvenImpossible: boolean;
  readonly schedules: number;
  readonly milliseconds: number;
};

/** What must never be: each is a sentence, and any of them fails the whole measurement. */
export type Judge = { readonly faults: string[]; checked: number };

/** One run of the engine on one instance; its answer is checked before anything is said of it. */
export async function tryInstance(engine: Engine, instance: Instance, limit: Limit, seed: number, clock: BenchSettings['clock'], judge: Judge): Promise<Trial> {
  const { solution, problems, milliseconds } = await engine.solve(instance.project, limit, seed, clock);
  const fault = (what: string) => judge.faults.push(`${instance.name}, seed ${seed}: ${what}`);
  if (!solution) {
    const isProvenImpossible = problems.some(({ messageKey }) => !/projectNoSchedule|projectCircleModes/.test(messageKey));
    if (isProvenImpossible && instance.best !== null) fault('is said to have no schedule, and has one');
    return { makespan: null, bound: null, isProvenImpossible, schedules: 0, milliseconds };
  }
  judgeAnswer(instance, solution, judge, `seed ${seed}`);
  if (solution.lowerBound > solution.makespan) fault(`bound ${solution.lowerBound} above its own makespan ${solution.makespan}`);
  if (instance.best !== null && solution.lowerBound > instance.best) fault(`bound ${solution.lowerBound} above the best known makespan ${instance.best}`);
  if (solution.optimal !== (solution.lowerBound === solution.makespan)) fault('says it is optimal, and its bound does not');
  if ('schedules' in limit && solution.schedules > limit.schedules) fault(`${solution.schedules} schedules instead of ${limit.schedules}`);
  return { makespan: solution.makespan, bound: solution.lowerBound, isProvenImpossible: false, schedules: solution.schedules, milliseconds };
}

/** Holds an answer, ours or another solver's, to the rules and to what is published. */
export function judgeAnswer(instance: Instance, answer: ProjectAnswer, judge: Judge, who: string): void {
  judge.checked += 1;
  const fault = (what: string) => judge.faults.push(`${instance.name}, ${who}: ${what}`);
  for (const violation of checkProject(instance.project, answer)) fault(violation);
  if (instance.isImpossible) fault('has a schedule, and is published to have none');
  if (instance.bound !== null && answer.makespan < instance.bound) fault(`makespan ${answer.makespan} below the published bound ${instance.bound}`);
}

export type Summary = {
  /** Mean of the percentages above what the set counts from, over the instances with a schedule. */
  readonly percent: number;
  readonly instances: number;
  readonly found: number;
  /** What `percent` would be with the best known makespans of the same instances; null where nothing is known. */
  readonly bestPercent: number | null;
  /** As good as the best known; null where nothing is known. */
  readonly best: number | null;
  readonly proven: number;
  /** Found, or rightly said to have no schedule. */
  readonly decided: number;
  /** Mean of `(makespan - bound) / bound`. */
  readonly gap: number;
  readonly millisecondsEach: number;
  readonly schedulesEach: number;
};

export function summarise(set: InstanceSet, instances: readonly Instance[], trials: readonly Trial[]): Summary {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const found = trials.flatMap(({ makespan, bound }, index) =>
    makespan === null ? [] : [{ makespan, bound: bound as number, instance: instances[index] as Instance }],
  );
  const base = ({ best, criticalPath, project }: Instance) =>
    set.above === 'criticalPath' ? criticalPath : set.above === 'best' ? best : trivialBound(project);
  const percentOf = (pairs: readonly { readonly makespan: number; readonly instance: Instance }[]) =>
    mean(
      pairs.flatMap(({ makespan, instance }) => {
        const from = base(instance);
        return from === null || from === 0 ? [] : [(makespan / from - 1) * 100];
      }),
    );
  const known = found.filter(({ instance }) => instance.best !== null);
  return {
    percent: percentOf(found),
    bestPercent: known.length === 0 ? null : percentOf(known.map(({ instance }) => ({ makespan: instance.best as number, instance }))),
    instances: instances.length,
    found: found.length,
    best: known.length === 0 ? null : known.filter(({ makespan, instance }) => makespan <= (instance.best as number)).length,
    proven: found.filter(({ makespan, bound }) => makespan === bound).length,
    decided: found.length + trials.filter(({ isProvenImpossible }) => isProvenImpossible).length,
    gap: mean(found.filter(({ bound }) => bound > 0).map(({ makespan, bound }) => (makespan / bound - 1) * 100)),
    millisecondsEach: mean(trials.map(({ milliseconds }) => milliseconds)),
    schedulesEach: mean(trials.map(({ schedules }) => schedules)),
  };
}
