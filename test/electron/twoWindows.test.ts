import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { descriptionOf } from '../support/descriptionOf.ts';
import { createCore } from '../../host/createCore.ts';
import { frameModel } from '../e2e/models/frameModel.ts';
import { textOf } from '../e2e/models/textOf.ts';
import { trackingModel } from '../e2e/models/trackingModel.ts';
import { type Display, type Home, launchBascule, makeHome, makeSampleFile, reasonToSkip, type RunningApp, startDisplay } from '../support/electronApp.ts';

describe.skipIf(reasonToSkip !== null)(`one plan seen twice${reasonToSkip === null ? '' : ` (${reasonToSkip})`}`, () => {
  let display: Display;
  let home: Home;
  let running: RunningApp;
  let plan: string;

  beforeAll(async () => {
    display = await startDisplay();
  });
  afterAll(() => display.stop());
  beforeEach(async () => {
    home = makeHome(display);
    plan = join(home.folder, 'Sample.bascule');
    await makeSampleFile(plan);
  });
  afterEach(async () => {
    await running?.app.close().catch(() => {});
    home.remove();
  });

  const done = async (page: Page) => /^[\d,]+ of/.exec(await textOf(trackingModel(page).lead))?.[0];
  const toTracking = async (page: Page) => {
    page.setDefaultTimeout(20_000);
    await page.getByRole('heading', { level: 1, name: 'Sample', exact: true }).waitFor();
    await frameModel(page).goTo('tracking');
    await trackingModel(page).markWave(1).waitFor();
  };
  const sizeOf = (page: Page) => trackingModel(page).plannedOf(1);

  it('shows in one window what the other one did, and lets either take it back', async () => {
    running = await launchBascule(home, [plan]);
    const { app, window: first } = running;
    await toTracking(first);
    const [second] = await Promise.all([
      app.waitForEvent('window'),
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click()),
    ]);
    await toTracking(second);
    const wave = await sizeOf(first);
    await trackingModel(first).markWave(1).click();
    await expect.poll(() => done(first)).toBe(`${wave} of`);
    await expect.poll(() => done(second)).toBe(`${wave} of`);
    const step = `Marked ${wave} accounts as migrated (Office software)`;
    await frameModel(second).undoStep(step);
    await expect.poll(() => done(second)).toBe('0 of');
    await expect.poll(() => done(first)).toBe('0 of');
    await frameModel(first).redoStep(step);
    await expect.poll(() => done(second)).toBe(`${wave} of`);
  });

  it('says to a second opener that the plan is read only, and lets nothing be changed, with the reason', async () => {
    const other = createCore({ plan: { path: plan, mode: 'write' }, actor: 'Somebody else' });
    try {
      running = await launchBascule(home);
      const { app, window: page } = running;
      await app.evaluate(({ dialog }) => {
        dialog.showMessageBox = (async () => ({ response: 0, checkboxChecked: false })) as never;
      });
      await app.evaluate(({ app: program }, path) => void program.emit('second-instance', {}, [], '', { plan: path }), plan);
      await toTracking(page);
      await page.getByRole('banner').getByRole('status').filter({ hasText: 'Somebody else has this plan open.' }).waitFor();
      for (const control of [trackingModel(page).markWave(1), frameModel(page).undo]) {
        expect(await control.isDisabled()).toBe(true);
        expect(await descriptionOf(control)).toBe('Somebody else has this plan open. You can read it, but not change it.');
        await control.dispatchEvent('click');
      }
      expect(await done(page)).toBe('0 of');
      expect((await other.core.call('tracking.getStatus', { today: '2027-06-01' as never })).tracks.every(({ states }) => states.migrated === 0)).toBe(true);
    } finally {
      other.close();
    }
  });
});
