import { buildAccount } from '../buildRecord.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { planFor } from '../tabular.ts';

/** Entra ID › Users › Download users; the file calls its columns as Graph does. */
export const entraUsers: Reader = {
  id: 'entraUsers',
  nameKey: 'format.entraUsers',
  isTable: true,
  kinds: ['account'],
  recognise(sample) {
    const { headings } = sample.table;
    const isKnown =
      hasHeadings(headings, ['userPrincipalName', 'accountEnabled', 'displayName']) &&
      ['userType', 'creationType', 'directorySynced', 'invitationState'].some((heading) => hasHeadings(headings, [heading]));
    return { confidence: isKnown ? 0.97 : 0, seen: { messageKey: 'format.seen.entraUsers', params: { columns: headings.length } } };
  },
  read(source, sample, options, report) {
    const columns = findColumns(sample.table.headings, {
      login: ['userPrincipalName'],
      departmentPath: ['department'],
      isEnabled: ['accountEnabled'],
      userType: ['userType'],
    });
    return readTable(
      source,
      sample,
      {
        ...planFor('account', columns, {}),
        build: (row) => {
          // `Member` says nothing about what kind of account it is: shared mailboxes are members too.
          if (row.line('userType').toLowerCase() === 'guest') row.leaveOut('skip.guest');
          return buildAccount(row);
        },
      },
      options,
      report,
    );
  },
};
