import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage, reasonToSkipBrowser, type ServedPages } from '../support/browser.ts';
import { sampleInBrowser } from '../support/sampleInBrowser.ts';

const skipped = reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`;

/** Runs on a page of its own; whatever the page complains about fails the test. */
async function onPage(browser: Browser, served: ServedPages, route: string, work: (page: Page) => Promise<void>): Promise<void> {
  const opened = await openPage(browser, served, { route, theme: 'light', locale: 'en' });
  try {
    await work(opened.page);
    expect(opened.complaints).toEqual([]);
  } finally {
    await opened.close();
  }
}

const grid = (page: Page) => page.getByRole('grid');
/** The row at a place of the list, the first being 0. */
const row = (page: Page, index: number): Locator => grid(page).locator(`[data-index="${index}"]`);
const headings = async (page: Page) => (await grid(page).getByRole('columnheader').allTextContents()).map((text) => text.trim()).filter((text) => text !== '');
const viewButton = (page: Page) => page.getByRole('button', { name: /^View: / });
async function chooseInMenu(page: Page, button: Locator, role: 'menuitemradio' | 'menuitem' | 'menuitemcheckbox', name: string): Promise<void> {
  await button.click();
  await page.getByRole(role, { name, exact: true }).click();
}
async function goToAccounts(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Accounts/ }).click();
  await row(page, 0).getByRole('checkbox').waitFor();
}

describe.skipIf(reasonToSkipBrowser !== null)(`tables in a browser${skipped}`, () => {
  const sample = sampleInBrowser();

  it('keep columns, order and filter as a view, show it again after a reload, and say when it was changed', async () => {
    await onPage(sample.browser, sample.served, 'inventory', async (page) => {
      await page.getByRole('checkbox', { name: /^undecided/i }).check();
      await page.getByRole('button', { name: 'Cost a year' }).click();
      await page.getByRole('button', { name: 'Columns' }).click();
      for (const name of ['Installations', 'Seats', 'Track']) await page.getByRole('menuitemcheckbox', { name, exact: true }).click();
      await page.keyboard.press('Escape');
      expect(await headings(page)).toEqual(['Item', 'Vendor', 'Cost a year', 'Matched']);

      await chooseInMenu(page, viewButton(page), 'menuitem', 'Save as view …');
      await page.getByRole('textbox', { name: 'Name' }).fill('Dear and undecided');
      await page.keyboard.press('Enter');
      await page.getByText('Saved the view “Dear and undecided”').waitFor();
      expect(await viewButton(page).textContent()).toBe('View: Dear and undecided');
      const total = await grid(page).getAttribute('aria-rowcount');

      await chooseInMenu(page, viewButton(page), 'menuitemradio', 'All');
      await expect.poll(() => grid(page).getAttribute('aria-rowcount')).not.toBe(total);
      expect(await viewButton(page).textContent()).toBe('View: All');
      await chooseInMenu(page, viewButton(page), 'menuitemradio', 'Dear and undecided');
      await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(total);

      await page.reload();
      await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(total);
      expect(await headings(page)).toEqual(['Item', 'Vendor', 'Cost a year', 'Matched']);
      expect(await grid(page).getByRole('columnheader', { name: 'Cost a year' }).getAttribute('aria-sort')).toBe('descending');
      expect(await viewButton(page).textContent()).toBe('View: Dear and undecided');

      await page.getByRole('button', { name: 'Cost a year' }).click();
      await expect.poll(() => viewButton(page).textContent()).toContain('changed');
      await chooseInMenu(page, viewButton(page), 'menuitem', 'Update “Dear and undecided”');
      await expect.poll(() => viewButton(page).textContent()).toBe('View: Dear and undecided');
      expect(await sample.served.running.core.call('view.list', {})).toMatchObject([
        {
          table: 'inventory',
          name: 'Dear and undecided',
          definition: {
            columns: ['name', 'vendor', 'annualCostCents', 'matched'],
            sort: { by: 'annualCostCents', direction: 'ascending' },
            filter: { strategies: ['undecided'] },
          },
        },
      ]);
    });
  });

  it('narrow the inventory to what is out of support, order it by the day, and copy the day and its source', async () => {
    const list = join(sample.served.folder, 'releases.csv');
    writeFileSync(
      list,
      'Software;Hersteller;Version;Installationen\nMicrosoft Office Professional Plus 2016;Microsoft Corporation;16.0.4266.1001;300\nMicrosoft SQL Server 2019;Microsoft Corporation;15.0.2000.5;12\n',
    );
    await sample.served.running.core.call('inventory.importFiles', { commandId: 'tables-support', files: [sample.served.running.files.handleFor(list)] });
    await onPage(sample.browser, sample.served, 'inventory', async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await chooseInMenu(page, viewButton(page), 'menuitemradio', 'Support ended or ends within 12 months');
      await expect.poll(() => headings(page)).toContain('End of support');
      expect(await grid(page).getByRole('columnheader', { name: 'End of support' }).getAttribute('aria-sort')).toBe('ascending');
      await expect.poll(() => row(page, 0).textContent()).toContain('Microsoft Office');
      expect(await row(page, 0).textContent()).toContain('out of support');
      await page.getByRole('button', { name: 'Columns' }).click();
      for (const name of ['Release ending first', 'Source of the end of support']) await page.getByRole('menuitemcheckbox', { name, exact: true }).click();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Copy as table' }).click();
      await page.getByText(/rows? copied\.$/).waitFor();
      const copied = ((await page.evaluate('navigator.clipboard.readText()')) as string).split('\n').map((line) => line.split('\t'));
      expect(copied[0]?.slice(-3)).toEqual(['End of support', 'Release ending first', 'Source of the end of support']);
      const office = copied.find(([name]) => name === 'Microsoft Office') ?? [];
      expect(office.slice(-3, -1)).toEqual(['2025-10-14', expect.stringMatching(/^2016 · 300 of [\d,]+\sinstallations/)]);
      expect(office.at(-1)).not.toBe('');
    });
  });

  it('rename and remove a view with the keyboard alone, and find it with Ctrl+K', async () => {
    await sample.served.running.core.call('view.save', {
      commandId: 'tables-mapping-view',
      name: 'Mail',
      definition: { table: 'mapping', columns: ['item', 'accounts', 'replacement', 'cost'], sort: null, filter: { search: '', track: 'mail' } },
    });
    await onPage(sample.browser, sample.served, 'start', async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('view mail');
      await page.getByRole('option', { name: /View: Mail/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Mapping' }).waitFor();
      await expect.poll(() => viewButton(page).textContent()).toBe('View: Mail');
      expect(await page.getByRole('combobox', { name: 'Track' }).inputValue()).toBe('mail');

      await viewButton(page).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitemradio', { name: 'Mail' }).waitFor();
      await page.keyboard.type('Rename');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Rename the view' }).waitFor();
      await page.keyboard.type('Mailboxes');
      await page.keyboard.press('Enter');
      await expect.poll(() => viewButton(page).textContent()).toBe('View: Mailboxes');
      await expect.poll(() => page.locator(':focus').textContent()).toBe('View: Mailboxes');

      await page.keyboard.press('Enter');
      await page.keyboard.type('Remove');
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await sample.served.running.core.call('view.list', {})).filter(({ table }) => table === 'mapping')).toEqual([]);
    });
  });

  it('sort the accounts in the query, by name and by state, and not the rows that happen to be loaded', async () => {
    await onPage(sample.browser, sample.served, 'tracking', async (page) => {
      await goToAccounts(page);
      const { tracks } = await sample.served.running.core.call('tracking.getStatus', { today: '2027-01-04' as never });
      const trackId = tracks.find(({ accounts }) => accounts > 0)?.trackId;
      if (trackId === undefined) throw new Error('no track has accounts');
      const logins = async (direction: 'ascending' | 'descending') =>
        (await sample.served.running.core.call('tracking.listAccounts', { trackId, sort: 'login', direction, limit: 3 })).accounts.map(({ login }) => login);
      const shown = () => Promise.all([0, 1, 2].map(async (index) => (await row(page, index).getByRole('gridcell').nth(1).textContent())?.trim()));
      await page.getByRole('button', { name: 'Sign-in name' }).click();
      await expect.poll(shown).toEqual(await logins('ascending'));
      await page.getByRole('button', { name: 'Sign-in name' }).click();
      await expect.poll(shown).toEqual(await logins('descending'));
      expect(await grid(page).getByRole('columnheader', { name: 'Sign-in name' }).getAttribute('aria-sort')).toBe('descending');
    });
  });

  it('copy all rows of the query, in its filter, its order and its columns, with figures that a spreadsheet takes', async () => {
    await onPage(sample.browser, sample.served, 'tracking', async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page
        .getByRole('navigation', { name: 'Tracks' })
        .getByRole('button', { name: /^Mail and calendar/ })
        .click();
      await goToAccounts(page);
      const { tracks } = await sample.served.running.core.call('tracking.getStatus', { today: '2027-01-04' as never });
      const trackId = tracks.find(({ key }) => key === 'mail')?.trackId;
      if (trackId === undefined) throw new Error('the sample has no mail');
      const wanted = async (search: string) => {
        const order = { trackId, search, sort: 'login', direction: 'descending', limit: 1000 } as const;
        const pages = await Promise.all([0, 1000].map((offset) => sample.served.running.core.call('tracking.listAccounts', { ...order, offset })));
        return pages.flatMap(({ accounts }) => accounts.map(({ login }) => `${login}\tplanned\t`));
      };
      const search = page.getByRole('searchbox', { name: 'Name or reason' });
      const copied = () => page.evaluate('navigator.clipboard.readText()') as Promise<string>;
      const copy = page.getByRole('button', { name: 'Copy as table' });

      await page.getByRole('button', { name: 'Sign-in name' }).click();
      await page.getByRole('button', { name: 'Sign-in name' }).click();
      await page.getByRole('button', { name: 'Columns' }).click();
      for (const name of ['Unit', 'Since']) await page.getByRole('menuitemcheckbox', { name, exact: true }).click();
      await page.keyboard.press('Escape');
      await search.fill('1');
      const narrow = await wanted('1');
      await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(String(narrow.length + 1));
      await copy.click();
      await page.getByText(`${narrow.length} rows copied.`).waitFor();
      expect((await copied()).split('\n')).toEqual(['Sign-in name\tState\tReason', ...narrow]);

      await search.fill('');
      const all = await wanted('');
      // More than the core answers to one question.
      expect(all.length).toBeGreaterThan(1000);
      await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe(String(all.length + 1));
      await copy.click();
      await page.getByText(`${all.length.toLocaleString('en-GB')} rows copied.`).waitFor();
      expect((await copied()).split('\n').slice(1)).toEqual(all);

      await page.getByRole('tab', { name: /^Units/ }).click();
      await copy.click();
      await expect.poll(async () => (await copied()).split('\n')[0]).toBe('Unit\tAccounts\tMigrated\tPlanned\tProblem\tException');
      const [unit] = (await sample.served.running.core.call('tracking.listUnits', { trackId, limit: 1 })).units;
      expect((await copied()).split('\n')[1]).toBe([unit?.path, unit?.accounts, 0, unit?.accounts, 0, 0].join('\t'));
    });
  });

  it('choose a range across pages that were never loaded, change exactly these, and undo it', async () => {
    await onPage(sample.browser, sample.served, 'tracking', async (page) => {
      await goToAccounts(page);
      const total = Number(await grid(page).getAttribute('aria-rowcount')) - 1;
      expect(total).toBeGreaterThan(600);
      await row(page, 2).getByRole('checkbox').click();
      await page.getByText(`1 of ${total.toLocaleString('en')} selected`).waitFor();
      // Row 2 to row 600: three pages of 200, of which the middle one is never shown.
      await grid(page).evaluate((table) => {
        (table as unknown as { scrollTop: number }).scrollTop = 600 * 32;
      });
      await row(page, 600)
        .getByRole('checkbox')
        .click({ modifiers: ['Shift'] });
      await page.getByText(`599 of ${total.toLocaleString('en')} selected`).waitFor();
      await row(page, 600).focus();
      await page.keyboard.press('Shift+ArrowDown');
      await page.getByText(`600 of ${total.toLocaleString('en')} selected`).waitFor();
      await page.keyboard.press('Shift+ArrowUp');
      await page.keyboard.press('Shift+ArrowUp');
      await page.getByText(`598 of ${total.toLocaleString('en')} selected`).waitFor();

      await page.getByRole('button', { name: 'Set the state' }).click();
      const notice = page.getByText(/598 of 598/);
      await notice.waitFor();
      const migrated = async () => {
        const { tracks } = await sample.served.running.core.call('tracking.getStatus', { today: '2027-01-04' as never });
        return tracks.find(({ accounts }) => accounts > 0)?.states.migrated;
      };
      expect(await migrated()).toBe(598);
      await page.getByRole('listitem').filter({ has: notice }).getByRole('button', { name: 'Undo' }).click();
      await expect.poll(migrated).toBe(0);
    });
  });

  it('extend a range with Shift and Space, and change everything that the query finds with one decision and one undo', async () => {
    const open = async () => (await sample.served.running.core.call('mapping.list', { limit: 1 })).byStrategy.keep;
    await onPage(sample.browser, sample.served, 'inventory', async (page) => {
      await chooseInMenu(page, viewButton(page), 'menuitemradio', 'All');
      await row(page, 0).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('End');
      await page.keyboard.press('Shift+Space');
      const { total } = await sample.served.running.core.call('inventory.listItems', { limit: 1 });
      await page.getByText(`${total} of ${total} selected`).waitFor();
      await page.getByRole('button', { name: 'Clear the selection' }).click();

      const before = await open();
      await grid(page).getByRole('checkbox', { name: 'Select all' }).click();
      await page.getByText(`${total} of ${total} selected`).waitFor();
      await chooseInMenu(page, page.getByRole('button', { name: 'Decide', exact: true }), 'menuitem', 'keep');
      const notice = page.getByText(`${total} of ${total} decided.`);
      await notice.waitFor();
      expect(await open()).toBe(total);
      await page.getByRole('listitem').filter({ has: notice }).getByRole('button', { name: 'Undo' }).click();
      await expect.poll(open).toBe(before);
    });
  });
});
