import { describe, expect, it } from 'vitest';
import { compareNames } from '../../core/domain/sortKey.ts';
import { isoDate } from '../../core/domain/calendar.ts';
import { accountKindsOfTrack } from '../../core/domain/inventory/accountKinds.ts';
import type { Account } from '../../core/domain/inventory/inventory.ts';
import type { Track, Wave } from '../../core/domain/schedule/timeline/timeline.ts';
import type { AccountState, PlanReader, PlanStore } from '../../core/ports/planStore.ts';
import { fillSamplePlan, sampleId } from '../support/samplePlan.ts';
import { appErrorOf, change, openPlan, temporaryPlanPath } from '../support/temporaryPlan.ts';

const size = { accounts: 700, units: 60, items: 20, tracks: 7 };
const everything = { offset: 0, limit: 100_000 };

/** The sample plan with states of every kind, an account that moved to another unit and one that came later. */
function planWithStates(): PlanStore {
  const store = openPlan(temporaryPlanPath(), 'create');
  fillSamplePlan(store, size);
  const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => sampleId('account', from + index));
  const set = (track: number, from: number, to: number, state: AccountState, reason: string, on: string) =>
    change(store, (writer) => writer.setAccountStates(sampleId('track', track), ids(from, to), state, reason, isoDate(on)));
  set(0, 0, 200, 'migrated', '', '2026-10-01');
  set(0, 200, 300, 'migrated', '', '2026-10-08');
  set(0, 250, 260, 'problem', 'Outlook add-in', '2026-10-09');
  set(1, 0, 400, 'migrated', '', '2026-10-02');
  set(1, 100, 140, 'problem', 'Calendar', '2026-10-03');
  set(1, 120, 125, 'problem', 'Room booking', '2026-10-04');
  set(2, 50, 90, 'exception', 'Until the register is replaced', '2026-10-05');
  change(store, (writer) => {
    const [login, moved] = [...writer.accountsByLogin()].find(([, account]) => account.id === sampleId('account', 10)) ?? [];
    if (login === undefined || !moved) throw new Error('no account 10');
    writer.updateAccounts([{ ...moved, login, unitId: sampleId('unit', 0) }]);
    writer.insertAccounts(
      [
        {
          id: sampleId('account', 900),
          login: 'late.comer@verwaltung.example',
          unitId: sampleId('unit', 0),
          kind: 'person',
          isEnabled: true,
          lastActiveOn: null,
          usageProfileId: null,
        },
      ],
      null,
    );
  });
  return store;
}

/** The same answers, worked out from the plain lists. */
function plainly(reader: PlanReader) {
  const { accounts } = reader.accounts({}, everything);
  const { tracks, waves } = reader.timeline();
  const units = new Map(reader.units().map((unit) => [unit.id, unit]));
  const moves = (track: Track) => (account: Account) => accountKindsOfTrack(track.key).includes(account.kind);
  const isIn = (wave: Wave) => (account: Account) =>
    wave.parts.some(
      (part) => part.unitId === account.unitId && account.unitRank >= part.firstRank && account.unitRank <= (part.lastRank ?? Number.POSITIVE_INFINITY),
    );
  const trackOf = (wave: Wave): Track => {
    const track = tracks.find(({ id }) => id === wave.trackId);
    if (!track) throw new Error('a wave without its track');
    return track;
  };
  const ofWave = (wave: Wave) => accounts.filter(moves(trackOf(wave))).filter(isIn(wave));
  const isUnder = (account: Account, unitId: string): boolean => {
    for (let unit = units.get(account.unitId); unit; unit = unit.parentId === null ? undefined : units.get(unit.parentId)) if (unit.id === unitId) return true;
    return false;
  };
  return { accounts, tracks, waves, moves, ofWave, isUnder };
}

const ids = (list: readonly { readonly id?: string; readonly accountId?: string }[]) => list.map((one) => one.id ?? one.accountId).toSorted();

