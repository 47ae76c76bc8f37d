import type { Locator, Page } from 'playwright-core';
import { anyText, english, type Words } from './words.ts';

/** The timeline: the chart with its rows and bars, and the panel of a task. */
export function timelineModel(page: Page, words: Words = english) {
  const main = page.getByRole('main');
  const chart = main.getByRole('treegrid', { name: words.say('timelinePage.chart') });
  const rows = chart.getByRole('row');
  /** The nth row whose name begins so. */
  const row = (name: string, nth = 0) => rows.filter({ has: page.getByRole('gridcell', { name, exact: true }) }).nth(nth);
  const panel = (name: string) => page.getByRole('complementary', { name, exact: true });
  const cells = async (of: Locator) => {
    const texts = (await of.getByRole('gridcell').allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' '));
    // With little room the finish has no column of its own.
    return { accounts: texts[1]?.trim() ?? '', dates: texts.at(-1)?.split(',')[0]?.trim() ?? '' };
  };
  return {
    chart,
    row,
    panel,
    cells,
    finish: main.getByText(words.starts('timelinePage.figure.finish')).getByRole('strong'),
    cost: main.getByText(words.starts('timelinePage.figure.cost', { from: anyText, to: anyText })).getByRole('strong'),
    openAll: () => main.getByRole('button', { name: words.say('timelinePage.openAll') }).click(),
    async planWaves(): Promise<void> {
      await main.getByRole('button', { name: words.say('timelinePage.planWaves') }).click();
      await chart.waitFor();
    },
    /** Takes the row's bar with the mouse and lets go of it to the right. */
    async dragBar(of: Locator, pixels: number): Promise<void> {
      await of.scrollIntoViewIfNeeded();
      const box = await of.locator('[data-task]').first().boundingBox();
      if (box === null) throw new Error('the row has no bar in sight');
      const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + pixels / 2, from.y, { steps: 4 });
      await page.mouse.move(from.x + pixels, from.y, { steps: 4 });
      await page.mouse.up();
    },
    async takeMove(name: string): Promise<void> {
      const move = panel(name).getByRole('button', { name: words.say('timelinePage.move.take'), exact: true });
      await move.click();
      await move.waitFor({ state: 'detached' });
    },
  };
}
