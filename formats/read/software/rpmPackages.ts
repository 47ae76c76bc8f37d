import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader } from '../reader.ts';
import { readTextLines } from '../textLines.ts';
import { leaveOutFind, machineOf, softwareRecord } from './softwareFind.ts';
import { findTabbedColumns, type TabbedForm } from './tabbedPackages.ts';

const architectures = new Set(
  'noarch x86_64 x86_64_v2 x86_64_v3 i386 i486 i586 i686 athlon aarch64 armv7hl ppc64 ppc64le s390 s390x ia64 riscv64 loongarch64 src nosrc (none)'.split(' '),
);
/** The vendor's place in the output of inventory agents: name, architecture, version, day, size, vendor, summary, group. */
const vendorColumn = 5;
const form: TabbedForm = {
  name: /^[A-Za-z0-9][\w.+-]*$/,
  version: /^\d[\w.+~^:]*(?:-[\w.+~^]+)?$|^[\w.+~^:]+-\d[\w.+~^]*$/,
  architectures,
  status: null,
  vendorAt: (columns) => (columns > vendorColumn ? vendorColumn : null),
};

/** Packages of one machine with RPM: `rpm -qa`, with or without architectures or days, or a query with tabs between the columns. */
export const rpmPackages: Reader = {
  id: 'rpmPackages',
  nameKey: 'format.rpmPackages',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const lines = sample.text.split('\n').slice(0, sample.isWhole ? 200 : -1);
    const found = lines.filter((line) => line.trim() !== '').map(splitName);
    const named = found.filter((name) => name !== null);
    const withArchitecture = named.filter((name) => name.hasArchitecture).length;
    const isPlain = found.length >= 3 && named.length >= found.length * 0.95;
    const columns = isPlain ? null : findTabbedColumns(sample.text, sample.isWhole, form);
    const isTabbed = columns?.isSure === true;
    return {
      confidence: isPlain ? (withArchitecture >= found.length * 0.8 ? 0.95 : 0.7) : isTabbed ? 0.93 : 0,
      seen: { messageKey: isTabbed ? 'format.seen.rpmQuery' : 'format.seen.rpmList', params: {} },
    };
  },
  async *read(source, sample, options, report) {
    const machine = machineOf(source);
    const columns = findTabbedColumns(sample.text, sample.isWhole, form);
    yield* readTextLines<ImportRecord>(source, sample, options, report, (emit) => ({
      line: (line, row) => {
        if (line.trim() === '') return;
        const cells = line.split('\t').map((cell) => cell.trim());
        const tabbed = columns && cells.length > columns.version ? { name: cells[0] ?? '', version: cells[columns.version] ?? '' } : null;
        const found = tabbed ?? splitName(line);
        if (!found) {
          report.countRow();
          return report.skip('issue.lineUnreadable', { found: line.trim().slice(0, 60) }, { row });
        }
        if (found.name === 'gpg-pubkey') return leaveOutFind(report, 'skip.signingKey');
        const vendor = columns?.vendor ? (cells[columns.vendor] ?? '') : '';
        const publisher = vendor === '(none)' ? '' : vendor;
        const record = softwareRecord({ row, rawName: found.name, version: found.version, publisher, device: machine }, 'NAME', report);
        if (record) emit(record);
      },
    }));
  },
};

/** `name-version-release.architecture`, taken apart from the right, since names hold hyphens and versions points. */
function splitName(line: string): { readonly name: string; readonly version: string; readonly hasArchitecture: boolean } | null {
  // `rpm -qa --last` puts the day of the installation behind blanks.
  const [whole = '', rest] = line.trim().split(/\s{2,}/, 2);
  if (/\s/.test(whole) || (rest !== undefined && !/\d{4}/.test(rest))) return null;
  const dot = whole.lastIndexOf('.');
  const hasArchitecture = dot > 0 && architectures.has(whole.slice(dot + 1));
  const parts = /^([A-Za-z0-9][\w.+-]*)-([\w.+~^:]+)-([\w.+~^]+)$/.exec(hasArchitecture ? whole.slice(0, dot) : whole);
  if (!parts) return null;
  const [, name = '', version = '', release = ''] = parts;
  const isSure = /[A-Za-z]/.test(name) && (hasArchitecture || name === 'gpg-pubkey' || (/^\d/.test(version) && /^\d/.test(release)));
  return isSure ? { name, version: `${version}-${release}`, hasArchitecture } : null;
}
