/**
 * What makes one schedule better than another, as data; less is better. Arrays by activity are as long as the plan has
 * activities. Money is in whole units of any kind, cents as a rule;
 * weights and costs are 0 or more, only cash flows have a sign. Several objectives in a list are compared in their order:
 * a later one decides only where all earlier ones are equal.
 */
export type Objective =
  /** When the last activity finishes. */
  | { readonly kind: 'finish' }
  /** The sum of weight × units that an activity finishes after its due date. */
  | { readonly kind: 'lateness'; readonly weight: Int32Array; readonly due: Int32Array }
  | { readonly kind: 'stepCosts'; readonly terms: readonly StepCost[] }
  | { readonly kind: 'overlap'; readonly terms: readonly OverlapCost[] }
  /**
   * Minus the net present value, rounded to millionths so that the order of a sum does not decide: each activity's cash flow
   * (income above 0) is due at its finish and worth `factor` times as much for each unit of time; 0 < factor <= 1.
   */
  | { readonly kind: 'presentValue'; readonly flow: Int32Array; readonly factor: number }
  /** The sum of weight × units that a start moves away from the former one; -1 is an activity that had none. */
  | { readonly kind: 'stability'; readonly weight: Int32Array; readonly former: Int32Array }
  /** Several in one sum: costs of different kinds. */
  | { readonly kind: 'sum'; readonly parts: readonly Objective[] };

/**
 * A contract that is renewed as long as somebody needs it: `cost[n]` is due where the last of the group finishes after
 * `date[n]`, a finish on the date itself is in time. `again` goes on behind the last date: its cost is due once more at
 * that date + `every`, + 2 × `every` and so on.
 */
export type StepCost = {
  readonly group: Int32Array;
  /** Growing. */
  readonly date: Int32Array;
  readonly cost: Int32Array;
  readonly again: { readonly every: number; readonly cost: number } | null;
};

/** Two systems side by side cost `costPerUnit` from the first finish in the group to the finish of `until`, nothing where that is earlier. */
export type OverlapCost = { readonly group: Int32Array; readonly until: number; readonly costPerUnit: number };
