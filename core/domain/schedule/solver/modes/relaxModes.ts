import type { ModeTable } from './modeTable.ts';

/** Chains of activities that have a multiplier of their own at one time. */
const chainLimit = 24;

/** One sum that stands for chains, work and budgets together. */
export type ModeRelaxation = {
  /** By mode. In every schedule the weights of the chosen modes sum to at most `makespan + allowance`. */
  readonly weight: Float64Array;
  readonly allowance: number;
  /** No schedule is shorter: the sum of the smallest weights less the allowance. */
  readonly bound: number;
  /** By mode: part of the rounds in which it was chosen; together 1 for an activity. Near to the best mix of modes. */
  readonly frequency: Float64Array;
};

/** More than what the sums of fractions below can be off: in all, and for each unit of time. */
const tolerance = 1e-6;
const tolerancePerUnit = 1e-9;

/** In one round a share grows or falls e² times at most, or a bound far from the rest would make it infinite. */
const largestStep = 2;

/**
 * No mode costs more than so many of the longest makespans: where a choice is hardly above its budget the step is as large
 * as that is small, and sums of large and small numbers would be off by more than the tolerance. An assumption; in
 * projects of the literature prices stay below a tenth of it.
 */
const dearestMode = 16;

/**
 * The table with the relaxation as one more budget, the last one: it holds what the makespan may be above the bound, and a
 * mode needs what its weight is above the smallest of its activity. Whatever counts budgets then counts chains and work too.
 * `limitEnd` says how much there is.
 */
export function withRelaxation(table: ModeTable, { weight, bound }: ModeRelaxation): ModeTable {
  const budgets = table.budgets + 1;
  const cost = new Float64Array(weight.length * budgets);
  for (let activity = 0; activity < table.count; activity += 1) {
    const own = weight.subarray(table.firstMode[activity], table.firstMode[activity + 1]);
    const least = own.reduce((value, other) => Math.min(value, other), Number.POSITIVE_INFINITY);
    for (let mode = table.firstMode[activity] as number; mode < (table.firstMode[activity + 1] as number); mode += 1) {
      for (let budget = 0; budget < table.budgets; budget += 1) cost[mode * budgets + budget] = table.cost[mode * table.budgets + budget] as number;
      cost[mode * budgets + table.budgets] = (weight[mode] as number) - least;
    }
  }
  return { ...table, budgets, cost, budget: Float64Array.from([...table.budget, 0]), relaxedBound: bound };
}

/** What the last budget holds when the project must end by `end`. */
export function limitEnd(table: ModeTable, end: number): void {
  if (table.relaxedBound !== null) table.budget[table.budgets - 1] = end - table.relaxedBound + tolerance + tolerancePerUnit * end;
}

/**
 * Lagrangian relaxation of the choice of modes. Three kinds of sums over the chosen modes are known to be limited: the
 * durations along a chain of links by the makespan, the work on a renewable resource by capacity times makespan, the needs
 * of a budget by the budget. Multipliers (chains and resources: together 1) add them up to one sum, which falls apart into
 * one choice for each activity. Rounds of a subgradient method raise what the smallest choices sum up to: what the choice
 * of a round exceeds gets a larger multiplier, a chain that is longest under it comes in.
 *
 * Sources: Fisher 1981, The Lagrangian relaxation method; Arora, Hazan, Kale 2012 (multiplicative weights).
 *
 * Example: two activities in a chain, each 2 units of time for 4 of a budget or 4 for none, budget 4: half of both makes 6,
 * and 7 with a third one of 1 unit behind them.
 */
