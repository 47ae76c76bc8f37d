import { createRandom } from '../../../search/random.ts';
import type { ModeTable } from '../modeTable.ts';
import { createPlacement } from '../placeList.ts';
import type { Placement } from '../placeList.ts';
import { createChild } from './child.ts';
import type { Child } from './child.ts';
import { createListDrawing } from './drawnList.ts';
import type { ListDrawing } from './drawnList.ts';
import { createFinishOrder } from './listByFinish.ts';
import type { FinishOrder } from './listByFinish.ts';
import { createModePopulation } from './modePopulation.ts';
import type { ModePopulation } from './modePopulation.ts';

/** Members a direction, doubled with each new population. */
const firstSize = 20;
const largestSize = 400;

/** What a search is given. */
export type EvolutionOptions = {
  readonly seed: number;
  /** Modes within the budgets, for members whose own cannot be brought within them. */
  readonly affordable: Int32Array;
  /** By mode: how often it is drawn (`relaxModes`); it may be filled in later. */
  readonly frequency: Float64Array;
  /** Is told every schedule that is shorter than all before it. */
  readonly onBetter: (start: Int32Array, mode: Int32Array) => void;
};

/** All that changes while the search goes on. */
export type EvolutionState = {
  readonly table: ModeTable;
  readonly options: EvolutionOptions;
  readonly random: () => number;
  readonly placement: Placement;
  readonly child: Child;
  readonly drawing: ListDrawing;
  readonly finishOrder: FinishOrder;
  readonly bestStart: Int32Array;
  /** The best so far, or what it was told to undercut. */
  makespan: number;
  schedules: number;
  /** Schedules built from the start, and schedules built from the end. */
  populations: readonly [ModePopulation, ModePopulation];
  /** First members made, of both populations. */
  introduced: number;
  /** Children made, of all populations. */
  children: number;
  /** Children since the last one that was taken in. */
  idle: number;
};

/**
 * A search with two populations without members.
 *
 * Example: it begins with room for 20 members in each direction.
 */
export function createEvolutionState(table: ModeTable, options: EvolutionOptions): EvolutionState {
  return {
    table,
    options,
    random: createRandom(options.seed),
    placement: createPlacement(table),
    child: createChild(table.count),
    drawing: createListDrawing(table),
    finishOrder: createFinishOrder(table.count),
    bestStart: new Int32Array(table.count),
    makespan: Number.POSITIVE_INFINITY,
    schedules: 0,
    populations: createPopulations(table.count, firstSize),
    introduced: 0,
    children: 0,
    idle: 0,
  };
}

/**
 * Begins anew with two larger populations; the best schedule is kept.
 *
 * Example: after 20 members in each direction come 40, and never more than 400.
 */
export function enlargePopulations(state: EvolutionState): void {
  state.populations = createPopulations(state.table.count, Math.min(2 * state.populations[0].capacity, largestSize));
  state.introduced = 0;
  state.idle = 0;
}

function createPopulations(count: number, size: number): readonly [ModePopulation, ModePopulation] {
  return [createModePopulation(count, size, false), createModePopulation(count, size, true)];
}
