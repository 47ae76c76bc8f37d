import type { SoftwareRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { ReadReport } from '../readReport.ts';
import { readLine } from '../textCell.ts';
import { leaveOutFind, softwareRecord } from './softwareFind.ts';

export type SbomComponent = {
  readonly row: number;
  /** What the file as a whole describes. */
  readonly isMain: boolean;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  /** What a bill of materials of a running machine says where it found the component; empty elsewhere. */
  readonly category: string;
};

const productTypes = new Set(['application', 'operating-system']);
const noProductTypes = new Set(['device', 'device-driver', 'firmware', 'file', 'data', 'cryptographic-asset', 'machine-learning-model']);
const programCategories = new Set(
  'windows_programs programs apps deb_packages rpm_packages portage_packages pacman_packages snap_packages flatpak_packages chocolatey_packages homebrew_packages'.split(
    ' ',
  ),
);

/**
 * The record of a component of a CycloneDX file, or null where it is no installed product; the report then has the reason.
 *
 * A bill of materials lists what a product is made of. Nobody installs, buys or replaces the 80 libraries inside it, so
 * only the product that the file describes and components that are applications themselves count. A bill of a running
 * machine (cdxgen with osquery) calls everything a library and says in a property where it found it; there exactly the
 * programs and packages count, and their names are written with plus signs, `Docker+Desktop`.
 *
 * Example: in the bill of a web application with 70 libraries one component counts, the web application.
 */
export function sbomRecord(component: SbomComponent, machine: string, report: ReadReport): SoftwareRecord | null {
  const { row, isMain, type, category, version, publisher } = component;
  const isOfMachine = category !== '';
  const isProduct = isOfMachine ? programCategories.has(category) : isMain ? !noProductTypes.has(type) : productTypes.has(type);
  if (!isProduct) {
    leaveOutFind(report, isOfMachine || noProductTypes.has(type) ? 'skip.notSoftware' : 'skip.libraryInProgram');
    return null;
  }
  const rawName = isOfMachine ? decodeName(component.name, category) : component.name;
  return softwareRecord({ row, rawName, version, publisher, device: isOfMachine ? machine : null }, 'name', report);
}

/** A service that another provider runs is a product; one without a provider is a part of the program that is described. */
export function sbomServiceRecord(
  service: { readonly row: number; readonly name: string; readonly version: string; readonly provider: string },
  report: ReadReport,
): SoftwareRecord | null {
  if (service.provider === '') {
    leaveOutFind(report, 'skip.serviceWithoutProvider');
    return null;
  }
  return softwareRecord({ row: service.row, rawName: service.name, version: service.version, publisher: service.provider }, 'name', report);
}

/**
 * cdxgen writes blanks as plus signs and leaves real plus signs as they are: `Notepad+++(64-bit)` is `Notepad++ (64-bit)`.
 * The names of packages have no blanks, so there every sign is real.
 */
function decodeName(name: string, category: string): string {
  const isPackage = category.endsWith('_packages');
  const text = isPackage || name.includes(' ') ? name : name.replaceAll(/\+(?=[^+])/g, ' ');
  try {
    return readLine(decodeURIComponent(text));
  } catch {
    return text.trim();
  }
}
