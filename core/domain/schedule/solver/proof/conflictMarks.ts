/** What a conflict needs: for each slot the strongest bound that takes part, `noNeed` where it does not. */
export type ConflictMarks = {
  readonly need: Int32Array;
  /** The entry that made it true. */
  readonly needEntry: Int32Array;
  readonly isListed: Uint8Array;
  readonly listed: number[];
  /** Whether the conflict rests on the limit of the finish. */
  usesLimit: boolean;
  conflicts: number;
  /** For the shortening: entries that were found implied (1) or not (-1) in this conflict, and which to clear. */
  verdict: Int8Array;
  verdictValue: Int32Array;
  readonly judged: number[];
  /** Slots of the clause that is being made, the latest entry first. */
  readonly kept: number[];
  /** Levels that the clause touches carry the number of the conflict. */
  levelStamp: Int32Array;
};

/** Below every bound. */
export const noNeed = -0x7fffffff;

/**
 * The marks of no conflict.
 *
 * Example: none of 6 slots has a need.
 */
export function createMarks(slots: number): ConflictMarks {
  return {
    need: new Int32Array(slots).fill(noNeed),
    needEntry: new Int32Array(slots),
    isListed: new Uint8Array(slots),
    listed: [],
    usesLimit: false,
    conflicts: 0,
    verdict: new Int8Array(4096),
    verdictValue: new Int32Array(4096),
    judged: [],
    kept: [],
    levelStamp: new Int32Array(256),
  };
}

/**
 * Makes the marks ready for the next conflict; what they count goes on.
 *
 * Example: of a need of 5 in slot 2 and a verdict over entry 0 nothing is left.
 */
export function clearMarks(marks: ConflictMarks): void {
  for (const slot of marks.listed) {
    marks.need[slot] = noNeed;
    marks.isListed[slot] = 0;
  }
  marks.listed.length = 0;
  for (const entry of marks.judged) marks.verdict[entry] = 0;
  marks.judged.length = 0;
}
