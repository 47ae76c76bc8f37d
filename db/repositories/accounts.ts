import type { AccountId } from '../../core/domain/ids.ts';
import type { Account, AccountKind } from '../../core/domain/inventory/inventory.ts';
import type { PlanReader } from '../../core/ports/planStore.ts';
import { everyAccountKind, fourKinds } from './accountKinds.ts';
import { createPlaces, pageOfPlaces, type Place } from './places.ts';
import type { ReadDb } from './readDb.ts';

type Read = Pick<
  PlanReader,
  'accountTotal' | 'accounts' | 'accountsOfUnit' | 'accountsByLogin' | 'accountIdsOfUnit' | 'accountIdsOfWave' | 'accountIdsOfLogins'
>;
type AccountRow = Omit<Account, 'isEnabled'> & { readonly isEnabled: number };
type KnownAccount = ReturnType<PlanReader['accountsByLogin']> extends ReadonlyMap<string, infer Known> ? Known : never;
type KnownRow = Omit<KnownAccount, 'isEnabled'> & { readonly login: string; readonly isEnabled: number };

const columns = `account.id, account.login, unit.id AS unitId, account.unit_rank AS unitRank, account.kind, account.is_enabled AS isEnabled,
  account.last_active_on AS lastActiveOn, account.usage_profile_number AS usageProfileId`;

export const accountQueries = {
  total: 'SELECT count(*) FROM accounts',
  byLogin: `SELECT ${columns} FROM accounts AS account CROSS JOIN units AS unit ON unit.number = account.unit_number ORDER BY account.login LIMIT ? OFFSET ?`,
  countByLoginPart: 'SELECT count(*) FROM accounts WHERE instr(login, ?) > 0',
  byLoginPart: `SELECT ${columns} FROM accounts AS account CROSS JOIN units AS unit ON unit.number = account.unit_number
    WHERE instr(account.login, ?) > 0 ORDER BY account.login LIMIT ? OFFSET ?`,
  countOfPlace: 'SELECT count(*) FROM accounts WHERE unit_number = ? AND unit_rank BETWEEN ? AND ? AND kind IN (?, ?, ?, ?)',
  ofPlace: `SELECT ${columns} FROM accounts AS account CROSS JOIN units AS unit ON unit.number = account.unit_number
    WHERE account.unit_number = ? AND account.unit_rank BETWEEN ? AND ? AND account.kind IN (?, ?, ?, ?) ORDER BY account.unit_rank LIMIT ? OFFSET ?`,
  countOfPlaceByLoginPart: 'SELECT count(*) FROM accounts WHERE unit_number = ? AND unit_rank BETWEEN ? AND ? AND kind IN (?, ?, ?, ?) AND instr(login, ?) > 0',
  ofPlaceByLoginPart: `SELECT ${columns} FROM accounts AS account CROSS JOIN units AS unit ON unit.number = account.unit_number
    WHERE account.unit_number = ? AND account.unit_rank BETWEEN ? AND ? AND account.kind IN (?, ?, ?, ?) AND instr(account.login, ?) > 0 ORDER BY account.unit_rank LIMIT ? OFFSET ?`,
  idsOfPlace: 'SELECT id FROM accounts WHERE unit_number = ? AND unit_rank BETWEEN ? AND ? AND kind IN (?, ?, ?, ?) ORDER BY unit_rank',
  known: `SELECT account.login, account.id, unit.id AS unitId, account.kind, account.is_enabled AS isEnabled, account.last_active_on AS lastActiveOn,
    account.usage_profile_number AS usageProfileId FROM accounts AS account CROSS JOIN units AS unit ON unit.number = account.unit_number`,
  ofUnit: 'SELECT id, login FROM accounts WHERE unit_number = (SELECT number FROM units WHERE id = ?) ORDER BY login',
  idsOfLogins: 'SELECT account.login, account.id FROM json_each(?) AS wanted CROSS JOIN accounts AS account ON account.login = wanted.value',
} as const;

