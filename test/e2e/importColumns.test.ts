import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';
import { importModel } from './models/importModel.ts';

describe.skipIf(reasonToSkipBrowser !== null)(`columns named by hand${reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`}`, () => {
  let browser: Browser;
  let sample: ServedPages;
  const write = (name: string, text: string): string => {
    const path = join(sample.folder, name);
    writeFileSync(path, text);
    return path;
  };
  const choose = async (page: Page, path: string, ask: () => Promise<void>) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), ask()]);
    await chooser.setFiles(path);
  };
  const found = async (search: string) =>
    (await sample.running.core.call('inventory.listRawNames', { search })).rawNames.map(({ rawName, publisher, installations }) => [
      rawName,
      publisher,
      installations,
    ]);

  beforeAll(async () => {
    browser = await launchBrowser();
    sample = await servePages({ withSample: true });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    sample?.close();
  });

  it('go to a file, come back from it for another list, and are offered for the next list with the same headings', async () => {
    const { page, complaints, close } = await openPage(browser, sample, { route: 'inventory/import', theme: 'light', locale: 'en' });
    page.setDefaultTimeout(20_000);
    const wizard = importModel(page);
    const chooseFiles = () => page.getByRole('button', { name: 'Choose files' }).click();
    try {
      await choose(page, write('north.csv', 'Prog;Firma;Zahl\nNordlicht;Geo GmbH;120\n'), chooseFiles);
      await wizard.kind.selectOption('software');
      await wizard.column('Prog').selectOption({ label: 'name of the software (necessary)' });
      await wizard.column('Firma').selectOption({ label: 'publisher' });
      await wizard.column('Zahl').selectOption({ label: 'installations' });
      const [download] = await Promise.all([page.waitForEvent('download'), wizard.saveColumns()]);
      const saved = join(sample.folder, 'columns.json');
      await download.saveAs(saved);
      expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({
        kind: 'software',
        columns: { Prog: 'rawName', Firma: 'publisher', Zahl: 'installations' },
      });
      // Left without importing: nothing was named for a list of the plan yet.
      await page.getByRole('button', { name: 'To the inventory' }).click();

      await page.goto(`${sample.address}#/inventory/import`);
      await choose(page, write('south.csv', 'FIRMA;Prog;Zahl\nGeo GmbH;Suedwind;30\n'), chooseFiles);
      await wizard.column('FIRMA').waitFor();
      expect(await wizard.usedColumns('south.csv', 'north.csv').count()).toBe(0);
      await choose(page, saved, wizard.readColumns);
      await page.getByText('3 of 3 columns found in this table').waitFor();
      await wizard.start.click();
      await page.getByText(/1 file imported/).waitFor();
      expect(await found('suedwind')).toEqual([['Suedwind', 'Geo GmbH', 30]]);

      await page.goto(`${sample.address}#/inventory/import`);
      await choose(page, write('west.csv', 'Zahl;Prog;Firma\n7;Westwind;Geo GmbH\n'), chooseFiles);
      await wizard.usedColumns('west.csv', 'south.csv').waitFor();
      // Offered, not taken: the list stays as it was until somebody says so.
      expect(await wizard.start.isDisabled()).toBe(true);
      await wizard.takeUsedColumns('west.csv');
      await wizard.start.click();
      await expect.poll(() => found('westwind')).toEqual([['Westwind', 'Geo GmbH', 7]]);
      expect(complaints).toEqual([]);
    } finally {
      await close();
    }
  });
});
