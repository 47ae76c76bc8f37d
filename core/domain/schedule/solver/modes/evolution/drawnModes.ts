import type { ModeTable } from '../modeTable.ts';

/** How often a drawn mode is any mode and not one that the relaxation would take: in first members, and in children. */
const uniformAtFirst = 0.2;
const uniformWhenChanged = 0.5;

/** Modes of a child that are drawn anew, on average. */
const changedModes = 2;

/**
 * Draws a mode of an activity: with the chance `uniform` any of them, otherwise one by its `frequency` (`relaxModes`).
 *
 * Example: three modes with the frequencies 0.5, 0.3 and 0.2. A random number of 0.6 hits the second one:
 *
 *     0                  0.5         0.8      1
 *     |-------------------|-----------|-------|
 *             first         ^ second    third
 */
export function drawMode(table: ModeTable, frequency: Float64Array, activity: number, uniform: number, random: () => number): number {
  const first = table.firstMode[activity] as number;
  const last = (table.firstMode[activity + 1] as number) - 1;
  if (random() < uniform) return first + Math.floor(random() * (last + 1 - first));
  let left = random();
  for (let mode = first; mode < last; mode += 1) {
    left -= frequency[mode] as number;
    if (left < 0) return mode;
  }
  return last;
}

/**
 * Draws a mode for every activity, with a leaning to those that the relaxation took.
 *
 * Example: an activity with one mode keeps it, one whose second mode has the frequency 1 mostly gets that one.
 */
export function drawModes(table: ModeTable, frequency: Float64Array, mode: Int32Array, random: () => number): void {
  for (let activity = 0; activity < table.count; activity += 1) mode[activity] = drawMode(table, frequency, activity, uniformAtFirst, random);
}

/**
 * Draws the modes of about two activities anew.
 *
 * Example: of 4 activities each is drawn anew with a chance of one half.
 */
export function changeModes(table: ModeTable, frequency: Float64Array, mode: Int32Array, random: () => number): void {
  for (let activity = 0; activity < table.count; activity += 1) {
    if (random() >= changedModes / table.count) continue;
    mode[activity] = drawMode(table, frequency, activity, uniformWhenChanged, random);
  }
}
