import type { IsoDate } from '../../core/domain/calendar.ts';
import type { Translator } from '../../core/i18n/translate.ts';
import type { PlanReport } from '../../core/report/planReport.ts';
import { reasonText } from '../../core/report/reasonText.ts';
import { type CsvCell, csvDialect, writeCsv } from './writeCsv.ts';

/** Phases, waves and gates, one a row. */
export function writeTasksCsv(report: PlanReport, t: Translator): Uint8Array {
  return writeCsv({ columns: taskColumns.map((key) => t.translate(`export.column.${key}`)), rows: taskRows(report, t) }, csvDialect(t.locale));
}

const taskColumns = [
  'track',
  'kind',
  'number',
  'name',
  'startsOn',
  'finishesOn',
  'isoWeekStart',
  'isoWeekFinish',
  'workingDays',
  'accounts',
  'units',
  'migrated',
] as const;

function taskRows(report: PlanReport, t: Translator): CsvCell[][] {
  const day = (date: IsoDate | null): CsvCell => (date === null ? null : { date });
  const week = (date: IsoDate | null): CsvCell => (date === null ? null : t.isoWeek(date));
  return report.tracks.flatMap((track) => [
    ...track.phases.map((phase): CsvCell[] => [
      track.name,
      t.translate('export.kind.phase'),
      null,
      t.translate(`common.phase.${phase.phase}`),
      day(phase.startsOn),
      day(phase.finishesOn),
      week(phase.startsOn),
      week(phase.finishesOn),
      { number: phase.workingDays },
      null,
      null,
      null,
    ]),
    ...track.waves.map((wave): CsvCell[] => [
      track.name,
      t.translate('export.kind.wave'),
      { number: wave.number },
      t.translate(wave.isPilot ? 'report.pilotWave' : 'report.wave', { number: wave.number }),
      day(wave.startsOn),
      day(wave.finishesOn),
      week(wave.startsOn),
      week(wave.finishesOn),
      null,
      { number: wave.accounts },
      wave.units.map(({ name, accounts }) => `${name} (${t.number(accounts)})`).join(', '),
      { number: wave.states.migrated },
    ]),
    ...report.gates
      .filter(({ trackId }) => trackId === track.trackId)
      .map((gate): CsvCell[] => [
        track.name,
        t.translate('export.kind.gate'),
        null,
        gate.name,
        day(gate.on),
        day(gate.on),
        week(gate.on),
        week(gate.on),
        { number: 0 },
        null,
        null,
        null,
      ]),
  ]);
}

const mappingColumns = [
  'item',
  'vendor',
  'track',
  'installations',
  'seats',
  'accounts',
  'annualCost',
  'strategy',
  'replacement',
  'reasons',
  'supportEnds',
  'supportRelease',
  'supportSource',
] as const;

/** Items with what becomes of them, one a row. */
export function writeMappingCsv(report: PlanReport, t: Translator): Uint8Array {
  const names = new Map<string, string>(report.tracks.map(({ key, name }) => [key, name]));
  const supports = new Map(report.supports.map((support) => [support.itemId, support]));
  return writeCsv(
    {
      columns: mappingColumns.map((key) => t.translate(`export.column.${key}`)),
      rows: report.items.map((item) => [
        item.itemName,
        item.vendor,
        item.track === null ? null : (names.get(item.track) ?? t.translate(`common.track.${item.track}`)),
        { number: item.installations },
        { number: item.seats },
        { number: item.accounts },
        item.annualCostCents === null ? null : { cents: item.annualCostCents },
        t.translate(`common.strategy.${item.strategy}`),
        item.replacementName,
        reasonText(item, t),
        ...supportCells(supports.get(item.itemId), t),
      ]),
    },
    csvDialect(t.locale),
  );
}

/** Nobody states an end: said, because an empty cell reads as endless. */
function supportCells(support: PlanReport['supports'][number] | undefined, t: Translator): CsvCell[] {
  if (support === undefined) return [t.translate('inventoryPage.support.unknown'), null, null];
  return [{ date: support.endsOn }, support.cycle, support.source];
}
