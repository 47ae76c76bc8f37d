import { createRandom } from '../../search/random.ts';
import type { ProjectActivity, ProjectMode, ResourceProject } from '../project.ts';
import { latestStarts, projectBound, topologicalOrder } from '../projectNetwork.ts';
import { projectSchedule } from '../projectSchedule.ts';
import { affordModes, repairModes } from './affordModes.ts';
import { boundModes } from './boundModes.ts';
import { createEvolution } from './evolution/createEvolution.ts';
import { buildModeTable } from './modeTable.ts';
import type { ModeTable } from './modeTable.ts';
import { createModeProof } from './proof/createModeProof.ts';
import type { ModeProof } from './proof/createModeProof.ts';
import { reduceModes } from './reduceModes.ts';
import { relaxModes, withRelaxation } from './relaxModes.ts';

export type ModeSchedule = {
  /** Start of every activity, counted from 0. */
  readonly start: readonly number[];
  /** The mode of every activity, counted from 0. */
  readonly mode: readonly number[];
  readonly makespan: number;
};

export type ModeSolution = ModeSchedule & {
  /** Generation passes; the placed activities of the proof count as the passes that would place as many. */
  readonly schedules: number;
  /** No schedule is shorter than this. */
  readonly lowerBound: number;
  readonly isOptimal: boolean;
};

export type ModeSearchOptions = {
  readonly seed: number;
  readonly schedules: number;
  readonly shouldStop?: () => boolean;
  /** Is told every schedule that is shorter than all before it. */
  readonly onBetter?: (better: ModeSchedule & { readonly lowerBound: number; readonly schedules: number }) => void;
};

/** Schedules of the first turn between search and proof; each turn is twice as long as the one before. */
const firstTurn = 100;

/** The proof takes about as much time as the search with so many placed activities for each schedule of a turn. */
const stepsPerSchedule = 4;

/** But small projects are proven at once. */
const firstSteps = 3_000;

/** Rounds of the relaxation, fewer for projects with many activities. */
const relaxationRounds = 300;
const relaxationWork = 200_000;

/** Mode vectors drawn to find one within the budgets, where dynamic programming gave up. */
const repairTurns = 200;

/**
 * Schedules a project whose activities have several modes, with renewable and non-renewable resources, as short as it can:
 * takes away needless modes, then searches and proves in turns. The same seed and number of schedules give the same
 * answer; `shouldStop` is asked after every schedule. Maximum lags: only the first schedule that keeps them is looked for,
 * one mode vector after the other, and not made shorter. `impossible` is proven; null: no schedule found within the limits, or links in a circle.
 *
 * Example: two activities behind each other, each in 2 units of time for 5 of a budget or in 4 for 1, with a budget of 6:
 * one is fast and one is slow, makespan 6.
 */
export function searchModes(project: ResourceProject, options: ModeSearchOptions): ModeSolution | { readonly impossible: true } | null {
  const order = topologicalOrder(project);
  if (!order) return null;
  if (project.activities.some(({ successors }) => successors.some(({ lag }) => lag !== 'afterFinish' && lag < 0)))
    return firstWithMaximumLags(project, order, options);
  const reduced = reduceModes(project);
  if (!reduced) return { impossible: true };
  const table = buildModeTable(project, reduced, order);
  const affordable = findAffordable(table, options.seed);
  if (affordable === 'impossible') return { impossible: true };
  if (affordable === null) return null;

  const shouldStop = options.shouldStop ?? (() => false);
  const simpleBound = projectBound(project, order);
  let best: ModeSchedule | null = null;
  let lower = 0;
  let proof: ModeProof | null = null;
  const lowerBound = (makespan: number) => Math.min(makespan, Math.max(simpleBound, table.isExact ? lower * table.unit : 0));
  const schedules = () => evolution.schedules() + Math.ceil((proof?.steps() ?? 0) / table.count);
  const keep = (start: Int32Array, mode: Int32Array): void => {
    best = inProjectUnits(project, table, start, mode);
    options.onBetter?.({ ...best, lowerBound: lowerBound(best.makespan), schedules: schedules() });
  };
  const frequency = new Float64Array(table.duration.length);
  const evolution = createEvolution(table, { seed: options.seed, affordable, frequency, onBetter: keep });
  evolution.run(1, 0, shouldStop);
  let upper = evolution.makespan();
  const relaxation = relaxModes(table, upper, Math.min(relaxationRounds, Math.ceil(relaxationWork / table.count)));
  frequency.set(relaxation.frequency);
  const relaxed = withRelaxation(table, relaxation);
  lower = boundModes(relaxed, upper);
  proof = createModeProof(relaxed);
  for (let turn = firstTurn; lower < upper && schedules() < options.schedules && !shouldStop(); turn *= 2) {
    evolution.run(evolution.schedules() + Math.min(turn, options.schedules - schedules()), lower, shouldStop);
    upper = evolution.makespan();
    let steps = Math.min(Math.max(firstSteps, stepsPerSchedule * turn), (options.schedules - schedules()) * table.count);
    while (proof && lower < upper && steps > 0) {
      const before = proof.steps();
      const verdict = proof.run(upper, steps, shouldStop);
      steps -= proof.steps() - before;
      if (verdict === 'open') break;
      if (verdict === 'found') {
        const { makespan, start, mode } = proof.found();
        upper = makespan;
        evolution.undercut(makespan);
        keep(start, mode);
      } else lower = upper;
    }
  }
  if (!best) return null;
  const found: ModeSchedule = best;
  const bound = lowerBound(found.makespan);
  return { ...found, schedules: schedules(), lowerBound: bound, isOptimal: bound === found.makespan };
}

