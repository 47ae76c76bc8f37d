import type { Objective } from './objective.ts';

/**
 * Starts that some objective wants to keep, -1 where none does: what a repair of a running plan tries first.
 *
 * Example: two activities, the second formerly at 7, give -1 and 7.
 */
export function formerStarts(count: number, objectives: readonly Objective[]): Int32Array {
  const wanted = new Int32Array(count).fill(-1);
  const add = (objective: Objective) => {
    if (objective.kind === 'sum') for (const part of objective.parts) add(part);
    if (objective.kind === 'stability')
      for (const [activity, former] of objective.former.entries()) if (former >= 0 && objective.weight[activity] !== 0) wanted[activity] = former;
  };
  for (const objective of objectives) add(objective);
  return wanted;
}
