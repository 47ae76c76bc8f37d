import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';
import { textOf } from './models/textOf.ts';

/** What a screen reader is given to say; `docs/accessibility.md` tells what Orca made of it. */
describe.skipIf(reasonToSkipBrowser !== null)(`what is spoken${reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`}`, () => {
  let browser: Browser;
  let served: ServedPages;
  let empty: ServedPages;

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages({ withSample: true });
    empty = await servePages({ withSample: false });
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    served?.close();
    empty?.close();
  });

  const at = async (route: string, use: (page: Page) => Promise<void>, from = served) => {
    const opened = await openPage(browser, from, { route, theme: 'light', locale: 'en' });
    opened.page.setDefaultTimeout(20_000);
    await use(opened.page);
    await opened.close();
  };
  const focused = (page: Page) => page.locator(':focus').ariaSnapshot();
  const statuses = async (page: Page) => (await page.getByRole('status').allInnerTexts()).map((text) => text.trim()).filter(Boolean);

  it('reads a row of a table as its name and each value after its heading', async () => {
    await at('inventory', async (page) => {
      const row = page.getByRole('grid', { name: 'Items in the inventory' }).getByRole('row').nth(1);
      await row.getByRole('gridcell').nth(2).waitFor();
      await row.focus();
      expect(await focused(page)).toMatch(/^- row "(?!Select).+ Vendor .+ Track .+ Installations .+ Seats .+ Cost a year .+ /);
      expect(await row.getByRole('checkbox').getAttribute('aria-labelledby')).not.toBeNull();
    });
  });

  it('reads a row of the chart with the word for its accounts and its days once', async () => {
    await at('timeline', async (page) => {
      const row = page.getByRole('treegrid').getByRole('row', { name: /^Office software/ });
      await row.waitFor();
      const [line = ''] = (await row.ariaSnapshot()).split('\n');
      expect(line).toMatch(/^- 'row "Office software, [\d,]+ accounts, [^"]+ – [^"]+"|^- row "Office software, [\d,]+ accounts, [^"]+ – [^"]+"/);
      expect(line.match(/ 20\d\d/g)).toHaveLength(2);
    });
  });

  it('says what follows from a move in one piece, the task first', async () => {
    await at('timeline', async (page) => {
      await page.getByRole('button', { name: 'Open all', exact: true }).click();
      await page.locator('[role="treegrid"] [role="row"][tabindex="0"]').focus();
      for (let rows = 0; rows < 60 && !/row "Wave 2, /.test(await focused(page)); rows++) await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toMatch(/row "Wave 2, /);
      await page.keyboard.press('Shift+ArrowRight');
      const panel = page.getByRole('complementary');
      await panel.getByText(/^Starts on .* later\.$/).waitFor();
      await expect.poll(() => statuses(page)).toContainEqual(expect.stringMatching(/^Starts on .* later\. .*other tasks? moves?\. The finish .*\.$/));
    });
  });

  it('leaves the buttons of a notice out of what is said by itself', async () => {
    await at('history', async (page) => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page
        .getByRole('banner')
        .getByRole('button', { name: /^Undo: / })
        .click();
      const notice = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Dismiss' }) });
      await notice.waitFor();
      const live = await notice.evaluate((line) => {
        const nearest = (element: { closest(selector: string): { getAttribute(name: string): string | null } | null } | null) =>
          element?.closest('[aria-live]')?.getAttribute('aria-live');
        const all = line as unknown as { querySelector(selector: string): Parameters<typeof nearest>[0] };
        return [nearest(all.querySelector('p')), nearest(all.querySelector('button'))];
      });
      expect(live).toEqual(['polite', 'off']);
      await page
        .getByRole('banner')
        .getByRole('button', { name: /^Redo: / })
        .click();
    });
  });

  it('names the page where the focus goes, and says which page the rail has opened', async () => {
    await at('inventory', async (page) => {
      await page.getByRole('button', { name: 'Skip to content' }).focus();
      await page.keyboard.press('Enter');
      expect(await focused(page)).toMatch(/^- main "Inventory"/);
      const rail = page.getByRole('navigation', { name: 'Pages' });
      await rail.getByRole('button', { name: 'Mapping' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Mapping' }).waitFor();
      expect(await textOf(rail.getByRole('status'))).toBe('Page shown: Mapping');
      expect(await focused(page)).toMatch(/^- button "Mapping"/);
    });
  });

  it('says that a search has found nothing', async () => {
    await at('start', async (page) => {
      await page.keyboard.press('Control+k');
      const palette = page.getByRole('dialog', { name: 'Find and run' });
      await palette.getByRole('option').first().waitFor();
      expect(await textOf(palette.getByRole('status'))).toBe('');
      await page.keyboard.type('xyzzy');
      await expect.poll(() => textOf(palette.getByRole('status'))).toBe('Nothing found.');
    });
  });

  it('begins a new plan at its heading, and goes to the first field that is wrong', async () => {
    await at(
      'start',
      async (page) => {
        await page.getByRole('button', { name: /^New plan/ }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('radio').first().waitFor();
        await expect.poll(() => focused(page)).toMatch(/heading "New plan ?: Step 1 of 3: Template"/);
        await page.getByRole('button', { name: 'Next' }).click();
        await page.getByRole('textbox', { name: 'Name of the plan' }).fill('A plan');
        await page.getByRole('button', { name: 'Next' }).click();
        await expect.poll(() => focused(page)).toMatch(/textbox "Administration"/);
        expect(await page.getByRole('alert').count()).toBe(0);
        const said = await page.getByRole('textbox', { name: 'Administration' }).getAttribute('aria-describedby');
        expect(await textOf(page.locator(`[id="${said?.split(' ')[0]}"]`))).toBe('Enter a name.');
      },
      empty,
    );
  });
});
