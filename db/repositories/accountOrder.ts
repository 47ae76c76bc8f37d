import type { AccountKind } from '../../core/domain/inventory/inventory.ts';
import type { AccountOrder, AccountState } from '../../core/ports/planStore.ts';
import { fourKinds } from './accountKinds.ts';
import { inLoginOrder } from './loginOrder.ts';
import type { Place } from './places.ts';
import type { ReadDb } from './readDb.ts';

/** Orders that do not follow the places. */
type SortedOrder = { readonly by: Exclude<AccountOrder['by'], 'unit'>; readonly direction: AccountOrder['direction'] };

type Wanted = {
  readonly trackNumber: number;
  readonly kinds: readonly AccountKind[];
  /** Null: the whole plan. */
  readonly places: readonly Place[] | null;
  readonly state: AccountState | undefined;
  /** In lower case; empty where none is searched. */
  readonly text: string;
};

/**
 * A stored state as one number, which crosses from the driver faster than a row does: the account's number, the day as
 * YYYYMMDD and the state's place in `states`. Nine million accounts fit into a safe integer.
 */
const [accountUnit, dayUnit] = [1_000_000_000, 10];
const states: readonly AccountState[] = ['planned', 'migrated', 'problem', 'exception'];
const codeOf = (state: string) => `account_number * ${accountUnit} + CAST(replace(changed_on, '-', '') AS INTEGER) * ${dayUnit} + ${state}`;

export const accountOrderQueries = {
  byLogin: 'SELECT number FROM accounts ORDER BY login',
  // One text crosses from the driver faster than 60,000.
  logins: 'SELECT json_group_array(login) FROM (SELECT login FROM accounts ORDER BY login)',
  highest: 'SELECT max(number) FROM accounts',
  ofKinds: 'SELECT number FROM accounts WHERE kind IN (?, ?, ?, ?)',
  ofPlaces: `SELECT account.number FROM json_each(?1) AS place CROSS JOIN accounts AS account
    ON account.unit_number = place.value ->> 'unitNumber' AND account.unit_rank BETWEEN place.value ->> 'firstRank' AND place.value ->> 'lastRank'
    WHERE account.kind IN (?2, ?3, ?4, ?5)`,
  // Most stored states are migrated ones, and their index holds the day as well.
  stored: `SELECT ${codeOf('1')} FROM account_states WHERE track_number = ?1 AND state = 'migrated'
    UNION ALL SELECT ${codeOf("iif(state = 'problem', 2, 3)")} FROM account_states WHERE track_number = ?1 AND state IN ('problem', 'exception')`,
  withLogin: 'SELECT number FROM accounts WHERE instr(login, ?) > 0',
  withReason: "SELECT account_number FROM account_states WHERE track_number = ? AND reason <> '' AND instr(lowered(reason), ?) > 0",
} as const;

/** Lists that somebody pages through and comes back to while nothing changes. */
const keptOrders = 4;

export type AccountOrders = { numbersOf(wanted: Wanted, order: SortedOrder): readonly number[] };

/**
 * The numbers of accounts in an order, all of them: each index is read once from end to end, and what it says is put
 * together here, since to look 60,000 rows up one by one in another order takes three times as long. An order is kept
 * until the plan changes, so that the pages of a list are cut from it; that of all sign-in names until one of them changes.
 */
export function accountOrders(db: ReadDb, revision: () => number, isChanging: () => boolean): AccountOrders {
  const byLogin = db.values<number>(accountOrderQueries.byLogin);
  const highest = db.values<number | null>(accountOrderQueries.highest);
  const ofKinds = db.values<number>(accountOrderQueries.ofKinds);
  const ofPlaces = db.values<number>(accountOrderQueries.ofPlaces);
  const stored = db.values<number>(accountOrderQueries.stored);
  const withLogin = db.values<number>(accountOrderQueries.withLogin);
  const withReason = db.values<number>(accountOrderQueries.withReason);
  const logins = db.values<string>(accountOrderQueries.logins);
  let named: { readonly text: string; readonly numbers: readonly number[]; readonly ordered: readonly number[] } | null = null;
  let kept: { readonly revision: number; readonly orders: Map<string, readonly number[]> } | null = null;

  /** All accounts in the order of their sign-in names. */
  function inOrderOfNames(): readonly number[] {
    const numbers = byLogin.all();
    const text = logins.get() ?? '[]';
    const isSame = named?.text === text && named.numbers.length === numbers.length && numbers.every((number, place) => named?.numbers[place] === number);
    if (!named || !isSame) named = { text, numbers, ordered: inLoginOrder(numbers, JSON.parse(text) as string[]) };
    return named.ordered;
  }

  function read({ trackNumber, kinds, places, state, text }: Wanted, order: SortedOrder): readonly number[] {
    const size = (highest.get() ?? 0) + 1;
    const marked = (numbers: readonly number[]) => {
      const marks = new Uint8Array(size);
      for (const number of numbers) marks[number] = 1;
      return marks;
    };
    const isMeant = marked(places === null ? ofKinds.all(...fourKinds(kinds)) : ofPlaces.all(JSON.stringify(places), ...fourKinds(kinds)));
    const hasText = text === '' ? null : marked([...withLogin.all(text), ...withReason.all(trackNumber, text)]);
    const stateOf = new Uint8Array(size);
    const dayOf = new Uint32Array(size);
    if (state !== undefined || order.by !== 'login') {
      for (const code of stored.all(trackNumber)) {
        const number = Math.floor(code / accountUnit);
        stateOf[number] = code % dayUnit;
        dayOf[number] = Math.floor((code % accountUnit) / dayUnit);
      }
    }
    const wantedState = state === undefined ? null : states.indexOf(state);
    const fits = (number: number) => isMeant[number] === 1 && hasText?.[number] !== 0 && (wantedState === null || stateOf[number] === wantedState);
    const numbers = inOrderOfNames().filter(fits);
    if (order.by === 'login') return order.direction === 'ascending' ? numbers : numbers.reverse();
    return order.by === 'state' ? grouped(numbers, stateOf, order.direction) : daysFirst(numbers, dayOf, order.direction);
  }

  return {
    numbersOf(wanted, order) {
      // While a command runs, its rows change between two readings.
      if (isChanging()) return read(wanted, order);
      const current = revision();
      if (kept?.revision !== current) kept = { revision: current, orders: new Map() };
      const { orders } = kept;
      const name = JSON.stringify([wanted, order]);
      const found = orders.get(name) ?? read(wanted, order);
      orders.delete(name);
      orders.set(name, found);
      const [oldest] = orders.keys();
      if (orders.size > keptOrders && oldest !== undefined) orders.delete(oldest);
      return found;
    },
  };
}

/** Numbers with the same value together, in the order given; the values in the direction. */
function grouped(numbers: readonly number[], values: ArrayLike<number>, direction: AccountOrder['direction']): number[] {
  const groups = new Map<number, number[]>();
  for (const number of numbers) {
    const value = values[number] ?? 0;
    const group = groups.get(value);
    if (group) group.push(number);
    else groups.set(value, [number]);
  }
  const sign = direction === 'ascending' ? 1 : -1;
  return [...groups.entries()].sort(([one], [other]) => sign * (one - other)).flatMap(([, group]) => group);
}

/** Accounts that are still planned have no day and come last, whichever way. */
function daysFirst(numbers: readonly number[], dayOf: Uint32Array, direction: AccountOrder['direction']): readonly number[] {
  const hasDay = (number: number) => dayOf[number] !== 0;
  return [...grouped(numbers.filter(hasDay), dayOf, direction), ...numbers.filter((number) => !hasDay(number))];
}
