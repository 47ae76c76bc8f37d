import type { ReportItem } from './planReport.ts';

/** The part of a translator that joins sentences; written out because view models know no language. */
export type Sentences = { translate(key: string, params?: Readonly<Record<string, string | number>>): string; has(key: string): boolean };

/** Why an item's row says what it says, in sentences: the rules' reasons, then the person's note, then what blocks it. */
export function reasonText(item: Pick<ReportItem, 'reasons' | 'isOverridden' | 'note' | 'blockers'>, t: Sentences): string {
  const blockers = item.blockers.map((blocker) => (t.has(`common.blocker.${blocker}`) ? t.translate(`common.blocker.${blocker}`) : blocker));
  const note = item.note.trim().replace(/\.$/, '');
  return [
    ...item.reasons.map(({ messageKey, params }) => t.translate(messageKey, params)),
    ...(item.isOverridden ? [note === '' ? t.translate('report.mapping.byHand') : t.translate('report.mapping.byHandNote', { note })] : note === '' ? [] : [`${note}.`]),
    ...(blockers.length === 0 ? [] : [t.translate('report.mapping.blockers', { blockers: blockers.join(', ') })]),
  ].join(' ');
}
