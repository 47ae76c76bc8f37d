import type { IsoDate } from '../domain/calendar.ts';
import { toDayNumber } from '../domain/calendar.ts';
import type { TrackKey } from '../domain/catalogue/catalogue.ts';
import type { TrackId } from '../domain/ids.ts';
import type { ShownTimeline } from '../domain/schedule/timeline/timeline.ts';
import { ganttTiles, type Span } from './ganttGeometry.ts';
import { trackRows } from './trackRows.ts';

export type TrackStrip = {
  readonly days: number;
  /** Days from the left edge; null when today lies outside. */
  readonly today: number | null;
  readonly years: readonly (Span & { readonly year: number })[];
  readonly rows: readonly {
    readonly trackId: TrackId;
    readonly track: TrackKey;
    readonly name: string;
    readonly startsOn: IsoDate | null;
    readonly finishesOn: IsoDate | null;
    readonly whole: Span | null;
    /** From the first day of the first wave to the last day of the last one; accounts move only then. */
    readonly waves: Span | null;
  }[];
};

/**
 * The plan as a thin strip of tracks, with the places that the report's first page draws: spans are days from the left
 * edge, `to` exclusive. Null when nothing has a date.
 */
export function trackStrip(timeline: ShownTimeline, today: IsoDate): TrackStrip | null {
  const tracks = trackRows(timeline, [], [], null);
  const tile = ganttTiles({ tracks, gates: [], freezes: [], decisions: [], today }, { rowsPerPage: 1000, weeksPerPage: 10_000, waves: 'none' })[0];
  if (tile === undefined || tile.days === 0) return null;
  const spanOf = (startsOn: IsoDate, finishesOn: IsoDate): Span => ({
    from: toDayNumber(startsOn) - tile.firstDay,
    to: toDayNumber(finishesOn) - tile.firstDay + 1,
  });
  return {
    days: tile.days,
    today: tile.today,
    years: tile.years,
    rows: tracks.map(({ trackId, key, name, startsOn, finishesOn, waves }) => {
      const starts = waves.flatMap((wave) => wave.startsOn ?? []).sort();
      const finishes = waves.flatMap((wave) => wave.finishesOn ?? []).sort();
      const first = starts[0];
      const last = finishes.at(-1);
      return {
        trackId,
        track: key,
        name,
        startsOn,
        finishesOn,
        whole: startsOn === null || finishesOn === null ? null : spanOf(startsOn, finishesOn),
        waves: first === undefined || last === undefined ? null : spanOf(first, last),
      };
    }),
  };
}
