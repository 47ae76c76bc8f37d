/**
 * Why a bound was raised, in one whole number: what raised it, and a detail from which the explanation is made when it is
 * asked for (lazy explanation). The details: clause: its number; link and guard: the link; timetable: time and
 * resource; energy: the window (`windowOf`).
 */
export const reasonKinds = { decision: 0, clause: 1, link: 2, guard: 3, timetable: 4, energy: 5 } as const;

/**
 * A kind and its detail in one number, below 2^31 where the detail is below 2^28.
 *
 * Example: link 5 is 5 · 8 + 2 = 42, of which `kindOf` is 2 and `detailOf` 5.
 */
export const reasonOf = (kind: number, detail: number): number => detail * 8 + kind;
/** What raised the bound, one of `reasonKinds`. */
export const kindOf = (reason: number): number => reason & 7;
/** From what the explanation is made. */
export const detailOf = (reason: number): number => reason >> 3;
