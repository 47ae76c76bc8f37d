import type { PlanWriter } from '../../core/ports/planStore.ts';
import { AppError } from '../../core/contract/errors.ts';
import { nothingLeft } from './nothingLeft.ts';
import { keptNumbersById } from './numbers.ts';
import type { BulkRow, WriteDb } from './writeDb.ts';

type Write = Pick<PlanWriter, 'insertAccounts' | 'updateAccounts'>;

export function accountWrites(db: WriteDb): Write {
  const nextNumber = db.values<number>('SELECT coalesce(max(number), 0) + 1 FROM accounts');
  const units = db.rows<{ number: number; nextRank: number }>('SELECT number, next_rank AS nextRank FROM units');
  const setNextRank = db.change('UPDATE units SET next_rank = ? WHERE number = ?');
  const place = db.rows<{ number: number; unitNumber: number }>('SELECT number, unit_number AS unitNumber FROM accounts WHERE id = ?');
  const moveAccount = db.change('UPDATE accounts SET unit_number = ?, unit_rank = ? WHERE number = ?');
  const carryToStates = db.change(`
    UPDATE account_states SET unit_number = account.unit_number, unit_rank = account.unit_rank, account_kind = account.kind
    FROM accounts AS account
    WHERE account.number = ?1 AND account_states.account_number = ?1
      AND (account_states.unit_number, account_states.unit_rank, account_states.account_kind) IS NOT (account.unit_number, account.unit_rank, account.kind)`);
  const updateAccount = db.change(`
    UPDATE accounts SET login = ?1, kind = ?2, is_enabled = ?3, last_active_on = ?4, usage_profile_number = ?5
    WHERE number = ?6 AND (login, kind, is_enabled, last_active_on, usage_profile_number) IS NOT (?1, ?2, ?3, ?4, ?5)`);

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
      const first = nextNumber.get() ?? 1;
      const rows = accounts.map(({ id, login, unitId, kind, isEnabled, lastActiveOn, usageProfileId, ...rest }, index): BulkRow => {
        nothingLeft(rest);
        const unit = unitNumber(unitId);
        return [[first + index], [id, login, unit, ranks.take(unit), kind, isEnabled ? 1 : 0, lastActiveOn, usageProfileId, importNumber]];
      });
      db.bulkInsert('accounts', rows);
      ranks.store();
    },
    updateAccounts(accounts) {
      const unitNumber = keptNumbersById(db, 'units');
      const ranks = rankGiver();
      let changed = 0;
      for (const { id, login, unitId, kind, isEnabled, lastActiveOn, usageProfileId, ...rest } of accounts) {
        nothingLeft(rest);
        const stored = place.get(id);
        if (!stored) throw new AppError('notFound', 'storage.accountUnknown', { params: { id } });
        const wantedUnit = unitNumber(unitId);
        let changes = updateAccount(login, kind, isEnabled ? 1 : 0, lastActiveOn, usageProfileId, stored.number);
        if (wantedUnit !== stored.unitNumber) {
          changes += moveAccount(wantedUnit, ranks.take(wantedUnit), stored.number);
        }
        if (changes === 0) continue;
        carryToStates(stored.number);
        changed++;
      }
      ranks.store();
      return changed;
    },
  };
}
