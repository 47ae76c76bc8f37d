import { freezeRules } from './schedulingProblem.ts';
import type { FrozenSpan, SchedulingProblem } from './schedulingProblem.ts';

/**
 * The freeze that keeps a task from starting on a working day, with the next start that it leaves open; null where none does.
 *
 * Example: with days 5 to 7 frozen a wave of 3 days may start on day 2 (its days are 2, 3, 4) but not on day 3; next open start is 8.
 */
export function freezeClash(problem: SchedulingProblem, task: number, start: number): { readonly freezeIndex: number; readonly nextStart: number } | null {
  const rule = problem.freezeRule[task] as number;
  if (rule === freezeRules.free) return null;
  const duration = problem.duration[task] as number;
  const finish = start + Math.max(duration, 1) - 1;
  for (const span of problem.freezes[problem.freezeList[task] as number] as readonly FrozenSpan[]) {
    if (rule === freezeRules.whole && start <= span.last && finish >= span.first) return { freezeIndex: span.freezeIndex, nextStart: span.last + 1 };
    if (rule === freezeRules.start && start >= span.first && start <= span.last) return { freezeIndex: span.freezeIndex, nextStart: span.last + 1 };
    if (rule === freezeRules.finish && finish >= span.first && finish <= span.last) {
      return { freezeIndex: span.freezeIndex, nextStart: span.last + 1 - (finish - start) };
    }
  }
  return null;
}

/**
 * The first start from `start` on that no freeze forbids.
 *
 * Example: days 5 to 7 and 9 to 10 are frozen. A wave of 3 days from day 3 on starts on day 11: from 8 on it would reach
 * into the second freeze. A phase, which goes on in a freeze, starts on day 3.
 *
 *   day    3 4 5 6 7 8 9 10 11 12 13
 *   wave   . . x x x . x x  #  #  #
 */
export function startOutsideFreezes(problem: SchedulingProblem, task: number, start: number): number {
  let candidate = start;
  for (;;) {
    const clash = freezeClash(problem, task, candidate);
    if (!clash) return candidate;
    candidate = clash.nextStart;
  }
}