export function relaxModes(table: ModeTable, upper: number, rounds: number): ModeRelaxation {
  const { count, resources, budgets, duration, firstMode } = table;
  const modes = duration.length;
  const chains: Uint8Array[] = [];
  const share: number[] = [];
  const resourceShare = new Float64Array(resources).fill(0.5 / Math.max(1, resources));
  const price = new Float64Array(budgets);
  const largestPrice = price.map((_, budget) => (dearestMode * Math.max(1, upper)) / largestCost(table, budget));
  const inChains = new Float64Array(count);
  const weight = new Float64Array(modes);
  const chosen = new Int32Array(count);
  const best = { weight: new Float64Array(modes), allowance: 0, bound: 0, frequency: new Float64Array(modes) };
  const lateRounds = Math.ceil(rounds / 2);
  for (let activity = 0; activity < count; activity += 1) chosen[activity] = firstMode[activity] as number;
  chains.push(longestChain(table, chosen));
  share.push(resources > 0 ? 0.5 : 1);

  for (let round = 0; round < rounds; round += 1) {
    inChains.fill(0);
    for (const [index, chain] of chains.entries())
      for (let activity = 0; activity < count; activity += 1)
        if (chain[activity] === 1) inChains[activity] = (inChains[activity] as number) + (share[index] as number);
    let bound = 0;
    let allowance = 0;
    for (let budget = 0; budget < budgets; budget += 1) allowance += (price[budget] as number) * (table.budget[budget] as number);
    for (let activity = 0; activity < count; activity += 1) {
      let least = Number.POSITIVE_INFINITY;
      for (let mode = firstMode[activity] as number; mode < (firstMode[activity + 1] as number); mode += 1) {
        const length = duration[mode] as number;
        let value = (inChains[activity] as number) * length;
        for (let resource = 0; resource < resources; resource += 1)
          value +=
            ((resourceShare[resource] as number) * length * (table.demand[mode * resources + resource] as number)) /
            Math.max(1, table.capacity[resource] as number);
        for (let budget = 0; budget < budgets; budget += 1) value += (price[budget] as number) * (table.cost[mode * budgets + budget] as number);
        weight[mode] = value;
        if (value < least) {
          least = value;
          chosen[activity] = mode;
        }
      }
      bound += least;
      if (round >= rounds - lateRounds) best.frequency[chosen[activity] as number] = (best.frequency[chosen[activity] as number] as number) + 1 / lateRounds;
    }
    bound -= allowance;
    if (bound > best.bound) {
      best.weight.set(weight);
      best.allowance = allowance;
      best.bound = bound;
    }

    // What the choice of this round comes to, by row.
    const longest = longestChain(table, chosen);
    if (!chains.some((chain) => chain.every((value, activity) => value === longest[activity]))) {
      if (chains.length === chainLimit) {
        const least = share.indexOf(Math.min(...share));
        chains.splice(least, 1);
        share.splice(least, 1);
      }
      chains.push(longest);
      share.push(0.02);
    }
    const rate = 2 / Math.sqrt(round + 4) / Math.max(1, upper);
    let total = 0;
    for (const [index, chain] of chains.entries()) {
      let length = 0;
      for (let activity = 0; activity < count; activity += 1) if (chain[activity] === 1) length += duration[chosen[activity] as number] as number;
      share[index] = (share[index] as number) * Math.exp(boundedStep(rate * (length - bound)));
      total += share[index] as number;
    }
    for (let resource = 0; resource < resources; resource += 1) {
      let work = 0;
      for (let activity = 0; activity < count; activity += 1) {
        const mode = chosen[activity] as number;
        work += (duration[mode] as number) * (table.demand[mode * resources + resource] as number);
      }
      resourceShare[resource] =
        (resourceShare[resource] as number) * Math.exp(boundedStep(rate * (work / Math.max(1, table.capacity[resource] as number) - bound)));
      total += resourceShare[resource] as number;
    }
    for (let index = 0; index < share.length; index += 1) share[index] = (share[index] as number) / total;
    for (let resource = 0; resource < resources; resource += 1) resourceShare[resource] = (resourceShare[resource] as number) / total;
    let square = 0;
    for (let budget = 0; budget < budgets; budget += 1) square += lackOf(table, chosen, budget) ** 2;
    if (square === 0) continue;
    const step = (0.5 * Math.max(1, upper - bound)) / square / Math.sqrt(1 + round / 20);
    for (let budget = 0; budget < budgets; budget += 1)
      price[budget] = Math.min(largestPrice[budget] as number, Math.max(0, (price[budget] as number) + step * lackOf(table, chosen, budget)));
  }
  return best;
}

const boundedStep = (exponent: number): number => Math.max(-largestStep, Math.min(largestStep, exponent));

function largestCost(table: ModeTable, budget: number): number {
  let most = Number.MIN_VALUE;
  for (let at = budget; at < table.cost.length; at += table.budgets) most = Math.max(most, table.cost[at] as number);
  return most;
}

/** Positive: more than the budget. */
function lackOf(table: ModeTable, chosen: Int32Array, budget: number): number {
  let lack = -(table.budget[budget] as number);
  for (let activity = 0; activity < table.count; activity += 1) lack += table.cost[(chosen[activity] as number) * table.budgets + budget] as number;
  return lack;
}

/** 1 for the activities on a longest chain of links without lags. */
function longestChain(table: ModeTable, chosen: Int32Array): Uint8Array {
  const { offset, other, lag } = table.before;
  const finish = new Float64Array(table.count);
  const from = new Int32Array(table.count).fill(-1);
  let last = -1;
  for (const activity of table.order) {
    let start = 0;
    for (let link = offset[activity] as number; link < (offset[activity + 1] as number); link += 1) {
      const before = other[link] as number;
      if ((lag[link] as number) >= 0 || (finish[before] as number) <= start) continue;
      start = finish[before] as number;
      from[activity] = before;
    }
    finish[activity] = start + (table.duration[chosen[activity] as number] as number);
    if (last < 0 || (finish[activity] as number) > (finish[last] as number)) last = activity;
  }
  const chain = new Uint8Array(table.count);
  for (let activity = last; activity >= 0; activity = from[activity] as number) chain[activity] = 1;
  return chain;
}
