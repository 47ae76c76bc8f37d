import type { AccountRecord } from '../../../core/domain/inventory/importRecords.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import type { RowReader } from '../rowReader.ts';
import { planFor } from '../tabular.ts';
import { createAccountBuilder } from './accountFind.ts';
import { accountOfEntry, directoryAttributes } from './directoryEntry.ts';

const multiple: ReadonlySet<string> = new Set(['objectclass', 'departmentnumber', 'ou']);

/** Active Directory, `csvde -f`: any entries of the directory, one column for each attribute, `DN` first. */
export const csvde: Reader = {
  id: 'csvde',
  nameKey: 'format.csvde',
  isTable: true,
  kinds: ['account'],
  recognise(sample) {
    const { headings } = sample.table;
    const isKnown =
      headings[0]?.toUpperCase() === 'DN' && ['objectClass', 'sAMAccountName', 'userAccountControl'].some((heading) => hasHeadings(headings, [heading]));
    return { confidence: isKnown ? 0.97 : 0, seen: { messageKey: 'format.seen.csvde', params: { columns: headings.length } } };
  },
  read(source, sample, options, report) {
    const columns = findColumns(sample.table.headings, {
      dn: ['DN', 'distinguishedName'],
      ...Object.fromEntries(directoryAttributes.map((attribute) => [attribute, [attribute]])),
    });
    const login = columns.get('userprincipalname') ?? columns.get('mail') ?? columns.get('samaccountname');
    const build = createAccountBuilder(login?.heading ?? 'DN', report);
    const buildEntry = (row: RowReader): AccountRecord | null => {
      const found = accountOfEntry({
        row: row.number,
        name: row.line('dn'),
        values: (attribute) => (row.has(attribute) ? valuesOf(row.line(attribute), multiple.has(attribute)) : []),
      });
      if (!('leftOut' in found)) return build(found);
      row.leaveOut(found.leftOut);
      return null;
    };
    return readTable(
      source,
      sample,
      { ...planFor('account', columns, {}), typeOf: () => undefined, requiredFields: ['dn'], build: buildEntry },
      options,
      report,
    );
  },
};

/** Several values stand in one cell, `top;person;user`; `X'0105…'` are bytes and no text. */
function valuesOf(cell: string, isMultiple: boolean): readonly string[] {
  if (cell === '' || /^X'[0-9a-f]*'?$/i.test(cell)) return [];
  return isMultiple ? cell.split(';') : [cell];
}
