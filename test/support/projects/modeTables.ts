import { buildModeTable } from '../../../core/domain/schedule/solver/modes/modeTable.ts';
import type { ModeTable } from '../../../core/domain/schedule/solver/modes/modeTable.ts';
import { createModeProofState, limitFinish } from '../../../core/domain/schedule/solver/modes/proof/modeProofState.ts';
import type { ModeProofState } from '../../../core/domain/schedule/solver/modes/proof/modeProofState.ts';
import type { ResourceProject } from '../../../core/domain/schedule/solver/project.ts';
import { topologicalOrder } from '../../../core/domain/schedule/solver/projectNetwork.ts';

/** The duration, then the demands of renewable resources and of budgets. */
type Mode = readonly [number, ...number[]];
type Shape = { readonly modes: readonly (readonly Mode[])[]; readonly renewable?: readonly number[]; readonly budgets?: readonly number[] };

/**
 * A project with several modes, written down in a line, as a table of all its modes. A link is that the second activity
 * follows the first one, or starts the third number after its start. The durations have no divisor, so that units of time
 * stay as written.
 */
export function modeTable({ modes, renewable = [], budgets = [] }: Shape, ...links: readonly (readonly [number, number, number?])[]): ModeTable {
  const project: ResourceProject = {
    activities: modes.map((own, activity) => ({
      modes: own.map(([duration, ...demands]) => ({ duration, demands })),
      successors: links.filter(([from]) => from === activity).map(([, to, lag]) => ({ to, lag: lag ?? 'afterFinish' })),
    })),
    renewable,
    nonRenewable: budgets,
  };
  const order = topologicalOrder(project);
  if (!order) throw new Error('the links go in a circle');
  const table = buildModeTable(project, { kept: modes.map((own) => [...own.keys()]), budgets: [...budgets.keys()] }, order);
  if (table.unit !== 1) throw new Error(`a unit of ${table.unit}`);
  return table;
}

/** A proof that asks for schedules by a time. */
export function proofBy(table: ModeTable, end: number): ModeProofState {
  const state = createModeProofState(table);
  if (!state || !limitFinish(state, end)) throw new Error('nothing ends by then');
  return state;
}

/** Random numbers that are these, again and again. */
export function repeating(...numbers: readonly number[]): () => number {
  let drawn = 0;
  return () => numbers[drawn++ % numbers.length] as number;
}
