import { fromDayNumber } from '../../core/domain/calendar.ts';
import type { Translator } from '../../core/i18n/translate.ts';
import { type GanttFrame, type GanttTile, type GanttTileRow, ganttTiles } from '../../core/report/ganttGeometry.ts';
import type { PlanReport } from '../../core/report/planReport.ts';
import type { LegendEntry, Section, Sheet } from './paperDocument.ts';

/** On landscape A4, 104 weeks of 2 mm are the most that stay readable. */
const weeksPerPage = 104;
/** Millimetres for rows and contract lanes on a page, under its heading, caption and axis and above the legend; as in `gantt.typ`. */
const drawingHeight = 113;
const rowHeight = 4.5;
const laneHeight = 4.2;
const fewestRows = 8;
/** Up to here every wave gets a row of its own; otherwise waves share rows, each with its number in its bar. */
const sheetsWithOwnRows = 2;
/** A character of a bar's label at 7 pt, in millimetres, generously. */
const characterWidth = 1.35;

export function ganttSection(report: PlanReport, t: Translator, kind: 'plan' | 'council'): Section | null {
  const lanes = Math.max(0, ...ganttTiles(report, { rowsPerPage: 1_000_000, weeksPerPage, waves: 'none' }).map(({ contractLanes }) => contractLanes));
  const rowsPerPage = Math.max(fewestRows, Math.floor((drawingHeight - lanes * laneHeight) / rowHeight));
  const tilesWith = (waves: GanttFrame['waves']) => ganttTiles(report, { rowsPerPage, weeksPerPage, waves });
  const ownRows = kind === 'council' ? [] : tilesWith('rows');
  const tiles = ownRows.length > 0 && ownRows.length <= sheetsWithOwnRows ? ownRows : tilesWith('lanes');
  if (tiles.length === 0) return null;
  const legend: LegendEntry[] = [
    { mark: 'gate', text: t.translate('report.gantt.gate') },
    ...(report.decisions.length === 0
      ? []
      : ([
          { mark: 'flag', text: t.translate('report.gantt.decideBy') },
          { mark: 'diamond', text: t.translate('report.gantt.endsOn') },
        ] satisfies LegendEntry[])),
    ...(report.freezes.length === 0 ? [] : ([{ mark: 'frozen', text: t.translate('report.gantt.freeze') }] satisfies LegendEntry[])),
  ];
  return {
    title: t.translate('report.section.gantt'),
    landscape: true,
    newPage: true,
    blocks: [{ kind: 'gantt', tiles: tiles.map((tile, index) => sheet(tile, index, tiles.length, report, t)), legend, note: t.translate('report.gantt.note') }],
  };
}

function sheet(tile: GanttTile, index: number, count: number, report: PlanReport, t: Translator): Sheet {
  const from = fromDayNumber(tile.firstDay);
  const to = fromDayNumber(tile.lastDay);
  const params = { sheet: index + 1, sheets: count, from, to, first: tile.rows[0]?.trackName ?? '', last: tile.rows.at(-1)?.trackName ?? '' };
  return {
    caption: t.translate(tile.days === 0 ? 'report.gantt.captionNoDates' : count === 1 ? 'report.gantt.caption' : 'report.gantt.captionSheet', params),
    alt: `${t.translate('report.gantt.alt', params)} ${tile.rows
      .filter((row) => row.kind === 'track' && row.bars.length > 0)
      .map((row) => row.trackName)
      .join('; ')}`,
    isLast: index === count - 1,
    days: tile.days,
    lanes: tile.contractLanes,
    rows: tile.rows.map((row) => ({
      kind: row.kind,
      hue: row.track,
      ...rowText(row, t),
      bars: row.bars.map(({ kind, from: start, to: end, isPilot, done, number, accounts }) => {
        const short = number === null ? '' : t.number(number);
        const long = number === null ? '' : `${short} · ${t.number(accounts)}`;
        return { kind, from: start, to: end, isPilot, done, short, shortWidth: short.length * characterWidth, long, longWidth: long.length * characterWidth };
      }),
      gates: row.gates.map(({ at }) => at),
    })),
    years: tile.years.map(({ from: start, to: end, year }) => ({ from: start, to: end, text: String(year) })),
    months: tile.months.map(({ from: start, to: end, month }) => ({ from: start, to: end, text: t.translate(`common.monthShort.${month}`) })),
    weeks: tile.weeks.map(({ from: start, week }) => ({ from: start, week, text: String(week).padStart(2, '0') })),
    weeksText: t.translate('report.gantt.weeks'),
    freezes: tile.freezes.map(({ from: start, to: end, rows }) => ({ from: start, to: end, rows })),
    contracts: tile.contracts.map(({ runs, ...mark }) => ({ ...mark, text: runs.map((run) => runText(run, t)).join(', ') })),
    contractsText: t.translate('report.gantt.contracts'),
    today: tile.today,
    todayText: t.translate('report.gantt.today', { date: report.today }),
  };
}

function runText([first, last]: readonly [number, number], t: Translator): string {
  const text = (number: number) => t.translate('report.contractNumber', { number });
  return first === last ? text(first) : `${text(first)}${last === first + 1 ? ', ' : '–'}${text(last)}`;
}

function rowText(row: GanttTileRow, t: Translator): { text: string; note: string } {
  switch (row.kind) {
    case 'track':
      return { text: row.trackName, note: row.isRepeated ? t.translate('report.gantt.continued') : '' };
    case 'phase':
      return { text: t.translate(`common.phase.${row.phase ?? 'assess'}`), note: '' };
    case 'wave':
      return { text: t.translate('report.wave', { number: row.waveNumber ?? 0 }), note: t.translate('common.accounts', { accounts: row.accounts }) };
    case 'waves':
      return row.waves === 0
        ? { text: '', note: '' }
        : { text: t.translate('report.gantt.waves', { waves: row.waves }), note: t.translate('common.accounts', { accounts: row.accounts }) };
  }
}
