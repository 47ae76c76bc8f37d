import type { SoftwareRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { ReadReport } from '../readReport.ts';
import { cutText } from '../textCell.ts';
import { leaveOutFind, softwareRecord } from './softwareFind.ts';

export type SpdxPackage = {
  readonly row: number;
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  /** `APPLICATION`, `LIBRARY` and so on, in capitals; empty where the file does not say. */
  readonly purpose: string;
};

/** No name of an organisation is longer; the search for its end costs the square of the length. */
const supplierLimit = 2_000;
const productPurposes = new Set(['APPLICATION', 'OPERATING-SYSTEM', 'OPERATINGSYSTEM']);

/**
 * The record of a package of an SPDX file, or null where it is no installed product; the report then has the reason.
 *
 * The packages that the file says it describes count, and those whose purpose is to be an application or an operating
 * system; the others are parts of them. A file with a single package need not say that it describes it.
 *
 * Example: in a file that describes `examplemaven` and lists four libraries it uses, one package counts.
 */
export function spdxRecord(found: SpdxPackage, described: ReadonlySet<string>, isOnly: boolean, report: ReadReport): SoftwareRecord | null {
  const isProduct = described.has(found.id) || productPurposes.has(found.purpose) || (isOnly && described.size === 0);
  if (!isProduct) {
    leaveOutFind(report, 'skip.libraryInProgram');
    return null;
  }
  return softwareRecord({ row: found.row, rawName: spdxText(found.name), version: spdxText(found.version), publisher: found.publisher }, 'name', report);
}

/** Says what to do where a file neither describes a package nor says what its packages are for. */
export function warnOfMissingDescription(packages: readonly SpdxPackage[], described: ReadonlySet<string>, report: ReadReport): void {
  if (packages.length === 0) report.warn('issue.softwareNone');
  else if (packages.length > 1 && described.size === 0 && !packages.some((found) => productPurposes.has(found.purpose))) {
    report.warn('issue.sbomDescribesNothing');
  }
}

/** The name in `Organization: Example (mail@example.org)`. A person is nobody's vendor, and is not read. */
export function spdxOrganisation(text: string): string {
  return /^Organization:\s*(.*?)\s*(?:\([^()]*\))?$/i.exec(spdxText(cutText(text, supplierLimit)))?.[1] ?? '';
}

export function spdxText(text: string): string {
  return /^(?:NOASSERTION|NONE)$/.test(text) ? '' : text;
}