describe('accounts', () => {
  const store = () => planWithStates();

  it('are listed by sign-in name, page by page, none twice and none left out', () => {
    store().read((reader) => {
      const all = reader.accounts({}, everything);
      expect(all.total).toBe(701);
      expect(all.accounts.map(({ login }) => login)).toEqual(all.accounts.map(({ login }) => login).toSorted());
      const pages = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((page) => reader.accounts({}, { offset: page * 100, limit: 100 }).accounts);
      expect(pages).toEqual(all.accounts);
    });
  });

  it('of a unit include those of its sub-units, in the order of the tree', () => {
    store().read((reader) => {
      const { accounts, isUnder } = plainly(reader);
      for (const unitId of [sampleId('unit', 0), sampleId('unit', 3), sampleId('unit', 30)]) {
        const listed = reader.accounts({ unitId }, everything);
        expect(ids(listed.accounts)).toEqual(ids(accounts.filter((account) => isUnder(account, unitId))));
        expect(listed.total).toBe(listed.accounts.length);
        const pages = Array.from({ length: 15 }, (_, page) => reader.accounts({ unitId }, { offset: page * 50, limit: 50 }).accounts).flat();
        expect(pages).toEqual(listed.accounts);
        expect(reader.accountIdsOfUnit(unitId, true)).toEqual(listed.accounts.map(({ id }) => id));
        expect(reader.accountIdsOfUnit(unitId, false)).toEqual(listed.accounts.filter((account) => account.unitId === unitId).map(({ id }) => id));
      }
      expect(reader.accounts({ unitId: sampleId('unit', 999) }, everything)).toEqual({ total: 0, accounts: [] });
    });
  });

  it('of a wave are the kinds that move on its track, in its ranges, later arrivals included', () => {
    store().read((reader) => {
      const { waves, ofWave } = plainly(reader);
      for (const wave of waves) {
        const listed = reader.accounts({ waveId: wave.id }, everything);
        expect(ids(listed.accounts)).toEqual(ids(ofWave(wave)));
        expect(reader.accountIdsOfWave(wave.id)).toEqual(listed.accounts.map(({ id }) => id));
      }
      const last = waves.findLast(({ parts }) => parts.some((part) => part.unitId === sampleId('unit', 0) && part.lastRank === null));
      expect(last && reader.accountIdsOfWave(last.id)).toContain(sampleId('account', 900));
    });
  });

  it('are found by a part of the sign-in name, in any case, signs taken as they are', () => {
    store().read((reader) => {
      const { accounts } = plainly(reader);
      expect(ids(reader.accounts({ search: ' COMER@' }, everything).accounts)).toEqual([sampleId('account', 900)]);
      expect(reader.accounts({ search: '%' }, everything).total).toBe(0);
      const inUnit = reader.accounts({ search: '.1', unitId: sampleId('unit', 0) }, { offset: 3, limit: 4 });
      expect(inUnit.total).toBe(accounts.filter(({ login }) => login.includes('.1')).length);
      expect(inUnit.accounts).toHaveLength(4);
      const first = reader.accountsByLogin().keys().next().value ?? '';
      expect([...reader.accountIdsOfLogins([first.toUpperCase(), 'nobody'])]).toEqual([[first.toUpperCase(), reader.accountsByLogin().get(first)?.id]]);
    });
  });

  it('keep their rank, and a rank is never given twice', () => {
    const plan = store();
    const moved = plan.read((reader) => reader.accounts({}, everything).accounts.find(({ id }) => id === sampleId('account', 10)));
    const before = plan.read((reader) => reader.unitRanks(sampleId('unit', 0), ['person', 'shared', 'room', 'service']));
    expect(moved?.unitId).toBe(sampleId('unit', 0));
    change(plan, (writer) => {
      const [login, account] = [...writer.accountsByLogin()].find(([, one]) => one.id === sampleId('account', 10)) ?? [];
      if (login === undefined || !account) throw new Error('no account 10');
      writer.updateAccounts([{ ...account, login, unitId: sampleId('unit', 1) }]);
      writer.updateAccounts([{ ...account, login, unitId: sampleId('unit', 0) }]);
    });
    const after = plan.read((reader) => reader.unitRanks(sampleId('unit', 0), ['person', 'shared', 'room', 'service']));
    expect(Math.max(...after)).toBe(Math.max(...before) + 1);
    expect(after).not.toContain(moved?.unitRank);
    expect(plan.verify()).toEqual([]);
  });

  it('are counted by unit and kind', () => {
    store().read((reader) => {
      const { accounts } = plainly(reader);
      const counts = reader.unitAccountCounts(['person', 'room']);
      const wanted = accounts.filter(({ kind }) => kind === 'person' || kind === 'room');
      expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(wanted.length);
      expect(counts.get(sampleId('unit', 5))).toBe(wanted.filter(({ unitId }) => unitId === sampleId('unit', 5)).length);
      expect(reader.units().reduce((sum, { accountCount }) => sum + accountCount, 0)).toBe(701);
    });
  });
});

