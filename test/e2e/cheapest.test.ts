import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';

describe.skipIf(reasonToSkipBrowser !== null)('planning for the lowest cost in the window', () => {
  let browser: Browser;
  let served: ServedPages;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages({ withSample: true });
    ({ page } = await openPage(browser, served, { route: 'timeline', locale: 'en', theme: 'light' }));
  });
  afterAll(async () => {
    await browser?.close();
    served?.close();
  });

  it('is chosen with the keyboard, shows value and gap while it searches, and makes the plan cheaper', async () => {
    const { core } = served.running;
    await core.call('schedule.build', { commandId: 'before-the-cheapest', locale: 'en' });
    const shortest = (await core.call('cost.getCosts', { locale: 'en' })).totalCents;
    await page.getByRole('button', { name: 'Plan for another goal' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitem', { name: /^Lowest cost/ }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByText(/^Searching: .*€.* less is possible$/).waitFor();
    await page.getByText(/At most .*% above the lowest cost of a plan that finishes in the same year/).waitFor({ timeout: 60_000 });
    expect((await core.call('cost.getCosts', { locale: 'en' })).totalCents).toBeLessThan(shortest);
  });
});
