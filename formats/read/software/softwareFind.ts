import type { SoftwareRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { ReadReport } from '../readReport.ts';
import { textLimit } from '../rowReader.ts';
import type { SourceFile } from '../sourceFile.ts';
import { cutText, readLine } from '../textCell.ts';

/** What a reader that is no table has found of one program. */
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
  const { row } = find;
  const rawName = readLine(find.rawName);
  const lineOf = (text: string | null | undefined): string => cutText(readLine(text ?? ''), textLimit);
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
    publisher: lineOf(find.publisher),
    version: versionAlone(lineOf(find.version), rawName),
    installations: find.installations ?? 1,
    device: lineOf(find.device) || null,
    unitName: lineOf(find.unitName) || null,
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
  return cutText(readLine(source.name), textLimit) || '1';
}

/** Some installers write `Greenshot 1.2.10.6` as the version of Greenshot. */
function versionAlone(version: string, rawName: string): string {
  const isRepeated = version.length > rawName.length + 1 && version.startsWith(`${rawName} `) && /^v?\d/i.test(version.slice(rawName.length + 1));
  return isRepeated ? version.slice(rawName.length + 1) : version;
}
