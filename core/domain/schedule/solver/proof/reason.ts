/**
 * Why a bound was raised, in one whole number: what raised it, and a detail from which the explanation is made when it is
 * asked for (lazy explanation). The details: clause: its number; link and guard: the link; timetable: time and
 * resource; energy: the place of the window in the energy propagator's list.
 */
export const reasonKinds = { decision: 0, clause: 1, link: 2, guard: 3, timetable: 4, energy: 5 } as const;

export const reasonOf = (kind: number, detail: number): number => detail * 8 + kind;
export const kindOf = (reason: number): number => reason & 7;
export const detailOf = (reason: number): number => reason >> 3;
