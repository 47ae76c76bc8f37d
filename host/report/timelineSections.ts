import type { Translator } from '../../core/i18n/translate.ts';
import type { PlanReport, ReportStates, WaveRow } from '../../core/report/planReport.ts';
import { tracksWithAccounts } from '../../core/report/quarterRows.ts';
import { niceScale } from '../../core/report/scale.ts';
import { listOf } from './coverPage.ts';
import { left, right } from './inventorySections.ts';
import type { Block, Cell, Mark, Row, Section } from './paperDocument.ts';

/** Phases and waves of every track, contract decisions, gates and freezes. */
export function timelineSection(report: PlanReport, t: Translator, kind: 'plan' | 'council'): Section {
  const blocks: Block[] = [
    {
      kind: 'text',
      text: t.translate(report.figures.finishesOn === null ? 'report.timeline.leadNoDates' : 'report.timeline.lead', {
        waves: report.figures.waves,
        tracks: report.figures.tracks,
        start: report.figures.startsOn,
        finish: report.figures.finishesOn ?? '',
      }),
    },
  ];
  if (report.tracks.length > 0) blocks.push(kind === 'plan' ? phasesAndWaves(report, t) : tracksTable(report, t));
  blocks.push(...decisionBlocks(report, t), ...gateBlocks(report, t), ...freezeBlocks(report, t));
  return { title: t.translate('report.section.timeline'), landscape: false, newPage: true, blocks };
}

function phasesAndWaves(report: PlanReport, t: Translator): Block {
  const rows = report.tracks.flatMap((track): Row[] => [
    {
      group: track.name,
      hue: track.key,
      note: [
        track.waves.length === 0 ? '' : t.translate('report.waveCount', { waves: track.waves.length, accounts: track.accounts }),
        dates(track.startsOn, track.finishesOn, t),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    },
    ...track.phases.filter(({ phase }) => phase !== 'parallelRun' && phase !== 'switchOff').map((phase) => phaseRow(phase, t)),
    ...track.waves.map(
      (wave): Row => [
        {
          text: t.translate(wave.isPilot ? 'report.pilotWave' : 'report.wave', { number: wave.number }),
          ...(wave.states.migrated + wave.states.problem > 0 ? { mark: waveMark(wave.states, wave.accounts) } : {}),
        },
        unitNames(wave, t),
        t.number(wave.accounts),
        dates(wave.startsOn, wave.finishesOn, t),
        weeks(wave.startsOn, wave.finishesOn, t),
      ],
    ),
    ...track.phases.filter(({ phase }) => phase === 'parallelRun' || phase === 'switchOff').map((phase) => phaseRow(phase, t)),
  ]);
  return {
    kind: 'table',
    caption: t.translate('report.waves.caption'),
    columns: [left(t, 'phaseOrWave', 33), left(t, 'units', 0), right(t, 'accounts', 15), left(t, 'dates', 42), left(t, 'isoWeeks', 28)],
    rows,
  };
}

export function tracksTable(report: PlanReport, t: Translator): Block {
  return {
    kind: 'table',
    caption: t.translate('report.tracks.caption'),
    columns: [left(t, 'track', 44), left(t, 'replacements', 0), right(t, 'waves', 14), right(t, 'accountMoves', 18), left(t, 'dates', 42)],
    rows: report.tracks.map(
      (track): Row => [
        { text: track.name, hue: track.key },
        listOf(track.replacements, 3, t),
        track.waves.length === 0 ? '–' : t.number(track.waves.length),
        track.waves.length === 0 ? '–' : t.number(track.accounts),
        dates(track.startsOn, track.finishesOn, t),
      ],
    ),
  };
}

function phaseRow(phase: PlanReport['tracks'][number]['phases'][number], t: Translator): Row {
  return [
    t.translate(`common.phase.${phase.phase}`),
    t.translate('report.workingDays', { days: phase.workingDays }),
    '',
    dates(phase.startsOn, phase.finishesOn, t),
    weeks(phase.startsOn, phase.finishesOn, t),
  ];
}

/** The first units by accounts, and how many more. */
function unitNames(wave: WaveRow, t: Translator): string {
  return listOf(
    [...wave.units].sort((a, b) => b.accounts - a.accounts).map(({ name }) => name),
    3,
    t,
  );
}

export function waveMark(states: ReportStates, accounts: number): Mark {
  if (states.problem > 0) return 'problem';
  if (states.migrated + states.exception >= accounts && accounts > 0) return 'done';
  return states.migrated > 0 ? 'running' : 'planned';
}

function decisionBlocks(report: PlanReport, t: Translator): Block[] {
  if (report.decisions.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: t.translate('report.decisions.title') },
    {
      kind: 'table',
      caption: t.translate('report.decisions.caption'),
      columns: [
        left(t, 'number', 9),
        left(t, 'contract', 0),
        left(t, 'renewal', 47),
        right(t, 'annualCost', 28),
        left(t, 'decideBy', 24),
        left(t, 'endsOn', 21),
      ],
      rows: report.decisions.map(
        (decision): Row => [
          t.translate('report.contractNumber', { number: decision.number }),
          { text: decision.name, ...(decision.supplier === '' ? {} : { note: decision.supplier }) },
          decision.renewal === null ? t.translate('common.unknown') : t.translate(`common.renewal.${decision.renewal}`),
          decision.annualCostCents === null ? t.translate('common.unknown') : t.money(decision.annualCostCents, 'bare'),
          { text: t.date(decision.decideBy), ...(decision.isPast ? { note: t.translate('report.decisions.past') } : { strong: true }) },
          t.date(decision.endsOn),
        ],
      ),
    },
  ];
}

