import type { SoftwareRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { ReadReport } from '../readReport.ts';
import { textLimit } from '../rowReader.ts';

/** What a reader that is no table has found of one program; texts are single lines already. */
export type SoftwareFind = {
  readonly row: number;
  readonly rawName: string;
  readonly publisher?: string;
  readonly version?: string;
  readonly installations?: number;
  readonly device?: string | null;
  readonly unitName?: string | null;
};

/** Counts the find in the report and gives its record; null where it has no name, or one that is none. */
export function softwareRecord(find: SoftwareFind, nameField: string, report: ReadReport): SoftwareRecord | null {
  const { row, rawName } = find;
  report.countRow();
  if (rawName === '') {
    report.skip('issue.cellMissing', {}, { row, field: nameField });
    return null;
  }
  if (rawName.length > textLimit) {
    report.skip('issue.textTooLong', { length: rawName.length, limit: textLimit }, { row, field: nameField });
    return null;
  }
  report.countRecord();
  return {
    kind: 'software',
    row,
    rawName,
    publisher: (find.publisher ?? '').slice(0, textLimit),
    version: (find.version ?? '').slice(0, textLimit),
    installations: find.installations ?? 1,
    device: find.device || null,
    unitName: find.unitName || null,
  };
}
