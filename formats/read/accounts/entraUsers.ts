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
          const userType = row.line('userType').toLowerCase();
          if (userType === 'guest') row.leaveOut('skip.guest');
          const account = buildAccount(row);
          // Shared and room mailboxes are members too, but nobody can sign in to them.
          return account && { ...account, accountKind: userType === 'member' && account.isEnabled ? 'person' : null };
        },
      },
      options,
      report,
    );
  },
};