function gateBlocks(report: PlanReport, t: Translator): Block[] {
  if (report.gates.length === 0) return [];
  const rows = report.gates.map((gate): Row => {
    const evidence: string[] = gate.evidence.map((text, index) => `${index + 1}. ${text[t.locale]}`);
    const cell: Cell = evidence.length === 0 ? t.translate('report.gates.noEvidence') : evidence.join('\n');
    const source =
      gate.source === null
        ? ''
        : `${gate.source.title}, ${gate.source.publisher}${gate.confidence === null ? '' : ` (${t.translate(`common.confidence.${gate.confidence}`)})`}`;
    return [
      gate.on === null ? t.translate('report.noDate') : t.date(gate.on),
      { text: gate.trackName, hue: gate.track },
      { text: gate.name, note: t.translate('report.gates.after', { phase: gate.after }) },
      gate.reason === null
        ? cell
        : { text: cell, note: source === '' ? gate.reason[t.locale] : t.translate('report.gates.reason', { reason: gate.reason[t.locale], source }) },
    ];
  });
  return [
    { kind: 'heading', level: 2, text: t.translate('report.gates.title') },
    { kind: 'text', text: t.translate('report.gates.lead') },
    {
      kind: 'table',
      caption: t.translate('report.gates.caption'),
      columns: [left(t, 'day', 22), left(t, 'track', 34), left(t, 'gate', 42), left(t, 'evidence', 0)],
      rows,
    },
  ];
}

function freezeBlocks(report: PlanReport, t: Translator): Block[] {
  if (report.freezes.length === 0) return [];
  const names = new Map<string, string>(report.tracks.map(({ trackId, name }) => [trackId, name]));
  return [
    { kind: 'heading', level: 2, text: t.translate('report.freezes.title') },
    {
      kind: 'table',
      caption: t.translate('report.freezes.caption'),
      columns: [left(t, 'freeze', 0), left(t, 'tracks', 60), left(t, 'dates', 44)],
      rows: report.freezes.map(
        (freeze): Row => [
          { text: freeze.name, mark: 'frozen' },
          freeze.trackId === null ? t.translate('report.allTracks') : (names.get(freeze.trackId) ?? freeze.trackId),
          dates(freeze.startsOn, freeze.finishesOn, t),
        ],
      ),
    },
  ];
}

