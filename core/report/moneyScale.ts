import { type Scale, niceScale } from './scale.ts';

/** An axis for amounts in whole euro, thousands or millions, so that its ticks are short; the scale counts in `euroPerUnit`. */
export type MoneyScale = Scale & { readonly euroPerUnit: 1 | 1000 | 1_000_000 };

/**
 * Millions from two million euro on, thousands from two thousand on.
 *
 * Example: from 0 to 150,000,000 cents the axis counts thousands, from 0 to 1,500 in steps of 250.
 */
export function moneyScale(smallestCents: number, largestCents: number): MoneyScale {
  const euro = Math.max(Math.abs(smallestCents), Math.abs(largestCents)) / 100;
  const euroPerUnit = euro >= 2_000_000 ? 1_000_000 : euro >= 2000 ? 1000 : 1;
  return { euroPerUnit, ...niceScale(smallestCents / 100 / euroPerUnit, largestCents / 100 / euroPerUnit) };
}
