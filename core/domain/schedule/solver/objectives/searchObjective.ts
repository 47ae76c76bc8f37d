import { createRandom } from '../../search/random.ts';
import { createInsertion } from '../listInsertion.ts';
import { createEvaluation } from './createEvaluation.ts';
import { decidingPlace } from './decidingPlace.ts';
import { createDelays } from './delays.ts';
import { gainsByDelay } from './gainsByDelay.ts';
import type { Objective } from './objective.ts';
import { firstLists, listByKey } from './planLists.ts';
import { createPlanGeneration } from './planGeneration.ts';
import { createPlanLoad } from './planLoad.ts';
import type { PlanProblem } from './planProblem.ts';
import { createPlanShift } from './planShift.ts';
import { startWindows } from './startWindows.ts';
import { createWorkTimes } from './workTimes.ts';

export type ObjectiveSearchOptions = {
  readonly seed: number;
  /** Schedules to be made at most, but at least one from each first list. */
  readonly passes: number;
  /** How much of the whole work is done, 0 to 1; without it the passes tell. */
  readonly share?: () => number;
  /** Asked before every pass but the first ones, which are always made. */
  readonly shouldStop?: () => boolean;
};

export type PlanSchedule = {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** One for each objective, in their order. */
  readonly values: readonly number[];
  readonly passes: number;
};

/** In mean differences of the value that decides: a schedule that is so much worse is taken with a chance of 1 in e. */
const firstTemperature = 1;
const lastTemperature = 0.02;

/** The search warms up again so often, from the best schedule or from a first list in turn. */
const rounds = 8;
const passesWorthARound = 100;

/** About so many activities are worth a shift of every schedule that is taken; with more of them only some are shifted. */
const alwaysShifted = 12;

/**
 * Simulated annealing for the objectives of a plan, compared in their order. A neighbour has an activity or two at another
 * place of the list, or another `notBefore`. Missed deadlines are an objective in front of all others, so that a search may
 * pass through schedules that miss one. What is taken is shifted to the right where some objective gains by delay, and goes on
 * from there. Deterministic for a seed and a number of passes. Null where no schedule was found that keeps every rule.
 *
 * Source: as `createAnnealedSearch`.
 *
 * Example: two activities of 3 units on one unit of a resource, due at 6 and at 3, start at 3 and 0, and nothing is late.
 */
export function searchObjective(problem: PlanProblem, objectives: readonly Objective[], options: ObjectiveSearchOptions): PlanSchedule | null {
  const { count } = problem;
  const times = createWorkTimes(problem);
  const windows = startWindows(problem, times);
  if (windows === null) return null;
  const random = createRandom(options.seed);
  const load = createPlanLoad(problem, times);
  const generate = createPlanGeneration(problem, times, windows, load);
  const finish = new Int32Array(count);
  const evaluate = createEvaluation(objectives, problem.horizon);
  const gains = gainsByDelay(count, objectives);
  const someGain = gains.includes(1);
  const shift = createPlanShift(problem, { times, windows, load, evaluate, gains });
  const insertion = createInsertion(problem, 'forward', random);

  const delays = createDelays(problem, windows, objectives, random);

  const width = objectives.length + 2;
  const current = createState(count, width);
  const next = createState(count, width);
  const best = createState(count, width);
  best.values.fill(Number.POSITIVE_INFINITY);
  /** Mean of the differences seen, by the place that decides. */
  const scale = new Float64Array(width).fill(1);
  const seen = new Float64Array(width);
  let passes = 0;

  const valuesOf = (state: State) => state.values.subarray(1, width - 1);
  /** Where all objectives are equal, earlier starts lead on, except where some activity gains by delay. */
  const settle = (state: State) => {
    if (someGain) return;
    let sum = 0;
    for (let activity = 0; activity < count; activity += 1) sum += state.start[activity] as number;
    state.values[width - 1] = sum;
  };

  const build = (state: State) => {
    passes += 1;
    state.values[0] = generate(state.list, state.notBefore, state.start);
    for (let activity = 0; activity < count; activity += 1) finish[activity] = times.finishOf(activity, state.start[activity] as number);
    evaluate(state.start, finish, valuesOf(state));
    settle(state);
  };
  const isBetter = (a: State, b: State) => {
    const place = decidingPlace(a.values, b.values);
    return place >= 0 && (a.values[place] as number) < (b.values[place] as number);
  };
  const shiftState = (state: State) => {
    const from = state.start.slice();
    shift(state.start, valuesOf(state));
    for (let activity = 0; activity < count; activity += 1)
      if (state.start[activity] !== from[activity]) state.notBefore[activity] = state.start[activity] as number;
    state.list.set(listByKey(problem, state.start));
  };
  const take = (state: State) => {
    if (someGain && state.values[0] === 0 && (isBetter(state, best) || random() * count < alwaysShifted)) shiftState(state);
    copyState(state, current);
    if (isBetter(current, best)) copyState(current, best);
  };

  const lists = firstLists(problem, windows, objectives);
  const begin = (list: Int32Array, notBefore: Int32Array | null) => {
    next.list.set(list);
    if (notBefore === null) next.notBefore.fill(0);
    else next.notBefore.set(notBefore);
    build(next);
    take(next);
  };
  for (const list of lists) begin(list, null);
  if (delays.former !== null) begin(listByKey(problem, delays.former), delays.former);
  copyState(best, current);

  let round = 0;
  const roundCount = Math.max(1, Math.min(rounds, Math.floor(options.passes / passesWorthARound)));
  while (passes < options.passes && !options.shouldStop?.()) {
    const share = Math.min(0.999_999, options.share?.() ?? passes / options.passes);
    if (Math.floor(share * roundCount) > round) {
      round = Math.floor(share * roundCount);
      if (round % 2 === 1) copyState(best, current);
      else begin(lists[(round / 2) % lists.length] as Int32Array, null);
    }
    const temperature = lastTemperature + (firstTemperature - lastTemperature) * (1 - (share * roundCount - round));
    copyState(current, next);
    if (random() < delays.chance) delays.vary(next.notBefore, next.start);
    else {
      insertion(next.list);
      if (random() < 0.5) insertion(next.list);
    }
    build(next);
    const place = decidingPlace(next.values, current.values);
    const worse = place < 0 ? 0 : (next.values[place] as number) - (current.values[place] as number);
    if (worse > 0) {
      seen[place] = (seen[place] as number) + 1;
      scale[place] = (scale[place] as number) + (worse - (scale[place] as number)) / (seen[place] as number);
      if (random() >= Math.exp(-worse / (temperature * (scale[place] as number)))) continue;
    }
    take(next);
  }
  if (best.values[0] !== 0) return null;
  return { start: best.start, finish: best.start.map((at, activity) => times.finishOf(activity, at)), values: Array.from(valuesOf(best)), passes };
}

type State = { readonly list: Int32Array; readonly notBefore: Int32Array; readonly start: Int32Array; readonly values: Float64Array };

function createState(count: number, width: number): State {
  return { list: new Int32Array(count), notBefore: new Int32Array(count), start: new Int32Array(count), values: new Float64Array(width) };
}

function copyState(from: State, to: State): void {
  to.list.set(from.list);
  to.notBefore.set(from.notBefore);
  to.start.set(from.start);
  to.values.set(from.values);
}
