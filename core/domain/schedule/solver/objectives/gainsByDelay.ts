import type { Objective } from './objective.ts';

/**
 * Which activities can make an objective better by being later (1): those in front of an overlap, payments, and those that
 * have a former start to be held. All 0 means that the objectives are regular: earlier is never worse.
 *
 * Example: an activity that costs 10 when it finishes gains by delay, one that earns 10 does not.
 */
export function gainsByDelay(count: number, objectives: readonly Objective[]): Uint8Array {
  const gains = new Uint8Array(count);
  const mark = (objective: Objective) => {
    if (objective.kind === 'sum') for (const part of objective.parts) mark(part);
    if (objective.kind === 'overlap')
      for (const { group, costPerUnit } of objective.terms) if (costPerUnit > 0) for (const activity of group) gains[activity] = 1;
    if (objective.kind === 'presentValue') for (const [activity, flow] of objective.flow.entries()) if (flow < 0 && objective.factor < 1) gains[activity] = 1;
    if (objective.kind === 'stability')
      for (const [activity, former] of objective.former.entries()) if (former > 0 && objective.weight[activity] !== 0) gains[activity] = 1;
  };
  for (const objective of objectives) mark(objective);
  return gains;
}
