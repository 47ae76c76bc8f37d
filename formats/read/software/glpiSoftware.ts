import { buildSoftware } from '../buildRecord.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { textLimit } from '../rowReader.ts';
import { cutText } from '../textCell.ts';
import { planFor } from '../tabular.ts';

const columns = {
  rawName: ['Nom', 'Name', 'Bezeichnung'],
  publisher: ['Éditeur', 'Publisher', 'Herausgeber', 'Hersteller'],
  version: ['Versions - Nom', 'Versions - Name', 'Versionen - Name', 'Versionen - Bezeichnung'],
  installations: ["Nombre d'installations", 'Number of installations', 'Anzahl der Installationen', 'Anzahl Installationen'],
  unitName: ['Entité', 'Entity', 'Einheit', 'Entität'],
} as const;

/** GLPI › Assets › Software › export of the list. Every user chooses the columns, the separator and the language. */
export const glpiSoftware: Reader = {
  id: 'glpiSoftware',
  nameKey: 'format.glpiSoftware',
  isTable: true,
  kinds: ['software'],
  recognise(sample) {
    const { headings } = sample.table;
    const found = findColumns(headings, columns);
    const hasVersions = found.has('version');
    const isSoftware =
      found.has('rawName') &&
      hasVersions &&
      (found.has('installations') || hasHeadings(headings, ['Licences - Nombre de licences']) || hasHeadings(headings, ['Licenses - Number of licenses']));
    return {
      confidence: isSoftware ? 0.97 : 0,
      seen: { messageKey: 'format.seen.glpiSoftware', params: { columns: [...found.values()].map((column) => column.heading).join(', ') } },
    };
  },
  read(source, sample, options, report) {
    const plan = planFor('software', findColumns(sample.table.headings, columns), {});
    return readTable(
      source,
      sample,
      {
        ...plan,
        build: (row) => {
          const record = buildSoftware(row);
          // The count belongs to all the versions in the cell together, so they stay in one record.
          return record && { ...record, version: cutText(splitStack(row.notes('version', 20_000)).join(', '), textLimit) };
        },
      },
      options,
      report,
    );
  },
};

/** GLPI stacks several values of one cell with line ends or `<br>`. */
function splitStack(text: string): string[] {
  const values = text
    .split(/\n|<br ?\/?>|\$\$##\$\$/i)
    .map((value) => value.trim())
    .filter((value) => value !== '');
  return [...new Set(values)];
}
