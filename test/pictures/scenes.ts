import { dirname, join } from 'node:path';
import { writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Translator } from '../../core/i18n/translate.ts';
import { inventAdministration } from '../../host/generate/inventAdministration.ts';
import { sampleSize } from '../../host/generate/sampleFiles.ts';
import { loadCatalogue } from '../../host/loadTemplates.ts';

type Stage = { readonly page: Page; readonly t: Translator; readonly folder: string };

export type Scene = {
  readonly name: string;
  readonly route: string;
  readonly hasPlan: boolean;
  /** What must be there before anything is done or taken. */
  readonly ready: string;
  readonly act?: (stage: Stage) => Promise<void>;
  /** The part that is taken, of which at most so many pixels from its top; the whole window where absent. */
  readonly part?: string;
  readonly height?: number;
};

const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const content = '#content';

/** One picture each, in the order of the guide. */
export const scenes: readonly Scene[] = [
  { name: 'start', route: 'start', hasPlan: false, ready: '.choices' },
  { name: 'new-plan', route: 'start/new', hasPlan: false, ready: '.new-plan-steps', act: nameAdministration, part: content, height: 560 },
  { name: 'overview', route: 'start', hasPlan: true, ready: '.strip-whole' },
  { name: 'import', route: 'inventory/import', hasPlan: true, ready: 'h1', act: chooseNewerFiles, part: content, height: 560 },
  { name: 'inventory', route: 'inventory', hasPlan: true, ready: '.data-table-row [role="gridcell"][title]', part: content, height: 600 },
  { name: 'mapping', route: 'mapping', hasPlan: true, ready: '.data-table-row', part: content, height: 600 },
  { name: 'register', route: 'register', hasPlan: true, ready: '.data-table-row', act: onlyInPlan, part: content, height: 560 },
  { name: 'outage', route: 'register', hasPlan: true, ready: '.data-table-row', act: replayOutage, part: content, height: 600 },
  { name: 'timeline', route: 'timeline', hasPlan: true, ready: '.gantt-bar', act: proposeMove },
  { name: 'costs', route: 'costs', hasPlan: true, ready: '.recharts-area path', part: content },
  { name: 'tracking', route: 'tracking', hasPlan: true, ready: '.recharts-line path', act: followMail, part: content },
  { name: 'report', route: 'report', hasPlan: true, ready: '.paper-track svg, .paper-track img', part: content, height: 600 },
  { name: 'history', route: 'history', hasPlan: true, ready: '.history-line', part: content, height: 400 },
  { name: 'palette', route: 'start', hasPlan: true, ready: 'h2', act: search, part: '.palette' },
];

async function nameAdministration({ page, t }: Stage): Promise<void> {
  await named(page, t.translate('startPage.next')).click();
  await page.getByLabel(t.translate('startPage.planName')).waitFor();
}

/** The accounts as the directory exports them some months later. */
async function chooseNewerFiles({ page, t, folder }: Stage): Promise<void> {
  const products = [...loadCatalogue().catalogue.products.values()];
  const [accounts] = inventAdministration({ ...sampleSize, accounts: sampleSize.accounts + 36 }, products);
  if (!accounts) throw new Error('the sample has no accounts');
  const path = join(dirname(folder), accounts.name);
  writeFileSync(path, accounts.text);
  const choosing = page.waitForEvent('filechooser');
  await named(page, t.translate('inventoryPage.import.choose')).click();
  await (await choosing).setFiles(path);
  await page.locator('.dry-run-samples').waitFor();
}

async function onlyInPlan({ page, t }: Stage): Promise<void> {
  await page.getByLabel(t.translate('registerPage.filter.isInPlan')).check();
}

async function replayOutage({ page, t }: Stage): Promise<void> {
  await page.getByRole('tab', { name: t.translate('registerPage.tab.outage') }).click();
  await page.locator('.outage-choice').getByRole('combobox').fill('Microsoft');
  await page.getByRole('option').first().click();
  await page.locator('.outage-result').waitFor();
}

/** A wave of the mail a week later: what would follow stands in the panel. */
async function proposeMove({ page, t }: Stage): Promise<void> {
  await page.locator('.gantt-row-track').nth(3).locator('.gantt-toggle').click();
  await page.locator('.gantt-row-phase').nth(3).locator('.gantt-toggle').click();
  await named(page, t.translate('timelinePage.zoom.months')).click();
  await page.locator('.gantt-row-wave').nth(9).locator('.gantt-bar').click();
  await named(page, t.translate('timelinePage.move.later')).click();
  await page.locator('.move-preview[aria-busy="false"] .button-primary:enabled').waitFor();
  await page.mouse.move(0, 0);
  // The waves after it, which would give way, come into sight.
  await page.locator('.gantt-row.is-selected').evaluate((row) => (row as unknown as { scrollIntoView(to: object): void }).scrollIntoView({ block: 'center' }));
}

async function followMail({ page }: Stage): Promise<void> {
  await page.locator('.tracking-track').nth(1).click();
  await page.locator('.data-table-row').first().focus();
  await page.keyboard.press('End');
}

async function search({ page, t }: Stage): Promise<void> {
  await page.keyboard.press('Control+K');
  // What opens lists pages and commands; only what is found bears the word.
  const word = t.translate('common.track.mail').split(' ')[0] as string;
  await page.keyboard.type(word);
  await page.locator('.palette-item').filter({ hasText: word }).nth(2).waitFor();
}
