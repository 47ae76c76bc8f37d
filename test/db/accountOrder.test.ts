import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { compareNames } from '../../core/domain/sortKey.ts';
import type { AccountOrder, AccountStateFilter, PlanStore } from '../../core/ports/planStore.ts';
import { fillSamplePlan, sampleId } from '../support/samplePlan.ts';
import { change, openPlan, request, temporaryPlanPath } from '../support/temporaryPlan.ts';

const everything = { offset: 0, limit: 100_000 };
const trackId = sampleId('track', 1);
const stateOrder = ['planned', 'migrated', 'problem', 'exception'];

function plan(): PlanStore {
  const store = openPlan(temporaryPlanPath(), 'create');
  fillSamplePlan(store, { accounts: 600, units: 12, items: 6, tracks: 3 });
  change(store, (writer) => {
    const ids = writer.accountStates({ trackId }, everything).accounts.map(({ accountId }) => accountId);
    const every = (n: number, rest: number) => ids.filter((_, index) => index % n === rest);
    writer.setAccountStates(trackId, every(3, 1), 'migrated', '', isoDate('2026-10-05'));
    writer.setAccountStates(trackId, every(7, 2), 'migrated', '', isoDate('2026-09-30'));
    writer.setAccountStates(trackId, every(11, 3), 'problem', 'Kalender fehlt', isoDate('2026-10-02'));
    writer.setAccountStates(trackId, every(31, 4), 'exception', '', isoDate('2026-10-05'));
    writer.setAccountStates(sampleId('track', 0), every(2, 0), 'migrated', 'of another track', isoDate('2026-01-01'));
  });
  return store;
}

describe('the order of accounts', () => {
  const store = () => plan();
  const filters: readonly Omit<AccountStateFilter, 'trackId'>[] = [
    {},
    { state: 'planned' },
    { state: 'migrated' },
    { search: 'KALENDER' },
    { search: '1' },
    { unitId: sampleId('unit', 3) },
    { waveId: `${sampleId('track', 1)}-wave-2` as never },
    { waveId: `${sampleId('track', 1)}-wave-2` as never, state: 'problem' },
  ];
  const orders: readonly AccountOrder[] = (['login', 'state', 'since', 'unit'] as const).flatMap((by) => [
    { by, direction: 'ascending' },
    { by, direction: 'descending' },
  ]);

  it.each(filters)('loses none and doubles none for %j, and every order has the rows that it says', (narrow) => {
    store().read((reader) => {
      const filter = { trackId, ...narrow };
      const plain = reader.accountStates(filter, everything).accounts;
      expect(plain.length).toBeGreaterThan(0);
      for (const order of orders) {
        const { total, accounts } = reader.accountStates(filter, everything, order);
        expect(total).toBe(plain.length);
        expect(new Set(accounts.map((account) => JSON.stringify(account)))).toEqual(new Set(plain.map((account) => JSON.stringify(account))));
        const sign = order.direction === 'ascending' ? 1 : -1;
        const key = ({ login, state, changedOn, unitPath }: (typeof plain)[number]): [number, string] => {
          if (order.by === 'login') return [0, login];
          if (order.by === 'state') return [stateOrder.indexOf(state) * sign, ''];
          if (order.by === 'since') return [changedOn === null ? Number.POSITIVE_INFINITY : Date.parse(changedOn) * sign, ''];
          return [0, unitPath];
        };
        const expected = accounts.toSorted((one, other) => {
          const [[a, nameA], [b, nameB]] = [key(one), key(other)];
          return a < b ? -1 : a > b ? 1 : sign * compareNames(nameA, nameB);
        });
        expect(accounts).toEqual(expected);
        const within =
          order.by === 'state' || order.by === 'since'
            ? accounts.filter(({ state, changedOn }) => (order.by === 'state' ? state === 'planned' : changedOn === null))
            : [];
        expect(within.map(({ login }) => login)).toEqual(within.map(({ login }) => login).toSorted(compareNames));
      }
    });
  });

  it.each(orders)('is the same in pages and in ids by %j', (order) => {
    store().read((reader) => {
      const all = reader.accountStates({ trackId }, everything, order).accounts;
      const pages = Array.from({ length: 20 }, (_, page) => reader.accountStates({ trackId }, { offset: page * 37, limit: 37 }, order).accounts).flat();
      expect(pages).toEqual(all);
      expect(reader.accountStateIds({ trackId }, { offset: 41, limit: 200 }, order)).toEqual(all.slice(41, 241).map(({ accountId }) => accountId));
    });
  });

  it('follows every change, also inside the command that makes it, and undo', () => {
    const changed = store();
    const order = { by: 'since', direction: 'descending' } as const;
    const first = () => changed.read((reader) => reader.accountStates({ trackId }, { offset: 0, limit: 1 }, order).accounts[0]?.login);
    const before = first();
    change(changed, (writer) => {
      const [last] = writer.accountStates({ trackId, state: 'planned' }, everything, { by: 'login', direction: 'descending' }).accounts;
      if (!last) throw new Error('nobody is planned');
      writer.setAccountStates(trackId, [last.accountId], 'migrated', '', isoDate('2027-01-01'));
      expect(writer.accountStates({ trackId }, { offset: 0, limit: 1 }, order).accounts[0]?.login).toBe(last.login);
    });
    expect(first()).not.toBe(before);
    changed.undo(request());
    expect(first()).toBe(before);
  });

  it('of units is the one in which people look them up', () => {
    const changed = store();
    change(changed, (writer) => {
      const names = ['Zoo', 'Ämter', 'Écoles', 'amt', 'Ämter / Kasse'];
      writer.insertUnits(names.map((name, index) => ({ id: sampleId('unit', 90 + index), parentId: null, name, path: name })));
      writer.insertAccounts(
        names.map((_, index) => ({
          id: sampleId('account', 9000 + index),
          login: `new.${index}`,
          unitId: sampleId('unit', 90 + index),
          kind: 'person' as const,
          isEnabled: true,
          lastActiveOn: null,
          usageProfileId: null,
        })),
        null,
      );
    });
    const listed = (direction: AccountOrder['direction']) =>
      changed.read((reader) =>
        reader.accountStates({ trackId, search: 'new.' }, everything, { by: 'unit', direction }).accounts.map(({ unitPath }) => unitPath),
      );
    const order = ['amt', 'Ämter', 'Ämter / Kasse', 'Écoles', 'Zoo'];
    expect(listed('ascending')).toEqual(order);
    expect(listed('descending')).toEqual(order.toReversed());
  });
});
