import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';

describe.skipIf(reasonToSkipBrowser !== null)('the palette on a slow machine', () => {
  let browser: Browser;
  let served: ServedPages;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages({ withSample: true });
    ({ page } = await openPage(browser, served, { route: 'start', locale: 'en', theme: 'light' }));
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: 6 });
  });
  afterAll(async () => {
    await browser?.close();
    served?.close();
  });

  const open = async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').and(page.locator(':focus')).waitFor();
  };

  it.each(['Costs', 'Tracking', 'Inventory'])('goes to what was typed, with Enter before the list has an entry (%s)', async (name) => {
    await open();
    await page.keyboard.type(name.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
  });

  it('does nothing where nothing has that name', async () => {
    await open();
    await page.keyboard.type('qqqq');
    await page.keyboard.press('Enter');
    await page.locator('.palette-none').waitFor();
    expect(await page.getByRole('dialog').getByRole('combobox').inputValue()).toBe('qqqq');
    await page.keyboard.press('Escape');
  });
});
