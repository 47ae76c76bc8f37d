import type { ModeLinks, ModeTable } from '../modeTable.ts';

/** A set of activities is one word. */
const largestSet = 31;

/**
 * The activities that a proof places, and sets of them: a set is one word, with the bit `1 << k` for the activity
 * `list[k]`. What has no bit is a dummy at the start or the end of the project.
 */
export type InnerActivities = {
  readonly list: Int32Array;
  /** By activity of the table: its bit, 0 for a dummy. */
  readonly bit: Int32Array;
  /** By activity of the table: the set of those that it waits for. */
  readonly predecessors: Int32Array;
  /** The set of all. */
  readonly all: number;
};

/**
 * All activities but the dummies at both ends: without work, choice or a lag that anything waits for. Null: none, or too
 * many for a set.
 *
 * Example: of S, A, B and E, which have 0, 3, 2 and 0 units of time, A and B are left, with the bits 1 and 2. B waits for
 * the set 1, and the set of all is 3:
 *
 *     S - A - B - E
 *     0   1   2   0      bit
 */
export function innerActivities(table: ModeTable): InnerActivities | null {
  const list = Int32Array.from({ length: table.count }, (_, activity) => activity).filter((activity) => !isDummy(table, activity));
  if (list.length > largestSet || list.length === 0) return null;
  const bit = new Int32Array(table.count);
  for (const [place, activity] of list.entries()) bit[activity] = 1 << place;
  const predecessors = new Int32Array(table.count);
  const { offset, other } = table.before;
  for (const activity of list) {
    for (let link = offset[activity] as number; link < (offset[activity + 1] as number); link += 1)
      predecessors[activity] = (predecessors[activity] as number) | (bit[other[link] as number] as number);
  }
  return { list, bit, predecessors, all: bit.reduce((set, own) => set | own, 0) };
}

function isDummy(table: ModeTable, activity: number): boolean {
  const mode = table.firstMode[activity] as number;
  if ((table.firstMode[activity + 1] as number) - mode > 1 || (table.duration[mode] as number) > 0) return false;
  return (isBare(table.before, activity) && isQuiet(table.after, activity)) || (isBare(table.after, activity) && isQuiet(table.before, activity));
}

function isBare({ offset }: ModeLinks, activity: number): boolean {
  return offset[activity] === offset[activity + 1];
}

/** None of the links has a lag. */
function isQuiet({ offset, lag }: ModeLinks, activity: number): boolean {
  return lag.subarray(offset[activity], offset[activity + 1]).every((value) => value <= 0);
}
