import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

const hosts = [
  { name: 'Chromium', open: openInChromium, skipped: reasonToSkipBrowser },
  { name: 'Electron', open: openInElectron, skipped: reasonToSkip },
];
const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
const number = new Intl.NumberFormat('en');
const planName = 'Town Hall';
const builtWaves = /^Built the waves and the schedule \(\d+ waves\)$/;

describe.each(hosts)('the main job in $name', ({ open, skipped, name }) => {
  describe.skipIf(skipped !== null)(skipped === null ? 'from the files to the paper' : `(skipped: ${skipped})`, () => {
    let host: WindowHost;
    let files: WorkFiles;
    let folder: string;
    const page = () => host.page;
    const frame = () => frameModel(page());

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'bascule-work-'));
      files = writeWorkFiles(folder);
      host = await open({ locale: 'en' });
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
      const start = startModel(page());
      const review = await start.fillSteps({ template: 'Schleswig-Holstein', name: planName, administration: 'Town of Beispiel', startsOn: '4.1.2027' });
      expect(review).toContain('4 January 2027');
      expect(review).toContain('Germany, Schleswig-Holstein');
      await host.makePlan(planName, start.make);
      await page().getByRole('heading', { level: 1, name: planName, exact: true }).waitFor();
      await expect.poll(() => frame().undo.getAttribute('aria-label')).toBe(`Undo: Made the plan “${planName}” from the template Schleswig-Holstein`);
    });

    it('recognises the files, takes a column by hand, says what would change, and imports', async () => {
      const inventory = inventoryModel(page());
      const wizard = importModel(page());
      await frame().goTo('Inventory');
      await host.choose(files.paths, inventory.askForFiles);
      await wizard.file('accounts.csv').getByText('Microsoft 365: exported users').waitFor();
      await wizard
        .file('contracts.csv')
        .getByText(/^Contract list/)
        .waitFor();
      await wizard.file(files.unknown.file).getByText('Not recognised. Say what the columns mean.').waitFor();
      expect(await wizard.start.isDisabled()).toBe(true);
      await wizard.column(files.unknown.nameColumn).selectOption('name of the software (necessary)');
      await wizard.column(files.unknown.countColumn).selectOption('installations');
      await expect.poll(() => wizard.start.isEnabled()).toBe(true);
      expect(await wizard.counts('Units')).toEqual([files.units, files.units, 0, 0, 0, 0]);
      expect(await wizard.counts('Accounts')).toEqual([files.accounts, files.accounts, 0, 0, 0, 0]);
      expect(await wizard.counts('Raw names')).toEqual([files.rawNames, files.rawNames, 0, 0, 0, 0]);
      expect(await wizard.counts('Contracts')).toEqual([files.contracts, files.contracts, 0, 0, 0, 0]);
      await wizard.start.click();
      await frame().heading.filter({ hasText: 'Inventory' }).waitFor();
      await expect.poll(() => textOf(inventory.lead)).toContain(`€${number.format(Math.round(files.annualCostCents / 100))} a year known`);
      await inventory.search.fill(files.unknown.name);
      await inventory.item(files.unknown.name).getByText(String(files.unknown.installations), { exact: true }).waitFor();
      await inventory.search.fill('');
    });

    it('decides on all programs in two steps', async () => {
      const mapping = mappingModel(page());
      await frame().goTo('Mapping');
      await expect.poll(() => textOf(mapping.lead)).toMatch(/^0 of \d+ items are replaced/);
      const items = await mapping.count('all');
      expect(await mapping.count('undecided')).toBe(items);
      await mapping.acceptProposals();
      await expect.poll(() => mapping.count('undecided')).toBeLessThan(items);
      const [replaced, undecided, kept] = [await mapping.count('replace'), await mapping.count('undecided'), await mapping.count('keep')];
      expect(replaced).toBeGreaterThan(0);
      await mapping.segment('undecided').click();
      await mapping.decideAll('keep', undecided);
      await mapping.segment('all').click();
      await expect.poll(() => textOf(mapping.lead)).toBe(`${replaced} of ${items} items are replaced; all are decided.`);
      expect(await mapping.count('keep')).toBe(kept + undecided);
    });

    it('plans the waves with the accounts of the files', async () => {
      const timeline = timelineModel(page());
      await frame().goTo('Timeline');
      await timeline.planWaves();
      expect((await timeline.cells(timeline.row('Office software'))).accounts).toBe(String(files.people));
      expect((await timeline.cells(timeline.row('Mail and calendar'))).accounts).toBe(String(files.mailboxes));
      await timeline.openAll();
      const pilot = Number((await timeline.cells(timeline.row('Pilot wave 1'))).accounts);
      const rest = Number((await timeline.cells(timeline.row('Wave 2'))).accounts);
      expect(pilot + rest).toBe(files.people);
      await frame().dismiss(/waves planned/);
    });

    it('moves a wave by its bar, shows first what follows, and takes it back and again by name', async () => {
      const timeline = timelineModel(page());
      const wave = timeline.row('Wave 2');
      const after = timeline.row('Parallel run', 1);
      const [waveBefore, afterBefore] = [await timeline.cells(wave), await timeline.cells(after)];
      await timeline.dragBar(wave, 60);
      const panel = page().getByRole('complementary');
      const title = await textOf(panel.getByRole('heading', { level: 2 }));
      const starts = await textOf(panel.getByText(/^Starts on .* days later\.$/));
      const day = /^Starts on (.*), \d+ days later\.$/.exec(starts)?.[1] ?? '';
      await panel.getByText(/^\d+ other tasks move\.$/).waitFor();
      // Nothing is moved before somebody says so.
      expect(await timeline.cells(wave)).toEqual(waveBefore);
      await timeline.takeMove(title);
      await expect.poll(async () => (await timeline.cells(wave)).dates.startsWith(day)).toBe(true);
      const [waveAfter, afterAfter] = [await timeline.cells(wave), await timeline.cells(after)];
      expect(afterAfter).not.toEqual(afterBefore);
      const what = `Moved “${title}” to ${day}`;
      await frame().undoStep(what);
      await expect.poll(() => timeline.cells(wave)).toEqual(waveBefore);
      expect(await timeline.cells(after)).toEqual(afterBefore);
      await frame().redoStep(what);
      await expect.poll(() => timeline.cells(wave)).toEqual(waveAfter);
      expect(await timeline.cells(after)).toEqual(afterAfter);
      await panel.getByRole('button', { name: 'Close' }).click();
    });

    it('marks the accounts of a wave as migrated and counts them', async () => {
      const tracking = trackingModel(page());
      const all = files.people * 4 + files.mailboxes;
      await frame().goTo('Tracking');
      await expect.poll(() => textOf(tracking.lead)).toMatch(new RegExp(`^0 of ${number.format(all)} account moves done`));
      const pilot = Number(/Mark the (\d+)/.exec((await tracking.markWave(1).getAttribute('aria-label')) ?? '')?.[1]);
      await tracking.markWave(1).click();
      await expect.poll(() => textOf(tracking.lead)).toMatch(new RegExp(`^${pilot} of ${number.format(all)} account moves done`));
      await tracking.track('Office suite').getByText(`${pilot} of ${files.people}`).waitFor();
      await tracking.wave('Wave 1').getByText('done', { exact: true }).waitFor();
      expect(await tracking.markWave(1).count()).toBe(0);
    });

    it.skipIf(!hasPoppler)('prints a paper that says what the window says (needs poppler)', async () => {
      const report = reportModel(page());
      const start = startModel(page());
      await frame().goTo('Timeline');
      const timeline = timelineModel(page());
      const finish = await textOf(timeline.finish);
      const cost = await textOf(timeline.cost);
      await page().getByRole('navigation', { name: 'Pages' }).getByRole('button', { name: 'Start' }).click();
      const moved = await textOf(start.moved);
      await frame().goTo('Report');
      await report.picture(1).waitFor();
      const pages = Number(/\d+/.exec(await textOf(report.lead))?.[0]);
      const contents = await report.contents();
      const fingerprint = (await textOf(report.fingerprint)).replace('Fingerprint', '').trim();
      const toFile = (file: string) =>
        host.save(file, async () => {
          await report.exportPdf();
          await frame().dismiss(/is written \(\d+ pages\)/);
        });
      const pdf = await toFile('paper.pdf');
      const text = (from: number, to: number) =>
        execFileSync('pdftotext', ['-layout', '-f', String(from), '-l', String(to), pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
      const whole = text(1, pages).replaceAll('\u00a0', ' ');
      expect(whole.replaceAll('\f', '').length).toBeGreaterThan(5000);
      expect(text(pages, pages).trim()).not.toBe('');
      const [done, all] = moved.split(' of ');
      expect(all).toBe(number.format(files.people * 4 + files.mailboxes));
      for (const said of ['Town of Beispiel', finish, cost, fingerprint, `${files.accounts} accounts`, `${all} account moves, ${done} of them done`])
        expect(whole).toContain(said);
      // What the preview shows on a page stands on that page of the file.
      for (const { title, page: at } of contents.slice(1)) expect(text(at, at).replaceAll(/\s+/g, ' ')).toContain(title);
      // The same plan prints the same bytes.
      expect(readFileSync(await toFile('again.pdf')).equals(readFileSync(pdf))).toBe(true);
    });

    it('brings a moment of the history back, and the newest again', async () => {
      const history = historyModel(page());
      const mapping = mappingModel(page());
      await frame().goTo('History');
      const newest = /^Marked \d+ accounts as migrated \(.+\)$/;
      await history.what.filter({ hasText: 'as it stands now' }).getByText(newest).waitFor();
      await history.restore('Imported accounts.csv and others, 4 files');
      await history.entry('Imported accounts.csv and others, 4 files').getByText('as it stands now').waitFor();
      await frame().goTo('Mapping');
      await expect.poll(() => textOf(mapping.lead)).toMatch(/^0 of \d+ items are replaced/);
      await frame().goTo('History');
      const last = await textOf(history.what.getByText(newest));
      await history.restore(last);
      await history.entry(last).getByText('as it stands now').waitFor();
      await expect.poll(() => history.what.getByText(builtWaves).count()).toBe(1);
      await frame().goTo('Mapping');
      await expect.poll(() => textOf(mapping.lead)).toMatch(/all are decided/);
    });

    it(`has asked nobody else and complained about nothing in ${name}`, async () => {
      expect(await host.close()).toEqual([]);
      expect(host.complaints.filter((text) => !text.includes('noPlanOpen'))).toEqual([]);
    });
  });
});
