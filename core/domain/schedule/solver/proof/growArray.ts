/** The same numbers in an array with room for at least `length`, doubled so that growing stays rare. */
export function growArray(array: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(Math.max(length, 2 * array.length));
  grown.set(array);
  return grown;
}
