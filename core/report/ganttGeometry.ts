import { type DayNumber, fromDayNumber, isoWeek, toDayNumber, weekday } from '../domain/calendar.ts';
import { type ContractMark, contractMarks } from './contractMarks.ts';
import { type GanttBar, type GanttRow, ganttRows } from './ganttRows.ts';
import type { PlanReport } from './planReport.ts';

/** How much of the chart a page takes; both are upper limits, pages are filled evenly. */
export type GanttFrame = { readonly rowsPerPage: number; readonly weeksPerPage: number; readonly waves: 'rows' | 'lanes' | 'none' };

/** A span in days from the page's left edge; `to` is exclusive, so a bar of one day is one day wide. */
export type Span = { readonly from: number; readonly to: number };

export type GanttTileRow = Omit<GanttRow, 'bars' | 'gates'> & {
  /** True where a track goes on from the page before and its heading is repeated. */
  readonly isRepeated: boolean;
  readonly bars: readonly (GanttBar & Span & { readonly continuesBefore: boolean; readonly continuesAfter: boolean })[];
  readonly gates: readonly { readonly at: number; readonly name: string }[];
};

export type GanttTile = {
  readonly firstDay: DayNumber;
  /** Inclusive. */
  readonly lastDay: DayNumber;
  readonly days: number;
  readonly rows: readonly GanttTileRow[];
  readonly years: readonly (Span & { readonly year: number })[];
  readonly months: readonly (Span & { readonly year: number; readonly month: number })[];
  readonly weeks: readonly (Span & { readonly year: number; readonly week: number })[];
  /** Frozen days and the rows they lie over; `rows` null means all. */
  readonly freezes: readonly (Span & { readonly name: string; readonly rows: readonly number[] | null })[];
  /** Contracts by lane, so that neighbours do not cover each other: the flag at the decision date, the diamond at the end. */
  readonly contracts: readonly ContractMark[];
  readonly contractLanes: number;
  readonly today: number | null;
};

const emptyTile = { years: [], months: [], weeks: [], freezes: [], contracts: [], contractLanes: 0, today: null };

/**
 * Cuts the Gantt into pages: whole ISO weeks across, whole rows down. Every page carries the axis, and a track that
 * goes on repeats its heading. Pages on which nothing would be drawn are left out. A plan without dates gives one page
 * with its rows and no axis; a plan without rows gives none.
 *
 * Example: 130 weeks with `weeksPerPage` 104 give two pages of 65 weeks across, not one of 104 and one of 26.
 */
export function ganttTiles(report: Pick<PlanReport, 'tracks' | 'gates' | 'freezes' | 'decisions' | 'today'>, frame: GanttFrame): GanttTile[] {
  const rows = ganttRows(report, frame.waves);
  if (rows.length === 0) return [];
  const days = rows.flatMap((row) => row.bars.flatMap(({ first, last }) => [first, last]).concat(row.gates.map(({ day }) => day)));
  if (days.length === 0)
    return [{ firstDay: 0, lastDay: 0, days: 0, ...emptyTile, rows: rows.map((row) => ({ ...row, isRepeated: false, bars: [], gates: [] })) }];
  const firstDay = monday(days.reduce((a, b) => Math.min(a, b)));
  const weeks = (monday(days.reduce((a, b) => Math.max(a, b))) - firstDay) / 7 + 1;
  const weeksPerPage = Math.ceil(weeks / Math.ceil(weeks / frame.weeksPerPage));
  const tiles: GanttTile[] = [];
  for (const page of evenPages(rows, frame.rowsPerPage)) {
    for (let week = 0; week < weeks; week += weeksPerPage) {
      const tile = cutTile(report, page, firstDay + week * 7, Math.min(weeksPerPage, weeks - week) * 7);
      if (tile.rows.some((row) => row.kind !== 'track' && row.bars.length > 0) || tile.rows.some((row) => row.gates.length > 0) || isHeadingOnly(tile))
        tiles.push(tile);
    }
  }
  return tiles;
}

function isHeadingOnly(tile: GanttTile): boolean {
  return tile.rows.every(({ kind }) => kind === 'track') && tile.rows.some(({ bars }) => bars.length > 0);
}

type PageRow = { readonly row: GanttRow; readonly isRepeated: boolean };

