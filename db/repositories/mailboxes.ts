import type { IsoDate } from '../../core/domain/calendar.ts';
import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import type { ReadDb } from './readDb.ts';
import type { BulkRow, BulkUpdate, WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'mailboxSizes' | 'accountUse'>;
type Write = Pick<PlanWriter, 'saveMailboxSizes'>;

export function mailboxReads(db: ReadDb): Read {
  const sizes = db.rows<{ login: string; bytes: number }>(
    'SELECT account.login, mailbox.bytes FROM mailboxes AS mailbox CROSS JOIN accounts AS account ON account.number = mailbox.account_number',
  );
  const latest = db.values<IsoDate | null>("SELECT max(last_active_on) FROM accounts WHERE kind = 'person' AND is_enabled = 1");
  const use = db.rows<{ known: number; unused: number }>(`
    SELECT count(last_active_on) AS known, coalesce(sum(last_active_on < ?), 0) AS unused FROM accounts WHERE kind = 'person' AND is_enabled = 1`);
  const boxes = db.rows<{ mailboxes: number; mailboxBytes: number }>('SELECT count(*) AS mailboxes, coalesce(sum(bytes), 0) AS mailboxBytes FROM mailboxes');
  return {
    mailboxSizes: () => new Map(sizes.all().map(({ login, bytes }) => [login, bytes])),
    accountUse(unusedBefore) {
      const latestUse = latest.get() ?? null;
      const counted = use.get(latestUse === null ? '' : unusedBefore(latestUse)) ?? { known: 0, unused: 0 };
      return { latestUse, ...counted, ...(boxes.get() ?? { mailboxes: 0, mailboxBytes: 0 }) };
    },
  };
}

export function mailboxWrites(db: WriteDb): Write {
  const stored = db.rows<{ number: number; wanted: number; before: number | null }>(`
    SELECT account.number, wanted.value ->> 1 AS wanted, mailbox.bytes AS before
    FROM json_each(?) AS wanted CROSS JOIN accounts AS account ON account.login = wanted.value ->> 0
    LEFT JOIN mailboxes AS mailbox ON mailbox.account_number = account.number`);
  return {
    saveMailboxSizes(sizes) {
      const inserts: BulkRow[] = [];
      const updates: BulkUpdate[] = [];
      for (const { number, wanted, before } of stored.all(JSON.stringify([...sizes]))) {
        if (before === null) inserts.push([[number], [wanted]]);
        else if (before !== wanted) updates.push([[number], [before], [wanted]]);
      }
      db.bulkUpdate('mailboxes', updates);
      db.bulkInsert('mailboxes', inserts);
    },
  };
}
