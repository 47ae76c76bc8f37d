/**
 * Place of the first value in which two schedules differ, or -1 where they are equal: that one decides.
 *
 * Example: of [0, 5, 1] and [0, 4, 9] the second values decide, so it is 1.
 */
export function decidingPlace(a: Float64Array, b: Float64Array): number {
  for (let place = 0; place < a.length; place += 1) if (a[place] !== b[place]) return place;
  return -1;
}
