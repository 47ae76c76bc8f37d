import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';
import { nameRulesModel } from './models/nameRulesModel.ts';

const list = `Software;Hersteller;Version;Installationen
Steuerdienst Alpha 1;Kommune IT;1;4000
Steuerdienst Beta 2;Kommune IT;2;3000
Uhrwerk 4.1;Fern AG;4.1;2000
`;

describe.skipIf(reasonToSkipBrowser !== null)(`rules about names${reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`}`, () => {
  let browser: Browser;
  let sample: ServedPages;

  beforeAll(async () => {
    browser = await launchBrowser();
    sample = await servePages({ withSample: true });
    const path = join(sample.folder, 'list.csv');
    writeFileSync(path, list);
    await sample.running.core.call('inventory.importFiles', { commandId: randomUUID(), files: [sample.running.files.handleFor(path)] });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    sample?.close();
  });

  it('are written with what they take beside them, hold at once, go to a file and come back from it', async () => {
    const { page, complaints, close } = await openPage(browser, sample, { route: 'inventory/names', theme: 'light', locale: 'en' });
    page.setDefaultTimeout(20_000);
    const names = nameRulesModel(page);
    try {
      await names.name('Uhrwerk 4.1').click();
      await names.decideAs('Noise');
      await page.getByText('“Uhrwerk 4.1” is now noise (1 name).').waitFor();
      await names.show('Noise');
      await names.name('Uhrwerk 4.1 noise by your rule “Uhrwerk 4.1”').waitFor();

      await names.open();
      await names.text.pressSequentially('steuerdienst');
      await names.takes.getByText('2 names with 7,000 installations').waitFor();
      await names.isOf('an item of its own that the catalogue does not know');
      await page.keyboard.press('Enter');
      await names.rule('begins with “steuerdienst”').getByText('7,000').waitFor();
      expect(await names.dialog.getByRole('row', { name: /is exactly “Uhrwerk 4.1”/ }).count()).toBe(1);
      const { items } = await sample.running.core.call('inventory.listItems', { search: 'steuerdienst' });
      expect(items.map(({ name, installations }) => [name, installations])).toEqual([['steuerdienst', 7000]]);

      const [download] = await Promise.all([page.waitForEvent('download'), names.exportRules()]);
      const file = join(sample.folder, 'rules.json');
      await download.saveAs(file);
      expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
        schema: 'bascule.nameRules/1',
        rules: [{ text: 'steuerdienst' }, { text: 'Uhrwerk 4.1' }],
      });

      await names.remove('begins with “steuerdienst”');
      await names.rule('begins with “steuerdienst”').waitFor({ state: 'detached' });
      expect((await sample.running.core.call('inventory.listItems', { search: 'steuerdienst' })).total).toBe(2);
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), names.importRules()]);
      await chooser.setFiles(file);
      await names.rule('begins with “steuerdienst”').getByText('7,000').waitFor();
      await page.getByText('Rules: 1 new, 0 replaced, 1 as in the plan.').waitFor();

      const broken = join(sample.folder, 'broken.json');
      writeFileSync(broken, '{"schema": "bascule.nameRules/1", "rules": [{}]}');
      const [again] = await Promise.all([page.waitForEvent('filechooser'), names.importRules()]);
      await again.setFiles(broken);
      await page.getByText('rule 1 cannot be read').waitFor();

      await page.keyboard.press('Escape');
      await names.dialog.waitFor({ state: 'detached' });
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await sample.running.core.call('inventory.listNameRules', {})).map(({ text }) => text)).toEqual(['Uhrwerk 4.1']);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });
});