/** Accounts by quarter and track, by wave, and what has been done so far. */
export function accountsSection(report: PlanReport, t: Translator): Section {
  const tracks = tracksWithAccounts(report.tracks);
  const blocks: Block[] = [
    { kind: 'text', text: t.translate('report.accounts.lead', { accounts: report.figures.accounts, moves: report.figures.moves, tracks: tracks.length }) },
  ];
  if (report.quarters.length > 0) {
    const largest = Math.max(...report.quarters.map(({ total }) => total));
    const peak = report.quarters.find(({ total }) => total === largest) as PlanReport['quarters'][number];
    const peakName = t.translate('common.quarter', { quarter: peak.quarter, year: peak.year });
    const scale = niceScale(0, largest);
    const everyOther = Math.ceil(report.quarters.length / 14);
    blocks.push({
      kind: 'bars',
      caption: t.translate('report.accounts.chartCaption', { quarter: peakName, accounts: largest }),
      alt: t.translate('report.accounts.chartAlt', {
        quarters: report.quarters.map(({ quarter, year, total }) => `${t.translate('common.quarterShort', { quarter, year })}: ${t.number(total)}`).join('; '),
      }),
      unit: t.translate('report.accounts.unit'),
      from: scale.from,
      to: scale.to,
      ticks: scale.ticks.map((value) => ({ value, text: t.number(value) })),
      groups: report.quarters.map(({ quarter, year, byTrack, total }, index) => ({
        text: index % everyOther === 0 ? t.translate('common.quarterShort', { quarter, year }) : '',
        total: total > 0 && everyOther === 1 ? t.number(total) : '',
        stay: null,
        parts: byTrack.map((value, column) => ({ hue: tracks[column]?.key ?? '', value })),
      })),
      legend: tracks.map(({ key, name }) => ({ hue: key, text: name })),
    });
    // A track's name over a narrow column of figures: at most eight columns fit a page.
    for (let from = 0; from < tracks.length; from += 8) {
      const columns = tracks.slice(from, from + 8);
      const isLast = from + 8 >= tracks.length;
      blocks.push({
        kind: 'table',
        caption: t.translate('report.accounts.tableCaption'),
        columns: [
          left(t, 'quarter', 24),
          ...columns.map(({ name }) => ({ head: name, align: 'right' as const, width: 0 })),
          ...(isLast ? [right(t, 'sum', 16)] : []),
        ],
        rows: [
          ...report.quarters.map(
            ({ quarter, year, byTrack, total }): Row => [
              t.translate('common.quarterShort', { quarter, year }),
              ...columns.map((_, index) => zeroAsDash(byTrack[from + index] ?? 0, t)),
              ...(isLast ? [t.number(total)] : []),
            ],
          ),
          {
            total: [
              t.translate('common.total'),
              ...columns.map((_, index) => t.number(report.quarters.reduce((sum, { byTrack }) => sum + (byTrack[from + index] ?? 0), 0))),
              ...(isLast ? [t.number(report.quarters.reduce((sum, { total }) => sum + total, 0))] : []),
            ],
          },
        ],
      });
    }
  }
  const withStates = report.tracks.filter(({ states }) => states !== null);
  if (withStates.length > 0) {
    blocks.push({ kind: 'heading', level: 2, text: t.translate('report.status.title', { date: report.today }) });
    blocks.push({
      kind: 'table',
      caption: t.translate('report.status.caption'),
      columns: [
        left(t, 'track', 0),
        right(t, 'accounts', 19),
        right(t, 'plannedByToday', 25),
        right(t, 'migrated', 22),
        right(t, 'problem', 19),
        right(t, 'exception', 20),
        right(t, 'planned', 19),
      ],
      rows: withStates.map(
        ({ key, name, accounts, plannedByToday, states }): Row => [
          { text: name, hue: key },
          t.number(accounts),
          t.number(plannedByToday),
          t.number(states?.migrated ?? 0),
          zeroAsDash(states?.problem ?? 0, t),
          zeroAsDash(states?.exception ?? 0, t),
          t.number(states?.planned ?? 0),
        ],
      ),
    });
  }
  return { title: t.translate('report.section.accounts'), landscape: false, newPage: true, blocks };
}

export const zeroAsDash = (count: number, t: Translator): string => (count === 0 ? '–' : t.number(count));

function dates(startsOn: WaveRow['startsOn'], finishesOn: WaveRow['finishesOn'], t: Translator): string {
  return startsOn === null || finishesOn === null ? t.translate('report.noDate') : t.dateRange(startsOn, finishesOn);
}

function weeks(startsOn: WaveRow['startsOn'], finishesOn: WaveRow['finishesOn'], t: Translator): string {
  return startsOn === null || finishesOn === null ? '' : t.isoWeekRange(startsOn, finishesOn);
}
