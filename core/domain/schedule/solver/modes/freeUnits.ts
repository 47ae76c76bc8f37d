import type { ModeTable } from './modeTable.ts';

/**
 * Free units of all resources before anything is placed, by word and time: `free[word * horizon + time]`, with guard bits
 * as in the table.
 *
 * Source: as `packCapacity`.
 *
 * Example: a resource of 2 units and one of 1 unit share a word, each with its guard bit `g` above its units. At every time
 * it is 30:
 *
 *     bit    4  3   2  1  0
 *            g  1   g  1  0      second resource: 1 unit free, first one: 2 units (binary 10)
 */
export function createFreeUnits(table: ModeTable): Int32Array {
  const free = new Int32Array(table.words * table.horizon);
  for (let word = 0; word < table.words; word += 1) free.fill(table.full[word] as number, word * table.horizon, (word + 1) * table.horizon);
  return free;
}

/**
 * Takes what a mode needs at all times from its start `at` to its finish.
 *
 * Example: of 2 units a mode of 2 units of time takes 1 from time 1 on: 2, 1, 1, 2 units are free.
 */
export function takeUnits(table: ModeTable, free: Int32Array, mode: number, at: number): void {
  changeUnits(table, free, mode, at, 1);
}

/**
 * Gives back what `takeUnits` took.
 *
 * Example: after the same mode is given back at the same time, 2, 2, 2, 2 units are free.
 */
export function returnUnits(table: ModeTable, free: Int32Array, mode: number, at: number): void {
  changeUnits(table, free, mode, at, -1);
}

function changeUnits(table: ModeTable, free: Int32Array, mode: number, at: number, sign: 1 | -1): void {
  const { words, horizon } = table;
  const length = table.duration[mode] as number;
  for (let word = 0; word < words; word += 1) {
    const need = sign * (table.need[mode * words + word] as number);
    if (need === 0) continue;
    const end = word * horizon + at + length;
    for (let cell = word * horizon + at; cell < end; cell += 1) free[cell] = (free[cell] as number) - need;
  }
}

/**
 * The first time from `from` on at which a mode finds all its units free until its finish. Each cell is looked at once:
 * where one lacks units the mode starts behind it at the earliest.
 *
 * Example: 2 units, of which A holds both until 2 and B one from 3 to 5. A mode of 2 units of time starts at 2 when it
 * needs one unit, at 5 when it needs both:
 *
 *     2 | A A . . . .
 *     1 | A A . B B .
 *       +------------
 *         0 1 2 3 4 5
 */
export function earliestFit(table: ModeTable, free: Int32Array, mode: number, from: number): number {
  return table.words === 1 ? earliestFitInWord(table, free, mode, from) : earliestFitInWords(table, free, mode, from);
}

function earliestFitInWord(table: ModeTable, free: Int32Array, mode: number, from: number): number {
  const need = table.need[mode] as number;
  if (need === 0) return from;
  const guard = table.guard[0] as number;
  const length = table.duration[mode] as number;
  let at = from;
  for (let time = from; time < at + length; time += 1) if ((((free[time] as number) - need) & guard) !== guard) at = time + 1;
  return at;
}

function earliestFitInWords(table: ModeTable, free: Int32Array, mode: number, from: number): number {
  const length = table.duration[mode] as number;
  let at = from;
  for (let time = from; time < at + length; time += 1) {
    for (let word = 0; word < table.words; word += 1) {
      const guard = table.guard[word] as number;
      if ((((free[word * table.horizon + time] as number) - (table.need[mode * table.words + word] as number)) & guard) !== guard) at = time + 1;
    }
  }
  return at;
}
