import { fromDayNumber, toDayNumber, weekday, type DayNumber, type IsoDate } from '../calendar.ts';
import { createRandom } from '../schedule/search/random.ts';
import { meanSpeed, observedWeeks } from './observedSpeed.ts';
import type { MigratedDay } from './progressByWeek.ts';

/** Fewer weeks say nothing about how much the speed varies. */
export const fewestWeeks = 4;
const runs = 2_000;
/** Thirty years: beyond it a forecast is no statement. */
const mostWeeks = 1_560;

export type Forecast = {
  readonly remaining: number;
  readonly observedWeeks: number;
  readonly accountsPerWeek: number | null;
  readonly p50: IsoDate | null;
  readonly p80: IsoDate | null;
  readonly p95: IsoDate | null;
  /** Key of the sentence that says why there is no forecast; null where there is one. */
  readonly refusedKey: string | null;
};

/**
 * The days on which a track's accounts are all migrated with a probability of 50, 80 and 95 %, if the coming weeks are
 * like the weeks seen so far: 2,000 times, weeks are drawn from the observed ones, each as likely as the others, until
 * the remaining accounts are done; within its last week a run ends on the weekday that its share of the week reaches.
 * The same seed gives the same dates. Assumption: the weeks to come vary as the past ones did; holidays, freezes and
 * learning are in the forecast only as far as they were in those weeks.
 *
 * Refused, with a key, when fewer than four whole weeks were observed, when nothing moved in them, or when it would
 * take more than thirty years at the mean speed. Where nothing remains, the forecast is the day of the last migrated account.
 *
 * Example: four weeks of 100 accounts each and 150 remaining on Friday 2027-03-05: every run ends in the middle of the
 * second week, so all three days are 2027-03-17.
 */
export function forecastFinish(input: {
  readonly remaining: number;
  readonly migratedByDay: readonly MigratedDay[];
  readonly today: IsoDate;
  readonly seed: number;
}): Forecast {
  const weeks = observedWeeks(input.migratedByDay, input.today);
  const speed = meanSpeed(weeks);
  const base = { remaining: input.remaining, observedWeeks: weeks.length, accountsPerWeek: speed };
  const refused = (key: string): Forecast => ({ ...base, p50: null, p80: null, p95: null, refusedKey: `tracking.forecast.${key}` });
  if (input.remaining <= 0) {
    const last =
      input.migratedByDay
        .map(({ on }) => on)
        .sort()
        .at(-1) ?? null;
    return last === null ? refused('nothingToDo') : { ...base, p50: last, p80: last, p95: last, refusedKey: null };
  }
  if (weeks.length < fewestWeeks) return refused('tooFewWeeks');
  if (speed === null || speed <= 0) return refused('noSpeed');
  if (input.remaining / speed > mostWeeks) return refused('tooSlow');

  const today = toDayNumber(input.today);
  const finishes: DayNumber[] = [];
  // A stream of its own for each run: with more accounts a run only goes on longer, so no date can become earlier.
  for (let run = 0; run < runs; run += 1) finishes.push(finishOfRun(input.remaining, weeks, today, createRandom(input.seed * 1_000_003 + run)));
  finishes.sort((a, b) => a - b);
  const quantile = (share: number) => fromDayNumber(finishes[Math.ceil(share * runs) - 1] as DayNumber);
  return { ...base, p50: quantile(0.5), p80: quantile(0.8), p95: quantile(0.95), refusedKey: null };
}

function finishOfRun(remaining: number, weeks: readonly number[], today: DayNumber, random: () => number): DayNumber {
  let left = remaining;
  for (let week = 0; week < mostWeeks * 2; week += 1) {
    const done = weeks[Math.floor(random() * weeks.length)] as number;
    if (done >= left) return addWeekdays(today, week * 5 + Math.max(1, Math.ceil((left * 5) / done)));
    left -= done;
  }
  return addWeekdays(today, mostWeeks * 2 * 5);
}

/**
 * The day that many days from Monday to Friday later; from a weekend counted like from the Friday before it.
 *
 * Example: 1 counted from Friday 2027-02-05, and from the Saturday and the Sunday after it, is Monday 2027-02-08.
 */
export function addWeekdays(day: DayNumber, count: number): DayNumber {
  // A weekend counts like the Friday before it.
  const place = Math.min(weekday(day), 5);
  const friday = day - weekday(day) + 5;
  const total = place + count;
  const weeks = Math.floor((total - 1) / 5);
  return friday - 5 + weeks * 7 + (total - weeks * 5);
}
