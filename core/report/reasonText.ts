import type { ReportItem } from './planReport.ts';

/** The part of a translator that joins sentences; written out because view models know no language. */
export type Sentences = { translate(key: string, params?: Readonly<Record<string, string | number>>): string; has(key: string): boolean };

/** How many sentences of one kind a line of a table holds; a bundle of 25 programs has 25 reasons that read alike. */
const shortReasons = 2;

/**
 * Why an item's row says what it says, in sentences: the rules' reasons, then the person's note, then what blocks it.
 * Reasons that only repeat a blocker are left out. `short` says how many more there are where many read alike.
 */
export function reasonText(
  item: Pick<ReportItem, 'reasons' | 'isOverridden' | 'note' | 'blockers'>,
  t: Sentences,
  length: 'short' | 'whole' = 'whole',
): string {
  const blockers = item.blockers.map((blocker) => (t.has(`common.blocker.${blocker}`) ? t.translate(`common.blocker.${blocker}`) : blocker));
  const note = item.note.trim().replace(/\.$/, '');
  const reasons = item.reasons.filter(({ messageKey }) => blockers.length === 0 || !messageKey.endsWith('.blocker'));
  const shown: string[] = [];
  const counts = new Map<string, number>();
  for (const { messageKey, params } of reasons) {
    const count = (counts.get(messageKey) ?? 0) + 1;
    counts.set(messageKey, count);
    if (length === 'whole' || count <= shortReasons) shown.push(t.translate(messageKey, params));
  }
  const left = reasons.length - shown.length;
  return [
    ...shown,
    ...(left > 0 ? [t.translate('report.mapping.moreReasons', { count: left })] : []),
    ...(item.isOverridden
      ? [note === '' ? t.translate('report.mapping.byHand') : t.translate('report.mapping.byHandNote', { note })]
      : note === ''
        ? []
        : [`${note}.`]),
    ...(blockers.length === 0 ? [] : [t.translate('report.mapping.blockers', { blockers: blockers.join(', ') })]),
  ].join(' ');
}
