/**
 * The same numbers in an array with room for at least `length`, doubled so that growing stays rare.
 *
 * Example: 4 numbers with room for 5 stand in an array of 8, with room for 20 in one of 20.
 */
export function growArray(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(length, 2 * array.length));
  grown.set(array);
  return grown;
}
