import { buildAccount } from '../buildRecord.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import { withMailbox } from './withMailbox.ts';
import { planFor } from '../tabular.ts';

const states: ReadonlyMap<string, boolean> = new Map([
  ['active', true],
  ['suspended', false],
  ['archived', false],
]);

/** Google Workspace › Users › Download users: the columns that were chosen, or those of the template for uploading. */
export const googleUsers: Reader = {
  id: 'googleUsers',
  nameKey: 'format.googleUsers',
  isTable: true,
  kinds: ['account'],
  recognise(sample) {
    const { headings } = sample.table;
    const isMarked = headings.some((heading) => /\[(?:required|read only|upload only)\]$/i.test(heading));
    const isKnown = isMarked && hasHeadings(headings, ['Email Address']);
    return { confidence: isKnown ? 0.97 : 0, seen: { messageKey: 'format.seen.googleUsers', params: { columns: headings.length } } };
  },
  read(source, sample, options, report) {
    const columns = findColumns(sample.table.headings, {
      login: ['Email Address'],
      orgUnitPath: ['Org Unit Path'],
      department: ['Department'],
      status: ['Status'],
      lastActiveOn: ['Last Sign In'],
      mailboxSize: ['Email Usage'],
    });
    return readTable(
      source,
      sample,
      {
        ...planFor('account', columns, {}),
        build: (row) => {
          const account = buildAccount(row);
          if (!account) return null;
          const status = row.line('status').toLowerCase();
          const orgUnits = row.path('orgUnitPath');
          return {
            ...withMailbox(account, row),
            departmentPath: orgUnits.length > 0 ? orgUnits : row.path('department'),
            isEnabled: states.get(status) ?? null,
          };
        },
      },
      options,
      report,
    );
  },
};
