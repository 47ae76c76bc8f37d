import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { columnsByDashes, columnsByWords, cutLine, type FixedWidth, headingLimit, isDashRow, withoutEllipsis } from '../fixedWidth.ts';
import { findColumns } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTextLines } from '../textLines.ts';
import { leaveOutFind, machineOf, softwareRecord } from './softwareFind.ts';
import type { Columns } from '../tableColumns.ts';

const wanted = {
  rawName: ['DisplayName', 'Name', 'Caption'],
  version: ['DisplayVersion', 'Version'],
  publisher: ['Publisher', 'Vendor'],
  device: ['PSComputerName', 'Node'],
} as const;
const linesLookedAt = 60;

type Layout = { readonly fixed: FixedWidth; readonly columns: Columns };

/** Programs of one machine as a console prints them in columns: PowerShell's `Format-Table`, `wmic product get`, `snap list`. */
export const consoleTable: Reader = {
  id: 'consoleTable',
  nameKey: 'format.consoleTable',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const lines = sample.text.split('\n', linesLookedAt);
    let layout: Layout | null = null;
    for (const [index, line] of lines.entries()) layout ??= layoutAt(line, lines[index + 1] ?? '');
    const columns = [...(layout?.columns.values() ?? [])].map((column) => column.heading).join(', ');
    return { confidence: layout ? 0.9 : 0, seen: { messageKey: 'format.seen.consoleTable', params: { columns } } };
  },
  async *read(source, sample, options, report) {
    const machine = machineOf(source);
    yield* readTextLines<ImportRecord>(source, sample, options, report, (emit) => {
      let layout: Layout | null = null;
      let previous = '';
      let previousRow = 0;
      const cut = { count: 0, firstRow: 0 };
      const take = (line: string, row: number): void => {
        if (!layout || line.trim() === '' || isDashRow(line)) return;
        const cells = cutLine(line, layout.fixed);
        const cell = (field: string): string => cells[layout?.columns.get(field)?.index ?? -1] ?? '';
        const nameColumn = layout.columns.get('rawName')?.index ?? 0;
        const width = (layout.fixed.starts[nameColumn + 1] ?? Number.POSITIVE_INFINITY) - (layout.fixed.starts[nameColumn] ?? 0);
        const name = withoutEllipsis(cell('rawName'), width);
        if (name.text === '') {
          leaveOutFind(report, 'skip.withoutName');
          return;
        }
        if (name.isCut) {
          cut.count++;
          cut.firstRow ||= row;
        }
        const version = withoutEllipsis(cell('version'), Number.POSITIVE_INFINITY).text;
        // Snap marks publishers that are verified.
        const publisher = withoutEllipsis(cell('publisher'), Number.POSITIVE_INFINITY).text.replace(/[✓✪*]+$/u, '');
        const record = softwareRecord({ row, rawName: name.text, version, publisher, device: cell('device') || machine }, 'Name', report);
        if (record) emit(record);
      };
      // Each line waits for the next one, which says whether it was a row of headings: outputs of several keys follow each other.
      return {
        line: (line, row) => {
          const next = layoutAt(previous, line);
          if (next) layout = next;
          else take(previous, previousRow);
          previous = line;
          previousRow = row;
        },
        end: () => {
          const last = layoutAt(previous, '');
          if (last) layout = last;
          else take(previous, previousRow);
          if (!layout) report.refuse('issue.softwareNameMissing', { expected: 'DisplayName, Name' });
          if (cut.count > 0) report.warn('issue.namesCutOff', { count: cut.count }, { row: cut.firstRow });
        },
      };
    });
  },
};

/** The columns when `line` is a row of headings, known by the dashes below it or by being nothing else; else null. */
function layoutAt(line: string, below: string): Layout | null {
  if (line.length > headingLimit || line.trim() === '' || isDashRow(line)) return null;
  const fixed = isDashRow(below) ? columnsByDashes(line, below) : /^\S+(?:\s{2,}\S+)+\s*$/.test(line) ? columnsByWords(line) : null;
  if (!fixed) return null;
  const columns = findColumns(fixed.headings, wanted);
  return columns.has('rawName') && (columns.has('version') || columns.has('publisher')) ? { fixed, columns } : null;
}