export function accountReads(db: ReadDb): Read {
  const places = createPlaces(db);
  const total = db.values<number>(accountQueries.total);
  const byLogin = db.rows<AccountRow>(accountQueries.byLogin);
  const countByLoginPart = db.values<number>(accountQueries.countByLoginPart);
  const byLoginPart = db.rows<AccountRow>(accountQueries.byLoginPart);
  const countOfPlace = db.values<number>(accountQueries.countOfPlace);
  const ofPlace = db.rows<AccountRow>(accountQueries.ofPlace);
  const countOfPlaceByLoginPart = db.values<number>(accountQueries.countOfPlaceByLoginPart);
  const ofPlaceByLoginPart = db.rows<AccountRow>(accountQueries.ofPlaceByLoginPart);
  const idsOfPlace = db.values<AccountId>(accountQueries.idsOfPlace);
  const ofUnit = db.rows<{ id: AccountId; login: string }>(accountQueries.ofUnit);
  const known = db.rows<KnownRow>(accountQueries.known);
  const idsOfLogins = db.rows<{ login: string; id: AccountId }>(accountQueries.idsOfLogins);

  const count = (statement: { get(...values: readonly (string | number)[]): number | undefined }, ...values: readonly (string | number)[]) =>
    statement.get(...values) ?? 0;
  const range = ({ unitNumber, firstRank, lastRank }: Place, kinds: readonly AccountKind[]) => [unitNumber, firstRank, lastRank, ...fourKinds(kinds)] as const;
  const ids = (list: readonly Place[], kinds: readonly AccountKind[]) => list.flatMap((place) => idsOfPlace.all(...range(place, kinds)));

  return {
    accountTotal: () => count(total),
    accounts({ unitId, waveId, search }, page) {
      const part = search?.trim().toLowerCase() ?? '';
      if (unitId === undefined && waveId === undefined) {
        const rows = part === '' ? byLogin.all(page.limit, page.offset) : byLoginPart.all(part, page.limit, page.offset);
        return { total: part === '' ? count(total) : count(countByLoginPart, part), accounts: rows.map(toAccount) };
      }
      const kinds = waveId === undefined ? everyAccountKind : places.kindsOfWave(waveId);
      const inPlaces = places.of({ unitId, waveId });
      const found =
        part === ''
          ? pageOfPlaces(
              inPlaces,
              page,
              (place) => count(countOfPlace, ...range(place, kinds)),
              (place, limit, offset) => ofPlace.all(...range(place, kinds), limit, offset),
            )
          : pageOfPlaces(
              inPlaces,
              page,
              (place) => count(countOfPlaceByLoginPart, ...range(place, kinds), part),
              (place, limit, offset) => ofPlaceByLoginPart.all(...range(place, kinds), part, limit, offset),
            );
      return { total: found.total, accounts: found.rows.map(toAccount) };
    },
    accountsOfUnit: (unitId) => ofUnit.all(unitId),
    accountsByLogin: () => new Map(known.all().map(({ login, isEnabled, ...rest }) => [login, { ...rest, isEnabled: isEnabled === 1 }])),
    accountIdsOfUnit: (unitId, withSubUnits) => ids(places.unit(unitId, withSubUnits), everyAccountKind),
    accountIdsOfWave: (waveId) => ids(places.of({ waveId }), places.kindsOfWave(waveId)),
    accountIdsOfLogins(logins) {
      const found = new Map(idsOfLogins.all(JSON.stringify(logins.map((login) => login.toLowerCase()))).map(({ login, id }) => [login, id]));
      // Keyed as the caller wrote them.
      return new Map(
        logins.flatMap((login) => {
          const id = found.get(login.toLowerCase());
          return id === undefined ? [] : [[login, id] as const];
        }),
      );
    },
  };
}

function toAccount({ isEnabled, ...rest }: AccountRow): Account {
  return { ...rest, isEnabled: isEnabled === 1 };
}
