import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { launchBrowser, openPage, reasonToSkipBrowser, type ServedPages, servePages } from '../support/browser.ts';
import { writeTightPlan } from '../support/tightPlan.ts';

describe.skipIf(reasonToSkipBrowser !== null)('planning for another goal in the window', () => {
  let browser: Browser;
  let served: ServedPages;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    served = await servePages({ withSample: true });
    ({ page } = await openPage(browser, served, { route: 'timeline', locale: 'en', theme: 'light' }));
  });
  afterAll(async () => {
    await browser?.close();
    served?.close();
  });

  it('is chosen with the keyboard, shows value and gap while it searches, and makes the plan cheaper', async () => {
    const { core } = served.running;
    await core.call('schedule.build', { commandId: 'before-the-cheapest', locale: 'en' });
    const shortest = (await core.call('cost.getCosts', { locale: 'en' })).totalCents;
    await page.getByRole('button', { name: 'Plan for another goal' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitem', { name: /^Lowest cost/ }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByText(/^Searching: .*€.* less is possible$/).waitFor();
    await page.getByText(/At most .*% above the lowest cost of a plan that finishes in the same year/).waitFor({ timeout: 60_000 });
    expect((await core.call('cost.getCosts', { locale: 'en' })).totalCents).toBeLessThan(shortest);
  });

  it('keeps the dates that a new freeze leaves alone, and says how many it does not', async () => {
    const { core } = served.running;
    const before = (await core.call('schedule.getTimeline', {})).timeline.tasks;
    const wave = before.findLast(({ kind }) => kind === 'wave');
    if (!wave?.startsOn || !wave.finishesOn) throw new Error('the sample has waves with dates');
    await core.call('schedule.addFreeze', { commandId: 'a-freeze-on-a-wave', name: 'Election', startsOn: wave.startsOn, finishesOn: wave.finishesOn });
    await page.getByRole('button', { name: 'Plan for another goal' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menuitem', { name: /^Close to the present dates/ }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    const said = page.getByText(/^Finishes on .* other dates, among them .* wave/);
    await said.waitFor({ timeout: 60_000 });
    const after = (await core.call('schedule.getTimeline', {})).timeline.tasks;
    const moved = after.filter(({ id, startsOn, finishesOn }) => {
      const former = before.find((task) => task.id === id);
      return former?.startsOn !== startsOn || former.finishesOn !== finishesOn;
    });
    expect(moved.map(({ id }) => id)).toContain(wave.id);
    expect(moved.length).toBeLessThan(before.length / 2);
    const number = moved.length === 1 ? 'One task gets' : `${moved.length} tasks get`;
    expect(await said.textContent()).toContain(`. ${number} other dates`);
  });

  it('ends a search of a minute with what it has found by then', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bascule-tight-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const plan = join(folder, 'Town Hall.bascule');
    await writeTightPlan(folder, plan);
    const tight = await servePages({ withSample: false, plan });
    onTestFinished(() => tight.close());
    const before = await tight.running.core.call('schedule.build', { commandId: 'build-it-first', locale: 'en' });
    const { page: timeline } = await openPage(browser, tight, { route: 'timeline', locale: 'en', theme: 'light' });
    await timeline.getByRole('button', { name: 'Plan for another goal' }).click();
    await timeline.getByRole('menuitem', { name: /^Earliest finish, longer search/ }).click();
    await timeline.getByRole('button', { name: 'Take this plan' }).click();
    await timeline.getByText(/waves planned; finished on/).waitFor({ timeout: 30_000 });
    expect((await tight.running.core.call('plan.get', {})).revision).toBe(before.revision + 1);
    expect((await tight.running.core.call('schedule.getTimeline', {})).gap).toBeGreaterThan(0);
  });
});
