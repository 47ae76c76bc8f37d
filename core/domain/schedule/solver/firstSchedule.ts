import { chainsOf } from './chains.ts';
import type { FixedProject } from './fixedProject.ts';
import type { FoundSchedule } from './geneticSearch.ts';
import { createParallelGeneration } from './parallelGeneration.ts';
import { createGeneration } from './serialGeneration.ts';
import { createTurner } from './turnedList.ts';

/**
 * A good schedule at once: the parallel scheme once with the soonest latest finish and once with the soonest latest start
 * in front, each justified to the right and to the left again while that makes it shorter. The better one, and the passes it took, at
 * least one and at most `mostPasses`; none more once it is as short as `bound`.
 *
 * Source: Davis and Patterson, A comparison of heuristic and optimum solutions in resource-constrained project
 * scheduling, Management Science 21 (1975), for the rules; justification as in `createTurner`.
 *
 * Example: two activities on one unit of a resource stand behind each other, the shortest there is; both rules and their justification are six passes.
 */
export function firstSchedule(
  project: FixedProject,
  limit: { readonly mostPasses: number; readonly bound: number },
): FoundSchedule & { readonly passes: number } {
  const { tail, criticalPath } = chainsOf(project);
  const generate = createParallelGeneration(project);
  const [forward, backward] = [createGeneration(project, 'forward'), createGeneration(project, 'backward')];
  const [turnForward, turnBackward] = [createTurner(project, 'forward'), createTurner(project, 'backward')];
  const list = new Int32Array(project.count);
  const rules = [
    Int32Array.from(tail, (length, activity) => criticalPath - length + (project.duration[activity] as number)),
    Int32Array.from(tail, (length) => criticalPath - length),
  ];
  let best: FoundSchedule | null = null;
  let passes = 0;
  for (const rule of rules) {
    const start = new Int32Array(project.count);
    let makespan = generate(rule, start);
    passes += 1;
    for (;;) {
      if (best === null || makespan < best.makespan) best = { start: start.slice(), makespan };
      if (passes + 2 > limit.mostPasses || best.makespan <= limit.bound) return { ...best, passes };
      turnForward(start, makespan, list);
      const backwards = backward(list, start);
      turnBackward(start, backwards, list);
      const justified = forward(list, start);
      passes += 2;
      if (justified >= makespan) break;
      makespan = justified;
    }
  }
  if (best === null) throw new Error('two rules give two schedules');
  return { ...best, passes };
}
