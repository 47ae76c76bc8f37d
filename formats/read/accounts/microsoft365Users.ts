import { buildAccount } from '../buildRecord.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { planFor } from '../tabular.ts';

/** Microsoft 365 admin centre › Active users › Export users; the present headings and the older alphabetical ones. */
export const microsoft365Users: Reader = {
  id: 'microsoft365Users',
  nameKey: 'format.microsoft365Users',
  isTable: true,
  kinds: ['account'],
  recognise(sample) {
    const { headings } = sample.table;
    const isKnown = hasHeadings(headings, ['User principal name', 'Licenses', 'Block credential']);
    const isOlder = hasHeadings(headings, ['Strong password required']) || hasHeadings(headings, ['Oath token meta data']);
    return {
      confidence: isKnown ? 0.98 : 0,
      seen: { messageKey: isOlder ? 'format.seen.microsoft365UsersOlder' : 'format.seen.microsoft365Users', params: { columns: headings.length } },
    };
  },
  read(source, sample, options, report) {
    const columns = findColumns(sample.table.headings, {
      login: ['User principal name'],
      departmentPath: ['Department'],
      isBlocked: ['Block credential'],
      licences: ['Licenses'],
      deletedAt: ['Soft deletion time stamp'],
    });
    return readTable(
      source,
      sample,
      {
        ...planFor('account', columns, {}),
        build: (row) => {
          if (row.line('deletedAt') !== '') row.leaveOut('skip.deletedAccount');
          return buildAccount(row);
        },
      },
      options,
      report,
    );
  },
};
