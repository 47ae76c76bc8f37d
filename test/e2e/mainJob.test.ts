import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import type { TrackKey } from '../../core/domain/catalogue/catalogue.ts';
import { loadPlanTemplates } from '../../host/loadTemplates.ts';
import { countryName } from '../../renderer/core/countryName.ts';
import { reasonToSkipBrowser } from '../support/browser.ts';
import { reasonToSkip } from '../support/electronApp.ts';
import { openInChromium, openInElectron, type WindowHost } from '../support/windowHost.ts';
import { type WorkFiles, writeWorkFiles } from '../support/workFiles.ts';
import { frameModel } from './models/frameModel.ts';
import { historyModel } from './models/historyModel.ts';
import { importModel } from './models/importModel.ts';
import { inventoryModel } from './models/inventoryModel.ts';
import { mappingModel } from './models/mappingModel.ts';
import { reportModel } from './models/reportModel.ts';
import { startModel } from './models/startModel.ts';
import { textOf } from './models/textOf.ts';
import { timelineModel } from './models/timelineModel.ts';
import { trackingModel } from './models/trackingModel.ts';
import { anyDay, anyNumber, anyText, figureIn, wordsIn } from './models/words.ts';

const hosts = [
  ...(['en', 'de', 'fr'] as const).map((locale) => ({ name: 'Chromium', locale, open: openInChromium, skipped: reasonToSkipBrowser })),
  { name: 'Electron', locale: 'en' as const, open: openInElectron, skipped: reasonToSkip },
];
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const planName = 'Town Hall';
const template = 'Schleswig-Holstein';
const administration = 'Beispielstadt';
const startsOn = isoDate('2027-01-04');
const imported = { first: 'accounts.csv', files: 4 };

