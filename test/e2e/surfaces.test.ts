import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';
import { axeViolations, lostContent, smallTargets } from '../support/pageChecks.ts';
import { writeWorkFiles } from '../support/workFiles.ts';

const routes = ['start', 'inventory', 'mapping', 'register', 'timeline', 'costs', 'tracking', 'report', 'history'] as const;
const themes = ['light', 'dark', 'contrast'] as const;

type Surface = { readonly route: string; readonly name: string; readonly hasNoPlan?: boolean; open(page: Page): Promise<void> };

const button = (page: Page, name: string | RegExp) => page.getByRole('main').getByRole('button', { name }).first();
const panel = (page: Page) => page.getByRole('complementary').waitFor();
const openFirstRow = async (page: Page, grid: string | RegExp) => {
  await page.getByRole('grid', { name: grid }).getByRole('row', { name: /./ }).nth(1).getByRole('gridcell').nth(1).click();
  await panel(page);
};
const selectFirst = async (page: Page) => page.getByRole('grid').getByRole('checkbox').nth(1).check();
const nextStep = async (page: Page, step: number) => {
  await button(page, 'Next').click();
  await page.getByRole('heading', { level: 1, name: new RegExp(`Step ${step} of 3`) }).waitFor();
};

const surfaces: readonly Surface[] = [
  {
    route: 'start',
    name: 'the palette',
    open: (page) => page.keyboard.press('Control+k').then(() => page.getByRole('dialog').getByRole('option').first().waitFor()),
  },
  {
    route: 'timeline',
    name: 'the palette with what it found',
    open: async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('microsoft');
      await page
        .getByRole('dialog')
        .getByRole('option', { name: /Microsoft/ })
        .first()
        .waitFor();
    },
  },
  { route: 'start', name: 'the sheet of shortcuts', open: (page) => page.keyboard.press('F1').then(() => page.getByRole('dialog').waitFor()) },
  {
    route: 'start',
    name: 'the scenarios',
    open: async (page) => {
      await page.getByRole('banner').getByRole('button', { name: 'Scenarios' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { route: 'start/new', name: 'the first step of a plan', hasNoPlan: true, open: (page) => page.getByRole('radio').first().waitFor() },
  { route: 'start/new', name: 'the second step of a plan', hasNoPlan: true, open: (page) => nextStep(page, 2) },
  {
    route: 'start/new',
    name: 'a step of a plan with what is missing',
    hasNoPlan: true,
    open: async (page) => {
      await nextStep(page, 2);
      await button(page, 'Next').click();
      await page.getByText('Enter a name.').first().waitFor();
    },
  },
  { route: 'inventory', name: "an item's panel", open: (page) => openFirstRow(page, 'Items in the inventory') },
  {
    route: 'inventory',
    name: 'the names without a product',
    open: (page) =>
      button(page, /^Assign/)
        .click()
        .then(() => panel(page)),
  },
  {
    route: 'inventory/names',
    name: 'a name that waits for a decision',
    open: (page) =>
      page
        .getByRole('grid', { name: 'Raw names' })
        .getByRole('row')
        .nth(1)
        .click()
        .then(() => page.getByRole('group', { name: 'No product of the catalogue' }).waitFor()),
  },
  {
    route: 'inventory/names',
    name: 'the rules about names with what one takes',
    open: async (page) => {
      await page.getByRole('button', { name: 'Rules …' }).click();
      const dialog = page.getByRole('dialog', { name: 'Name rules' });
      await dialog.getByLabel('The raw name').selectOption('contains');
      await dialog.getByLabel('Text').fill('Microsoft');
      await dialog
        .getByRole('row', { name: /Microsoft/ })
        .first()
        .waitFor();
    },
  },
  {
    route: 'inventory',
    name: 'the choice of columns',
    open: (page) =>
      button(page, 'Columns')
        .click()
        .then(() => page.getByRole('dialog').waitFor()),
  },
  {
    route: 'inventory',
    name: 'a selection with its decisions',
    open: (page) =>
      selectFirst(page)
        .then(() => button(page, /^Decide$/).click())
        .then(() => page.getByRole('menu').waitFor()),
  },
  {
    route: 'inventory',
    name: 'a selection with its replacement',
    open: (page) =>
      selectFirst(page)
        .then(() => button(page, /^Replace by/).click())
        .then(() => page.getByRole('dialog').waitFor()),
  },
  {
    route: 'mapping',
    name: 'the proposals',
    open: (page) =>
      button(page, /^Proposals/)
        .click()
        .then(() => panel(page)),
  },
  { route: 'mapping', name: 'the decision on an item', open: (page) => openFirstRow(page, 'Mapping') },
  {
    route: 'mapping',
    name: 'one decision on many items',
    open: (page) =>
      selectFirst(page)
        .then(() => button(page, /^Decide$/).click())
        .then(() => panel(page)),
  },
  { route: 'register', name: 'an entry of the register', open: (page) => openFirstRow(page, /./) },
  ...['Providers', 'Outage', 'Exposure'].map((tab) => ({
    route: 'register',
    name: `the register's ${tab.toLowerCase()}`,
    open: async (page: Page) => {
      const found = page.getByRole('tab', { name: new RegExp(tab, 'i') });
      await found.click();
    },
  })),
  {
    route: 'timeline',
    name: 'the goals of planning',
    open: (page) =>
      button(page, 'Plan for another goal')
        .click()
        .then(() => page.getByRole('menu').waitFor()),
  },
  {
    route: 'timeline',
    name: 'the capacity',
    open: (page) =>
      button(page, 'Capacity')
        .click()
        .then(() => panel(page)),
  },
  {
    route: 'timeline',
    name: 'the freezes',
    open: (page) =>
      button(page, 'Freezes')
        .click()
        .then(() => page.getByRole('dialog').waitFor()),
  },
  {
    route: 'timeline',
    name: 'the problems',
    open: (page) =>
      button(page, /problems?$/)
        .click()
        .then(() => panel(page)),
  },
  {
    route: 'inventory/contracts',
    name: 'the renewal of contracts that are selected',
    open: async (page) => {
      await selectFirst(page);
      await button(page, 'Renewal …').click();
      await page.getByRole('dialog').getByRole('textbox').waitFor();
    },
  },
  {
    route: 'inventory/contracts',
    name: 'the question before contracts are removed',
    open: async (page) => {
      await selectFirst(page);
      await button(page, 'Remove …').click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    route: 'timeline',
    name: 'contracts',
    open: (page) =>
      page
        .getByRole('toolbar', { name: 'Contracts' })
        .getByRole('button')
        .first()
        .click()
        .then(() => panel(page)),
  },
  {
    route: 'timeline',
    name: 'a track',
    open: (page) =>
      page
        .getByRole('row', { name: /^Office software/ })
        .getByRole('gridcell')
        .first()
        .click()
        .then(() => panel(page)),
  },
  {
    route: 'timeline',
    name: 'a wave that somebody would like later',
    open: async (page) => {
      await button(page, 'Open all').click();
      await page
        .getByRole('row', { name: /^Wave 2/ })
        .first()
        .getByRole('gridcell')
        .first()
        .click();
      await page.getByRole('complementary').getByRole('button', { name: 'One week later' }).click();
      await page.getByRole('complementary').getByRole('button', { name: 'Discard' }).waitFor();
    },
  },
  { route: 'timeline', name: 'the rows of units', open: (page) => button(page, 'Units').click() },
  ...['Units', 'Accounts', 'Problems'].map((tab) => ({
    route: 'tracking',
    name: `the board of ${tab.toLowerCase()}`,
    open: (page: Page) => page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click(),
  })),
  {
    route: 'tracking',
    name: 'an account, and others that are selected',
    open: async (page) => {
      await page.getByRole('tab', { name: /^Accounts/ }).click();
      await selectFirst(page);
      await openFirstRow(page, 'Accounts');
    },
  },
  {
    route: 'history',
    name: 'what stands in the way of taking an import back',
    open: (page) =>
      button(page, /^Take import back/)
        .click()
        .then(() => page.getByRole('dialog').getByRole('listitem').first().waitFor()),
  },
  {
    route: 'report',
    name: 'the other formats',
    open: (page) =>
      button(page, 'Other formats')
        .click()
        .then(() => page.getByRole('menu').waitFor()),
  },
];

describe.skipIf(reasonToSkipBrowser !== null)(`everything that opens${reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`}`, () => {
  let browser: Browser;
  let sample: ServedPages;
  let empty: ServedPages;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bascule-surfaces-'));
    browser = await launchBrowser();
    sample = await servePages({ withSample: true });
    empty = await servePages({ withSample: false });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    sample?.close();
    empty?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const inEveryTheme = async (page: Page) => {
    const found: string[] = [];
    for (const theme of themes) {
      await page.evaluate((name) => {
        const { document } = globalThis as unknown as { document: { documentElement: { dataset: Record<string, string> } } };
        document.documentElement.dataset.theme = name;
      }, theme);
      found.push(...(await axeViolations(page, theme === 'light' ? 'everything' : 'contrast')).map((violation) => `${theme}: ${violation}`));
    }
    return found;
  };

  it.each(surfaces)('$name ($route) can be read, worked and pressed by everybody', async ({ route, hasNoPlan = false, open }) => {
    const { page, close } = await openPage(browser, hasNoPlan ? empty : sample, { route, theme: 'light', locale: 'en' });
    page.setDefaultTimeout(20_000);
    try {
      await open(page);
      expect(await inEveryTheme(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
    } finally {
      await close();
    }
  });

  it('the import with a file that nobody knows can be read, worked and pressed by everybody', async () => {
    const { page, close } = await openPage(browser, sample, { route: 'inventory/import', theme: 'light', locale: 'en' });
    try {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button(page, 'Choose files').click()]);
      await chooser.setFiles([...writeWorkFiles(folder).paths]);
      await page.getByRole('heading', { level: 2, name: 'What the import changes' }).waitFor();
      expect(await inEveryTheme(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      await page.setViewportSize({ width: 640, height: 400 });
      await expect.poll(() => lostContent(page)).toEqual([]);
    } finally {
      await close();
    }
  });

  it('a question about an import stays within a window that is lower than what it has to say', async () => {
    const { page, close } = await openPage(browser, sample, { route: 'history', theme: 'light', locale: 'en' });
    try {
      await page.setViewportSize({ width: 640, height: 240 });
      await button(page, /^Take import back/).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('listitem').first().waitFor();
      const box = await page.locator('.view-dialog').boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(240);
      await dialog.getByRole('button', { name: 'Close' }).click();
      await dialog.waitFor({ state: 'detached' });
    } finally {
      await close();
    }
  });

  it('a menu that is higher than the window is scrolled within its frame', async () => {
    const { page, close } = await openPage(browser, sample, { route: 'report', theme: 'light', locale: 'fr' });
    try {
      await page.setViewportSize({ width: 640, height: 320 });
      await page.locator('.page-actions [aria-haspopup]').click();
      await page.getByRole('menu').waitFor();
      await expect.poll(() => lostContent(page)).toEqual([]);
      const frame = await page.locator('.menu-popover').boundingBox();
      const last = page.getByRole('menuitem').last();
      await last.scrollIntoViewIfNeeded();
      const box = await last.boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
      expect((frame?.y ?? 0) + (frame?.height ?? 0)).toBeLessThanOrEqual(320);
    } finally {
      await close();
    }
  });

  it.each(routes)('%s has targets for every hand, and at 200 % nothing is lost', async (route) => {
    const { page, close } = await openPage(browser, sample, { route, theme: 'light', locale: 'de' });
    try {
      expect(await smallTargets(page)).toEqual([]);
      await page.setViewportSize({ width: 640, height: 400 });
      await page.waitForLoadState('networkidle');
      await expect.poll(() => lostContent(page)).toEqual([]);
      expect(await inEveryTheme(page)).toEqual([]);
    } finally {
      await close();
    }
  });
});
