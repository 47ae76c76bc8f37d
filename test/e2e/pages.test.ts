import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';
import { axeViolations } from '../support/pageChecks.ts';

const routes = ['start', 'inventory', 'mapping', 'register', 'timeline', 'costs', 'tracking', 'report', 'history'] as const;

describe.skipIf(reasonToSkipBrowser !== null)(`the pages in a browser${reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`}`, () => {
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

  it.each(routes.flatMap((route) => (['light', 'dark'] as const).map((theme) => ({ route, theme }))))(
    'show $route in $theme without an error, a request to elsewhere or a violation that axe finds',
    async ({ route, theme }) => {
      const opened = await openPage(browser, sample, { route, theme, locale: 'de' });
      try {
        expect(await axeViolations(opened.page)).toEqual([]);
        expect(opened.complaints).toEqual([]);
        expect(opened.foreign).toEqual([]);
      } finally {
        await opened.close();
      }
    },
  );

  it.each(['de', 'en', 'fr'])('leave no key untranslated in %s', async (locale) => {
    for (const route of routes) {
      const opened = await openPage(browser, sample, { route, theme: 'light', locale });
      // biome-ignore lint/performance/useDomNodeTextContent: hidden texts are nobody's to read, and React keeps data in them
      const text = await opened.page.locator('body').innerText();
      await opened.close();
      expect(
        text.match(/\b(?:window|app|cli|common|history|import|issue|format|schedule|cost|tracking|mapping|report|[a-z]+Page)\.[a-zA-Z]+\.[a-zA-Z.]+\b/g) ?? [],
      ).toEqual([]);
    }
  });

  it('offer a new plan, an open one and the sample where no plan is open', async () => {
    const opened = await openPage(browser, empty, { route: 'start', theme: 'light', locale: 'en' });
    const buttons = await opened.page.locator('main').getByRole('button').allInnerTexts();
    const complaints = [...opened.complaints];
    await opened.close();
    expect(buttons.length).toBeGreaterThanOrEqual(3);
    expect(complaints.filter((text) => !text.includes('noPlanOpen'))).toEqual([]);
  });

  it('are not given to whoever does not know the token, names another host or comes from another site', async () => {
    const { origin } = new URL(sample.address);
    expect(await (await fetch(`${origin}/`)).text()).not.toContain('root');
    expect((await fetch(`${origin}/guess/`)).status).toBe(404);
    expect((await fetch(`${sample.address}../../../../etc/passwd`)).status).toBe(404);
    expect((await fetch(`${sample.address}%2e%2e%2f%2e%2e%2fpackage.json`)).status).toBe(404);
    expect((await fetch(sample.address, { headers: { Origin: 'http://evil.example' } })).status).toBe(403);
    expect((await fetch(`${sample.address}shell/__proto__`, { method: 'POST' })).status).toBe(404);
  });
});
