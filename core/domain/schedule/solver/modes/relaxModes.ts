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
 * as that is small, and sums of large and small numbers would be off by more than the tolerance. An assumption.
 */
const dearestMode = 16;

/**
 * The table with the relaxation as one more budget, the last one: it holds what the makespan may be above the bound, and a
 * mode needs what its weight is above the smallest of its activity. Whatever counts budgets then counts chains and work too.
 * `limitEnd` says how much there is.
 *
 * Example: the two activities of `relaxModes`, the chain with the multiplier 1 and the budget of 4 at a price of 0.25. The
 * weights are 2 + 1 = 3 for fast and 4 for slow, so in the new budget a fast mode needs nothing and a slow one 1. The bound
 * is 3 + 3 − 1 = 5: what ends by 6 has one slow mode at most.
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

/**
 * Writes what the last budget holds when the project must end by `end`; a table without relaxation stays as it is.
 *
 * Example: with the bound 5 the budget holds 1 and a little more for an end by 6.
 */
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
  const { count, firstMode } = table;
  const modes = table.duration.length;
  const weight = new Float64Array(modes);
  const chosen = firstMode.slice(0, count);
  const best = { weight: new Float64Array(modes), allowance: 0, bound: 0, frequency: new Float64Array(modes) };
  const multipliers = firstMultipliers(table, chosen, upper);
  const lateRounds = Math.ceil(rounds / 2);
  for (let round = 0; round < rounds; round += 1) {
    const allowance = allowanceOf(table, multipliers);
    const bound = chooseModes(table, multipliers, weight, chosen) - allowance;
    if (bound > best.bound) {
      best.weight.set(weight);
      best.allowance = allowance;
      best.bound = bound;
    }
    if (round >= rounds - lateRounds) for (const mode of chosen) best.frequency[mode] = (best.frequency[mode] as number) + 1 / lateRounds;
    takeInChain(multipliers, longestChain(table, chosen));
    raiseShares(table, multipliers, chosen, { bound, rate: 2 / Math.sqrt(round + 4) / Math.max(1, upper) });
    raisePrices(table, multipliers, chosen, { gap: Math.max(1, upper - bound), calm: Math.sqrt(1 + round / 20) });
  }
  return best;
}

/** What each limited sum counts with: `share` by chain and `resourceShare` together 1, `price` by budget. */
type Multipliers = {
  /** 1 for the activities of a chain. */
  readonly chains: Uint8Array[];
  readonly share: number[];
  readonly resourceShare: Float64Array;
  readonly price: Float64Array;
  readonly largestPrice: Float64Array;
};

/** One chain and all resources with half each; budgets cost nothing yet. */
function firstMultipliers(table: ModeTable, chosen: Int32Array, upper: number): Multipliers {
  const { resources } = table;
  const price = new Float64Array(table.budgets);
  return {
    chains: [longestChain(table, chosen)],
    share: [resources > 0 ? 0.5 : 1],
    resourceShare: new Float64Array(resources).fill(0.5 / Math.max(1, resources)),
    price,
    largestPrice: price.map((_, budget) => (dearestMode * Math.max(1, upper)) / largestCost(table, budget)),
  };
}

/** What the budgets are worth. */
function allowanceOf(table: ModeTable, { price }: Multipliers): number {
  let allowance = 0;
  for (let budget = 0; budget < table.budgets; budget += 1) allowance += (price[budget] as number) * (table.budget[budget] as number);
  return allowance;
}

/** Weighs every mode, chooses the lightest one of each activity, and returns their sum. */
function chooseModes(table: ModeTable, { chains, share, resourceShare, price }: Multipliers, weight: Float64Array, chosen: Int32Array): number {
  const { count, resources, budgets, duration, firstMode } = table;
  const inChains = new Float64Array(count);
  for (const [index, chain] of chains.entries())
    for (let activity = 0; activity < count; activity += 1)
      if (chain[activity] === 1) inChains[activity] = (inChains[activity] as number) + (share[index] as number);
  let sum = 0;
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
    sum += least;
  }
  return sum;
}

/** Gives a chain that has no multiplier a small one, in place of the chain with the smallest where there are too many. */
function takeInChain({ chains, share }: Multipliers, longest: Uint8Array): void {
  if (chains.some((chain) => chain.every((value, activity) => value === longest[activity]))) return;
  if (chains.length === chainLimit) {
    const least = share.indexOf(Math.min(...share));
    chains.splice(least, 1);
    share.splice(least, 1);
  }
  chains.push(longest);
  share.push(0.02);
}

/** A chain or a resource that makes the project longer than the bound counts more from now on, another one less; together they stay 1. */
function raiseShares(
  table: ModeTable,
  { chains, share, resourceShare }: Multipliers,
  chosen: Int32Array,
  { bound, rate }: { readonly bound: number; readonly rate: number },
): void {
  const { count, resources, duration } = table;
  let total = 0;
  for (const [index, chain] of chains.entries()) {
    let length = 0;
    for (let activity = 0; activity < count; activity += 1) if (chain[activity] === 1) length += duration[chosen[activity] as number] as number;
    share[index] = (share[index] as number) * Math.exp(boundedStep(rate * (length - bound)));
    total += share[index] as number;
  }
  for (let resource = 0; resource < resources; resource += 1) {
    let work = 0;
    for (const mode of chosen) work += (duration[mode] as number) * (table.demand[mode * resources + resource] as number);
    const needed = work / Math.max(1, table.capacity[resource] as number);
    resourceShare[resource] = (resourceShare[resource] as number) * Math.exp(boundedStep(rate * (needed - bound)));
    total += resourceShare[resource] as number;
  }
  for (let index = 0; index < share.length; index += 1) share[index] = (share[index] as number) / total;
  for (let resource = 0; resource < resources; resource += 1) resourceShare[resource] = (resourceShare[resource] as number) / total;
}

/** A budget that the choice exceeds costs more from now on, another one less: a step as long as half the gap to the upper bound, the shorter the calmer. */
function raisePrices(
  table: ModeTable,
  { price, largestPrice }: Multipliers,
  chosen: Int32Array,
  { gap, calm }: { readonly gap: number; readonly calm: number },
): void {
  const lacks = Float64Array.from(price, (_, budget) => lackOf(table, chosen, budget));
  let square = 0;
  for (const lack of lacks) square += lack ** 2;
  if (square === 0) return;
  const step = (0.5 * gap) / square / calm;
  for (const [budget, lack] of lacks.entries()) price[budget] = Math.min(largestPrice[budget] as number, Math.max(0, (price[budget] as number) + step * lack));
}

const boundedStep = (exponent: number): number => Math.max(-largestStep, Math.min(largestStep, exponent));

/** 0 where no mode costs anything; nothing exceeds that budget, and its price stays 0. */
function largestCost(table: ModeTable, budget: number): number {
  let most = 0;
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
