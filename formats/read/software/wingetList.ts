import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { columnsByDashes, cutLine, type FixedWidth, headingLimit, isDashRow, withoutEllipsis } from '../fixedWidth.ts';
import type { Reader } from '../reader.ts';
import { readTextLines } from '../textLines.ts';
import { machineOf, softwareRecord } from './softwareFind.ts';

const linesLookedAt = 200;

/** `winget list` as the console prints it: name, id and version are the first three columns in every language. */
export const wingetList: Reader = {
  id: 'wingetList',
  nameKey: 'format.wingetList',
  isTable: false,
  kinds: ['software'],
  recognise(sample) {
    const lines = sample.text.split('\n', linesLookedAt);
    const heading = lines.find((line, index) => columnsAt(line, lines[index + 1] ?? '') !== null) ?? '';
    return {
      confidence: heading === '' ? 0 : 0.96,
      seen: { messageKey: 'format.seen.wingetList', params: { columns: heading.trim().split(/\s+/).join(', ') } },
    };
  },
  async *read(source, sample, options, report) {
    const machine = machineOf(source);
    yield* readTextLines<ImportRecord>(source, sample, options, report, (emit) => {
      let columns: FixedWidth | null = null;
      let previous = '';
      const cut = { count: 0, firstRow: 0 };
      return {
        line: (line, row) => {
          const found = columns === null ? columnsAt(previous, line) : null;
          previous = line;
          if (found) {
            columns = found;
            return;
          }
          if (!columns || line.trim() === '') return;
          const [rawName = '', id = '', version = ''] = cutLine(line, columns);
          // A blank parts the columns; below the table winget adds sentences that know no columns.
          if (id === '' || ([...line][(columns.starts[1] as number) - 1] ?? '').trim() !== '') {
            if (/[.:]$/.test(line.trim())) return;
            report.countRow();
            return report.skip('issue.lineUnreadable', { found: line.trim().slice(0, 60) }, { row });
          }
          const name = withoutEllipsis(rawName, Number.POSITIVE_INFINITY);
          if (name.isCut) {
            cut.count++;
            cut.firstRow ||= row;
          }
          // Where winget is not sure it writes `> 1.2` or `< 1.2`.
          const record = softwareRecord({ row, rawName: name.text, version: version.replace(/^[<>] /, ''), device: machine }, 'Name', report);
          if (record) emit(record);
        },
        end: () => {
          if (!columns) report.refuse('issue.softwareNameMissing', { expected: 'Name' });
          if (cut.count > 0) report.warn('issue.namesCutOff', { count: cut.count }, { row: cut.firstRow });
        },
      };
    });
  },
};

function columnsAt(line: string, below: string): FixedWidth | null {
  if (line.length > headingLimit || !/^-{20,}\s*$/.test(below) || !isDashRow(below)) return null;
  const columns = columnsByDashes(line.trimEnd(), below.trimEnd());
  return columns.headings.length >= 3 && columns.headings[1]?.toLowerCase() === 'id' ? columns : null;
}
