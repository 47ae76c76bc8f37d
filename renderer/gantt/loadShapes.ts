import { toDayNumber } from '../../core/domain/calendar.ts';
import type { TrackKey } from '../../core/domain/catalogue/catalogue.ts';
import type { Track } from '../../core/domain/schedule/timeline/timeline.ts';
import type { WeekLoad } from '../../core/domain/schedule/explain/weeklyLoad.ts';
import { niceScale } from '../../core/report/scale.ts';
import { type GanttScale, xOf } from './ganttScale.ts';

export type LoadMeasure = 'accounts' | 'trainers' | 'crew';

type LoadShapes = {
  /** One outline a track, stacked; hours are not told apart by track and are one outline without. */
  readonly paths: readonly { readonly track: TrackKey | null; readonly d: string }[];
  readonly top: number;
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
  /** Height of what is there in a week of five working days; null where the measure has no limit of its own. */
  readonly capacityY: number | null;
};

/** What a week takes of a measure: accounts, or hours. */
export function weekValue(week: WeekLoad, measure: LoadMeasure): number {
  if (measure === 'accounts') return [...week.accounts.values()].reduce((sum, accounts) => sum + accounts, 0);
  return (measure === 'trainers' ? week.trainersMinutes : week.crewMinutes) / 60;
}

/** The histogram of a measure, a column a week, in pixels from the top of its drawing. `capacity` counts per week. */
export function loadShapes(input: {
  readonly weeks: readonly WeekLoad[];
  readonly tracks: readonly Track[];
  readonly measure: LoadMeasure;
  readonly capacity: number | null;
  readonly scale: GanttScale;
  readonly height: number;
}): LoadShapes {
  const { weeks, measure, scale, height } = input;
  const peak = weeks.reduce((most, week) => Math.max(most, weekValue(week, measure)), 0);
  // A capacity far above what is needed would press the columns to the floor: then it is only said, not drawn.
  const capacity = input.capacity !== null && input.capacity <= peak * 2.5 ? input.capacity : null;
  const axis = niceScale(0, Math.max(peak, capacity ?? 0), 3);
  const y = (value: number) => round(height - (value / axis.to) * height);
  const gap = scale.pxPerDay * 7 >= 6 ? 1 : 0;
  const width = Math.max(1, scale.pxPerDay * 7 - gap);
  const column = (x: number, from: number, to: number) => `M${round(x)} ${y(from)}v${round(y(to) - y(from))}h${round(width)}v${round(y(from) - y(to))}z`;

  const floor = new Float64Array(weeks.length);
  const groups: { track: TrackKey | null; countOf: (week: WeekLoad) => number }[] =
    measure === 'accounts'
      ? [...input.tracks]
          .sort((one, other) => one.position - other.position)
          .map((track) => ({ track: track.key, countOf: (week) => week.accounts.get(track.id) ?? 0 }))
      : [{ track: null, countOf: (week) => weekValue(week, measure) }];
  const paths = groups.flatMap(({ track, countOf }) => {
    let d = '';
    for (const [index, week] of weeks.entries()) {
      const value = countOf(week);
      if (value === 0) continue;
      const from = floor[index] as number;
      d += column(xOf(scale, toDayNumber(week.startsOn)), from, from + value);
      floor[index] = from + value;
    }
    return d === '' ? [] : [{ track, d }];
  });
  return { paths, top: axis.to, ticks: axis.ticks.map((value) => ({ value, y: y(value) })), capacityY: capacity === null ? null : y(capacity) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
