import { type DayNumber, toDayNumber } from '../domain/calendar.ts';
import type { TrackKey } from '../domain/catalogue/catalogue.ts';
import type { TrackId, WaveId } from '../domain/ids.ts';
import type { PhaseKind } from '../domain/schedule/timeline/planTemplate.ts';
import type { PlanReport, TrackRow, WaveRow } from './planReport.ts';

/** A bar from the first to the last day, both inclusive. */
export type GanttBar = {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly kind: 'track' | 'phase' | 'wave';
  /** The wave's number and accounts; null for other bars. */
  readonly number: number | null;
  readonly accounts: number;
  readonly isPilot: boolean;
  /** Share of the accounts that have moved, 0 to 1. */
  readonly done: number;
};

export type GanttRow = {
  readonly kind: 'track' | 'phase' | 'waves' | 'wave';
  readonly trackId: TrackId;
  readonly track: TrackKey;
  readonly trackName: string;
  readonly phase: PhaseKind | null;
  readonly waveId: WaveId | null;
  readonly waveNumber: number | null;
  /** Waves that the row and those under it of the same kind show; only the first of several carries the count. */
  readonly waves: number;
  readonly accounts: number;
  readonly bars: readonly GanttBar[];
  readonly gates: readonly { readonly day: DayNumber; readonly name: string }[];
};

/**
 * The rows of the Gantt: track, then its phases, then its waves. `rows` gives every wave a row of its own; `lanes`
 * puts waves that do not overlap into one row, which prints 200 waves on a page or two. Rows without a date are kept,
 * without bars: a missing date must be seen.
 */
export function ganttRows(report: Pick<PlanReport, 'tracks' | 'gates'>, waves: 'rows' | 'lanes' | 'none'): GanttRow[] {
  return report.tracks.flatMap((track) => {
    const base = {
      trackId: track.trackId,
      track: track.key,
      trackName: track.name,
      phase: null,
      waveId: null,
      waveNumber: null,
      waves: 0,
      accounts: 0,
      bars: [],
      gates: [],
    };
    const gates = report.gates.flatMap(({ trackId, on, name }) => (trackId === track.trackId && on !== null ? [{ day: toDayNumber(on), name }] : []));
    const head: GanttRow = {
      ...base,
      kind: 'track',
      waves: track.waves.length,
      accounts: track.accounts,
      bars: bars(track.startsOn, track.finishesOn, { kind: 'track' }),
      gates,
    };
    const phases = track.phases.map(
      (phase): GanttRow => ({ ...base, kind: 'phase', phase: phase.phase, bars: bars(phase.startsOn, phase.finishesOn, { kind: 'phase' }) }),
    );
    const waveRows =
      waves === 'none' || track.waves.length === 0
        ? []
        : waves === 'rows'
          ? track.waves.map(
              (wave): GanttRow => ({ ...base, kind: 'wave', waveId: wave.waveId, waveNumber: wave.number, accounts: wave.accounts, bars: waveBars(wave) }),
            )
          : lanes(track).map(
              (lane, index): GanttRow => ({
                ...base,
                kind: 'waves',
                waves: index === 0 ? track.waves.length : 0,
                accounts: index === 0 ? track.accounts : 0,
                bars: lane,
              }),
            );
    // What comes before the accounts move stands above the waves, what comes after stands below them.
    const before = phases.filter(({ phase }) => phase !== 'parallelRun' && phase !== 'switchOff');
    return [head, ...before, ...waveRows, ...phases.filter((row) => !before.includes(row))];
  });
}

function bars(startsOn: WaveRow['startsOn'], finishesOn: WaveRow['finishesOn'], rest: Partial<GanttBar> & Pick<GanttBar, 'kind'>): GanttBar[] {
  if (startsOn === null || finishesOn === null) return [];
  return [{ number: null, accounts: 0, isPilot: false, done: 0, ...rest, first: toDayNumber(startsOn), last: toDayNumber(finishesOn) }];
}

function waveBars(wave: WaveRow): GanttBar[] {
  return bars(wave.startsOn, wave.finishesOn, {
    kind: 'wave',
    number: wave.number,
    accounts: wave.accounts,
    isPilot: wave.isPilot,
    done: wave.accounts === 0 ? 0 : wave.states.migrated / wave.accounts,
  });
}

/** First lane that is free: waves in the order of their starts, so the count of lanes is the smallest possible. */
function lanes(track: TrackRow): GanttBar[][] {
  const result: GanttBar[][] = [];
  const dated = track.waves.flatMap(waveBars).sort((a, b) => a.first - b.first || (a.number ?? 0) - (b.number ?? 0));
  for (const bar of dated) {
    const lane = result.find((candidate) => (candidate[candidate.length - 1] as GanttBar).last < bar.first);
    if (lane) lane.push(bar);
    else result.push([bar]);
  }
  return result.length === 0 ? [[]] : result;
}
