import type { SoftwareRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { ReadReport } from '../readReport.ts';
import { textLimit } from '../rowReader.ts';
import type { SourceFile } from '../sourceFile.ts';

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
    version: versionAlone(find.version ?? '', rawName).slice(0, textLimit),
    installations: find.installations ?? 1,
    device: find.device || null,
    unitName: find.unitName || null,
  };
}

/** Counts an entry that is no find, with the reason. */
export function leaveOutFind(report: ReadReport, messageKey: string): void {
  report.countRow();
  report.leaveOut(messageKey);
}

/**
 * The machine of a list that is of one machine but does not name it. Without one its thousands of packages would count
 * as a list of the whole administration's software, so the file stands for the machine.
 */
export function machineOf(source: SourceFile): string {
  return source.name.slice(0, textLimit) || '1';
}

/** Some installers write `Greenshot 1.2.10.6` as the version of Greenshot. */
function versionAlone(version: string, rawName: string): string {
  const isRepeated = version.length > rawName.length + 1 && version.startsWith(`${rawName} `) && /^v?\d/i.test(version.slice(rawName.length + 1));
  return isRepeated ? version.slice(rawName.length + 1) : version;
}
