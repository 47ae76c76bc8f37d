import { describe, expect, it } from 'vitest';
import { fromDayNumber, isoDate, toDayNumber, weekday } from '../../../core/domain/calendar.ts';
import { buildPlanReport } from '../../../core/report/buildPlanReport.ts';
import { type GanttTile, ganttTiles } from '../../../core/report/ganttGeometry.ts';
import { emptyInput, largeSample, sampleInput } from '../../support/sampleReport.ts';

const small = buildPlanReport(sampleInput());
const large = buildPlanReport(sampleInput(largeSample));

/** The days of all bars of waves, put together again from the pages. */
function daysOfWaves(tiles: readonly GanttTile[]): number {
  return tiles.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars.filter(({ kind }) => kind === 'wave'))).reduce((sum, { from, to }) => sum + to - from, 0);
}

describe('ganttTiles', () => {
  it('loses no day of any wave, however the pages are cut', () => {
    const expected = large.tracks
      .flatMap(({ waves }) => waves)
      .reduce(
        (sum, { startsOn, finishesOn }) => sum + toDayNumber(finishesOn ?? isoDate('2027-01-01')) - toDayNumber(startsOn ?? isoDate('2027-01-01')) + 1,
        0,
      );
    for (const frame of [
      { rowsPerPage: 10, weeksPerPage: 26 },
      { rowsPerPage: 30, weeksPerPage: 104 },
      { rowsPerPage: 1000, weeksPerPage: 1000 },
    ]) {
      expect(daysOfWaves(ganttTiles(large, { ...frame, waves: 'rows' }))).toBe(expected);
      expect(daysOfWaves(ganttTiles(large, { ...frame, waves: 'lanes' }))).toBe(expected);
    }
  });

  it('starts pages on Mondays, ends them on Sundays and fills them evenly', () => {
    const tiles = ganttTiles(large, { rowsPerPage: 1000, weeksPerPage: 104, waves: 'lanes' });
    expect(tiles.length).toBe(2);
    for (const tile of tiles) {
      expect(weekday(tile.firstDay)).toBe(1);
      expect(weekday(tile.lastDay)).toBe(7);
      expect(tile.weeks.length * 7).toBe(tile.days);
    }
    expect(Math.abs((tiles[0]?.days ?? 0) - (tiles[1]?.days ?? 0))).toBeLessThanOrEqual(7);
  });

  it('joins months and weeks to the whole axis', () => {
    for (const tile of ganttTiles(small, { rowsPerPage: 1000, weeksPerPage: 40, waves: 'rows' })) {
      for (const axis of [tile.years, tile.months, tile.weeks]) {
        expect(axis[0]?.from).toBe(0);
        expect(axis.at(-1)?.to).toBe(tile.days);
        for (let index = 1; index < axis.length; index += 1) expect(axis[index]?.from).toBe(axis[index - 1]?.to);
      }
    }
  });

  it('repeats the heading of a track that goes on, and never leaves a heading alone at the foot', () => {
    const tiles = ganttTiles(small, { rowsPerPage: 7, weeksPerPage: 1000, waves: 'rows' });
    expect(tiles.length).toBeGreaterThan(5);
    for (const { rows } of tiles) {
      expect(rows[0]?.kind).toBe('track');
      expect(rows.at(-1)?.kind).not.toBe('track');
      expect(rows.length).toBeLessThanOrEqual(7);
    }
    expect(tiles.some(({ rows }) => rows[0]?.isRepeated)).toBe(true);
  });

  it('puts waves that overlap into different lanes, and no more lanes than needed', () => {
    const track = small.tracks.find(({ waves }) => waves.length > 2);
    if (!track) throw new Error('no waves');
    const day = (date: string) => ({ startsOn: isoDate(date), finishesOn: isoDate(date) });
    const waves = track.waves.slice(0, 3).map((wave, index) => ({
      ...wave,
      ...(index === 0 ? { startsOn: isoDate('2027-03-01'), finishesOn: isoDate('2027-03-10') } : day(index === 1 ? '2027-03-10' : '2027-03-11')),
    }));
    const rows = ganttTiles({ ...small, tracks: [{ ...track, phases: [], waves }] }, { rowsPerPage: 100, weeksPerPage: 1000, waves: 'lanes' })[0]?.rows.filter(
      ({ kind }) => kind === 'waves',
    );
    expect(rows?.map(({ bars }) => bars.map(({ number }) => number))).toEqual([[1, 3], [2]]);
  });

  it('marks where a bar goes on over the page', () => {
    const tiles = ganttTiles(small, { rowsPerPage: 1000, weeksPerPage: 20, waves: 'rows' });
    const cut = tiles.flatMap(({ rows }) => rows.flatMap(({ bars }) => bars)).filter(({ continuesAfter }) => continuesAfter);
    expect(cut.length).toBeGreaterThan(0);
    for (const bar of cut) expect(bar.to).toBe(tiles[0]?.days);
  });

  it('puts freezes, contracts and today on their days', () => {
    const [tile] = ganttTiles(small, { rowsPerPage: 1000, weeksPerPage: 1000, waves: 'lanes' });
    if (!tile) throw new Error('no page');
    expect(fromDayNumber(tile.firstDay + (tile.today ?? 0))).toBe(small.today);
    const freeze = tile.freezes.find(({ name }) => name === 'Bundestagswahl');
    expect(fromDayNumber(tile.firstDay + (freeze?.from ?? 0))).toBe('2027-09-20');
    expect(fromDayNumber(tile.firstDay + (freeze?.to ?? 0) - 1)).toBe('2027-10-03');
    expect(freeze?.rows?.every((row) => tile.rows[row]?.track === 'mail')).toBe(true);
    for (const contract of tile.contracts) {
      const decision = small.decisions.find(({ number }) => number === contract.runs[0]?.[0]);
      if (contract.decideAt !== null) expect(fromDayNumber(tile.firstDay + contract.decideAt)).toBe(decision?.decideBy);
      if (contract.endAt !== null) expect(fromDayNumber(tile.firstDay + contract.endAt)).toBe(decision?.endsOn);
    }
  });

  it('lets contracts of the same days share a mark, and takes flags and diamonds apart where lines would fill the page', () => {
    const decision = (number: number, decideBy: string, endsOn: string) => ({
      ...(small.decisions[0] as (typeof small.decisions)[number]),
      number,
      decideBy: isoDate(decideBy),
      endsOn: isoDate(endsOn),
    });
    const frame = { rowsPerPage: 1000, weeksPerPage: 1000, waves: 'lanes' } as const;
    const same = ganttTiles({ ...small, decisions: [1, 2, 3].map((number) => decision(number, '2027-07-04', '2027-12-31')) }, frame)[0];
    expect(same?.contracts.map(({ runs }) => runs)).toEqual([[[1, 3]]]);
    expect(same?.contractLanes).toBe(1);
    const crossing = Array.from({ length: 9 }, (_, index) => decision(index + 1, `2027-0${index + 1}-05`, '2027-12-31'));
    const apart = ganttTiles({ ...small, decisions: crossing }, frame)[0];
    expect(apart?.contractLanes).toBeLessThan(4);
    expect(apart?.contracts.filter(({ endAt }) => endAt !== null).map(({ runs, decideAt }) => ({ runs, decideAt }))).toEqual([
      { runs: [[1, 9]], decideAt: null },
    ]);
  });

  it('gives no page for no rows, and one without an axis for rows without dates', () => {
    expect(ganttTiles(buildPlanReport(emptyInput()), { rowsPerPage: 30, weeksPerPage: 104, waves: 'rows' })).toEqual([]);
    const input = sampleInput();
    const undated = buildPlanReport({
      ...input,
      timeline: { ...input.timeline, tasks: input.timeline.tasks.map((task) => ({ ...task, startsOn: null, finishesOn: null })) },
    });
    const tiles = ganttTiles(undated, { rowsPerPage: 30, weeksPerPage: 104, waves: 'lanes' });
    expect(tiles).toHaveLength(1);
    expect(tiles[0]?.rows.length).toBeGreaterThan(8);
    expect(tiles[0]?.weeks).toEqual([]);
  });
});
