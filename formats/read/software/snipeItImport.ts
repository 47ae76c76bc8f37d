import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { planFor } from '../tabular.ts';

/** The table that people fill in to bring licences into Snipe-IT. It has no ids, so the same name may come several times. */
export const snipeItImport: Reader = {
  id: 'snipeItImport',
  nameKey: 'format.snipeItImport',
  isTable: true,
  kinds: ['licence'],
  recognise(sample) {
    const { headings } = sample.table;
    const isKnown = hasHeadings(headings, ['Item name', 'seats']) && (hasHeadings(headings, ['Licensed To Name']) || hasHeadings(headings, ['reassignable']));
    return { confidence: isKnown ? 0.96 : 0, seen: { messageKey: 'format.seen.snipeItImport', params: { columns: headings.length } } };
  },
  read(source, sample, options, report) {
    const columns = findColumns(sample.table.headings, {
      name: ['Item name'],
      publisher: ['manufacturer'],
      seats: ['seats'],
      purchaseCostCents: ['purchase cost'],
      purchasedOn: ['purchase date'],
      expiresOn: ['expiration date'],
      terminatesOn: ['termination date'],
      supplier: ['supplier'],
      orderNumber: ['order number'],
      unitName: ['company'],
      notes: ['notes'],
    });
    return readTable(
      source,
      sample,
      planFor('licence', columns, { dateOrder: options.mapping?.dateOrder, decimal: options.mapping?.decimal }),
      options,
      report,
    );
  },
};
