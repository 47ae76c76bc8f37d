import type { ImportRecord, SoftwareRecord } from '../../../core/domain/inventory/importRecords.ts';
import { firstJsonObject } from '../firstJsonObject.ts';
import { inBatches } from '../inBatches.ts';
import type { Reader } from '../reader.ts';
import type { ReadReport } from '../readReport.ts';
import { readTextLines } from '../textLines.ts';
import { isJsonObject, type JsonObject, jsonLine, readWholeJson } from '../wholeJson.ts';
import { leaveOutFind, machineOf, softwareRecord } from './softwareFind.ts';

/** One of these stands in every row of `programs`, `apps`, `deb_packages`, `rpm_packages` and of the other packages. */
const tellingColumns = [
  'identifying_number',
  'uninstall_string',
  'install_location',
  'install_source',
  'bundle_identifier',
  'bundle_short_version',
  'maintainer',
  'revision',
  'release',
  'package_group',
  'prefix',
];
/** A snapshot of all packages is a single line. */
const logLineLimit = 16_777_216;

/** osquery: the answer to a question about programs or packages (`--json`), or its log of results, one JSON a line. */
export const osqueryPackages: Reader = {
  id: 'osqueryPackages',
  nameKey: 'format.osqueryPackages',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const first = firstJsonObject(sample.text);
    const isAnswer = /^\s*\[/.test(sample.text) && first !== null && isPackage(first) && Object.values(first).every((value) => typeof value === 'string');
    const isLog = /^\s*\{/.test(sample.text) && sample.text.includes('"hostIdentifier"') && /"(columns|snapshot|diffResults)"\s*:/.test(sample.text);
    return {
      confidence: isAnswer ? 0.92 : isLog ? 0.9 : 0,
      seen: { messageKey: isLog ? 'format.seen.osqueryLog' : 'format.seen.osqueryAnswer', params: {} },
    };
  },
  async *read(source, sample, options, report) {
    const machine = machineOf(source);
    if (!/^\s*\[/.test(sample.text)) {
      yield* readTextLines<ImportRecord>(
        source,
        sample,
        options,
        report,
        (emit) => ({
          line: (line, row) => {
            if (line.trim() !== '') for (const record of readLogLine(line, row, machine, report)) emit(record);
          },
        }),
        logLineLimit,
      );
      return;
    }
    const rows = await readWholeJson(source, sample, options, report);
    if (report.isRefused) return;
    if (!Array.isArray(rows)) return report.refuse('issue.sectionMissing', { section: '[]' });
    if (rows.length === 0) report.warn('issue.softwareNone');
    yield* inBatches<unknown, ImportRecord>(rows, options, (entry, index) => recordOf(entry, index + 1, machine, report));
  },
};

function readLogLine(line: string, row: number, machine: string, report: ReadReport): SoftwareRecord[] {
  let entry: unknown;
  try {
    entry = JSON.parse(line);
  } catch {
    entry = null;
  }
  if (!isJsonObject(entry)) {
    report.countRow();
    report.skip('issue.lineUnreadable', { found: line.trim().slice(0, 60) }, { row });
    return [];
  }
  const device = jsonLine(entry.hostIdentifier) || machine;
  const records: SoftwareRecord[] = [];
  const add = (columns: unknown): void => {
    const record = recordOf(columns, row, device, report);
    if (record) records.push(record);
  };
  if (Array.isArray(entry.snapshot)) {
    for (const columns of entry.snapshot) add(columns);
    return records;
  }
  // Every other line only says what came and what went.
  report.markPartial();
  const { added, removed } = isJsonObject(entry.diffResults) ? entry.diffResults : { added: [], removed: [] };
  for (const columns of Array.isArray(added) ? added : []) add(columns);
  for (const _ of Array.isArray(removed) ? removed : []) leaveOutFind(report, 'skip.packageRemoved');
  if (entry.columns !== undefined) {
    if (entry.action === 'removed') leaveOutFind(report, 'skip.packageRemoved');
    else add(entry.columns);
  }
  return records;
}

function isPackage(columns: JsonObject): boolean {
  return 'name' in columns && ('version' in columns || 'bundle_short_version' in columns) && tellingColumns.some((column) => column in columns);
}

/** The maintainer of a Debian package is a person with an address, not its publisher, and is not read. */
function recordOf(columns: unknown, row: number, device: string, report: ReadReport): SoftwareRecord | null {
  if (!isJsonObject(columns) || !isPackage(columns)) {
    leaveOutFind(report, 'skip.notSoftware');
    return null;
  }
  if (/^(deinstall|purge) |config-files$/.test(jsonLine(columns.status))) {
    leaveOutFind(report, 'skip.packageRemoved');
    return null;
  }
  const version = jsonLine(columns.version) || jsonLine(columns.bundle_short_version);
  const release = jsonLine(columns.release);
  const find = {
    row,
    rawName: jsonLine(columns.name).replace(/\.app$/, ''),
    publisher: jsonLine(columns.publisher) || jsonLine(columns.vendor),
    version: release === '' ? version : `${version}-${release}`,
    device,
  };
  return softwareRecord(find, 'name', report);
}
