import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage, reasonToSkipBrowser } from '../support/browser.ts';
import { sampleInBrowser } from '../support/sampleInBrowser.ts';
import { axeViolations, smallTargets } from '../support/pageChecks.ts';
import { keyboardModel } from './models/keyboardModel.ts';

type Keys = ReturnType<typeof keyboardModel>;

describe.skipIf(reasonToSkipBrowser !== null)(
  `many contracts and units by keyboard alone${reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`}`,
  () => {
    const sample = sampleInBrowser();

    /** Whatever the page complains about, or where the focus was lost or out of sight, fails the test. */
    async function byKeyboard(route: string, work: (page: Page, keys: Keys) => Promise<void>): Promise<void> {
      const opened = await openPage(sample.browser, sample.served, { route, theme: 'light', locale: 'en' });
      const keys = keyboardModel(opened.page);
      try {
        await opened.page.getByRole('grid').locator('[data-index="0"]').getByRole('checkbox').waitFor();
        await work(opened.page, keys);
        expect(keys.problems).toEqual([]);
        expect(opened.complaints).toEqual([]);
      } finally {
        await opened.close();
      }
    }
    const contracts = () => sample.served.running.core.call('inventory.listContracts', {});
    const terms = async () =>
      Object.fromEntries((await contracts()).map(({ id, renewal, renewalMonths, noticeDays }) => [id, [renewal, renewalMonths, noticeDays]]));
    const status = (page: Page, text: string) => page.getByRole('region', { name: 'Selection' }).getByRole('status').getByText(text, { exact: true }).waitFor();
    const clean = async (page: Page) => expect([await axeViolations(page), await smallTargets(page)]).toEqual([[], []]);
    const toRows = (keys: Keys) => keys.tabTo(/^row "/);

    it('give three contracts another notice, and take it back', async () => {
      const before = await terms();
      await byKeyboard('inventory/contracts', async (page, keys) => {
        const total = Object.keys(before).length;
        await toRows(keys);
        await keys.press('Space');
        await status(page, `1 of ${total} selected`);
        await keys.press('Shift+ArrowDown');
        await keys.press('Shift+ArrowDown');
        await status(page, `3 of ${total} selected`);
        await keys.tabTo(/^button "Notice …"/);
        await keys.press('Enter');
        expect(await keys.settled()).toMatch(/^textbox "Notice \(days\)"/);
        await keys.type('so many');
        await keys.press('Enter');
        await page.getByRole('dialog').getByText('Enter the days as a whole number, at most 3660.').waitFor();
        await keys.press('Control+a');
        await keys.type('45');
        await page.getByRole('dialog').getByText('3 contracts change.').waitFor();
        await clean(page);
        await keys.press('Enter');
        await page.getByText('3 of 3 contracts changed').waitFor();
        expect(Object.values(await terms()).filter(([, , days]) => days === 45)).toHaveLength(3);
        // The selection is gone, and with it the button that had the focus.
        await expect.poll(keys.settled).toMatch(/^row "/);
        await keys.press('Control+z');
        await expect.poll(terms).toEqual(before);
      });
    });

    it('give all that the filter leaves another renewal, and not those beside it', async () => {
      const before = await terms();
      const express = Object.values(before).filter(([renewal]) => renewal === 'express').length;
      await byKeyboard('inventory/contracts', async (page, keys) => {
        await keys.tabTo(/^combobox "Renewal"/);
        await keys.type('ends');
        await expect.poll(() => page.getByRole('grid').getAttribute('aria-rowcount')).toBe(String(express + 1));
        await toRows(keys);
        await keys.press('Control+a');
        await status(page, `${express} of ${express} selected`);
        await keys.tabTo(/^button "Renewal …"/);
        await keys.press('Enter');
        expect(await keys.settled()).toMatch(/^combobox "Renewal"/);
        await page.getByRole('dialog').getByText(`No contract changes, ${express} are so already.`).waitFor();
        await keys.type('renews');
        await keys.press('Tab');
        await keys.type('24');
        await clean(page);
        await keys.press('Enter');
        await page.getByText(`${express} of ${express} contracts changed`).waitFor();
        const after = await terms();
        for (const [id, [renewal, months, days]] of Object.entries(before))
          expect(after[id]).toEqual(renewal === 'express' ? ['tacit', 24, days] : [renewal, months, days]);
        await keys.press('Control+z');
        await expect.poll(terms).toEqual(before);
      });
    });

    it('name what cannot be so before anything is written, and leave it out', async () => {
      const [known] = await contracts();
      if (!known) throw new Error('the sample has no contract');
      const bought = { supplier: '', startsOn: null, endsOn: null, renewal: 'none', renewalMonths: 0, noticeDays: 0 } as const;
      const { contractId } = await sample.served.running.core.call('inventory.addContract', {
        commandId: 'many-contracts-bought',
        itemId: known.itemId,
        name: 'Bought once',
        ...bought,
        annualCostCents: null,
      });
      const before = await terms();
      const total = Object.keys(before).length;
      await byKeyboard('inventory/contracts', async (page, keys) => {
        await toRows(keys);
        await keys.press('Control+a');
        await keys.tabTo(/^button "Notice …"/);
        await keys.press('Enter');
        await keys.type('61');
        const dialog = page.getByRole('dialog');
        await dialog.getByText('The contract “Bought once” does not renew, so there is nothing to give notice of.', { exact: false }).waitFor();
        await clean(page);
        await keys.press('Enter');
        expect(await keys.settled()).toMatch(/^button "Take this one out of the selection"/);
        expect(await terms()).toEqual(before);
        await keys.press('Enter');
        await status(page, `${total - 1} of ${total} selected`);
        expect(await keys.settled()).toMatch(/^textbox "Notice \(days\)"/);
        await keys.press('Enter');
        await page.getByText(`${total - 1} of ${total - 1} contracts changed`).waitFor();
        const after = await terms();
        expect(after[contractId]).toEqual(['none', 0, 0]);
        expect(new Set(Object.values(after).map(([, , days]) => days))).toEqual(new Set([0, 61]));
        await keys.press('Control+z');
        await expect.poll(terms).toEqual(before);
      });
    });

    it('remove contracts after a question, and bring them back', async () => {
      const before = await terms();
      await byKeyboard('inventory/contracts', async (page, keys) => {
        await toRows(keys);
        await keys.press('Space');
        await keys.press('Shift+ArrowDown');
        await keys.tabTo(/^button "Remove …"/);
        await keys.press('Enter');
        const question = page.getByRole('alertdialog', { name: 'Remove 2 contracts?' });
        await question.waitFor();
        expect(await question.getByRole('listitem').allTextContents()).toEqual((await shownNames(page)).slice(0, 2));
        await clean(page);
        await keys.press('Escape');
        await question.waitFor({ state: 'detached' });
        expect(await keys.settled()).toMatch(/^button "Remove …"/);
        await keys.press('Enter');
        await keys.tabTo(/^button "Remove"/);
        await keys.press('Enter');
        await page.getByText('2 of 2 contracts removed').waitFor();
        expect(await contracts()).toHaveLength(Object.keys(before).length - 2);
        await expect.poll(keys.settled).toMatch(/^row "/);
        await keys.press('Control+z');
        await expect.poll(terms).toEqual(before);
      });
    });

    it('give a range of units one role, and take it back', async () => {
      const roles = async () => (await sample.served.running.core.call('inventory.listUnits', {})).map(({ id, role }) => [id, role]);
      const before = await roles();
      await byKeyboard('inventory/units', async (page, keys) => {
        await toRows(keys);
        await keys.press('Space');
        for (let rows = 0; rows < 3; rows++) await keys.press('Shift+ArrowDown');
        await status(page, `4 of ${before.length} selected`);
        await keys.tabTo(/^button "Set the role"/);
        await keys.press('Enter');
        await keys.until('ArrowDown', /^menuitem "on call, last"/, 4);
        await keys.press('Enter');
        await page.getByText(/^\d of 4 units changed: on call, last/).waitFor();
        const after = await roles();
        expect(after.slice(0, 4).map(([, role]) => role)).toEqual(['onCall', 'onCall', 'onCall', 'onCall']);
        expect(after.slice(4)).toEqual(before.slice(4));
        await expect.poll(keys.settled).toMatch(/^row "/);
        await keys.press('Control+z');
        await expect.poll(roles).toEqual(before);
      });
    });
  },
);

const shownNames = (page: Page) => page.getByRole('grid').locator('[data-index]').locator('[role="gridcell"]:nth-child(2)').allTextContents();
