import type { ImportRecord } from '../../../core/domain/inventory/importRecords.ts';
import { buildAccount } from '../buildRecord.ts';
import { findColumns, hasHeadings } from '../fixedColumns.ts';
import type { Reader } from '../reader.ts';
import { readTable } from '../readTable.ts';
import type { RowReader } from '../rowReader.ts';
import { isBlankCell } from '../textCell.ts';
import { planFor } from '../tabular.ts';
import { withMailbox } from './withMailbox.ts';
import { createAccountCounts } from './accountCounts.ts';

/** Mailboxes that Exchange keeps for itself. */
const ownMailbox = /^(?:arbitration|discovery|system|audit|auxaudit|supervisoryreview|monitoring)/i;

/**
 * Exchange, `Get-MailboxStatistics | Export-Csv`. The command names mailboxes by the names of people; only where the
 * administrator added an address is there an account to import, elsewhere the mailboxes are counted.
 */
export const exchangeMailboxes: Reader = {
  id: 'exchangeMailboxes',
  nameKey: 'format.exchangeMailboxes',
  isTable: true,
  kinds: ['account', 'accountCounts'],
  recognise(sample) {
    const { headings } = sample.table;
    const isKnown = hasHeadings(headings, ['TotalItemSize']) && hasHeadings(headings, ['ItemCount']);
    return { confidence: isKnown ? 0.96 : 0, seen: { messageKey: 'format.seen.exchangeMailboxes', params: { columns: headings.length } } };
  },
  async *read(source, sample, options, report) {
    const columns = findColumns(sample.table.headings, {
      login: ['UserPrincipalName', 'PrimarySmtpAddress', 'WindowsEmailAddress', 'EmailAddress', 'Mail'],
      mailboxType: ['RecipientTypeDetails', 'MailboxTypeDetail'],
      disconnectedOn: ['DisconnectDate'],
      mailboxSize: ['TotalItemSize'],
      lastActiveOn: ['LastLogonTime', 'LastUserActionTime', 'LastLoggedOnUserTime'],
    });
    const plan = planFor('account', columns, {});
    const leaveOut = (row: RowReader): void => {
      if (ownMailbox.test(row.line('mailboxType'))) row.leaveOut('skip.systemMailbox');
      else if (!isBlankCell(row.line('disconnectedOn'))) row.leaveOut('skip.disconnectedMailbox');
    };
    if (columns.has('login')) {
      const kindOf = columns.get('mailboxType');
      const withKind = kindOf ? { ...plan, columns: new Map([...columns, ['accountKind', kindOf]]) } : plan;
      const build = (row: RowReader): ImportRecord | null => {
        leaveOut(row);
        const account = buildAccount(row);
        return account && { ...withMailbox(account, row), services: ['Exchange'] };
      };
      yield* readTable(source, sample, { ...withKind, build }, options, report);
      return;
    }
    report.warn('issue.mailboxesWithoutAddress', {}, { row: sample.table.headingIndex + 1 });
    const counts = createAccountCounts();
    const count = (row: RowReader): null => {
      leaveOut(row);
      // Two people may have one name, so each row counts.
      if (!row.isRejected) counts.add(String(row.number), { licences: [], services: ['Exchange'], lastActiveOn: row.date('lastActiveOn', true) });
      return null;
    };
    yield* readTable(source, sample, { ...plan, requiredFields: [], build: count, finish: counts.finish }, options, report);
  },
};
