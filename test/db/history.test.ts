import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { dumpPlan } from '../support/dumpPlan.ts';
import { fillSamplePlan, sampleId } from '../support/samplePlan.ts';
import { appErrorOf, change, openPlan, request, temporaryPlanPath } from '../support/temporaryPlan.ts';

const small = { accounts: 200, units: 20, items: 12, tracks: 3 };

describe('undo and redo', () => {
  it('go back to the empty file and forward again, across closing and opening', () => {
    const path = temporaryPlanPath();
    openPlan(path, 'create').close();
    const empty = dumpPlan(path);
    const first = openPlan(path, 'write');
    fillSamplePlan(first, small);
    const filled = first.read((reader) => reader.fingerprint());
    first.close();
    const full = dumpPlan(path);

    for (let step = 0; step < 3; step++) {
      const store = openPlan(path, 'write');
      store.undo(request('history.undo'));
      expect(store.verify()).toEqual([]);
      store.close();
    }
    expect(dumpPlan(path)).toEqual(empty);
    for (let step = 0; step < 3; step++) {
      const store = openPlan(path, 'write');
      store.redo(request('history.redo'));
      expect(store.verify()).toEqual([]);
      store.close();
    }
    expect(dumpPlan(path)).toEqual(full);
    const last = openPlan(path, 'write');
    expect(last.read((reader) => [reader.fingerprint(), reader.revision()])).toEqual([filled, 9]);
  });

  it('answer with the label of what they undo, and the history says what stands', () => {
    const store = openPlan(temporaryPlanPath(), 'create');
    fillSamplePlan(store, small);
    const undone = store.undo(request('history.undo'));
    expect(undone).toMatchObject({ revision: 4, label: { labelKey: 'app.label.scheduled', params: { waves: 15 } }, wasRepeated: false });
    const history = store.history({ offset: 0, limit: 2 });
    expect(history.total).toBe(3);
    expect(history.entries.map(({ sequence, state, labelKey }) => [sequence, state, labelKey])).toEqual([
      [3, 'undone', 'app.label.scheduled'],
      [2, 'done', 'app.label.imported'],
    ]);
    expect(history.undo?.sequence).toBe(2);
    expect(history.redo?.sequence).toBe(3);
    expect(history.entries[1]).toMatchObject({ actor: 'Anna Beispiel', operation: 'inventory.importFiles', params: { files: 1, accounts: 200 } });
    expect(history.entries[1]?.at).toMatch(/^2026-09-01T08:00:\d\d\.000Z$/);
    expect(store.redo(request('history.redo')).label.labelKey).toBe('app.label.scheduled');
    expect(store.history({ offset: 0, limit: 1 })).toMatchObject({ undo: { sequence: 3 }, redo: null });
    expect(store.history({ offset: 2, limit: 5 }).entries).toHaveLength(1);
  });

  it('say when there is nothing left', () => {
    const store = openPlan(temporaryPlanPath(), 'create');
    expect(appErrorOf(() => store.undo(request()))).toMatchObject({ code: 'rule', messageKey: 'storage.nothingToUndo' });
    expect(appErrorOf(() => store.redo(request()))).toMatchObject({ code: 'rule', messageKey: 'storage.nothingToRedo' });
    expect(store.read((reader) => reader.revision())).toBe(0);
  });

  it('lose what was undone when something new is done, but not when nothing changed', () => {
    const store = openPlan(temporaryPlanPath(), 'create');
    change(store, (writer) => writer.setAssumption('a', 1));
    change(store, (writer) => writer.setAssumption('a', 2));
    store.undo(request());
    change(store, (writer) => writer.setAssumption('a', 1));
    expect(store.history({ offset: 0, limit: 1 }).redo?.sequence).toBe(2);
    change(store, (writer) => writer.setAssumption('a', 3));
    expect(store.history({ offset: 0, limit: 9 })).toMatchObject({ redo: null, undo: { sequence: 5 } });
    expect(appErrorOf(() => store.redo(request())).messageKey).toBe('storage.nothingToRedo');
    store.undo(request());
    store.undo(request());
    expect(store.read((reader) => reader.changedAssumptions().size)).toBe(0);
    expect(store.read((reader) => reader.revision())).toBe(7);
  });

  it('redo in the order in which it was done', () => {
    const store = openPlan(temporaryPlanPath(), 'create');
    for (const value of [1, 2, 3]) change(store, (writer) => writer.setAssumption('a', value));
    for (let step = 0; step < 3; step++) store.undo(request());
    const seen = [1, 2, 3].map(() => {
      store.redo(request());
      return store.read((reader) => reader.changedAssumptions().get('a'));
    });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('answer a repeated id once', () => {
    const store = openPlan(temporaryPlanPath(), 'create');
    for (const value of [1, 2]) change(store, (writer) => writer.setAssumption('a', value));
    const asked = request('history.undo');
    const first = store.undo(asked);
    expect(store.undo(asked)).toEqual({ ...first, wasRepeated: true });
    expect(store.read((reader) => reader.changedAssumptions().get('a'))).toBe(1);
  });

  it.each(['single', 'bulk'] as const)('are refused as stale when a row of a %s change is no longer what the command left', (kind) => {
    const path = temporaryPlanPath();
    const store = openPlan(path, 'create');
    fillSamplePlan(store, small);
    if (kind === 'single') {
      change(store, (writer) =>
        writer.setAccountStates(sampleId('track', 0), [sampleId('account', 1), sampleId('account', 2)], 'migrated', '', isoDate('2026-10-01')),
      );
    }
    store.close();
    // Another program, which opened a command of its own in the log's state to get past the triggers.
    const other = new Sqlite(path);
    other.exec('UPDATE log_state SET command_sequence = 1, logs_rows = 0');
    other.exec(
      kind === 'single'
        ? "UPDATE account_states SET reason = 'tampered' WHERE account_number = 3"
        : "UPDATE tasks SET working_days = 99 WHERE id = 'track-00000000-wave-2-task'",
    );
    other.exec('UPDATE log_state SET command_sequence = NULL, logs_rows = NULL');
    other.close();
    const again = openPlan(path, 'write');
    const before = again.read((reader) => reader.fingerprint());
    expect(appErrorOf(() => again.undo(request()))).toMatchObject({
      code: 'stale',
      messageKey: 'storage.rowChangedSince',
      params: { table: kind === 'single' ? 'account_states' : 'tasks' },
    });
    expect(again.read((reader) => reader.fingerprint())).toBe(before);
  });

  it('put back rows that swapped unique values in one command', () => {
    const path = temporaryPlanPath();
    const store = openPlan(path, 'create');
    fillSamplePlan(store, small);
    store.close();
    const before = dumpPlan(path);
    const again = openPlan(path, 'write');
    change(again, (writer) => {
      const accounts = new Map([...writer.accountsByLogin()].map(([login, account]) => [account.id, { ...account, login }]));
      const [one, other] = [accounts.get(sampleId('account', 1)), accounts.get(sampleId('account', 2))];
      if (!one || !other) throw new Error('no such accounts');
      writer.updateAccounts([{ ...one, login: 'in-between' }]);
      writer.updateAccounts([
        { ...other, login: one.login },
        { ...one, login: other.login },
      ]);
    });
    again.undo(request());
    again.close();
    expect(dumpPlan(path)).toEqual(before);
  });
});

describe('restoring a moment', () => {
  it('goes back and forward over several commands in one step, and a repeat of the step changes nothing', () => {
    const store = openPlan(temporaryPlanPath(), 'create');
    fillSamplePlan(store, small);
    const filled = store.read((reader) => reader.fingerprint());
    const back = store.restore(request('history.restore'), 1);
    expect(back).toMatchObject({ steps: 2, wasRepeated: false });
    const states = () => store.history({ offset: 0, limit: 5 }).entries.map(({ sequence, state }) => [sequence, state]);
    expect(states()).toEqual([
      [3, 'undone'],
      [2, 'undone'],
      [1, 'done'],
    ]);
    expect(store.read((reader) => reader.accountTotal())).toBe(0);
    expect(store.restore(request('history.restore'), 1)).toMatchObject({ steps: 0, changed: 0 });

    const asked = request('history.restore');
    const forward = store.restore(asked, 3);
    expect(forward.steps).toBe(2);
    expect(store.read((reader) => reader.fingerprint())).toBe(filled);
    const repeated = store.restore(asked, 3);
    expect(repeated).toMatchObject({ steps: 2, wasRepeated: true, revision: forward.revision });
    expect(store.verify()).toEqual([]);
  });

  it('leaves each step to be undone by itself afterwards', () => {
    const store = openPlan(temporaryPlanPath(), 'create');
    fillSamplePlan(store, small);
    store.restore(request('history.restore'), 1);
    expect(store.redo(request('history.redo')).label.labelKey).toBe('app.label.imported');
    expect(store.history({ offset: 0, limit: 1 })).toMatchObject({ undo: { sequence: 2 }, redo: { sequence: 3 } });
  });

  it('is refused for a moment that later work took the place of, and for one that never was', () => {
    const store = openPlan(temporaryPlanPath(), 'create');
    fillSamplePlan(store, small);
    store.restore(request('history.restore'), 1);
    change(store, (writer) => writer.setAssumption('crewHourCents', 6000));
    const before = store.read((reader) => [reader.fingerprint(), reader.revision()]);
    expect(appErrorOf(() => store.restore(request('history.restore'), 3))).toMatchObject({ code: 'rule', messageKey: 'storage.momentGone' });
    expect(appErrorOf(() => store.restore(request('history.restore'), 999))).toMatchObject({ code: 'rule', messageKey: 'storage.momentGone' });
    expect(store.read((reader) => [reader.fingerprint(), reader.revision()])).toEqual(before);
  });
});