describe('states of accounts', () => {
  it('are counted by track and by wave as the lists say', () => {
    planWithStates().read((reader) => {
      const { accounts, tracks, waves, moves, ofWave } = plainly(reader);
      const states: AccountState[] = ['planned', 'migrated', 'problem', 'exception'];
      for (const track of tracks) {
        const counted = reader.trackStates().get(track.id);
        const total = track.movesAccounts ? accounts.filter(moves(track)).length : 0;
        expect(
          states.reduce((sum, state) => sum + (counted?.[state] ?? 0), 0),
          track.key,
        ).toBe(total);
        if (!track.movesAccounts) continue;
        const listed = states.map((state) => reader.accountStates({ trackId: track.id, state }, everything));
        expect(listed.map(({ total: count }) => count)).toEqual(states.map((state) => counted?.[state]));
        expect(listed.map((one) => one.accounts.length)).toEqual(listed.map(({ total: count }) => count));
        expect(ids(listed.flatMap((one) => one.accounts))).toEqual(ids(accounts.filter(moves(track))));
      }
      for (const wave of waves) {
        const inWave = new Set<string>(ids(ofWave(wave)) as string[]);
        const stateOf = new Map(reader.accountStates({ trackId: wave.trackId }, everything).accounts.map((one) => [one.accountId as string, one.state]));
        const expected = Object.fromEntries(states.map((state) => [state, [...inWave].filter((id) => stateOf.get(id) === state).length]));
        expect(reader.waveStates().get(wave.id), wave.id).toEqual(expected);
        expect(ids(reader.accountStates({ trackId: wave.trackId, waveId: wave.id }, everything).accounts)).toEqual([...inWave].toSorted());
      }
    });
  });

  it('are counted by unit as the lists say, each account once, where it stands', () => {
    planWithStates().read((reader) => {
      const { tracks } = plainly(reader);
      const states: AccountState[] = ['planned', 'migrated', 'problem', 'exception'];
      for (const track of tracks) {
        const counted = [...reader.unitStates(track.id)];
        for (const state of states)
          expect(
            counted.reduce((sum, [, one]) => sum + one[state], 0),
            `${track.key} ${state}`,
          ).toBe(reader.trackStates().get(track.id)?.[state]);
        if (!track.movesAccounts) expect(counted).toEqual([]);
      }
      const [unitId, expected] = [...reader.unitStates(sampleId('track', 1))].at(-1) ?? [];
      if (unitId === undefined || !expected) throw new Error('no unit has accounts');
      for (const state of states) expect(reader.accountStates({ trackId: sampleId('track', 1), unitId, state }, everything).total, state).toBe(expected[state]);
      expect(reader.unitStates(sampleId('track', 99)).size).toBe(0);
    });
  });

  it('are found by a part of the sign-in name or of the reason, in any case, in a wave, a unit or the plan', () => {
    const store = planWithStates();
    change(store, (writer) => {
      writer.setAccountStates(sampleId('track', 1), [sampleId('account', 1), sampleId('account', 2)], 'problem', 'Öffnen von Vorlagen', isoDate('2026-10-06'));
    });
    store.read((reader) => {
      const { waves } = plainly(reader);
      const trackId = sampleId('track', 1);
      expect(ids(reader.accountStates({ trackId, search: 'öffnen VON' }, everything).accounts)).toEqual([sampleId('account', 1), sampleId('account', 2)]);
      expect(reader.accountStates({ trackId, search: 'calendar', state: 'problem' }, everything)).toMatchObject({
        total: reader.problemReasons().find((one) => one.trackId === trackId && one.reason === 'Calendar')?.accounts,
      });
      expect(reader.accountStates({ trackId, search: 'calendar', state: 'planned' }, everything).total).toBe(0);
      expect(ids(reader.accountStates({ trackId, search: ' COMER@', state: 'planned' }, everything).accounts)).toEqual([sampleId('account', 900)]);
      const wave = waves.find((one) => one.trackId === trackId && one.accountCount > 10);
      if (!wave) throw new Error('no wave');
      for (const place of [{ waveId: wave.id }, { unitId: sampleId('unit', 0) }, {}]) {
        const without = reader.accountStates({ trackId, ...place }, everything);
        // Every sign-in name of the sample has an @.
        const all = reader.accountStates({ trackId, ...place, search: '@' }, everything);
        expect(all).toEqual(without);
        const pages = Array.from(
          { length: 20 },
          (_, page) => reader.accountStates({ trackId, ...place, search: '@' }, { offset: page * 37, limit: 37 }).accounts,
        ).flat();
        expect(pages).toEqual(all.accounts);
      }
    });
  });

  it('page within a unit without losing one', () => {
    planWithStates().read((reader) => {
      for (const state of [undefined, 'planned', 'migrated'] as const) {
        const filter = { trackId: sampleId('track', 1), unitId: sampleId('unit', 0), ...(state === undefined ? {} : { state }) };
        const all = reader.accountStates(filter, everything);
        const pages = Array.from({ length: 20 }, (_, page) => reader.accountStates(filter, { offset: page * 37, limit: 37 }).accounts).flat();
        expect(pages).toEqual(all.accounts);
        expect(all.accounts.length).toBe(all.total);
      }
    });
  });

  it('count only kinds that move on the track: a room migrates on mail, not on the office suite', () => {
    const store = planWithStates();
    // Of the tracks, 0 is identity (every kind), 1 office (persons), 2 mail (mailboxes); account 11 is a room, 13 a service.
    const both = [sampleId('account', 11), sampleId('account', 13), sampleId('account', 500)] as const;
    const set = (track: number) => {
      let changed = 0;
      change(store, (writer) => {
        changed = writer.setAccountStates(sampleId('track', track), both, 'exception', 'test', isoDate('2026-11-01'));
      });
      return changed;
    };
    expect([set(0), set(1), set(2)]).toEqual([3, 1, 2]);
  });

  it('follow an account to another unit and another kind', () => {
    const store = planWithStates();
    change(store, (writer) => {
      const [login, account] = [...writer.accountsByLogin()].find(([, one]) => one.id === sampleId('account', 0)) ?? [];
      if (login === undefined || !account) throw new Error('no account 0');
      expect(writer.updateAccounts([{ ...account, login, unitId: sampleId('unit', 7), kind: 'room' }])).toBe(1);
      expect(writer.updateAccounts([{ ...account, login, unitId: sampleId('unit', 7), kind: 'room' }])).toBe(0);
    });
    expect(store.verify()).toEqual([]);
    expect(store.read((reader) => ids(reader.accountStates({ trackId: sampleId('track', 1) }, everything).accounts))).not.toContain(sampleId('account', 0));
  });

  it('keep the day on which the account came into them', () => {
    const store = planWithStates();
    const account = [sampleId('account', 3)] as const;
    const state = () =>
      store.read((reader) => {
        const found = reader.accountStates({ trackId: sampleId('track', 0) }, everything).accounts.find(({ accountId }) => accountId === account[0]);
        return [found?.state, found?.reason, found?.changedOn];
      });
    const set = (to: AccountState, reason: string, on: string) => {
      let changed = -1;
      change(store, (writer) => {
        changed = writer.setAccountStates(sampleId('track', 0), account, to, reason, isoDate(on));
      });
      return changed;
    };
    expect(state()).toEqual(['migrated', '', '2026-10-01']);
    expect(set('migrated', '', '2026-12-01')).toBe(0);
    expect(set('migrated', 'new laptop', '2026-12-01')).toBe(1);
    expect(state()).toEqual(['migrated', 'new laptop', '2026-10-01']);
    expect(set('problem', 'printer', '2026-12-02')).toBe(1);
    expect(state()).toEqual(['problem', 'printer', '2026-12-02']);
    expect(set('planned', '', '2026-12-03')).toBe(1);
    expect(state()).toEqual(['planned', '', null]);
    expect(set('planned', '', '2026-12-03')).toBe(0);
  });

  it('are summed by day and by reason', () => {
    planWithStates().read((reader) => {
      const { accounts, tracks, moves } = plainly(reader);
      for (const track of tracks) {
        const listed = reader.accountStates({ trackId: track.id, state: 'migrated' }, everything).accounts;
        const byDay = reader.migratedByDay().filter(({ trackId }) => trackId === track.id);
        expect(byDay.reduce((sum, one) => sum + one.accounts, 0)).toBe(listed.length);
        for (const { on, accounts: count } of byDay) expect(listed.filter(({ changedOn }) => changedOn === on)).toHaveLength(count);
      }
      const office = tracks.find(({ id }) => id === sampleId('track', 1));
      const persons = accounts.filter(office ? moves(office) : () => false).map(({ id }) => id);
      const inRange = (from: number, to: number) => persons.filter((id) => id >= sampleId('account', from) && id < sampleId('account', to)).length;
      expect(reader.problemReasons().filter(({ trackId }) => trackId === sampleId('track', 1))).toEqual([
        { trackId: sampleId('track', 1), reason: 'Calendar', accounts: inRange(100, 140) - inRange(120, 125) },
        { trackId: sampleId('track', 1), reason: 'Room booking', accounts: inRange(120, 125) },
      ]);
    });
  });
});

