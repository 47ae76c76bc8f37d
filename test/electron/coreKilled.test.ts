import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { frameModel } from '../e2e/models/frameModel.ts';
import { importModel } from '../e2e/models/importModel.ts';
import { inventoryModel } from '../e2e/models/inventoryModel.ts';
import { textOf } from '../e2e/models/textOf.ts';
import { trackingModel } from '../e2e/models/trackingModel.ts';
import { writeAdministration } from '../support/cli.ts';
import {
  coreProcesses,
  type Display,
  type Home,
  launchBascule,
  makeHome,
  makePlanFile,
  makeSampleFile,
  reasonToSkip,
  type RunningApp,
  startDisplay,
} from '../support/electronApp.ts';

const lost = 'The connection to the core is lost.';
const toldFailure = /The connection to Bascule’s core was lost\. Please try again; the plan itself is safe\./;

describe.skipIf(reasonToSkip !== null)(`a core that is killed in the middle of work${reasonToSkip === null ? '' : ` (${reasonToSkip})`}`, () => {
  let display: Display;
  let home: Home;
  let folder: string;
  let running: RunningApp;

  beforeAll(async () => {
    display = await startDisplay();
  });
  afterAll(() => display.stop());
  beforeEach(() => {
    home = makeHome(display);
    folder = mkdtempSync(join(tmpdir(), 'bascule-killed-'));
  });
  afterEach(async () => {
    await running?.app.close().catch(() => {});
    home.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Kills the core and waits until the window has said so and has another one. */
  const killCore = async (page: Page) => {
    const banner = page.getByRole('status').filter({ hasText: lost });
    const seen = banner.waitFor();
    for (const core of coreProcesses(running.app)) process.kill(core, 'SIGKILL');
    await seen;
    await banner.waitFor({ state: 'detached' });
  };

  it('leaves an import wholly undone, says so, and lets it be done again with the same files', async () => {
    const plan = join(folder, 'Town Hall.bascule');
    await makePlanFile(plan, 'Town Hall');
    const paths = writeAdministration(folder, { accounts: 20_000, units: 200, items: 60, seed: 3 });
    running = await launchBascule(home, [plan]);
    const { app, window: page } = running;
    page.setDefaultTimeout(20_000);
    const frame = frameModel(page);
    const inventory = inventoryModel(page);
    const wizard = importModel(page);
    await page.getByRole('heading', { level: 1, name: 'Town Hall', exact: true }).waitFor();
    await frame.goTo('inventory');
    await app.evaluate(
      ({ dialog }, filePaths) => {
        dialog.showOpenDialog = (async () => ({ canceled: false, filePaths })) as never;
      },
      [...paths],
    );
    await inventory.askForFiles();
    await expect.poll(() => wizard.start.isEnabled(), { timeout: 60_000 }).toBe(true);
    await wizard.start.click();
    await frame.runningWork.filter({ hasText: 'Importing the files' }).waitFor();
    await killCore(page);
    await frame.dismiss(toldFailure);
    expect(await frame.runningWork.filter({ hasText: 'Importing the files' }).count()).toBe(0);
    // Nothing of it is in the plan: the dry run of the same files finds everything new.
    await expect.poll(() => wizard.start.isEnabled(), { timeout: 60_000 }).toBe(true);
    expect(await wizard.counts('accounts')).toEqual([20_000, 20_000, 0, 0, 0, 0, 0]);
    expect(await frame.undo.getAttribute('aria-label')).toMatch(/^Undo: Made the plan/);
    await wizard.start.click();
    await page.getByRole('heading', { level: 1, name: 'Inventory', exact: true }).waitFor();
    await expect.poll(() => frame.undo.getAttribute('aria-label')).toMatch(/^Undo: Imported accounts\.csv and others, 3 files/);
  });

  it('keeps every command that was answered, and one that was on its way wholly or not at all', async () => {
    const plan = join(folder, 'Sample.bascule');
    await makeSampleFile(plan);
    running = await launchBascule(home, [plan]);
    const { window: page } = running;
    page.setDefaultTimeout(20_000);
    const frame = frameModel(page);
    const tracking = trackingModel(page);
    await page.getByRole('heading', { level: 1, name: 'Sample', exact: true }).waitFor();
    await frame.goTo('tracking');
    const done = async () => Number(/^([\d,]+) of/.exec(await textOf(tracking.lead))?.[1]?.replace(',', ''));
    const [first, second] = [await tracking.plannedOf(1), await tracking.plannedOf(2)];
    await tracking.markWave(1).click();
    await expect.poll(done).toBe(first);
    await killCore(page);
    await expect.poll(done).toBe(first);
    await frame.undo.and(page.getByRole('button', { name: new RegExp(`^Undo: Marked ${first} accounts`) })).waitFor();

    // The click and the kill at once: whether the core had it is anybody's guess, but not in half.
    await Promise.all([tracking.markWave(2).click(), killCore(page)]);
    const isTaken = async () => (await frame.undo.getAttribute('aria-label'))?.startsWith(`Undo: Marked ${second} accounts`) === true;
    // A click that was held up reaches the next core, and is answered later than the kill: only an answer of either kind is an end.
    await expect.poll(async () => (await isTaken()) || (await frame.notice(toldFailure).count()) > 0).toBe(true);
    // The figure and the button are asked for one after the other, so they may differ for a moment.
    await expect.poll(async () => (await done()) === ((await isTaken()) ? first + second : first)).toBe(true);
    if (!(await isTaken())) await frame.dismiss(toldFailure);
    // It works on.
    if (!(await isTaken())) await tracking.markWave(2).click();
    await expect.poll(done).toBe(first + second);
  });
});
