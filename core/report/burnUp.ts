import { addDays, type IsoDate, toDayNumber, weekday } from '../domain/calendar.ts';

export type BurnUpStates = { readonly planned: number; readonly migrated: number; readonly problem: number; readonly exception: number };
type Status = { readonly accounts: number; readonly states: BurnUpStates; readonly plannedByToday: number };
type Track = Status & { readonly weeks: readonly { readonly week: string; readonly planned: number; readonly migrated: number | null }[] };
type Finish = { readonly p50: IsoDate | null; readonly p80: IsoDate | null; readonly p95: IsoDate | null };

/** The figures of several tracks together: an account that moves on two tracks counts twice. */
export function addUpStatus(tracks: readonly Status[]): Status {
  const sum = (of: (track: Status) => number) => tracks.reduce((total, track) => total + of(track), 0);
  return {
    accounts: sum((track) => track.accounts),
    states: {
      planned: sum(({ states }) => states.planned),
      migrated: sum(({ states }) => states.migrated),
      problem: sum(({ states }) => states.problem),
      exception: sum(({ states }) => states.exception),
    },
    plannedByToday: sum((track) => track.plannedByToday),
  };
}

export type BurnUpPoint = { readonly on: IsoDate; readonly planned: number; readonly migrated: number | null };
export type BurnUp = {
  /** A point of 0 before the first week, then the end of each ISO week; the running week ends today. */
  readonly points: readonly BurnUpPoint[];
  /** Accounts that are to move: all but the exceptions. */
  readonly target: number;
  /** From today's count to the target on the days of the forecast; null where there is none or nothing is left. */
  readonly fan: {
    readonly from: { readonly on: IsoDate; readonly migrated: number };
    readonly p50: IsoDate;
    readonly p80: IsoDate;
    readonly p95: IsoDate;
  } | null;
};

/**
 * What a track's burn-up draws: plan and actual, cumulated by week, and how far the forecast's days lie apart.
 *
 * Example: one week `2027-W05` with 10 planned, 4 migrated, today Thursday 2027-02-04: 0 on 2027-01-31, then
 * 4 migrated on 2027-02-04 and 10 planned on 2027-02-07.
 */
export function burnUp(track: Track, finish: Finish | null, today: IsoDate): BurnUp {
  const target = track.accounts - track.states.exception;
  const first = track.weeks[0];
  if (first === undefined) return { points: [], target, fan: null };
  const points: BurnUpPoint[] = [{ on: addDays(mondayOfWeek(first.week), -1), planned: 0, migrated: 0 }];
  let last: { on: IsoDate; migrated: number } = { on: (points[0] as BurnUpPoint).on, migrated: 0 };
  for (const { week, planned, migrated } of track.weeks) {
    const sunday = addDays(mondayOfWeek(week), 6);
    if (migrated !== null && today < sunday && today >= addDays(sunday, -6)) {
      // The running week: what is done is known today, what is planned at its end.
      if (today !== (points.at(-1) as BurnUpPoint).on) points.push({ on: today, planned: track.plannedByToday, migrated });
      last = { on: today, migrated };
      points.push({ on: sunday, planned, migrated: null });
      continue;
    }
    points.push({ on: sunday, planned, migrated });
    if (migrated !== null) last = { on: sunday, migrated };
  }
  const { p50, p80, p95 } = finish ?? { p50: null, p80: null, p95: null };
  const fan = p50 === null || p80 === null || p95 === null || last.migrated >= target || p95 <= last.on ? null : { from: last, p50, p80, p95 };
  return { points, target, fan };
}

/**
 * The Monday of an ISO week as the tracking writes it.
 *
 * Example: `mondayOfWeek('2027-W05')` is 2027-02-01.
 */
export function mondayOfWeek(week: string): IsoDate {
  const [year = '', number = ''] = week.split('-W');
  // The fourth of January always lies in the first week.
  const inFirst = `${year}-01-04` as IsoDate;
  return addDays(inFirst, 1 - weekday(toDayNumber(inFirst)) + (Number(number) - 1) * 7);
}
