import { buildSoftware } from '../buildRecord.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { planFor } from '../tabular.ts';

const machines = {
  device: ['Computer Name', 'Computername'],
  publisher: ['Software Publisher', 'Software Manufacturer', 'Software Vendor', 'Publisher', 'Software Hersteller'],
  version: ['Software Version', 'Software Versionsnummer'],
} as const;
const software = { rawName: ['Software Name', 'Software', 'Application Name', 'Software Bezeichnung'] } as const;
const systems = { rawName: ['OS Name'], version: ['OS Version'] } as const;
const telling = ['Computer Domain', 'Primary IP', 'Main User'];

/** A query of Aagon ACMP, one row for each machine and its software; its user is not read. */
export const acmpReport: Reader = {
  id: 'acmpReport',
  nameKey: 'format.acmpReport',
  isTable: true,
  kinds: ['software'],
  recognise(sample) {
    const { headings } = sample.table;
    const { found } = columnsOf(headings);
    const isKnown = found.has('device') && found.has('rawName') && telling.filter((heading) => hasHeadings(headings, [heading])).length >= 2;
    return {
      confidence: isKnown ? 0.93 : 0,
      seen: { messageKey: 'format.seen.acmpReport', params: { columns: [...found.values()].map((column) => column.heading).join(', ') } },
    };
  },
  async *read(source, sample, options, report) {
    const { found, isOfSystems } = columnsOf(sample.table.headings);
    if (!found.has('rawName'))
      return report.refuse('issue.softwareNameMissing', { expected: 'Software Name, OS Name' }, { row: sample.table.headingIndex + 1 });
    if (isOfSystems) report.warn('issue.operatingSystemsOnly', {}, { row: sample.table.headingIndex + 1 });
    yield* readTable(source, sample, { ...planFor('software', found, {}), build: buildSoftware }, options, report);
  },
};

/** Where the query has no column of software, the system of each machine is what it says. */
function columnsOf(headings: readonly string[]) {
  const found = findColumns(headings, { ...machines, ...software });
  return found.has('rawName') ? { found, isOfSystems: false } : { found: findColumns(headings, { device: machines.device, ...systems }), isOfSystems: true };
}
