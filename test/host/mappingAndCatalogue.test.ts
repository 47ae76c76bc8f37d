import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CoreClient } from '../../core/rpc/client.ts';
import { createCore } from '../../host/createCore.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

let core: CoreClient;
let nextCommand = 1;
const commandId = () => `command-${String(nextCommand++).padStart(8, '0')}`;

beforeEach(async () => {
  const running = createCore({ plan: { path: join(temporaryFolder(), 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => running.close());
  core = running.core;
  await core.call('plan.create', {
    commandId: commandId(),
    templateId: 'schleswig-holstein',
    name: 'P',
    administration: 'A',
    startsOn: '2027-01-04' as never,
    locale: 'en',
  });
  for (const [name, productId, accounts] of [
    ['Word 2019', 'microsoft-office', 40],
    ['Exchange', 'microsoft-exchange-server', 10],
    ['Firefox', 'firefox', 30],
    ['Something', null, 5],
  ] as const) {
    await core.call('inventory.addItem', { commandId: commandId(), name, productId: productId as never, accounts });
  }
});

const namesOf = (rows: readonly { readonly itemName: string }[]) => rows.map((row) => row.itemName);

describe('the mapping', () => {
  it('is filtered and counted, each count without its own filter', async () => {
    await core.call('mapping.acceptProposals', { commandId: commandId() });
    const all = await core.call('mapping.list', { sort: 'name' });
    expect(namesOf(all.rows)).toEqual(['Exchange', 'Firefox', 'Something', 'Word 2019']);
    expect(all.byTrack).toMatchObject({ mail: 1, none: 1 });
    const replaced = await core.call('mapping.list', { strategy: 'replace', track: 'mail' });
    expect(namesOf(replaced.rows)).toEqual(['Exchange']);
    expect(replaced.byStrategy).toEqual({ replace: 1, keep: 0, retire: 0, undecided: 0 });
    expect(namesOf((await core.call('mapping.list', { search: 'wörd 20' })).rows)).toEqual(['Word 2019']);
    expect(namesOf((await core.call('mapping.list', { sort: 'name', direction: 'descending' })).rows)[0]).toBe('Word 2019');
  });

  it('says what a proposal would change, and writes only the chosen ones', async () => {
    const { changed } = await core.call('mapping.preview', {});
    expect(changed).toHaveLength(4);
    expect(changed.every((change) => change.strategyBefore === 'undecided')).toBe(true);
    const [first] = changed;
    const done = await core.call('mapping.acceptProposals', { commandId: commandId(), itemIds: [first?.itemId as never] });
    expect(done.changed).toBe(1);
    expect((await core.call('mapping.preview', {})).changes).toBe(3);
  });

  it('decides for everything that matches, without the excepted', async () => {
    const { rows } = await core.call('mapping.list', { sort: 'name' });
    const except = rows[0]?.itemId as never;
    const done = await core.call('mapping.decide', { commandId: commandId(), matching: {}, exceptItemIds: [except], strategy: 'keep' });
    expect(done.changed).toBe(3);
    expect((await core.call('mapping.list', {})).byStrategy).toMatchObject({ keep: 3, undecided: 1 });
    await expect(core.call('mapping.decide', { commandId: commandId(), strategy: 'keep' })).rejects.toMatchObject({
      code: 'invalid',
      messageKey: 'app.noItemChosen',
    });
  });

  it('gives a decision back to the template only when asked to', async () => {
    const { rows } = await core.call('mapping.list', { search: 'exchange' });
    const itemIds = rows.map((row) => row.itemId);
    await core.call('mapping.decide', { commandId: commandId(), itemIds, strategy: 'retire', note: 'why' });
    expect((await core.call('mapping.acceptProposals', { commandId: commandId(), itemIds })).changed).toBe(0);
    await core.call('mapping.acceptProposals', { commandId: commandId(), itemIds, overwrites: true });
    const after = (await core.call('mapping.list', { search: 'exchange' })).rows[0];
    expect(after).toMatchObject({ strategy: 'replace', isOverridden: false, note: 'why' });
  });
});

describe('the register', () => {
  it('pages and counts the products with their axes', async () => {
    const first = await core.call('catalogue.listAxes', { limit: 5, kind: 'service' });
    expect(first.rows).toHaveLength(5);
    expect(first.total).toBe(first.byKind.service);
    expect(first.rows.every((row) => row.kind === 'service')).toBe(true);
    const both = await core.call('catalogue.listAxes', { isInPlan: true });
    expect(both.rows.map((row) => row.id)).toEqual(expect.arrayContaining(['microsoft-office', 'firefox']));
    expect(both.total).toBe(3);
  });

  it('finds by name, the best hit first', async () => {
    expect((await core.call('catalogue.listAxes', { search: 'nextcloud' })).rows[0]?.id).toBe('nextcloud');
    expect((await core.call('catalogue.listProviders', { search: 'microsoft' })).rows[0]?.id).toBe('microsoft');
  });

  it('puts what has no known end of support last, whichever way', async () => {
    for (const direction of ['ascending', 'descending'] as const) {
      const { rows } = await core.call('catalogue.listAxes', { sort: 'support', direction, limit: 1000 });
      const known = rows.map((row) => row.axes.support?.on ?? null);
      const firstUnknown = known.indexOf(null);
      expect(firstUnknown).toBeGreaterThan(0);
      expect(known.slice(firstUnknown).every((on) => on === null)).toBe(true);
      const dates = known.slice(0, firstUnknown);
      expect(dates).toEqual([...dates].sort((one, other) => (direction === 'ascending' ? 1 : -1) * ((one ?? '') < (other ?? '') ? -1 : 1)));
    }
  });

  it('names for a product who is said to take its place, with the source', async () => {
    const entry = await core.call('catalogue.get', { id: 'microsoft-exchange-server', locale: 'de' });
    if (entry.kind !== 'product') throw new Error('a product was asked for');
    expect(entry.replacedBy.length).toBeGreaterThan(0);
    for (const { claim } of entry.replacedBy) expect(claim).toMatchObject({ about: 'replaces', subject: { id: 'microsoft-exchange-server' } });
  });

  it('lists the outages that can be replayed', async () => {
    const events = await core.call('catalogue.listEvents', { locale: 'fr' });
    expect(events.map((event) => event.id)).toContain('cloudflare-2025-11-18');
    const replay = await core.call('sovereignty.simulateOutage', { eventId: 'cloudflare-2025-11-18', at: null });
    expect(replay.providers).toEqual(['cloudflare']);
  });
});
