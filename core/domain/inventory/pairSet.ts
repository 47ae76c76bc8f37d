/** Pairs of whole numbers from 0 to 67,108,863, each kept once. */
export type PairSet = {
  readonly size: number;
  /** Answers whether the pair is new. */
  add(first: number, second: number): boolean;
};

const secondLimit = 2 ** 26;
/** Above this share of filled places, chains of probes grow quickly. */
const fullest = 0.7;

/**
 * A set of pairs in one typed array: eight bytes a place, at most 23 bytes for each pair, where a `Set` of texts takes
 * over a hundred. Places are probed one after the other (Knuth, The Art of Computer Programming, volume 3, section 6.4)
 * from a hash mixed with the constants of MurmurHash3 (Appleby, public domain).
 *
 * Example: of (3, 7), (7, 3) and (3, 7) again, the first two are new and the third is not.
 */
export function createPairSet(): PairSet {
  // Place 0 means empty, so keys begin at 1.
  let places = new Float64Array(1_024);
  let size = 0;

  const placeOf = (key: number, table: Float64Array): number => {
    const low = key % 4_294_967_296;
    const high = (key - low) / 4_294_967_296;
    const mask = table.length - 1;
    let hash = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    let place = (hash ^ (hash >>> 16)) & mask;
    while (table[place] !== 0 && table[place] !== key) place = (place + 1) & mask;
    return place;
  };

  const grow = (): void => {
    const larger = new Float64Array(places.length * 2);
    for (const key of places) if (key !== 0) larger[placeOf(key, larger)] = key;
    places = larger;
  };

  return {
    get size() {
      return size;
    },
    add(first, second) {
      const key = first * secondLimit + second + 1;
      const place = placeOf(key, places);
      if (places[place] === key) return false;
      places[place] = key;
      size++;
      if (size > places.length * fullest) grow();
      return true;
    },
  };
}