describe('items, raw names and usage profiles', () => {
  it('find, order and page items; an unknown cost comes last in both directions', () => {
    planWithStates().read((reader) => {
      const all = reader.items({}, { by: 'annualCostCents', direction: 'ascending' }, everything);
      const known = all.items.map(({ annualCostCents }) => annualCostCents).filter((amount) => amount !== null);
      expect(known).toEqual(known.toSorted((one, other) => one - other));
      for (const direction of ['ascending', 'descending'] as const)
        expect(reader.items({}, { by: 'annualCostCents', direction }, everything).items.at(-1)?.annualCostCents).toBeNull();
      expect(reader.items({ search: 'SOFTWARE 1' }, { by: 'name', direction: 'ascending' }, everything).total).toBe(11);
      expect(reader.items({ matched: false }, { by: 'name', direction: 'ascending' }, everything).items.every(({ productId }) => productId === null)).toBe(
        true,
      );
      expect(reader.item(sampleId('item', 4))).toEqual(reader.allItems().find(({ id }) => id === sampleId('item', 4)));
      expect(reader.item(sampleId('item', 404))).toBeNull();
    });
  });

  it('find umlauts in any case', () => {
    const store = planWithStates();
    change(store, (writer) => {
      const item = writer.item(sampleId('item', 1));
      if (item) writer.updateItem({ ...item, name: 'Überwachung ÄÖ' });
    });
    expect(store.read((reader) => reader.items({ search: 'überwachung äö' }, { by: 'name', direction: 'ascending' }, everything).total)).toBe(1);
  });

  it('list raw names by installations and count them', () => {
    planWithStates().read((reader) => {
      const all = reader.allRawNames();
      const unmatched = reader.rawNames({ kind: 'unmatched' }, { offset: 5, limit: 10 });
      const expected = all
        .filter(({ match }) => match.kind === 'unmatched')
        .map(({ installations }) => installations)
        .toSorted((one, other) => other - one);
      expect(unmatched.total).toBe(expected.length);
      expect(unmatched.rawNames.map(({ installations }) => installations)).toEqual(expected.slice(5, 15));
      const coverage = reader.rawNameCoverage();
      expect(coverage.matched + coverage.noise + coverage.unmatched).toBe(all.length);
      expect(reader.rawNames({}, everything).total).toBe(all.length);
      expect(all[0]).toMatchObject({ importId: sampleId('import', 1) });
    });
  });

  it('list raw names in another order, whatever narrows them, and cut pages from it', () => {
    planWithStates().read((reader) => {
      const all = reader.allRawNames();
      const order = { by: 'rawName', direction: 'ascending' } as const;
      const inOrder = (names: typeof all) => names.map(({ rawName }) => rawName).toSorted(compareNames);
      const shown = (filter: Parameters<typeof reader.rawNames>[0], page = everything) =>
        reader.rawNames(filter, page, order).rawNames.map(({ rawName }) => rawName);
      expect(shown({})).toEqual(inOrder(all));
      const unmatched = inOrder(all.filter(({ match }) => match.kind === 'unmatched'));
      expect(shown({ kind: 'unmatched' }, { offset: 3, limit: 4 })).toEqual(unmatched.slice(3, 7));
      const part = unmatched[0]?.slice(0, 6).toLowerCase() ?? '';
      const found = reader.rawNames({ kind: 'unmatched', search: part }, everything, { by: 'installations', direction: 'ascending' });
      expect(found.total).toBeGreaterThan(0);
      expect(found.rawNames).toHaveLength(found.total);
      expect(found.rawNames.map(({ installations }) => installations)).toEqual(
        found.rawNames.map(({ installations }) => installations).toSorted((one, other) => one - other),
      );
      const itemId = all.find((name) => name.itemId !== null)?.itemId;
      if (!itemId) throw new Error('no name belongs to an item');
      expect(shown({ itemId })).toEqual(inOrder(all.filter((name) => name.itemId === itemId)));
    });
  });

  it('replace a raw name that stands already', () => {
    const store = planWithStates();
    const one = store.read((reader) => reader.allRawNames()[3]);
    if (!one) throw new Error('no raw name');
    change(store, (writer) =>
      writer.upsertRawNames([
        { ...one, installations: 1 },
        { ...one, installations: 77, match: { kind: 'noise', rule: 'driver' }, itemId: null },
      ]),
    );
    const now = store.read((reader) => reader.allRawNames());
    expect(now).toHaveLength(60);
    expect(now[3]).toEqual({ ...one, installations: 77, match: { kind: 'noise', rule: 'driver' }, itemId: null });
  });

  it('share a profile among accounts that use the same items, whatever their order', () => {
    const store = planWithStates();
    change(store, (writer) => {
      const [a, b, c] = [sampleId('item', 1), sampleId('item', 2), sampleId('item', 3)] as const;
      const first = writer.usageProfileId([a, c]);
      expect(writer.usageProfileId([c, a, c])).toBe(first);
      const other = writer.usageProfileId([a, b, c]);
      expect(other).not.toBe(first);
      writer.removeItems([b]);
      // The two profiles are equal now; the lower number is answered.
      expect(writer.usageProfileId([a, c])).toBe(Math.min(first, other));
      expect(writer.usageProfiles().every(({ itemIds }) => !itemIds.includes(b))).toBe(true);
      expect(writer.decisions().some(({ itemId }) => itemId === b)).toBe(false);
      expect(writer.allRawNames().some(({ itemId }) => itemId === b)).toBe(false);
    });
    expect(store.verify()).toEqual([]);
  });

  it('recount the accounts of items from the profiles', () => {
    planWithStates().read((reader) => {
      const profiles = reader.usageProfiles();
      const named = new Set(profiles.flatMap(({ itemIds }) => itemIds));
      for (const item of reader.allItems().filter(({ id }) => named.has(id))) {
        expect(item.accounts, item.id).toBe(
          profiles.filter(({ itemIds }) => itemIds.includes(item.id)).reduce((sum, { accountCount }) => sum + accountCount, 0),
        );
      }
      expect(named.size).toBeGreaterThan(5);
    });
  });

  it('say which thing is not there', () => {
    const store = planWithStates();
    const item = store.read((reader) => reader.item(sampleId('item', 1)));
    if (!item) throw new Error('no item');
    expect(appErrorOf(() => change(store, (writer) => writer.updateItem({ ...item, id: sampleId('item', 777) })))).toMatchObject({
      code: 'notFound',
      messageKey: 'storage.itemUnknown',
    });
    expect(appErrorOf(() => change(store, (writer) => writer.setTaskNotBefore(sampleId('task', 777), null)))).toMatchObject({
      code: 'notFound',
      messageKey: 'storage.taskUnknown',
    });
  });
});
