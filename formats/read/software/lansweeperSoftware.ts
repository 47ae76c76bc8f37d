import { buildSoftware } from '../buildRecord.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import { foldHeading } from '../headings.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { planFor } from '../tabular.ts';

/** `Manufacturer` and `Model` are of the machine; its user is not read. */
const columns = {
  rawName: ['Software', 'softwareName'],
  publisher: ['Publisher', 'SoftwarePublisher'],
  version: ['Version', 'softwareVersion'],
  installations: ['Total', 'number in use'],
  device: ['AssetName'],
  unitName: ['IPLocation'],
} as const;
const totals = ['Software', 'Version', 'Publisher', 'Total'].map(foldHeading).sort().join(' ');

/** Lansweeper's reports: software with the number of its machines, or the software of each machine. */
export const lansweeperSoftware: Reader = {
  id: 'lansweeperSoftware',
  nameKey: 'format.lansweeperSoftware',
  isTable: true,
  kinds: ['software'],
  recognise(sample) {
    const form = formOf(sample.table.headings);
    return {
      // Four words that another program may use as well.
      confidence: form === null ? 0 : form === 'totals' ? 0.88 : 0.97,
      seen: { messageKey: 'format.seen.lansweeperSoftware', params: { form: form === 'machines' ? 'machines' : 'totals' } },
    };
  },
  async *read(source, sample, options, report) {
    const { headings, headingIndex } = sample.table;
    const found = findColumns(headings, columns);
    if (!found.has('rawName')) return report.refuse('issue.softwareNameMissing', { expected: 'Software' }, { row: headingIndex + 1 });
    yield* readTable(
      source,
      sample,
      {
        ...planFor('software', found, {}),
        build: (row) => {
          const record = buildSoftware(row);
          // What Lansweeper writes where no location covers the address.
          return record && { ...record, unitName: /^undefined$/i.test(record.unitName ?? '') ? null : record.unitName };
        },
      },
      options,
      report,
    );
  },
};

function formOf(headings: readonly string[]): 'machines' | 'totals' | 'counted' | null {
  const found = findColumns(headings, columns);
  if (!found.has('rawName')) return null;
  const isOfMachines = found.has('device') && ['AssetType', 'IPLocation', 'Lastseen'].some((heading) => hasHeadings(headings, [heading]));
  if (isOfMachines && (found.has('version') || found.has('publisher'))) return 'machines';
  if (hasHeadings(headings, ['softwareName', 'number in use'])) return 'counted';
  const folded = headings.map(foldHeading).filter((heading) => heading !== '');
  return folded.sort().join(' ') === totals ? 'totals' : null;
}
