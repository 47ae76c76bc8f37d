import { describe, expect, it } from 'vitest';
import { shortFingerprint } from '../../core/report/shortFingerprint.ts';
import { openPage, reasonToSkipBrowser } from '../support/browser.ts';
import { sampleInBrowser } from '../support/sampleInBrowser.ts';
import { axeViolations } from '../support/pageChecks.ts';

describe.skipIf(reasonToSkipBrowser !== null)('checking the plan in the window', () => {
  const sample = sampleInBrowser();

  it('says that the file is whole, and whether a printed fingerprint is that of the plan as it stands', async () => {
    const { page, close, complaints } = await openPage(sample.browser, sample.served, { route: 'history', theme: 'light', locale: 'en' });
    try {
      page.setDefaultTimeout(20_000);
      const { fingerprint } = await sample.served.running.core.call('report.verifyPlan', {});
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
      await sample.served.running.core.call('schedule.changeCapacity', { commandId: 'check-plan-1', resource: 'crew', minutesPerDay: 4200 });
      await panel.getByText('The fingerprint does not belong to this plan as it stands now.').waitFor();
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });
});
