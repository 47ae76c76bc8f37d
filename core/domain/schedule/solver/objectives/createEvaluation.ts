import type { Objective, OverlapCost, StepCost } from './objective.ts';

/** Writes the value of each objective for a schedule given by starts and finishes. */
export type Evaluation = (start: Int32Array, finish: Int32Array, values: Float64Array) => void;

/**
 * Objectives made ready for many schedules. `horizon` is the latest finish that is asked about.
 *
 * Example: a contract of 100 with the dates 4 and 8, again every 4 units for 50, whose last user finishes at 13 costs 250.
 */
export function createEvaluation(objectives: readonly Objective[], horizon: number): Evaluation {
  const evaluate = objectives.map((objective) => evaluationOf(objective, horizon));
  return (start, finish, values) => {
    for (let index = 0; index < evaluate.length; index += 1) values[index] = (evaluate[index] as ValueOf)(start, finish);
  };
}

type ValueOf = (start: Int32Array, finish: Int32Array) => number;

function evaluationOf(objective: Objective, horizon: number): ValueOf {
  if (objective.kind === 'finish') return (_, finish) => latestOf(finish);
  if (objective.kind === 'lateness')
    return (_, finish) => sumOver(objective.weight, (activity) => Math.max(0, (finish[activity] as number) - (objective.due[activity] as number)));
  if (objective.kind === 'stability') {
    const { weight, former } = objective;
    return (start) =>
      sumOver(weight, (activity) => ((former[activity] as number) < 0 ? 0 : Math.abs((start[activity] as number) - (former[activity] as number))));
  }
  if (objective.kind === 'stepCosts') return (_, finish) => objective.terms.reduce((sum, term) => sum + stepCostOf(term, finish), 0);
  if (objective.kind === 'overlap') return (_, finish) => objective.terms.reduce((sum, term) => sum + overlapCostOf(term, finish), 0);
  if (objective.kind === 'sum') {
    const parts = objective.parts.map((part) => evaluationOf(part, horizon));
    return (start, finish) => parts.reduce((sum, part) => sum + part(start, finish), 0);
  }
  // One unit behind the horizon is where activities that found no place are thought to finish.
  const worth = new Float64Array(horizon + 2).fill(1);
  for (let time = 1; time < worth.length; time += 1) worth[time] = (worth[time - 1] as number) * objective.factor;
  return (_, finish) => -Math.round(sumOver(objective.flow, (activity) => worth[finish[activity] as number] as number) * 1e6) / 1e6 + 0;
}

function sumOver(factor: Int32Array, unitsOf: (activity: number) => number): number {
  let sum = 0;
  for (let activity = 0; activity < factor.length; activity += 1) if (factor[activity] !== 0) sum += (factor[activity] as number) * unitsOf(activity);
  return sum;
}

function latestOf(finish: Int32Array): number {
  let latest = 0;
  for (let activity = 0; activity < finish.length; activity += 1) if ((finish[activity] as number) > latest) latest = finish[activity] as number;
  return latest;
}

function stepCostOf({ group, date, cost, again }: StepCost, finish: Int32Array): number {
  let last = 0;
  for (let entry = 0; entry < group.length; entry += 1) last = Math.max(last, finish[group[entry] as number] as number);
  let sum = 0;
  for (let step = 0; step < date.length && last > (date[step] as number); step += 1) sum += cost[step] as number;
  const lastDate = date.length === 0 ? 0 : (date[date.length - 1] as number);
  // A finish in the unit behind a date is late already, one at the date is not.
  if (again !== null && last > lastDate) sum += Math.floor((last - lastDate - 1) / again.every) * again.cost;
  return sum;
}

function overlapCostOf({ group, until, costPerUnit }: OverlapCost, finish: Int32Array): number {
  let first = finish[until] as number;
  for (let entry = 0; entry < group.length; entry += 1) first = Math.min(first, finish[group[entry] as number] as number);
  return ((finish[until] as number) - first) * costPerUnit;
}
