export type Scale = { readonly from: number; readonly to: number; readonly ticks: readonly number[] };

/**
 * An axis that holds all values and 0, with ticks at 1, 2, 2.5 or 5 times a power of ten, at most `most` of them.
 *
 * Example: `niceScale(0, 87, 5)` runs from 0 to 100 in steps of 20. Without a span it runs from 0 to 1.
 */
export function niceScale(smallest: number, largest: number, most = 6): Scale {
  const low = Math.min(0, smallest);
  const high = Math.max(0, largest);
  if (high === low) return { from: 0, to: 1, ticks: [0, 1] };
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough * (1 - 1e-12)) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
  return { from: ticks[0] as number, to: ticks[ticks.length - 1] as number, ticks };
}
