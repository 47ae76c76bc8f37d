import { AppError } from '../../core/contract/errors.ts';
import { accountKindsOfTrack } from '../../core/domain/inventory/accountKinds.ts';
import type { Track } from '../../core/domain/schedule/timeline/timeline.ts';
import type { PlanWriter } from '../../core/ports/planStore.ts';
import { fourKinds } from './accountKinds.ts';
import { numbersById } from './numbers.ts';
import type { WriteDb } from './writeDb.ts';

type Write = Pick<PlanWriter, 'setAccountStates'>;

export function accountStateWrites(db: WriteDb): Write {
  const track = numbersById(db, 'tracks');
  const trackKey = db.values<Track['key']>('SELECT key FROM tracks WHERE number = ?');
  const numbers = db.values<number>('SELECT account.number FROM json_each(?) AS wanted CROSS JOIN accounts AS account ON account.id = wanted.value');
  const remove = db.change('DELETE FROM account_states WHERE track_number = ? AND account_number IN (SELECT value FROM json_each(?))');
  // The day is the one on which the account came into its state: another reason alone does not move it.
  const update = db.change(`
    UPDATE account_states SET state = ?3, reason = ?4, changed_on = iif(state = ?3, changed_on, ?5)
    WHERE track_number = ?1 AND account_number IN (SELECT value FROM json_each(?2)) AND (state <> ?3 OR reason <> ?4)`);
  const insert = db.change(`
    INSERT INTO account_states (account_number, track_number, unit_number, unit_rank, account_kind, state, reason, changed_on)
    SELECT account.number, ?1, account.unit_number, account.unit_rank, account.kind, ?3, ?4, ?5
    FROM json_each(?2) AS wanted CROSS JOIN accounts AS account ON account.number = wanted.value
    WHERE account.kind IN (?6, ?7, ?8, ?9) AND NOT EXISTS (SELECT 1 FROM account_states WHERE account_number = account.number AND track_number = ?1)`);
  return {
    setAccountStates(trackId, accountIds, state, reason, on) {
      const trackNumber = track(trackId);
      const wanted = [...new Set(accountIds)];
      const found = numbers.all(JSON.stringify(wanted));
      if (found.length < wanted.length) throw new AppError('notFound', 'storage.someAccountsUnknown', { params: { unknown: wanted.length - found.length } });
      // Kinds of account that do not move on the track have no state there.
      const kinds = accountKindsOfTrack(trackKey.get(trackNumber) as Track['key']);
      // In the order of the table: the new rows then go to its end one after the other.
      const list = JSON.stringify(found.toSorted((one, other) => one - other));
      if (state === 'planned') return remove(trackNumber, list);
      return update(trackNumber, list, state, reason, on) + insert(trackNumber, list, state, reason, on, ...fourKinds(kinds));
    },
  };
}