function findAffordable(table: ModeTable, seed: number): Int32Array | 'impossible' | null {
  const mode = affordModes(table, table.order);
  if (mode !== 'unknown') return mode;
  const random = createRandom(seed);
  const used = new Float64Array(table.budgets);
  const drawn = new Int32Array(table.count);
  for (let turn = 0; turn < repairTurns; turn += 1) {
    drawModes(table, drawn, random);
    if (repairModes(table, drawn, used, random)) return drawn;
  }
  return null;
}

function drawModes(table: ModeTable, mode: Int32Array, random: () => number): void {
  for (let activity = 0; activity < table.count; activity += 1) {
    const first = table.firstMode[activity] as number;
    mode[activity] = first + Math.floor(random() * ((table.firstMode[activity + 1] as number) - first));
  }
}

/** Starts in coarser units stay feasible when they are multiplied: durations and lags were rounded up. */
function inProjectUnits(project: ResourceProject, table: ModeTable, start: Int32Array, mode: Int32Array): ModeSchedule {
  const starts = Array.from(start, (at) => at * table.unit);
  const places = Array.from(mode, (index) => table.place[index] as number);
  return { start: starts, mode: places, makespan: finishOf(project, starts, places) };
}

function finishOf(project: ResourceProject, start: readonly number[], mode: readonly number[]): number {
  return start.reduce((last, at, index) => {
    const { duration } = (project.activities[index] as ProjectActivity).modes[mode[index] as number] as ProjectMode;
    return Math.max(last, at + duration);
  }, 0);
}

/** Modes are drawn within capacities and budgets; no mode is taken away beforehand, for a longer one may be needed. */
function firstWithMaximumLags(
  project: ResourceProject,
  order: readonly number[],
  options: ModeSearchOptions,
): ModeSolution | { readonly impossible: true } | null {
  const kept = project.activities.map(({ modes }) =>
    [...modes.keys()].filter((place) => {
      const { duration, demands } = modes[place] as ProjectMode;
      return duration === 0 || project.renewable.every((capacity, resource) => (demands[resource] ?? 0) <= capacity);
    }),
  );
  if (kept.some((places) => places.length === 0)) return { impossible: true };
  const table = buildModeTable(project, { kept, budgets: [...project.nonRenewable.keys()] }, order);
  const affordable = findAffordable(table, options.seed);
  if (affordable === 'impossible') return { impossible: true };
  if (affordable === null) return null;
  const random = createRandom(options.seed);
  const used = new Float64Array(table.budgets);
  const drawn = new Int32Array(table.count);
  for (let turn = 1; turn <= options.schedules && !(turn > 1 && options.shouldStop?.()); turn += 1) {
    if (turn === 1) for (let activity = 0; activity < table.count; activity += 1) drawn[activity] = table.firstMode[activity] as number;
    else drawModes(table, drawn, random);
    if (!repairModes(table, drawn, used, random)) drawn.set(affordable);
    const mode = Array.from(drawn, (index) => table.place[index] as number);
    const start = projectSchedule(project, mode, latestStarts(project, order, mode), true);
    if (!start) continue;
    const found = { start, mode, makespan: finishOf(project, start, mode) };
    const lowerBound = Math.min(found.makespan, projectBound(project, order));
    options.onBetter?.({ ...found, lowerBound, schedules: turn });
    return { ...found, schedules: turn, lowerBound, isOptimal: found.makespan === lowerBound };
  }
  return null;
}
