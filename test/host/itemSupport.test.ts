import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { sampleTemplate } from '../../host/generate/fillSample.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

const list =
  'Software;Hersteller;Version;Installationen\n' +
  'Microsoft Office Professional Plus 2016;Microsoft Corporation;16.0.4266.1001;300\n' +
  'Microsoft Office LTSC Professional Plus 2021;Microsoft Corporation;16.0.14332.20721;2000\n' +
  'Microsoft SQL Server 2019;Microsoft Corporation;15.0.2000.5;12\n' +
  'Kartenblick 3.1;Geo GmbH;3.1;2\n';
const day = (from: string, to: string) => ({ from: isoDate(from), to: isoDate(to) });
const seen = day('2026-11-22', '2027-11-22');

async function plan() {
  const folder = temporaryFolder();
  const running = createCore({ plan: { path: join(folder, 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => running.close());
  const { core } = running;
  const startsOn = isoDate('2027-01-04');
  await core.call('plan.create', { commandId: 'support-new', templateId: sampleTemplate, name: 'Plan', administration: 'Stadt', startsOn, locale: 'de' });
  const path = join(folder, 'list.csv');
  writeFileSync(path, list);
  await core.call('inventory.importFiles', { commandId: 'support-import', files: [running.files.handleFor(path)] });
  return core;
}

describe('the end of support in the list of items', () => {
  it('comes from the releases that were read and the catalogue, with its source and the installations', async () => {
    const { items } = await (await plan()).call('inventory.listItems', { sort: 'supportEnds', direction: 'ascending' });
    expect(items.map(({ name, support }) => [name, support && [support.endsOn, support.cycle, support.installations, support.of, support.unknown]])).toEqual([
      ['Microsoft Office', ['2025-10-14', '2016', 300, 2_300, 0]],
      ['Microsoft SQL Server', ['2030-01-08', '2019', 12, 12, 0]],
      ['Kartenblick 3.1', null],
    ]);
    expect(items[0]?.support?.source.title).not.toBe('');
  });

  it('is ordered by day in both directions, the unknown last, page by page as in its ids', async () => {
    const core = await plan();
    for (const direction of ['ascending', 'descending'] as const) {
      const { items, total } = await core.call('inventory.listItems', { sort: 'supportEnds', direction });
      expect(total).toBe(3);
      expect(items[2]?.support).toBeNull();
      const second = await core.call('inventory.listItems', { sort: 'supportEnds', direction, offset: 1, limit: 1 });
      expect([second.total, second.items]).toEqual([3, [items[1]]]);
      expect(await core.call('inventory.listItemIds', { sort: 'supportEnds', direction })).toEqual(items.map(({ id }) => id));
    }
  });

  it('narrows by where the end lies, together with other filters, and counts what each choice shows', async () => {
    const core = await plan();
    const { support } = await core.call('inventory.countItems', { contractsEnding: seen, supportEnding: seen });
    expect(support).toEqual({ ended: 1, endsWithin: 0, later: 1, unknown: 1 });
    for (const state of ['ended', 'endsWithin', 'later', 'unknown'] as const) {
      const filter = { support: { is: [state], ...seen } };
      expect((await core.call('inventory.listItems', filter)).total).toBe(support[state]);
      expect((await core.call('inventory.countItems', { ...filter, contractsEnding: seen, supportEnding: seen })).support).toEqual(support);
    }
    const earlier = day('2025-01-01', '2026-01-01');
    const { items } = await core.call('inventory.listItems', { search: 'office', support: { is: ['endsWithin', 'unknown'], ...earlier } });
    expect(items.map(({ name }) => name)).toEqual(['Microsoft Office']);
  });

  it('of what is entered by hand is read from its own name', async () => {
    const core = await plan();
    const { itemId } = await core.call('inventory.addItem', {
      commandId: 'support-by-hand',
      name: 'Windows Server 2016',
      productId: 'microsoft-windows-server' as never,
    });
    expect((await core.call('inventory.getItem', { itemId })).item.support).toMatchObject({ endsOn: '2027-01-12', cycle: '2016', of: 0 });
  });
});
