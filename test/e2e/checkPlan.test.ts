import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortFingerprint } from '../../core/report/shortFingerprint.ts';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';
import { axeViolations } from '../support/pageChecks.ts';

describe.skipIf(reasonToSkipBrowser !== null)('checking the plan in the window', () => {
  let browser: Browser;
  let served: ServedPages;

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages({ withSample: true });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    served?.close();
  });

  it('says that the file is whole, and whether a printed fingerprint is that of the plan as it stands', async () => {
    const { page, close, complaints } = await openPage(browser, served, { route: 'history', theme: 'light', locale: 'en' });
    try {
      page.setDefaultTimeout(20_000);
      const { fingerprint } = await served.running.core.call('report.verifyPlan', {});
      await page.getByRole('button', { name: 'Check the plan' }).click();
      const panel = page.getByRole('complementary', { name: 'Check the plan' });
      await panel.getByText('The plan file is whole.').waitFor();
      const field = panel.getByRole('textbox', { name: 'Fingerprint from the paper' });
      const compare = panel.getByRole('button', { name: 'Compare' });
      await field.fill('hello');
      await compare.click();
      await panel.getByRole('alert').filter({ hasText: 'This is no fingerprint' }).waitFor();
      await field.fill(shortFingerprint(fingerprint).toUpperCase());
      await compare.click();
      await panel.getByText('The fingerprint belongs to this plan as it stands now.').waitFor();
      expect(await axeViolations(page)).toEqual([]);
      // Whatever is changed gives the plan another fingerprint: the old paper no longer belongs to it.
      await served.running.core.call('schedule.changeCapacity', { commandId: 'check-plan-1', resource: 'crew', minutesPerDay: 4200 });
      await panel.getByText('The fingerprint does not belong to this plan as it stands now.').waitFor();
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });
});
