import { buildSoftware } from '../buildRecord.ts';
import { findColumns } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import type { Sample, SampleTable } from '../sample.ts';
import { planFor } from '../tabular.ts';

const names = ['DisplayName0', 'ARPDisplayName0', 'ARPDisplayName', 'ProductName0', 'NormalizedName'];
/** The columns of the views, of the reports made of them, and of CMPivot; the users of the machines are not read. */
const columns = {
  rawName: names,
  publisher: ['Publisher0', 'NormalizedPublisher', 'Publisher'],
  version: ['Version0', 'ProductVersion0', 'NormalizedVersion', 'ProductVersion', 'Version'],
  installations: ['Count', 'Count0', 'Total', 'InstallCount', 'Install count', 'DeviceCount', 'Number of computers', 'Instances'],
  device: ['Netbios_Name0', 'Name0', 'MachineName', 'Machine name', 'ComputerName', 'Device', 'ResourceID'],
  unitName: ['AD_Site_Name0'],
} as const;
const textBox = /^text ?box ?\d*$/i;
const titleLines = 20;
const headingsShown = 12;

/** Microsoft Configuration Manager: a query of its views, a report saved as CSV, or CMPivot. */
export const mecmSoftware: Reader = {
  id: 'mecmSoftware',
  nameKey: 'format.mecmSoftware',
  isTable: true,
  kinds: ['software'],
  recognise(sample) {
    const table = tableBelowTitles(sample.table);
    const found = findColumns(table.headings, columns);
    const isKnown = found.has('rawName') && (found.has('version') || found.has('publisher'));
    const isReport = !isKnown && isNamedByTextBoxes(table.headings);
    return {
      confidence: isKnown ? 0.97 : isReport ? 0.5 : 0,
      seen: isReport
        ? { messageKey: 'format.seen.textBoxes', params: { columns: table.headings.length } }
        : { messageKey: 'format.seen.mecmSoftware', params: { columns: [...found.values()].map((column) => column.heading).join(', ') } },
    };
  },
  async *read(source, sample, options, report) {
    const table = tableBelowTitles(sample.table);
    const at = { row: table.headingIndex + 1 };
    const found = findColumns(table.headings, columns);
    const boxes = table.headings.filter((heading) => textBox.test(heading));
    const shown = boxes.slice(0, headingsShown).join(', ');
    if (!found.has('rawName')) {
      if (boxes.length > 0) report.refuse('issue.textBoxesOnly', { found: shown }, at);
      else report.refuse('issue.softwareNameMissing', { expected: names.slice(0, 2).join(', ') }, at);
      return;
    }
    if (boxes.length > 0) report.warn('issue.textBoxesNotRead', { count: boxes.length, found: shown }, at);
    const below: Sample = { ...sample, table };
    yield* readTable(source, below, { ...planFor('software', found, {}), build: buildSoftware }, options, report);
  },
};

/** A report begins with lines of its own, which may be as wide as its table: the table begins where its headings stand. */
function tableBelowTitles(table: SampleTable): SampleTable {
  for (const [index, row] of table.rows.slice(0, titleLines).entries()) {
    const headings = row.map((cell) => cell.trim());
    const found = findColumns(headings, columns);
    if (found.has('rawName') && found.size > 1) return { ...table, headingIndex: index, headings, width: row.length };
  }
  return table;
}

function isNamedByTextBoxes(headings: readonly string[]): boolean {
  const named = headings.filter((heading) => heading !== '');
  return named.length >= 2 && named.filter((heading) => textBox.test(heading)).length * 2 > named.length;
}
