import type { Browser, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { compareNames } from '../../core/domain/sortKey.ts';
import { openPage, reasonToSkipBrowser, type ServedPages } from '../support/browser.ts';
import { sampleInBrowser } from '../support/sampleInBrowser.ts';

const skipped = reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`;

async function onPage(browser: Browser, served: ServedPages, route: string, work: (page: Page) => Promise<void>): Promise<void> {
  const opened = await openPage(browser, served, { route, theme: 'light', locale: 'en' });
  try {
    await opened.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await work(opened.page);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.close();
  }
}

const row = (grid: Locator, index: number): Locator => grid.locator(`[data-index="${index}"]`);
const rowCount = async (grid: Locator) => Number(await grid.getAttribute('aria-rowcount')) - 1;
const viewButton = (page: Page) => page.getByRole('button', { name: /^View: / });
const copied = (page: Page) => page.evaluate('navigator.clipboard.readText()') as Promise<string>;
async function copyTable(page: Page): Promise<string[]> {
  await page.evaluate("navigator.clipboard.writeText('')");
  await page.getByRole('button', { name: 'Copy as table' }).click();
  await expect.poll(() => copied(page)).not.toBe('');
  return (await copied(page)).split('\n');
}
async function chooseInMenu(page: Page, button: Locator, role: 'menuitemradio' | 'menuitem' | 'menuitemcheckbox', name: string): Promise<void> {
  await button.click();
  await page.getByRole(role, { name, exact: true }).click();
}

describe.skipIf(reasonToSkipBrowser !== null)(`the other tables in a browser${skipped}`, () => {
  const sample = sampleInBrowser();

  it('narrow, order and copy the contracts, and keep that as a view', async () => {
    const contracts = await sample.served.running.core.call('inventory.listContracts', {});
    await onPage(sample.browser, sample.served, 'inventory/contracts', async (page) => {
      const grid = page.getByRole('grid', { name: 'Contracts' });
      await expect.poll(() => rowCount(grid)).toBe(contracts.length);
      const item = contracts[0]?.itemName ?? '';
      await page.getByRole('searchbox', { name: 'Contract, item, supplier' }).fill(item.toUpperCase());
      const found = contracts.filter((contract) => [contract.name, contract.itemName, contract.supplier].some((text) => text.includes(item)));
      expect(found.length).toBeLessThan(contracts.length);
      await expect.poll(() => rowCount(grid)).toBe(found.length);
      await page.getByRole('button', { name: 'Contract', exact: true }).click();
      await page.getByRole('button', { name: 'Columns' }).click();
      for (const name of ['Decide by', 'Term until', 'Item', 'Renewal']) await page.getByRole('menuitemcheckbox', { name, exact: true }).click();
      await page.keyboard.press('Escape');
      const [heading, ...lines] = await copyTable(page);
      expect(heading).toBe('Contract\tCost a year\tSupplier');
      expect(lines.map((line) => line.split('\t')[0])).toEqual(found.map(({ name }) => name).toSorted(compareNames));

      await chooseInMenu(page, viewButton(page), 'menuitem', 'Save as view …');
      await page.getByRole('textbox', { name: 'Name' }).fill('One item');
      await page.keyboard.press('Enter');
      await expect.poll(() => viewButton(page).textContent()).toBe('View: One item');
      await chooseInMenu(page, viewButton(page), 'menuitemradio', 'All');
      await expect.poll(() => rowCount(grid)).toBe(contracts.length);

      await page.keyboard.press('Control+k');
      await page.keyboard.type('view one item');
      await page.getByRole('option', { name: /View: One item/ }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => rowCount(grid)).toBe(found.length);
      expect(await grid.getByRole('columnheader', { name: 'Contract' }).getAttribute('aria-sort')).toBe('ascending');
    });
  });

  it('give many units one role in one step, and take it back in one', async () => {
    const roles = async () => (await sample.served.running.core.call('inventory.listUnits', {})).filter(({ role }) => role === 'onCall').length;
    const units = await sample.served.running.core.call('inventory.listUnits', {});
    const before = await roles();
    await onPage(sample.browser, sample.served, 'inventory/units', async (page) => {
      const grid = page.getByRole('grid');
      await expect.poll(() => rowCount(grid)).toBe(units.length);
      await page.getByRole('button', { name: 'Accounts', exact: true }).click();
      const most = Math.max(...units.map(({ accountCount }) => accountCount));
      await expect.poll(async () => (await row(grid, 0).getByRole('gridcell').last().textContent())?.replaceAll(/\D/g, '')).toBe(String(most));
      const word = units.at(-1)?.name.slice(0, 5) ?? '';
      await page.getByRole('searchbox', { name: 'Find a unit' }).fill(word);
      const found = units.filter(({ path }) => path.toLowerCase().includes(word.toLowerCase()));
      await expect.poll(() => rowCount(grid)).toBe(found.length);
      await grid.getByRole('checkbox', { name: 'Select all' }).click();
      await page.getByText(`${found.length} of ${found.length} selected`).waitFor();
      await chooseInMenu(page, page.getByRole('button', { name: 'Set the role' }), 'menuitem', 'on call, last');
      const changed = found.filter(({ role }) => role !== 'onCall').length;
      const notice = page.getByText(new RegExp(`^${changed} of ${found.length} units? changed`));
      await notice.waitFor();
      expect(await roles()).toBe(before + changed);
      await page.getByRole('listitem').filter({ has: notice }).getByRole('button', { name: 'Undo' }).click();
      await expect.poll(roles).toBe(before);
    });
  });

  it('narrow the waves by their state, order them by accounts and copy them', async () => {
    await onPage(sample.browser, sample.served, 'tracking', async (page) => {
      const { tracks, waves } = await sample.served.running.core.call('tracking.getStatus', { today: '2027-01-04' as never });
      const trackId = tracks.find(({ accounts }) => accounts > 0)?.trackId;
      const ofTrack = waves.filter((wave) => wave.trackId === trackId);
      const grid = page.getByRole('grid', { name: 'Waves' });
      await expect.poll(() => rowCount(grid)).toBe(ofTrack.length);
      await page.getByRole('button', { name: 'Accounts', exact: true }).click();
      const [heading, ...lines] = await copyTable(page);
      expect(heading).toBe('Wave\tDates\tState\tAccounts\tMigrated\tPlanned\tProblem\tException');
      expect(lines.map((line) => Number(line.split('\t')[3]))).toEqual(ofTrack.map(({ accounts }) => accounts).toSorted((one, other) => other - one));
      await page.getByRole('combobox', { name: 'State' }).selectOption('done');
      await page.getByText('No wave is in this state.').waitFor();
      await chooseInMenu(page, viewButton(page), 'menuitemradio', 'All');
      await expect.poll(() => rowCount(grid)).toBe(ofTrack.length);
    });
  });

  it('find, order and copy the reasons that hold accounts back', async () => {
    const { core } = sample.served.running;
    const { tracks } = await core.call('tracking.getStatus', { today: '2027-01-04' as never });
    const trackId = tracks.find(({ accounts }) => accounts > 0)?.trackId;
    if (trackId === undefined) throw new Error('no track has accounts');
    const ids = await core.call('tracking.listAccountIds', { trackId, limit: 5 });
    const hold = (reason: string, accountIds: typeof ids) =>
      core.call('tracking.setStates', {
        commandId: `reason ${reason}`,
        trackId,
        state: 'problem',
        reason,
        on: '2027-01-04' as never,
        accounts: { by: 'account', accountIds },
      });
    await hold('Shared mailbox', ids.slice(0, 2));
    await hold('Calendar add-in', ids.slice(2));
    await onPage(sample.browser, sample.served, 'tracking', async (page) => {
      await page.getByRole('tab', { name: /^Problems/ }).click();
      const grid = page.getByRole('grid', { name: 'Problems' });
      await expect.poll(() => rowCount(grid)).toBe(2);
      expect(await copyTable(page)).toEqual(['Reason\tShare\tAccounts', 'Calendar add-in\t60.0%\t3', 'Shared mailbox\t40.0%\t2']);
      await page.getByRole('button', { name: 'Accounts', exact: true }).click();
      expect((await copyTable(page))[1]).toContain('Shared mailbox');
      await page.getByRole('searchbox', { name: 'Find a reason' }).fill('CALENDAR');
      await expect.poll(() => rowCount(grid)).toBe(1);
    });
  });

  it('order raw names in the query, and give many of them a product in one step', async () => {
    const { core } = sample.served.running;
    const list = (sort: 'rawName' | 'installations', limit = 1000) =>
      core.call('inventory.listRawNames', { kind: 'unmatched', sort, direction: sort === 'rawName' ? 'ascending' : 'descending', limit });
    const { total, rawNames } = await list('rawName');
    expect(total).toBeGreaterThan(2);
    await onPage(sample.browser, sample.served, 'inventory/names', async (page) => {
      const grid = page.getByRole('grid', { name: 'Raw names' });
      await expect.poll(() => rowCount(grid)).toBe(total);
      const tools = page.getByRole('complementary', { name: 'Raw names' });
      await tools.getByRole('button', { name: 'Raw name', exact: true }).click();
      await expect.poll(async () => (await row(grid, 0).textContent())?.includes(rawNames[0]?.rawName ?? '-')).toBe(true);
      await row(grid, 0).getByRole('checkbox').click();
      await row(grid, 1)
        .getByRole('checkbox')
        .click({ modifiers: ['Shift'] });
      await page.getByText(`2 of ${total} selected`).waitFor();
      await page.getByRole('button', { name: 'Assign', exact: true }).click();
      const field = page.getByRole('dialog').getByRole('combobox');
      await field.fill('LibreOffice');
      await page.getByRole('listbox').getByRole('option').first().click();
      await page.getByRole('dialog').getByRole('button', { name: 'Assign' }).click();
      await expect.poll(async () => (await list('rawName', 1)).total).toBeLessThan(total);
      const { entries } = await core.call('history.list', { limit: 1 });
      expect(entries[0]?.labelKey).toBe('history.assignNames');
    });
  });
});
