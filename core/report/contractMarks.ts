import { type DayNumber, toDayNumber } from '../domain/calendar.ts';
import type { ContractDecision } from './planReport.ts';

/** A flag at the last day to decide, a diamond at the end of the term, or both joined by a line; in days from the page's edge. */
export type ContractMark = {
  /** Runs of contract numbers that share the mark: `[[1, 3], [5, 5]]` are 1 to 3 and 5. */
  readonly runs: readonly (readonly [first: number, last: number])[];
  readonly decideAt: number | null;
  readonly endAt: number | null;
  readonly lane: number;
  readonly isPast: boolean;
};

/** More lanes than these take the page from the tracks; then flags and diamonds are packed each for itself. */
const mostJoinedLanes = 4;
/** What a mark, and each run of numbers beside it, takes of a page's width. */
const markShare = 0.02;
const runShare = 0.045;

type Unplaced = Omit<ContractMark, 'lane' | 'runs'> & { readonly numbers: number[] };

/**
 * The contracts of a page in as few lanes as they fit without covering each other. Contracts of the same days share a
 * mark: public bodies' contracts often end together, on the last day of the year.
 *
 * Example: contracts 1 to 7, all to be decided on 4 July for the end of the year, are one flag, one line, one diamond.
 */
export function contractMarks(
  decisions: readonly ContractDecision[],
  place: (day: DayNumber) => number | null,
  days: number,
): { readonly contracts: readonly ContractMark[]; readonly contractLanes: number } {
  const placed = decisions.map((decision) => ({ ...decision, decideAt: place(toDayNumber(decision.decideBy)), endAt: place(toDayNumber(decision.endsOn)) }));
  const joined = pack(shareMarks(placed.map(({ number, decideAt, endAt, isPast }) => ({ numbers: [number], decideAt, endAt, isPast }))), days);
  if (joined.contractLanes <= mostJoinedLanes) return joined;
  const apart = placed.flatMap(({ number, decideAt, endAt, isPast }): Unplaced[] => [
    { numbers: [number], decideAt, endAt: null, isPast },
    { numbers: [number], decideAt: null, endAt, isPast },
  ]);
  return pack(shareMarks(apart), days);
}

function shareMarks(marks: readonly Unplaced[]): Unplaced[] {
  const byDays = new Map<string, Unplaced>();
  for (const mark of marks) {
    if (mark.decideAt === null && mark.endAt === null) continue;
    const key = `${mark.decideAt} ${mark.endAt} ${mark.isPast}`;
    const known = byDays.get(key);
    if (known === undefined) byDays.set(key, { ...mark, numbers: [...mark.numbers] });
    else known.numbers.push(...mark.numbers);
  }
  return [...byDays.values()];
}

function pack(marks: readonly Unplaced[], days: number): { contracts: ContractMark[]; contractLanes: number } {
  const laneEnds: number[] = [];
  const extents = marks.map((mark) => {
    const runs = runsOf(mark.numbers);
    const label = days * runShare * runs.length;
    // A flag's numbers stand at its left, those of a diamond without a flag at its right.
    const from = mark.decideAt === null ? (mark.endAt ?? 0) - days * markShare : mark.decideAt - label;
    const to = (mark.endAt ?? mark.decideAt ?? days) + days * markShare + (mark.decideAt === null ? label : 0);
    return { mark, runs, from, to };
  });
  const contracts = extents
    .sort((a, b) => a.from - b.from)
    .map(({ mark: { numbers: _, ...mark }, runs, from, to }) => {
      const free = laneEnds.findIndex((end) => end <= from);
      const lane = free === -1 ? laneEnds.length : free;
      laneEnds[lane] = to;
      return { ...mark, runs, lane };
    });
  return { contracts, contractLanes: laneEnds.length };
}

function runsOf(numbers: readonly number[]): (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
