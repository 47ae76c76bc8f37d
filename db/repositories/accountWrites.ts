import type { PlanWriter } from '../../core/ports/planStore.ts';
import { AppError } from '../../core/contract/errors.ts';
import { nothingLeft } from './nothingLeft.ts';
import { keptNumbersById } from './numbers.ts';
import type { Value } from './readDb.ts';
import type { BulkRow, WriteDb } from './writeDb.ts';

/** Accounts changed with one statement: row by row, a directory of 60,000 would take seconds. */
const accountsPerStatement = 5_000;
const accountsPerLoad = 10_000;

type Write = Pick<PlanWriter, 'insertAccounts' | 'updateAccounts' | 'removeAccounts'>;

export function accountWrites(db: WriteDb): Write {
  const nextNumber = db.values<number>('SELECT coalesce(max(number), 0) + 1 FROM accounts');
  const units = db.rows<{ number: number; nextRank: number }>('SELECT number, next_rank AS nextRank FROM units');
  const setNextRank = db.change('UPDATE units SET next_rank = ? WHERE number = ?');
  // `wanted.value` is [id, login, kind, is_enabled, last_active_on, usage_profile_number].
  const stored = db.rows<{ wanted: number; number: number; unitNumber: number; unitRank: number; hasOtherLogin: number; differs: number }>(`
    SELECT wanted.key AS wanted, account.number, account.unit_number AS unitNumber, account.unit_rank AS unitRank, login <> wanted.value ->> 1 AS hasOtherLogin,
      (login, kind, is_enabled, last_active_on, usage_profile_number)
        IS NOT (wanted.value ->> 1, wanted.value ->> 2, wanted.value ->> 3, wanted.value ->> 4, wanted.value ->> 5) AS differs
    FROM json_each(?) AS wanted CROSS JOIN accounts AS account ON account.id = wanted.value ->> 0`);
  // Sign-in names are unique and may pass from one account to the next: they change one by one, in the caller's order.
  const updateLogin = db.change('UPDATE accounts SET login = ? WHERE number = ?');
  // `wanted.value` is [number, kind, is_enabled, last_active_on, usage_profile_number, unit_number, unit_rank].
  const update = db.change(`
    UPDATE accounts SET kind = wanted.value ->> 1, is_enabled = wanted.value ->> 2, last_active_on = wanted.value ->> 3,
      usage_profile_number = wanted.value ->> 4, unit_number = wanted.value ->> 5, unit_rank = wanted.value ->> 6
    FROM json_each(?) AS wanted WHERE accounts.number = wanted.value ->> 0`);
  const carryToStates = db.change(`
    UPDATE account_states SET unit_number = account.unit_number, unit_rank = account.unit_rank, account_kind = account.kind
    FROM json_each(?) AS wanted CROSS JOIN accounts AS account ON account.number = wanted.value ->> 0
    WHERE account_states.account_number = account.number
      AND (account_states.unit_number, account_states.unit_rank, account_states.account_kind) IS NOT (account.unit_number, account.unit_rank, account.kind)`);
  const removeStates = db.change(
    'DELETE FROM account_states WHERE account_number IN (SELECT number FROM accounts WHERE id IN (SELECT value FROM json_each(?)))',
  );
  const forgetSources = db.change(
    'DELETE FROM source_accounts WHERE account_number IN (SELECT number FROM accounts WHERE id IN (SELECT value FROM json_each(?)))',
  );
  const forgetMailboxes = db.change('DELETE FROM mailboxes WHERE account_number IN (SELECT number FROM accounts WHERE id IN (SELECT value FROM json_each(?)))');
  const remove = db.change('DELETE FROM accounts WHERE id IN (SELECT value FROM json_each(?))');

  /** Hands out ranks; `store` writes how far each unit has come. */
  function rankGiver() {
    const nextRanks = new Map(units.all().map(({ number, nextRank }) => [number, nextRank]));
    const touched = new Set<number>();
    return {
      take(unitNumber: number): number {
        const rank = nextRanks.get(unitNumber) ?? 0;
        nextRanks.set(unitNumber, rank + 1);
        touched.add(unitNumber);
        return rank;
      },
      store() {
        for (const unitNumber of touched) setNextRank(nextRanks.get(unitNumber) ?? 0, unitNumber);
      },
    };
  }

  return {
    insertAccounts(accounts, importId) {
      const unitNumber = keptNumbersById(db, 'units');
      const importNumber = importId === null ? null : keptNumbersById(db, 'imports')(importId);
      const ranks = rankGiver();
      let number = nextNumber.get() ?? 1;
      let rows: BulkRow[] = [];
      for (const { id, login, unitId, kind, isEnabled, lastActiveOn, usageProfileId, ...rest } of accounts) {
        nothingLeft(rest);
        const unit = unitNumber(unitId);
        rows.push([[number++], [id, login, unit, ranks.take(unit), kind, isEnabled ? 1 : 0, lastActiveOn, usageProfileId, importNumber]]);
        // Written in parts, so that a million accounts need not stand in memory as rows as well.
        if (rows.length === accountsPerLoad) {
          db.bulkInsert('accounts', rows);
          rows = [];
        }
      }
      db.bulkInsert('accounts', rows);
      ranks.store();
    },
    updateAccounts(accounts) {
      const unitNumber = keptNumbersById(db, 'units');
      const ranks = rankGiver();
      let changed = 0;
      // The last one counts where an account comes twice.
      const each = [...new Map(accounts.map((account) => [account.id, account])).values()];
      for (let first = 0; first < each.length; first += accountsPerStatement) {
        const wanted = each.slice(first, first + accountsPerStatement).map(({ id, login, unitId, kind, isEnabled, lastActiveOn, usageProfileId, ...rest }) => {
          nothingLeft(rest);
          return { id, login, values: [kind, isEnabled ? 1 : 0, lastActiveOn, usageProfileId], unit: unitNumber(unitId) };
        });
        const found = new Map(stored.all(JSON.stringify(wanted.map(({ id, login, values }) => [id, login, ...values]))).map((row) => [row.wanted, row]));
        const updates: Value[][] = [];
        wanted.forEach(({ id, login, values, unit }, index) => {
          const row = found.get(index);
          if (!row) throw new AppError('notFound', 'storage.accountUnknown', { params: { id } });
          const hasMoved = unit !== row.unitNumber;
          if (!hasMoved && row.differs === 0) return;
          if (row.hasOtherLogin === 1) updateLogin(login, row.number);
          updates.push([row.number, ...values, unit, hasMoved ? ranks.take(unit) : row.unitRank]);
        });
        const list = JSON.stringify(updates);
        update(list);
        changed += updates.length;
        carryToStates(list);
      }
      ranks.store();
      return changed;
    },
    removeAccounts(ids) {
      const list = JSON.stringify(ids);
      removeStates(list);
      forgetSources(list);
      forgetMailboxes(list);
      return remove(list);
    },
  };
}
