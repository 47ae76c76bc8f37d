import { repairModes } from '../affordModes.ts';
import type { ModeTable } from '../modeTable.ts';
import { buildChild } from './buildChild.ts';
import { crossParents } from './child.ts';
import { drawList, drawSpread } from './drawnList.ts';
import { changeModes, drawModes } from './drawnModes.ts';
import { createEvolutionState, enlargePopulations } from './evolutionState.ts';
import type { EvolutionOptions, EvolutionState } from './evolutionState.ts';
import { exchangeNeighbours } from './exchangeNeighbours.ts';
import { drawMember } from './modePopulation.ts';
import type { ModePopulation } from './modePopulation.ts';

/** Children without a new member, as a multiple of the size, after which a larger population starts anew. */
const patience = 6;

export type Evolution = {
  /** Makes schedules until there were `schedules` in all, or one is as short as `bound`, or `shouldStop` says so. */
  readonly run: (schedules: number, bound: number, shouldStop: () => boolean) => void;
  readonly schedules: () => number;
  /** The best so far, or what it was told to undercut. */
  readonly makespan: () => number;
  readonly undercut: (makespan: number) => void;
};

/**
 * A genetic algorithm in two directions: the children of schedules that are built from the start are built from the end and
 * the other way round, so that every child is also a justified schedule. A member is a list of activities and a mode for
 * each of them; a child takes the middle of its father's list and the rest from its mother, each activity with its mode, is
 * changed a little, brought within the budgets, and improves modes while it is placed. When nothing new is accepted for
 * long, a larger population starts anew.
 *
 *                        children, read from the end
 *     built from the   -------------------------------->   built from
 *     start            <--------------------------------   the end
 *
 * Sources: Van Peteghem and Vanhoucke 2010 (bi-directional, modes improved while placing); Hartmann 2001 (list and modes,
 * two-point crossover); Debels and Vanhoucke 2007 (children in the other direction).
 *
 * Example: two activities behind each other, each in 2 units of time for 5 of a budget or in 5 for 1, with a budget of 6:
 * one of them is fast, the makespan 7.
 */
export function createEvolution(table: ModeTable, options: EvolutionOptions): Evolution {
  const state = createEvolutionState(table, options);
  return {
    run(limit, bound, shouldStop) {
      while (state.schedules < limit && state.makespan > bound && !(state.schedules > 0 && shouldStop())) {
        const { capacity } = state.populations[0];
        if (state.introduced < 2 * capacity) introduce(state);
        else if (state.idle > patience * capacity) enlargePopulations(state);
        else breed(state);
      }
    },
    schedules: () => state.schedules,
    makespan: () => state.makespan,
    undercut(makespan) {
      state.makespan = Math.min(state.makespan, makespan);
    },
  };
}

/** By turns a first member built from the start, and the same one built from the end. */
function introduce(state: EvolutionState): void {
  if (state.introduced % 2 === 0) drawMemberAnew(state);
  else state.child.list.reverse();
  const population = state.populations[state.introduced % 2] as ModePopulation;
  state.introduced += 1;
  buildChild(state, population);
}

/** Drawn modes and a drawn list; the very first member has the shortest modes, and the longest chains first. */
function drawMemberAnew({ table, options, random, placement, child, drawing, schedules }: EvolutionState): void {
  if (schedules === 0) child.mode.set(table.firstMode.subarray(0, table.count));
  else drawModes(table, options.frequency, child.mode, random);
  if (!repairModes(table, child.mode, placement.used, random)) child.mode.set(options.affordable);
  drawList(table, drawing, schedules === 0 ? 0 : drawSpread(drawing, random), child.list, random);
}

/** A child of two members of one direction, built in the other one. */
function breed(state: EvolutionState): void {
  const { table, options, random, placement, child } = state;
  const { count } = table;
  const from = state.populations[state.children % 2] as ModePopulation;
  const into = state.populations[(state.children + 1) % 2] as ModePopulation;
  state.children += 1;
  const mother = drawMember(from, random);
  const father = drawMember(from, random);
  const length = 1 + Math.floor(random() * (count - 1));
  const begin = Math.floor(random() * (count - length + 1));
  crossParents(child, from, mother, father, begin, begin + length);
  exchangeNeighbours(table, child.list, from.isMirrored, random);
  changeModes(table, options.frequency, child.mode, random);
  child.list.reverse();
  if (!repairModes(table, child.mode, placement.used, random)) child.mode.set(from.mode.subarray(mother * count, (mother + 1) * count));
  state.idle = buildChild(state, into) ? 0 : state.idle + 1;
}
