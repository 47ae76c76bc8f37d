import { countBudgets } from '../affordModes.ts';
import { placeList } from '../placeList.ts';
import type { EvolutionState } from './evolutionState.ts';
import { listByFinish } from './listByFinish.ts';
import { acceptChild } from './modePopulation.ts';
import type { ModePopulation } from './modePopulation.ts';

/** How often an activity tries its other modes while it is placed. */
const improveChance = 0.2;

/**
 * Builds the schedule of the child's list in the direction of a population, brings the list into the order of the finishes
 * and offers both to that population; remembers the best of all. Whether it was taken in. The modes must be within the
 * budgets.
 *
 * Example: A and B both need the only unit of a resource, for 2 and 1 units of time. Mirrored, the list A B builds A at the
 * end: B starts at 0 and A at 1, and the makespan is 3.
 */
export function buildChild(state: EvolutionState, population: ModePopulation): boolean {
  const { table, placement, child, bestStart } = state;
  const { isMirrored } = population;
  countBudgets(table, child.mode, placement.used);
  const makespan = placeList(table, placement, child.list, child.mode, isMirrored, improveChance, state.random);
  state.schedules += 1;
  listByFinish(table, state.finishOrder, placement.finish, isMirrored, makespan, child.list);
  if (makespan < state.makespan) {
    state.makespan = makespan;
    for (let activity = 0; activity < table.count; activity += 1)
      bestStart[activity] = isMirrored ? makespan - (placement.finish[activity] as number) : (placement.start[activity] as number);
    state.options.onBetter(bestStart, child.mode);
  }
  return acceptChild(population, child, makespan, placement.finish);
}
