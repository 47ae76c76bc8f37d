import type { FixedProject } from '../../core/domain/schedule/solver/fixedProject.ts';
import { orderPairs } from '../../core/domain/schedule/solver/proof/orderPairs.ts';
import { proofModel } from '../../core/domain/schedule/solver/proof/proofModel.ts';
import { createState, type ProofState } from '../../core/domain/schedule/solver/proof/proofState.ts';
import { startDistances } from '../../core/domain/schedule/solver/proof/startDistances.ts';
import { startRoot } from '../../core/domain/schedule/solver/proof/startRoot.ts';

/**
 * The state of a proof in which nothing is decided and the lags have been followed. Slot `2 * activity` holds the earliest
 * start, the next one the latest start with its sign changed; the finish and the orders of pairs come behind.
 */
export function proofStateOf(project: FixedProject, horizon: number): ProofState {
  const distance = startDistances(project);
  const pairs = distance && orderPairs(project, distance);
  if (!pairs) throw new Error('the lags contradict each other');
  const state = createState(proofModel(project, { pairs, joint: null, horizon }));
  if (!startRoot(state)) throw new Error('the horizon is too short');
  return state;
}
