import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore } from '../../host/createCore.ts';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, serveCore, servePages } from '../support/browser.ts';
import { descriptionOf } from '../support/descriptionOf.ts';
import { textOf } from './models/textOf.ts';
import { axeViolations } from '../support/pageChecks.ts';

const reason = 'Somebody else has this plan open. You can read it, but not change it.';

/** By page, what changes the plan there and stands in sight at once. */
const controls: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  inventory: ['Import files', 'Add software'],
  'inventory/contracts': ['Add a contract'],
  'inventory/units': ['Add a unit'],
  timeline: ['Plan waves'],
  tracking: ['Import progress', /^Mark the .* planned accounts/],
  history: ['Undo', 'Redo', /^Restore this moment/],
};

describe.skipIf(reasonToSkipBrowser !== null)('a plan that somebody else has open', () => {
  let browser: Browser;
  let other: ServedPages;
  let reading: ServedPages;

  beforeAll(async () => {
    browser = await launchBrowser();
    // It stays open here: whoever else opens the file can only read it.
    other = await servePages({ withSample: true });
    const folder = mkdtempSync(join(tmpdir(), 'bascule-reading-'));
    reading = await serveCore(createCore({ actor: 'reader', plan: { path: join(other.folder, 'sample.bascule'), mode: 'read' } }), folder);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    reading?.close();
    other?.close();
  });

  const revision = async () => (await other.running.core.call('history.list', { limit: 1 })).revision;
  const undoButton = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Undo/ });

  it.each(Object.entries(controls))('has on %s nothing that can be used to change it, and says why', async (route, names) => {
    const before = await revision();
    const { page, complaints, close } = await openPage(browser, reading, { route, theme: 'light', locale: 'en' });
    try {
      const found = names.map((name) => page.getByRole('main').getByRole('button', { name }).first());
      for (const control of [...found, undoButton(page)]) {
        await control.waitFor();
        expect([await control.isDisabled(), await descriptionOf(control)]).toEqual([true, reason]);
        await control.focus();
        await page.keyboard.press('Enter');
        await control.dispatchEvent('click');
      }
      await page.keyboard.press('Control+z');
      expect(await page.getByRole('alert').count()).toBe(0);
      expect(await page.getByRole('complementary').count()).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
    expect(await revision()).toBe(before);
  });

  const firstRow = (page: Page) => page.getByRole('main').getByRole('grid').last().locator('[data-index="0"] [role="gridcell"]').last().click();
  /** What is open at the right, by where it is reached. */
  const panels: Readonly<Record<string, (page: Page) => Promise<void>>> = {
    'a unit': firstRow,
    'a contract': firstRow,
    'a decision': firstRow,
    'a raw name': async (page) => {
      await page.getByRole('grid', { name: 'Raw names' }).locator('[data-index="0"]').click();
    },
    'an account': async (page) => {
      await page.getByRole('tab', { name: /^Accounts/ }).click();
      await firstRow(page);
    },
  };
  const routes: Readonly<Record<string, string>> = {
    'a unit': 'inventory/units',
    'a contract': 'inventory/contracts',
    'a decision': 'mapping',
    'a raw name': 'inventory/names',
    'an account': 'tracking',
  };

  it.each(Object.entries(panels))('shows %s in fields that nobody can write in, and says why', async (name, openPanel) => {
    const before = await revision();
    const { page, complaints, close } = await openPage(browser, reading, { route: routes[name] ?? '', theme: 'light', locale: 'en' });
    try {
      await page.getByRole('grid').last().locator('[data-index="0"]').waitFor();
      await openPanel(page);
      const fields = page.getByRole('complementary').locator('fieldset[aria-describedby]');
      await fields.first().waitFor();
      expect(await descriptionOf(fields.first())).toBe(reason);
      const controls = fields.locator('input, select, textarea');
      const count = await controls.count();
      expect(count).toBeGreaterThan(0);
      for (let index = 0; index < count; index++) expect(await controls.nth(index).isDisabled()).toBe(true);
      const others = page.getByRole('complementary').locator('input:not(fieldset *):not([type="search"], [type="checkbox"]), textarea:not(fieldset *)');
      expect(await others.count()).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
    expect(await revision()).toBe(before);
  });

  it('has fields that can be read and not written, and no command in the palette that changes it', async () => {
    const { page, close } = await openPage(browser, reading, { route: 'costs', theme: 'light', locale: 'en' });
    try {
      const field = page.getByRole('main').getByRole('table').last().getByRole('textbox').first();
      expect([await field.isEditable(), await descriptionOf(field)]).toEqual([false, reason]);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('plan waves');
      const command = page.getByRole('dialog').getByRole('option', { name: /Plan waves/ });
      await command.waitFor();
      expect(await command.getAttribute('aria-disabled')).toBe('true');
      expect(await textOf(command)).toContain('read only');
    } finally {
      await close();
    }
  });
});
