import type { FixedProject } from '../fixedProject.ts';

/** Stands for "no path": far below every distance, and two of them still fit into 32 bits. */
export const noPath = -1_000_000_000;

/**
 * Longest distances between all starts, row by row (Floyd and Warshall 1962): `start[b] >= start[a] + distance[a * count + b]`
 * in every schedule. Null where a circle of lags asks an activity to start after itself.
 *
 * Example: with a lag of 3 from `a` to `b` and of 4 from `b` to `c`, the distance from `a` to `c` is 7.
 */
export function startDistances(project: FixedProject): Int32Array | null {
  const { count, after, maximum } = project;
  const distance = new Int32Array(count * count).fill(noPath);
  for (let from = 0; from < count; from += 1) {
    distance[from * count + from] = 0;
    for (const links of [after, maximum]) {
      for (let place = links.offset[from] as number; place < (links.offset[from + 1] as number); place += 1) {
        const cell = from * count + (links.other[place] as number);
        distance[cell] = Math.max(distance[cell] as number, links.lag[place] as number);
      }
    }
  }
  for (let middle = 0; middle < count; middle += 1) {
    for (let from = 0; from < count; from += 1) {
      const first = distance[from * count + middle] as number;
      if (first === noPath || from === middle) continue;
      for (let to = 0; to < count; to += 1) {
        const second = distance[middle * count + to] as number;
        if (second !== noPath && first + second > (distance[from * count + to] as number)) distance[from * count + to] = first + second;
      }
    }
  }
  for (let activity = 0; activity < count; activity += 1) if ((distance[activity * count + activity] as number) > 0) return null;
  return distance;
}

/**
 * Takes up that `to` starts at least `lag` after `from`; false where that contradicts the other distances.
 *
 * Example: with 5 instead of 3 from `a` to `b` the distance from `a` to `c` is 9. Where `b` starts at most 4 after `a`, it
 * contradicts that.
 */
export function shortenDistances(distance: Int32Array, count: number, from: number, to: number, lag: number): boolean {
  if (lag <= (distance[from * count + to] as number)) return true;
  const back = distance[to * count + from] as number;
  if (back !== noPath && back + lag > 0) return false;
  for (let first = 0; first < count; first += 1) {
    const head = distance[first * count + from] as number;
    if (head === noPath) continue;
    for (let last = 0; last < count; last += 1) {
      const tail = distance[to * count + last] as number;
      if (tail !== noPath && head + lag + tail > (distance[first * count + last] as number)) distance[first * count + last] = head + lag + tail;
    }
  }
  return true;
}
