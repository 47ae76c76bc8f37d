import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { Reader } from '../reader.ts';
import { readTextLines } from '../textLines.ts';
import { leaveOutFind, machineOf, softwareRecord } from './softwareFind.ts';
import { findTabbedColumns, type TabbedForm } from './tabbedPackages.ts';

/** `ii  name:architecture  version  architecture  description`; the first letter is what is wanted, the second what is. */
const listLine = /^[uihrp]([ncHUFWti])[ R]?\s+(\S+)\s+(\S+)/;
/** `name/suite,now version architecture [installed,automatic]`, the words in brackets in the language of the machine. */
const aptLine = /^([a-z0-9][a-z0-9+.-]*)\/\S+ (\d\S*) \S+(?: \[(.*)\])?$/;
const dashLine = /^\+\+\+-(=+)/;
const form: TabbedForm = {
  name: /^[a-z0-9][a-z0-9+.-]*(?::[a-z0-9-]+)?$/,
  version: /^\d[\w.+:~-]*$/,
  architectures: new Set('all any amd64 i386 arm64 armhf armel mips mipsel mips64el ppc64el s390x riscv64 loong64 x32 hurd-i386 kfreebsd-amd64'.split(' ')),
  status: /^(?:(?:install|hold|deinstall|purge|unknown) (?:ok|reinstreq) [a-z-]+|[uihrp][ncHUFWti][ R]?)$/,
  vendorAt: () => null,
};
/** dpkg fits its columns to the screen; below this width of the first one it cuts names. */
const narrowName = 14;

/** Packages of one Debian or Ubuntu machine: `dpkg -l`, `apt list --installed`, or `dpkg-query -W` with tabs between the columns. */
export const dpkgPackages: Reader = {
  id: 'dpkgPackages',
  nameKey: 'format.dpkgPackages',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const lines = sample.text.split('\n', 200).filter((line) => line.trim() !== '');
    const isList = lines.some((line) => dashLine.test(line)) || (lines.length >= 3 && lines.every((line) => listLine.test(line)));
    const isApt = !isList && lines.length >= 3 && lines.filter((line) => aptLine.test(line)).length >= lines.length * 0.6;
    const columns = isList || isApt ? null : findTabbedColumns(sample.text, sample.isWhole, form);
    return {
      confidence: isList || isApt ? 0.95 : columns ? (columns.isSure ? 0.93 : 0.75) : 0,
      seen: { messageKey: isList ? 'format.seen.dpkgList' : isApt ? 'format.seen.aptList' : 'format.seen.dpkgQuery', params: {} },
    };
  },
  async *read(source, sample, options, report) {
    const machine = machineOf(source);
    const columns = findTabbedColumns(sample.text, sample.isWhole, form);
    const hasHead = /^\+\+\+-=/m.test(sample.text);
    yield* readTextLines<ImportRecord>(source, sample, options, report, (emit) => {
      let isInHead = hasHead && !columns;
      let nameWidth = 0;
      const cut = { count: 0, firstRow: 0 };
      return {
        line: (line, row) => {
          const dashes = dashLine.exec(line);
          if (dashes) {
            isInHead = false;
            nameWidth = (dashes[1] as string).length;
            return;
          }
          if (isInHead || line.trim() === '') return;
          const found = columns ? tabbedLine(line, columns.version, columns.status) : listedLine(line);
          // The sentence with which apt begins, and its warning to scripts.
          if (!found && row <= 4 && /(?:\.\.\.|…)$|^WARNING: apt/.test(line.trim())) return;
          if (!found) {
            report.countRow();
            return report.skip('issue.lineUnreadable', { found: line.trim().slice(0, 60) }, { row });
          }
          if (!found.isInstalled) return leaveOutFind(report, 'skip.packageRemoved');
          if (nameWidth === narrowName && found.name.length === narrowName) {
            cut.count++;
            cut.firstRow ||= row;
          }
          // The part behind the colon is the architecture, which two packages of one name differ in.
          const find = { row, rawName: found.name.replace(/:[a-z0-9-]+$/, ''), version: found.version, device: machine };
          const record = softwareRecord(find, 'Package', report);
          if (record) emit(record);
        },
        end: () => {
          if (cut.count > 0) report.warn('issue.namesCutOff', { count: cut.count }, { row: cut.firstRow });
        },
      };
    });
  },
};

type Line = { readonly name: string; readonly version: string; readonly isInstalled: boolean };

function listedLine(line: string): Line | null {
  const apt = aptLine.exec(line);
  if (apt) return { name: apt[1] as string, version: apt[2] as string, isInstalled: /instal/i.test(apt[3] ?? '') };
  const found = listLine.exec(line);
  return found && { name: found[2] as string, version: found[3] as string, isInstalled: /[itW]/.test(found[1] as string) };
}

/** A row without a status is of a query that did not ask for it. */
function tabbedLine(line: string, version: number, status: number | null): Line | null {
  const cells = line.split('\t').map((cell) => cell.trim());
  const name = cells[0] ?? '';
  if (cells.length <= version || !form.name.test(name)) return null;
  const state = status === null ? '' : (cells[status] ?? '');
  return { name, version: cells[version] ?? '', isInstalled: state === '' || / installed$/.test(state) || /^[uihrp][itW]/.test(state) };
}