/** As few pages as the limit allows, and those of about the same height: no last sheet with two rows on it. */
function evenPages(rows: readonly GanttRow[], limit: number): PageRow[][] {
  const fewest = rowPages(rows, limit);
  let even = fewest;
  for (let lower = Math.min(limit, rows.length) - 1; lower >= 3; lower -= 1) {
    const pages = rowPages(rows, lower);
    if (pages.length > fewest.length) break;
    even = pages;
  }
  return even;
}

/** Pages of at most `limit` rows; a track's heading is never the last row of a page unless it is the whole track. */
function rowPages(rows: readonly GanttRow[], limit: number): PageRow[][] {
  const pages: PageRow[][] = [];
  let page: PageRow[] = [];
  let heading: GanttRow | null = null;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
  };
  for (const [index, row] of rows.entries()) {
    const next = rows[index + 1];
    const needsTwo = row.kind === 'track' && next !== undefined && next.kind !== 'track';
    if (page.length + (needsTwo ? 2 : 1) > limit) turn();
    if (page.length === 0 && row.kind !== 'track' && heading !== null) page.push({ row: heading, isRepeated: true });
    if (row.kind === 'track') heading = row;
    page.push({ row, isRepeated: false });
  }
  turn();
  return pages;
}

function cutTile(report: Pick<PlanReport, 'freezes' | 'decisions' | 'today'>, page: readonly PageRow[], firstDay: DayNumber, days: number): GanttTile {
  const end = firstDay + days;
  const clip = (first: DayNumber, last: DayNumber): Span | null =>
    last < firstDay || first >= end ? null : { from: Math.max(first, firstDay) - firstDay, to: Math.min(last + 1, end) - firstDay };
  const place = (day: DayNumber): number | null => (day < firstDay || day >= end ? null : day - firstDay);
  const rows = page.map(
    ({ row, isRepeated }): GanttTileRow => ({
      ...row,
      isRepeated,
      bars: row.bars.flatMap((bar) => {
        const span = clip(bar.first, bar.last);
        return span === null ? [] : [{ ...bar, ...span, continuesBefore: bar.first < firstDay, continuesAfter: bar.last >= end }];
      }),
      gates: row.gates.flatMap(({ day, name }) => {
        const at = place(day);
        return at === null ? [] : [{ at, name }];
      }),
    }),
  );
  return {
    firstDay,
    lastDay: end - 1,
    days,
    rows,
    years: axis(firstDay, end, (day) => fromDayNumber(day).slice(0, 4)).map(({ from, to, day }) => ({
      from,
      to,
      year: Number(fromDayNumber(day).slice(0, 4)),
    })),
    months: axis(firstDay, end, (day) => fromDayNumber(day).slice(0, 7)).map(({ from, to, day }) => ({
      from,
      to,
      year: Number(fromDayNumber(day).slice(0, 4)),
      month: Number(fromDayNumber(day).slice(5, 7)),
    })),
    weeks: Array.from({ length: days / 7 }, (_, week) => ({ from: week * 7, to: week * 7 + 7, ...isoWeek(fromDayNumber(firstDay + week * 7)) })),
    freezes: report.freezes.flatMap(({ name, startsOn, finishesOn, trackId }) => {
      const span = clip(toDayNumber(startsOn), toDayNumber(finishesOn));
      if (span === null) return [];
      const own = trackId === null ? null : page.flatMap(({ row }, index) => (row.trackId === trackId ? [index] : []));
      return own !== null && own.length === 0 ? [] : [{ ...span, name, rows: own }];
    }),
    ...contractMarks(report.decisions, place, days),
    today: place(toDayNumber(report.today)),
  };
}

/** Runs of days that share a name, from the left edge. */
function axis(firstDay: DayNumber, end: DayNumber, name: (day: DayNumber) => string): (Span & { day: DayNumber })[] {
  const runs: { from: number; to: number; day: DayNumber; name: string }[] = [];
  for (let day = firstDay; day < end; day += 1) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.name === name(day)) last.to += 1;
    else runs.push({ from: day - firstDay, to: day - firstDay + 1, day, name: name(day) });
  }
  return runs;
}

function monday(day: DayNumber): DayNumber {
  return day - weekday(day) + 1;
}
