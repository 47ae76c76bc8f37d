import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { reasonToSkipBrowser } from '../support/browser.ts';
import { openInChromium, type WindowHost } from '../support/windowHost.ts';
import { type WorkFiles, writeWorkFiles } from '../support/workFiles.ts';
import { frameModel } from './models/frameModel.ts';
import { importModel } from './models/importModel.ts';
import { keyboardModel } from './models/keyboardModel.ts';
import { mappingModel } from './models/mappingModel.ts';
import { reportModel } from './models/reportModel.ts';
import { textOf } from './models/textOf.ts';
import { timelineModel } from './models/timelineModel.ts';
import { trackingModel } from './models/trackingModel.ts';

describe.skipIf(reasonToSkipBrowser !== null)(
  `the main job by keyboard alone${reasonToSkipBrowser === null ? '' : ` (skipped: ${reasonToSkipBrowser})`}`,
  () => {
    let host: WindowHost;
    let files: WorkFiles;
    let folder: string;
    let keys: ReturnType<typeof keyboardModel>;
    const page = () => host.page;

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'bascule-keyboard-'));
      files = writeWorkFiles(folder);
      host = await openInChromium({ locale: 'en' });
      page().setDefaultTimeout(20_000);
      keys = keyboardModel(page());
    });
    afterAll(async () => {
      await host?.close();
      rmSync(folder, { recursive: true, force: true });
    });
    let hasFailed = false;
    beforeEach(({ skip }) => {
      if (hasFailed) skip('an earlier step failed');
    });
    afterEach(({ task }) => {
      hasFailed ||= task.result?.state === 'fail';
      // What stands in the way of one step is told with that step.
      expect(keys.problems.splice(0)).toEqual([]);
    });

    it('makes a plan', async () => {
      await page().getByRole('heading', { level: 1 }).waitFor();
      await keys.tabTo(/^button "Skip to content"/);
      await keys.press('Enter');
      await keys.tabTo(/^button "New plan/);
      await keys.press('Enter');
      await keys.tabTo(/^radio "Schleswig-Holstein"/);
      await keys.press('ArrowDown');
      await keys.press('ArrowUp');
      await keys.tabTo(/^button "Next"/);
      await keys.press('Enter');
      await keys.tabTo(/^textbox "Name of the plan"/);
      await keys.type('By hand');
      await keys.press('Tab');
      await keys.type('Town of Beispiel');
      await keys.tabTo(/^textbox "Start"/);
      await keys.press('Control+a');
      await keys.type('4.1.2027');
      await keys.tabTo(/^button "Next"/);
      await keys.press('Enter');
      await keys.tabTo(/^button "Make the plan"/);
      await keys.press('Enter');
      await page().getByRole('heading', { level: 1, name: 'By hand', exact: true }).waitFor();
      expect(await keys.settled()).not.toBe('');
    });

    it('imports files and names columns', async () => {
      const wizard = importModel(page());
      await keys.call('Import files');
      await keys.tabTo(/^button "Choose files"/);
      await host.choose(files.paths, () => keys.press('Enter').then(() => {}));
      await wizard.column(files.unknown.nameColumn).waitFor();
      await keys.tabTo(/^combobox "Meaning of the column Werkzeug"/);
      await keys.type('name');
      await keys.tabTo(/^combobox "Meaning of the column Wie oft"/);
      await keys.type('inst');
      await expect.poll(() => wizard.start.isEnabled()).toBe(true);
      expect(await wizard.counts('accounts')).toEqual([files.accounts, files.accounts, 0, 0, 0, 0, 0]);
      await keys.backTo(/^button "Import 4 files"/);
      await keys.press('Enter');
      await page().getByRole('grid', { name: 'Items in the inventory' }).waitFor();
      expect(await keys.settled()).not.toBe('');
    });

    it('decides on all programs', async () => {
      const mapping = mappingModel(page());
      await keys.call('Mapping');
      await expect.poll(() => mapping.count('undecided')).toBeGreaterThan(0);
      // The way past the rail leads to this page's content and to no other page.
      await keys.backTo(/^button "Skip to content"/);
      await keys.press('Enter');
      expect(await keys.settled()).toBe('main "Mapping"');
      expect(await textOf(frameModel(page()).heading)).toBe('Mapping');
      const items = await mapping.count('all');
      await keys.tabTo(/^button "Proposals/);
      await keys.press('Enter');
      await keys.tabTo(/^button "Accept \d+ changes"/);
      await keys.press('Enter');
      await expect.poll(() => mapping.count('undecided')).toBeLessThan(items);
      const undecided = await mapping.count('undecided');
      await keys.tabTo(/^button "undecided/);
      await keys.press('Enter');
      await keys.tabTo(/^checkbox "Select all"/);
      await keys.press('Space');
      await keys.backTo(/^button "Decide"/);
      await keys.press('Enter');
      await keys.tabTo(/^radio "undecided"/);
      await keys.until('ArrowDown', /^radio "keep"/, 4);
      await keys.tabTo(/^button "Decide on \d+ items"/);
      await keys.press('Enter');
      await expect.poll(() => mapping.count('undecided')).toBe(0);
      expect(undecided).toBeGreaterThan(0);
      expect(await keys.settled()).not.toBe('');
    });

    it('plans waves, moves one by two weeks with the arrow keys, and takes it back and again', async () => {
      const timeline = timelineModel(page());
      await keys.call('Timeline');
      await keys.tabTo(/^button "Plan waves"/);
      await keys.press('Enter');
      await timeline.chart.waitFor();
      await keys.tabTo(/^row "Line-of-business software/);
      await keys.until('ArrowDown', /^row "Office software/);
      await keys.press('ArrowRight');
      await keys.until('ArrowDown', /^row "Roll-out/);
      await keys.press('ArrowRight');
      await keys.until('ArrowDown', /^row "Wave 2/);
      const wave = timeline.row('Wave 2');
      const before = (await timeline.cells(wave)).dates;
      await keys.press('Shift+ArrowRight');
      await keys.press('Shift+ArrowRight');
      const panel = page().getByRole('complementary');
      const starts = await textOf(panel.getByText(/^Starts on .*, 1[4-7] days later\.$/));
      await keys.tabTo(/^button "Move"/);
      await keys.press('Enter');
      const day = /^Starts on (.*), \d+ days later\.$/.exec(starts)?.[1] ?? '';
      await expect.poll(async () => (await timeline.cells(wave)).dates.startsWith(day)).toBe(true);
      expect(await keys.settled()).not.toBe('');
      await keys.press('Control+z');
      await expect.poll(async () => (await timeline.cells(wave)).dates).toBe(before);
      await keys.press('Control+y');
      await expect.poll(async () => (await timeline.cells(wave)).dates.startsWith(day)).toBe(true);
      await keys.press('Escape');
      expect(await keys.settled()).toMatch(/^row "Wave 2/);
    });

    it('marks a wave, then chosen accounts, as migrated', async () => {
      const tracking = trackingModel(page());
      await keys.call('Tracking');
      await keys.tabTo(/^row "Wave 1 \(pilot\)/);
      const pilot = await keys.press('ArrowRight');
      const count = Number(/Mark the (\d+) planned/.exec(pilot)?.[1]);
      await keys.press('Enter');
      await tracking.track('office').getByText(`${count} of ${files.people}`).waitFor();
      expect(await keys.settled()).toMatch(/^row "Wave 1/);
      await keys.backTo(/^tab "Waves/);
      await keys.press('ArrowRight');
      await keys.press('ArrowRight');
      await keys.tabTo(/^row "\S+@/);
      await keys.until('ArrowDown', / planned /);
      await keys.press('Space');
      await keys.press('ArrowDown');
      await keys.press('Space');
      await page()
        .getByText(/^2 of [\d,]+ selected$/)
        .waitFor();
      await keys.tabTo(/^button "Set the state"/);
      await keys.press('Enter');
      await tracking
        .track('office')
        .getByText(`${count + 2} of ${files.people}`)
        .waitFor();
      expect(await keys.settled()).not.toBe('');
    });

    it('prints, and brings a moment of the history back', async () => {
      const report = reportModel(page());
      await keys.call('Report');
      await report.picture(1).waitFor();
      await keys.tabTo(/^button "Export PDF"/);
      const pdf = await host.save('keyboard.pdf', () => keys.press('Enter').then(() => {}));
      expect(statSync(pdf).size).toBeGreaterThan(10_000);
      await keys.call('History');
      await keys.tabTo(/^button "Restore this moment ?: Accepted the proposals/);
      await keys.press('Enter');
      await frameModel(page())
        .redo.and(page().getByRole('button', { name: /^Redo: Decided on/ }))
        .waitFor();
      expect(await keys.settled()).not.toBe('');
    });
  },
);
