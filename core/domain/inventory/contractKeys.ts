import type { ContractRecord, LicenceRecord } from './importRecords.ts';

/**
 * Keys by which a source's contracts are known again: the number that its tool gave them, else what they are called, by
 * whom they are and when they run, counted where even that comes twice.
 *
 * Example: two seats of `Office` without number, supplier and dates have the keys `name Office||| 1` and `name Office||| 2`.
 */
export function contractKeys(records: readonly (LicenceRecord | ContractRecord)[]): string[] {
  const occurrences = new Map<string, number>();
  return records.map((record) => {
    const base = record.key === null ? `name ${record.name}|${record.supplier}|${startOf(record) ?? ''}|${endOf(record) ?? ''}` : `key ${record.key}`;
    const occurrence = (occurrences.get(base) ?? 0) + 1;
    occurrences.set(base, occurrence);
    return record.key !== null && occurrence === 1 ? base : `${base} ${occurrence}`;
  });
}

/**
 * First day of the term that the record speaks of, of a licence the day on which it was bought; null where the file does
 * not say it.
 *
 * Example: a licence bought on 2026-01-15 starts on that day, as does a contract whose term starts on it.
 */
export function startOf(record: LicenceRecord | ContractRecord) {
  return record.kind === 'licence' ? record.purchasedOn : record.startsOn;
}

/**
 * Last day of the term that the record speaks of, of a licence the day on which it expires, else the one on which it is
 * given up; null where the file says neither.
 *
 * Example: a licence that is given up on 2026-06-30 ends on that day, and on 2026-12-31 where it also expires then.
 */
export function endOf(record: LicenceRecord | ContractRecord) {
  return record.kind === 'licence' ? (record.expiresOn ?? record.terminatesOn) : record.endsOn;
}
