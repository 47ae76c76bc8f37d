import { beforeEach, describe, expect, it, vi } from 'vitest';
import { changesSince } from '../../renderer/pages/start/changeGroups.ts';

type Entry = Parameters<typeof changesSince>[0][number];

function entry(sequence: number, labelKey: string, more: Partial<Entry> = {}): Entry {
  return { sequence, at: '2026-11-17T10:00:00.000Z', actor: 'Anna', operation: 'x', labelKey, params: {}, rows: 1, mayRollBack: false, state: 'done', ...more };
}

describe('what changed since the last visit', () => {
  it('is told in groups, one of a kind in its own words, by how many people', () => {
    const entries = [
      entry(9, 'history.setStates.migrated', { params: { accounts: 30, track: 'mail' } }),
      entry(8, 'history.setStates.migrated', { params: { accounts: 12, track: 'mail' }, actor: 'Bernd' }),
      entry(7, 'history.moveTask'),
      entry(6, 'history.moveTask'),
      entry(5, 'history.changeAssumption', { params: { key: 'k', value: 2 } }),
      entry(4, 'history.addItem'),
    ];
    expect(changesSince(entries, 6, 4, 9)).toEqual({
      changes: 5,
      people: 2,
      isCut: false,
      groups: [
        { messageKey: 'startPage.since.moved', params: { count: 2 } },
        { messageKey: 'startPage.since.migrated', params: { count: 42 } },
        { messageKey: 'history.changeAssumption', params: { key: 'k', value: 2 } },
      ],
    });
  });

  it('leaves out what was undone again and says how many steps went back or forth', () => {
    const entries = [entry(6, 'history.moveTask', { state: 'undone' }), entry(5, 'history.addItem')];
    // Command 7 undid command 6.
    expect(changesSince(entries, 2, 5, 7)).toEqual({
      changes: 0,
      people: 0,
      isCut: false,
      groups: [{ messageKey: 'startPage.since.undone', params: { count: 1 } }],
    });
  });

  it('is nothing where nobody did anything, and leaves out what is done after opening', () => {
    const entries = [entry(6, 'history.moveTask'), entry(5, 'history.addItem')];
    expect(changesSince(entries, 2, 5, 5).groups).toEqual([]);
  });

  it('says when there is more than it was given', () => {
    expect(changesSince([entry(900, 'history.moveTask'), entry(899, 'history.moveTask')], 700, 3, 900)).toMatchObject({ changes: 2, isCut: true });
  });
});

describe('a visit', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => kept.set(key, value) });
    vi.resetModules();
  });
  const open = async () => {
    const { useLastVisit } = await import('../../renderer/core/lastVisit.ts');
    return useLastVisit.getState;
  };

  it('knows the one before, however much is done during it, and each plan for itself', async () => {
    const visits = await open();
    visits().note('plan A', 10, new Date('2026-11-17T10:00:00Z'));
    expect(visits().since).toEqual({ plan: 'plan A', last: null, openedAt: 10 });
    visits().note('plan A', 12, new Date('2026-11-17T11:00:00Z'));
    visits().end();
    visits().note('plan B', 3, new Date('2026-11-18T10:00:00Z'));
    expect(visits().since).toEqual({ plan: 'plan B', last: null, openedAt: 3 });
    visits().note('plan A', 20, new Date('2026-11-19T10:00:00Z'));
    visits().note('plan A', 21, new Date('2026-11-19T10:05:00Z'));
    expect(visits().since).toEqual({ plan: 'plan A', last: { sequence: 12, at: '2026-11-17T11:00:00.000Z' }, openedAt: 20 });
  });

  it('of an older copy of the plan is still known to come after a later one', async () => {
    const visits = await open();
    visits().note('plan A', 20, new Date('2026-11-17T10:00:00Z'));
    visits().end();
    visits().note('plan A', 8, new Date('2026-11-18T10:00:00Z'));
    expect(visits().since).toMatchObject({ last: { sequence: 20 }, openedAt: 8 });
  });
});