describe.each(hosts)('the main job in $name, in $locale', ({ open, skipped, name, locale }) => {
  const words = wordsIn(locale);
  const { t } = words;
  const trackName = (key: TrackKey) =>
    loadPlanTemplates()
      .get('schleswig-holstein')
      ?.tracks.find((track) => track.key === key)?.name[locale] ?? '';
  describe.skipIf(skipped !== null)(skipped === null ? 'from the files to the paper' : `(skipped: ${skipped})`, () => {
    let host: WindowHost;
    let files: WorkFiles;
    let folder: string;
    const page = () => host.page;
    const frame = () => frameModel(page(), words);

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'bascule-work-'));
      files = writeWorkFiles(folder);
      host = await open({ locale });
      page().setDefaultTimeout(20_000);
    });
    // Each step stands on the one before: after a failure the rest would only repeat it.
    let hasFailed = false;
    beforeEach(({ skip }) => {
      if (hasFailed) skip('an earlier step failed');
    });
    afterEach(({ task }) => {
      hasFailed ||= task.result?.state === 'fail';
    });
    afterAll(async () => {
      await host?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('makes a plan from a template in three steps', async () => {
      const start = startModel(page(), words);
      const review = await start.fillSteps({ template, name: planName, administration, startsOn: t.date(startsOn) });
      expect(review).toContain(t.dateLong(startsOn).replaceAll('\u00a0', ' '));
      expect(review).toContain(`${countryName(locale, 'DE')}, Schleswig-Holstein`);
      await host.makePlan(planName, start.make);
      await page().getByRole('heading', { level: 1, name: planName, exact: true }).waitFor();
      const made = words.say('history.createPlan', { name: planName, template });
      await expect.poll(() => frame().undoName()).toBe(words.say('window.undo', { what: made }));
    });

    it('recognises the files, takes a column by hand, says what would change, and imports', async () => {
      const inventory = inventoryModel(page(), words);
      const wizard = importModel(page(), words);
      await frame().goTo('inventory');
      await host.choose(files.paths, inventory.askForFiles);
      await wizard.file('accounts.csv').getByText(words.say('format.microsoft365Users')).waitFor();
      await wizard
        .file('contracts.csv')
        .getByText(words.starts('format.seen.table.contract', { columns: anyText }))
        .waitFor();
      await wizard.file(files.unknown.file).getByText(words.say('inventoryPage.import.unknown')).waitFor();
      expect(await wizard.start.isDisabled()).toBe(true);
      await wizard
        .column(files.unknown.nameColumn)
        .selectOption({ label: t.translate('inventoryPage.import.requiredField', { field: t.translate('inventoryPage.field.rawName') }) });
      await wizard.column(files.unknown.countColumn).selectOption({ label: t.translate('inventoryPage.field.installations') });
      await expect.poll(() => wizard.start.isEnabled()).toBe(true);
      expect(await wizard.counts('units')).toEqual([files.units, files.units, 0, 0, 0, 0, 0]);
      expect(await wizard.counts('accounts')).toEqual([files.accounts, files.accounts, 0, 0, 0, 0, 0]);
      expect(await wizard.counts('software')).toEqual([files.rawNames, files.rawNames, 0, 0, 0, 0, 0]);
      expect(await wizard.counts('contracts')).toEqual([files.contracts, files.contracts, 0, 0, 0, 0, 0]);
      await wizard.start.click();
      await frame()
        .heading.filter({ hasText: words.say('window.page.inventory') })
        .waitFor();
      const cost = t.money(files.annualCostCents, 'whole');
      await expect.poll(() => textOf(inventory.lead)).toMatch(words.like('inventoryPage.lead', { items: anyNumber, cost, without: anyNumber }));
      await inventory.search.fill(files.unknown.name);
      await inventory.item(files.unknown.name).getByText(String(files.unknown.installations), { exact: true }).waitFor();
      await inventory.search.fill('');
    });

    it('decides on all programs in two steps', async () => {
      const mapping = mappingModel(page(), words);
      await frame().goTo('mapping');
      await expect.poll(() => textOf(mapping.lead)).toMatch(words.like('mappingPage.lead', { replaced: 0, items: anyNumber, open: anyNumber }));
      await expect.poll(() => mapping.count('all')).toBeGreaterThan(0);
      const items = await mapping.count('all');
      expect(await mapping.count('undecided')).toBe(items);
      await mapping.acceptProposals();
      await expect.poll(() => mapping.count('undecided')).toBeLessThan(items);
      const [replaced, undecided, kept] = [await mapping.count('replace'), await mapping.count('undecided'), await mapping.count('keep')];
      expect(replaced).toBeGreaterThan(0);
      await mapping.segment('undecided').click();
      await mapping.decideAll('keep', undecided);
      await mapping.segment('all').click();
      await expect.poll(() => textOf(mapping.lead)).toBe(words.say('mappingPage.lead', { replaced, items, open: 0 }));
      // The sentence and the counts beside the filters are two answers of the core.
      await expect.poll(() => mapping.count('keep')).toBe(kept + undecided);
    });

    it('plans the waves with the accounts of the files', async () => {
      const timeline = timelineModel(page(), words);
      await frame().goTo('timeline');
      await timeline.planWaves();
      expect((await timeline.cells(timeline.row(trackName('office')))).accounts).toBe(String(files.people));
      expect((await timeline.cells(timeline.row(trackName('mail')))).accounts).toBe(String(files.mailboxes));
      await timeline.openAll();
      const pilot = Number((await timeline.cells(timeline.row(words.say('timelinePage.pilotWave', { number: 1 })))).accounts);
      const rest = Number((await timeline.cells(timeline.row(words.say('timelinePage.wave', { number: 2 })))).accounts);
      expect(pilot + rest).toBe(files.people);
      await frame().dismiss(words.within('timelinePage.planned', { waves: anyNumber, finish: anyText }));
    });

    it('moves a wave by its bar, shows first what follows, and takes it back and again by name', async () => {
      const timeline = timelineModel(page(), words);
      const wave = timeline.row(words.say('timelinePage.wave', { number: 2 }));
      const after = timeline.row(words.say('common.phase.parallelRun'), 1);
      const [waveBefore, afterBefore] = [await timeline.cells(wave), await timeline.cells(after)];
      await timeline.dragBar(wave, 60);
      const panel = page().getByRole('complementary');
      const title = await textOf(panel.getByRole('heading', { level: 2 }));
      const later = { date: anyDay, days: anyNumber, direction: 'later' };
      const starts = await textOf(panel.getByText(words.like('timelinePage.preview.starts', later)));
      const [day = ''] = words.read(starts, 'timelinePage.preview.starts', later);
      await panel.getByText(words.like('timelinePage.preview.moves', { count: anyNumber })).waitFor();
      // Nothing is moved before somebody says so.
      expect(await timeline.cells(wave)).toEqual(waveBefore);
      await timeline.takeMove(title);
      await expect.poll(async () => (await timeline.cells(wave)).dates.startsWith(day)).toBe(true);
      const [waveAfter, afterAfter] = [await timeline.cells(wave), await timeline.cells(after)];
      expect(afterAfter).not.toEqual(afterBefore);
      const what = words.say('history.moveTask', { task: title, date: day });
      await frame().undoStep(what);
      await expect.poll(() => timeline.cells(wave)).toEqual(waveBefore);
      expect(await timeline.cells(after)).toEqual(afterBefore);
      await frame().redoStep(what);
      await expect.poll(() => timeline.cells(wave)).toEqual(waveAfter);
      expect(await timeline.cells(after)).toEqual(afterAfter);
      await panel.getByRole('button', { name: words.say('window.close') }).click();
    });

    it('marks the accounts of a wave as migrated and counts them', async () => {
      const tracking = trackingModel(page(), words);
      const all = files.people * 4 + files.mailboxes;
      await frame().goTo('tracking');
      const lead = (done: number) => words.like('trackingPage.lead', { done, all, share: anyText, planned: anyNumber });
      await expect.poll(() => textOf(tracking.lead)).toMatch(lead(0));
      const pilot = await tracking.plannedOf(1);
      await tracking.markWave(1).click();
      await expect.poll(() => textOf(tracking.lead)).toMatch(lead(pilot));
      await tracking
        .track('office')
        .getByText(words.say('trackingPage.doneOf', { done: pilot, all: files.people }))
        .waitFor();
      await tracking.wave(1).getByText(words.say('trackingPage.waveState.done'), { exact: true }).waitFor();
      expect(await tracking.markWave(1).count()).toBe(0);
    });

    it.skipIf(!hasPoppler)('prints a paper that says what the window says (needs poppler)', async () => {
      const report = reportModel(page(), words);
      const start = startModel(page(), words);
      await frame().goTo('timeline');
      const timeline = timelineModel(page(), words);
      const finish = await textOf(timeline.finish);
      const cost = await textOf(timeline.cost);
      await frame().open('start');
      const moved = await textOf(start.moved);
      await frame().goTo('report');
      await report.picture(1).waitFor();
      const pages = await report.pages();
      const contents = await report.contents();
      const fingerprint = await report.fingerprint();
      const toFile = (file: string) =>
        host.save(file, async () => {
          await report.exportPdf();
          await frame().dismiss(words.within('reportPage.printed', { file: anyText, pages: anyNumber }));
        });
      const pdf = await toFile('paper.pdf');
      const text = (from: number, to: number) =>
        execFileSync('pdftotext', ['-layout', '-f', String(from), '-l', String(to), pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
      const whole = text(1, pages).replaceAll(/\s+/g, ' ');
      expect(whole.length).toBeGreaterThan(5000);
      expect(text(pages, pages).trim()).not.toBe('');
      const [done, all] = words.read(moved, 'startPage.movesOf', { done: anyText, planned: anyText }).map(figureIn);
      expect(all).toBe(files.people * 4 + files.mailboxes);
      const accounts = words.say('common.accounts', { accounts: files.accounts });
      const moves = words.say('report.cover.accountsLine', { units: files.units, moves: all ?? 0, done: done ?? 0 });
      for (const said of [administration, finish, cost, fingerprint, accounts, moves]) expect(whole).toContain(said);
      // What the preview shows on a page stands on that page of the file.
      for (const { title, page: at } of contents.slice(1)) expect(text(at, at).replaceAll(/\s+/g, ' ')).toContain(title);
      // The same plan prints the same bytes.
      expect(readFileSync(await toFile('again.pdf')).equals(readFileSync(pdf))).toBe(true);
    });

    it('brings a moment of the history back, and the newest again', async () => {
      const history = historyModel(page(), words);
      const mapping = mappingModel(page(), words);
      await frame().goTo('history');
      const newest = words.like('history.setStates.migrated', { accounts: anyNumber, track: anyText });
      const importOf4 = words.say('history.importFiles', imported);
      await history.current.getByText(newest).waitFor();
      await history.restore(importOf4);
      await history.current.getByText(importOf4, { exact: true }).waitFor();
      await frame().goTo('mapping');
      await expect.poll(() => textOf(mapping.lead)).toMatch(words.like('mappingPage.lead', { replaced: 0, items: anyNumber, open: anyNumber }));
      await frame().goTo('history');
      const last = await textOf(history.what.getByText(newest));
      await history.restore(last);
      await history.current.getByText(last, { exact: true }).waitFor();
      await expect.poll(() => history.what.getByText(words.like('history.buildSchedule', { waves: anyNumber })).count()).toBe(1);
      await frame().goTo('mapping');
      await expect.poll(() => textOf(mapping.lead)).toMatch(words.like('mappingPage.lead', { replaced: anyNumber, items: anyNumber, open: 0 }));
    });

    it(`has asked nobody else and complained about nothing in ${name}`, async () => {
      expect(await host.close()).toEqual([]);
      expect(host.complaints.filter((text) => !text.includes('noPlanOpen'))).toEqual([]);
    });
  });
});
