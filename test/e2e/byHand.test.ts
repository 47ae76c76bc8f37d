import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';

/** Presses Tab until what has the focus carries this name; a page on which it cannot be reached so fails. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 120; steps += 1) {
    const hasFocus = await page.evaluate((wanted) => {
      const { document } = globalThis as unknown as {
        document: { activeElement: { labels?: ArrayLike<{ textContent: string }>; textContent: string; getAttribute(name: string): string | null } | null };
      };
      const focused = document.activeElement;
      const own = focused?.getAttribute('aria-label') ?? focused?.labels?.[0]?.textContent ?? focused?.textContent ?? '';
      return own.trim() === wanted;
    }, name);
    if (hasFocus) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach "${name}"`);
}

async function fill(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(text);
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

describe.skipIf(reasonToSkipBrowser !== null)(`by hand${reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`}`, () => {
  let browser: Browser;
  let sample: ServedPages;
  let empty: ServedPages;

  beforeAll(async () => {
    browser = await launchBrowser();
    sample = await servePages({ withSample: true });
    empty = await servePages({ withSample: false });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    sample?.close();
    empty?.close();
  });

  it('software and a contract are entered by keyboard alone, the day to decide stands on the timeline, and both are undone', async () => {
    const opened = await openPage(browser, sample, { route: 'inventory', theme: 'light', locale: 'de' });
    const { page } = opened;
    try {
      await press(page, 'Programm hinzufügen');
      await fill(page, 'Programm', 'Kartenblick');
      await fill(page, 'Hersteller', 'Geo GmbH');
      await fill(page, 'Installationen', 'viele');
      await fill(page, 'Kosten im Jahr (€)', '12.345,50');
      await page.keyboard.press('Enter');
      await page.getByText('Geben Sie eine ganze Zahl ein, zum Beispiel 1.200.').waitFor();
      await page.waitForFunction("document.activeElement?.getAttribute('aria-invalid') === 'true'");
      await fill(page, 'Installationen', '40');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Kartenblick', level: 2 }).waitFor();
      expect(await page.locator('.detail-figures').textContent()).toContain('12.345,50\u00a0€');

      await press(page, 'Vertrag hinzufügen');
      await fill(page, 'Bezeichnung oder Nummer', 'Pflege Kartenblick');
      await fill(page, 'Beginn', '1.6.2026');
      await fill(page, 'Laufzeit (Monate)', '24');
      await page.getByText('Zu entscheiden bis 02.03.2028, für das Ende am 31.05.2028').waitFor();
      const terms = await page.locator('.contract-terms tbody th').allInnerTexts();
      expect(terms).toEqual(['02.03.2028', '02.03.2029', '02.03.2030', '02.03.2031']);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Pflege Kartenblick', exact: true }).waitFor();
      const [contract] = (await sample.running.core.call('inventory.listContracts', {})).filter(({ name }) => name === 'Pflege Kartenblick');
      expect(contract).toMatchObject({ itemName: 'Kartenblick', supplier: 'Geo GmbH', startsOn: '2026-06-01', endsOn: '2028-05-31', noticeDays: 90 });

      await press(page, 'Zeitplan');
      const flag = page.getByRole('button', { name: /^Zu entscheiden bis 02\.03\.2028: Pflege Kartenblick/ });
      await flag.waitFor();
      await flag.press('Enter');
      await press(page, 'Vertrag ansehen und ändern');
      await page.getByRole('heading', { name: 'Pflege Kartenblick', level: 2 }).waitFor();

      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+Z');
      await page.getByRole('gridcell', { name: 'Pflege Kartenblick', exact: true }).waitFor({ state: 'detached' });
      await page.keyboard.press('ControlOrMeta+Z');
      await expect.poll(async () => (await sample.running.core.call('inventory.listItems', { search: 'Kartenblick' })).total).toBe(0);
      expect((await sample.running.core.call('inventory.listContracts', {})).map(({ name }) => name)).not.toContain('Pflege Kartenblick');
      expect(opened.complaints).toEqual([]);
    } finally {
      await opened.close();
    }
  });

  it('the start page tells what changed since somebody was last here, and leads to that place of the history', async () => {
    const { core } = sample.running;
    const opened = await openPage(browser, sample, { route: 'start', theme: 'light', locale: 'en' });
    try {
      await opened.page.getByRole('heading', { name: 'Latest changes' }).waitFor();
      for (const name of ['One tool', 'Another tool']) await core.call('inventory.addItem', { commandId: `since-${name}`, name, productId: null });
      await expect.poll(() => opened.page.evaluate('JSON.parse(localStorage.getItem("lastVisits") ?? "null") !== null')).toBe(true);
      const again = async () => {
        const page = await opened.page.context().newPage();
        await page.goto(`${sample.address}#/start`);
        await page.getByRole('heading', { name: 'Since you were last here' }).waitFor();
        return page;
      };
      const quiet = await again();
      await quiet.getByText(/^Nothing has changed since today/).waitFor();
      await quiet.close();
      await opened.page.close();

      for (const name of ['A third tool', 'A fourth tool']) await core.call('inventory.addItem', { commandId: `since-${name}`, name, productId: null });
      await core.call('plan.changeDetails', { commandId: 'since-details', name: 'Renamed' });
      await core.call('history.undo', { commandId: 'since-undo-details' });
      const page = await again();
      await page.getByText(/^Since today, \d\d:\d\d: 2 changes by 1 person$/).waitFor();
      expect(await page.locator('.change-list li').allInnerTexts()).toEqual(['2 changes of the inventory', 'one step undone or redone']);
      await page.getByRole('button', { name: 'Open the history' }).click();
      const seen = page.locator('.history-seen');
      await seen.waitFor();
      expect(await seen.textContent()).toContain('Another tool');
    } finally {
      await opened.close();
    }
  });

  it('without a plan the register can be read, and every other page says how to come to one', async () => {
    for (const [route, name] of [
      ['inventory', 'Bestand'],
      ['timeline', 'Zeitplan'],
      ['tracking', 'Fortschritt'],
    ] as const) {
      const opened = await openPage(browser, empty, { route, theme: 'light', locale: 'de' });
      await opened.page.getByText(`Die Seite „${name}“ zeigt einen Plan.`).waitFor();
      await opened.page.getByRole('button', { name: 'Neuer Plan' }).waitFor();
      await opened.close();
    }
    const opened = await openPage(browser, empty, { route: 'register', theme: 'light', locale: 'de' });
    expect(await opened.page.getByRole('row').count()).toBeGreaterThan(5);
    await opened.page.getByRole('tab', { name: 'Ausfall' }).click();
    await opened.page.getByRole('radio').first().click();
    await opened.page.getByText(/^\d+ Produkte des Katalogs fallen aus\.$/).waitFor();
    await opened.close();
  });
});
