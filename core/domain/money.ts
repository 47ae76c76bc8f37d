/** Whole cents of the plan's currency. Sums stay exact up to 90 trillion euro (2^53 cents). */
export type Cents = number & { readonly __unit: 'cents' };

/**
 * Checks that a number is a whole count of cents below 2^53; anything else is a defect of the caller and throws.
 *
 * Example: 1050 is 10.50; 10.5 and 2^53 throw.
 */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of cents: ${value}`);
  return value as Cents;
}

/**
 * Exact sum of amounts; one of 2^53 cents and more throws.
 *
 * Example: of 10 and 5 it is 15, of nothing 0.
 */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

/**
 * Splits an amount by weights so that the parts add up to the amount to the cent: every part is rounded down,
 * and the cents left over go to the largest remainders, ties to the earlier part (Hamilton's method).
 *
 * Weights are not negative; where all are 0 everything goes to the first part. Negative amounts split like their
 * positive mirror. No parts and an amount other than 0 throws.
 *
 * Example: 100 cents over weights 1, 1, 1 are 34, 33, 33.
 */
export function apportion(amount: Cents, weights: readonly number[]): Cents[] {
  if (weights.length === 0) {
    if (amount === 0) return [];
    throw new RangeError('an amount cannot be split over no parts');
  }
  if (weights.some((weight) => !(weight >= 0) || !Number.isFinite(weight))) throw new RangeError('weights must be finite and not negative');
  const sign = amount < 0 ? -1 : 1;
  const whole = Math.abs(amount);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map((_, index) => cents(index === 0 ? amount : 0));
  const exact = weights.map((weight) => (whole * weight) / total);
  const parts = exact.map(Math.floor);
  let left = whole - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let turn = 0; left !== 0; turn = (turn + 1) % parts.length) {
    const step = left > 0 ? 1 : -1;
    const { index } = byRemainder[turn] as { index: number };
    parts[index] = (parts[index] as number) + step;
    left -= step;
  }
  return parts.map((part) => cents(part === 0 ? 0 : sign * part));
}
