import { fromDayNumber } from '../../core/domain/calendar.ts';
import type { Translator } from '../../core/i18n/translate.ts';
import type { BaselineSpan } from './baselineSpans.ts';
import type { ChartBar, ChartNode } from './chartRows.ts';

/** What a row is called at the left of the chart. */
export function rowName(node: ChartNode, t: Translator): string {
  if (node.kind === 'phase' && node.phase !== null) return t.translate(`common.phase.${node.phase}`);
  if (node.kind !== 'wave') return node.name ?? '';
  const wave = t.translate(node.isPilot ? 'timelinePage.pilotWave' : 'timelinePage.wave', { number: node.number ?? 0 });
  return node.name === null ? wave : t.translate('timelinePage.trackWave', { name: node.name, wave });
}

/** What the chart shows of a row, for those who do not see it. */
export function rowSentence(node: ChartNode, t: Translator): string {
  if (node.first === null || node.last === null) return t.translate('timelinePage.row.noDates');
  const dates = t.dateRange(fromDayNumber(node.first), fromDayNumber(node.last));
  return t.translate(node.isCritical ? 'timelinePage.row.critical' : 'timelinePage.row.dates', { dates });
}

/** A row read as a whole: its name, its accounts with their word, and its days once. */
export function spokenRow(name: string, accounts: number, sentence: string, t: Translator): string {
  return [name, ...(accounts > 0 ? [t.translate('common.accounts', { accounts })] : []), sentence].join(', ');
}

/** The same beside the days that were approved. */
export function comparedSentence(node: ChartNode, approved: BaselineSpan | null, t: Translator): string {
  const sentence = rowSentence(node, t);
  const difference = baselineSentence(node, approved, t);
  return difference === null ? sentence : t.translate(node.last === null ? 'baseline.row.undated' : 'baseline.row', { planned: sentence, difference });
}

/** The approved days of a row, and by how much it now ends later or earlier; null for rows without days of their own. */
export function baselineSentence(node: ChartNode, approved: BaselineSpan | null, t: Translator): string | null {
  if (node.kind === 'unit') return null;
  if (approved === null) return t.translate('baseline.row.added');
  const dates = t.dateRange(fromDayNumber(approved.first), fromDayNumber(approved.last));
  if (node.last === null) return t.translate('baseline.row.was', { dates });
  return t.translate('baseline.row.approved', { dates, shift: shiftWords(node.last - approved.last, t) });
}

/** A difference of days in words. */
export function shiftWords(days: number, t: Translator): string {
  return t.translate('baseline.shift', { days: Math.abs(days), direction: days < 0 ? 'earlier' : days > 0 ? 'later' : 'same' });
}

/** What a bar says under the pointer; made when it is asked for, because a chart has thousands of them. */
export function barTitle(node: ChartNode, bar: Pick<ChartBar, 'first' | 'last' | 'accounts' | 'number'>, t: Translator): string {
  const wave = bar.number !== null && node.kind !== 'wave' ? t.translate('timelinePage.wave', { number: bar.number }) : null;
  return [
    ...[rowName(node, t), wave].filter((part) => part !== null),
    t.dateRange(fromDayNumber(bar.first), fromDayNumber(bar.last)),
    ...(bar.accounts > 0 ? [t.translate('common.accounts', { accounts: bar.accounts })] : []),
  ].join(' · ');
}

/** The wave's number and its accounts as far as there is room, in pixels; empty where there is none. */
export function barText(bar: ChartBar, width: number, t: Translator): string {
  if (bar.kind !== 'wave') return '';
  const number = bar.number === null ? null : String(bar.number);
  const accounts = t.number(bar.accounts);
  const long = number === null ? accounts : `${number} · ${accounts}`;
  if (width >= long.length * figureWidth + padding) return long;
  return number !== null && width >= number.length * figureWidth + padding ? number : '';
}

const figureWidth = 6.6;
const padding = 8;
