import type { IsoDate } from '../domain/calendar.ts';
import type { QuarterRow, TrackRow } from './planReport.ts';

/** The tracks whose accounts are counted by quarter, in the plan's order. */
export function tracksWithAccounts(tracks: readonly TrackRow[]): TrackRow[] {
  return tracks.filter(({ waves }) => waves.length > 0);
}

/**
 * Accounts by the quarter in which their wave finishes, one row for every quarter from the first to the last, quiet
 * ones included, so that a chart of them has an honest axis. Waves without a date are in no quarter.
 *
 * Example: a wave of 200 accounts that finishes on 2027-03-31 counts in the first quarter of 2027.
 */
export function quarterRows(tracks: readonly TrackRow[]): QuarterRow[] {
  const columns = tracksWithAccounts(tracks);
  const counts = new Map<number, number[]>();
  for (const [column, track] of columns.entries()) {
    for (const { accounts, finishesOn } of track.waves) {
      if (finishesOn === null) continue;
      const quarter = quarterNumber(finishesOn);
      const row = counts.get(quarter) ?? columns.map(() => 0);
      row[column] = (row[column] ?? 0) + accounts;
      counts.set(quarter, row);
    }
  }
  if (counts.size === 0) return [];
  const first = Math.min(...counts.keys());
  const last = Math.max(...counts.keys());
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const number = first + index;
    const byTrack = counts.get(number) ?? columns.map(() => 0);
    return {
      year: Math.floor(number / 4),
      quarter: ((number % 4) + 1) as QuarterRow['quarter'],
      byTrack,
      total: byTrack.reduce((sum, accounts) => sum + accounts, 0),
    };
  });
}

function quarterNumber(date: IsoDate): number {
  return Number(date.slice(0, 4)) * 4 + Math.floor((Number(date.slice(5, 7)) - 1) / 3);
}
