/**
 * Whether a search with much time goes on with annealing around its best schedule instead of with its population. Measured
 * in processor time: with 60 activities annealing pays; with 120 it does not, at 260,000 to 1,000,000 passes; with 300 and
 * one second a part of annealing in the end came out shorter than the population alone.
 *
 * Example: with 60 and with 300 activities it does, with 120 it does not.
 */
export function annealsLong(activities: number): boolean {
  return activities <= 90 || activities > 250;
}
