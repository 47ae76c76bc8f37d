import type { AccountRecord } from '../../../core/domain/inventory/importRecords.ts';
import type { RowReader } from '../rowReader.ts';
import { readSize } from '../sizeCell.ts';

/** The account with the size of its mailbox, where the row says one. */
export function withMailbox(account: AccountRecord, row: RowReader): AccountRecord {
  const mailboxBytes = readSize(row.line('mailboxSize'));
  return mailboxBytes === null ? account : { ...account, mailboxBytes };
}
