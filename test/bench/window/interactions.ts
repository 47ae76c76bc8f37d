import type { Browser, Page } from 'playwright-core';
import { openPage, type ServedPages } from '../../support/browser.ts';

/** What one kind of action took, in milliseconds from the event to the next frame on the screen. */
export type ActionTimes = { readonly what: string; readonly times: number[] };

/**
 * The browser's own measurement of events (Event Timing): from the input to the frame that shows its effect, rounded to
 * 8 ms. Events below 16 ms are not reported and count as 16.
 */
const watchEvents = `
  globalThis.__events = [];
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) __events.push(entry.duration); })
    .observe({ type: 'event', durationThreshold: 16, buffered: true });
`;
const unreported = 16;

type Act = (page: Page, run: number) => Promise<void>;
type Script = { readonly route: string; readonly ready: string; readonly actions: Readonly<Record<string, Act>> };

const press =
  (...keys: readonly string[]): Act =>
  (page, run) =>
    page.keyboard.press(keys[run % keys.length] as string);
const clickNth =
  (selector: string): Act =>
  async (page, run) => {
    const found = page.locator(selector);
    await found.nth(run % Math.max(1, await found.count())).click();
  };

/** What people do on a page all day. */
const scripts: readonly Script[] = [
  {
    route: 'inventory',
    ready: '.data-table-row [role="gridcell"][title]',
    actions: {
      'inventory: sort': clickNth('.data-table-sort'),
      'inventory: filter': clickNth('.inventory-choice input:enabled'),
      'inventory: search, a letter': async (page, run) => {
        if (run === 0) await page.locator('.inventory-search input').focus();
        await page.keyboard.press('mio'.charAt(run % 3) || 'Backspace');
        if (run % 3 === 2) await page.locator('.inventory-search input').fill('');
      },
      'inventory: open a row': clickNth('.data-table-row [role="gridcell"]:nth-child(2)'),
      'inventory: arrow key': async (page, run) => {
        if (run === 0) await page.locator('.data-table-row').first().focus();
        await press('ArrowDown', 'ArrowDown', 'PageDown', 'ArrowUp')(page, run);
      },
    },
  },
  {
    route: 'tracking',
    ready: '.recharts-line path',
    actions: {
      'tracking: another track': clickNth('.tracking-track'),
      'tracking: another board': clickNth('[role="tab"]'),
      'accounts: arrow key': async (page, run) => {
        if (run === 0) {
          await page.getByRole('tab').nth(2).click();
          await page.locator('.data-table-row').first().waitFor();
          await page.locator('.data-table-row').first().focus();
        }
        await press('ArrowDown', 'PageDown', 'End', 'PageUp', 'Home')(page, run);
      },
      'accounts: select a row': async (page, run) => {
        if (run === 0) await page.locator('.data-table-row').first().focus();
        await press('Space', 'ArrowDown')(page, run);
      },
    },
  },
  {
    route: 'timeline',
    ready: '.gantt-bar',
    actions: {
      'timeline: zoom': clickNth('.timeline-segments >> nth=0 >> button'),
      'timeline: open and close a track': clickNth('.gantt-toggle[data-toggle]'),
      'timeline: show a phase or a wave': async (page, run) => {
        const track = page.locator('.gantt-toggle[data-toggle]').first();
        if (run === 0) await track.click();
        else await clickNth('.gantt-toggle:not([data-toggle])')(page, run);
      },
      'timeline: open a bar': async (page, run) => {
        const row = page.locator('.gantt-rows [role="row"]');
        await row.nth(run % Math.max(1, (await row.count()) - 1)).focus();
        await page.keyboard.press('Enter');
      },
      'timeline: arrow key': press('ArrowDown', 'ArrowDown', 'ArrowUp'),
    },
  },
  {
    route: 'mapping',
    ready: '.mapping-name',
    actions: {
      'mapping: filter': clickNth('.segments button, .segments label'),
      'mapping: open a row': clickNth('.data-table-row .mapping-side >> nth=0'),
      'find (Ctrl+K): a letter': async (page, run) => {
        if (run === 0) {
          await page.keyboard.press('Control+k');
          await page.locator('.palette-search').waitFor();
        }
        await page.keyboard.press('anna mo'.charAt(run % 7));
        if (run % 7 === 6) await page.locator('.palette-search input').fill('');
      },
    },
  },
];

/** Does each action `runs` times on the plan that is served. */
export async function measureInteractions(browser: Browser, served: ServedPages, runs: number): Promise<readonly ActionTimes[]> {
  const measured: ActionTimes[] = [];
  for (const { route, ready, actions } of scripts) {
    for (const [what, act] of Object.entries(actions)) {
      const opened = await openPage(browser, served, { route, theme: 'light', locale: 'de' });
      await opened.page.locator(ready).first().waitFor();
      await opened.page.evaluate(watchEvents);
      const times: number[] = [];
      for (let run = 0; run < runs; run++) {
        await opened.page.evaluate('__events.length = 0');
        await act(opened.page, run);
        times.push(Math.max(unreported, await opened.page.evaluate<number>(longestEvent)));
      }
      measured.push({ what, times });
      await opened.close();
    }
  }
  return measured;
}

/** Two frames and a turn later the browser has reported what it measured. */
const longestEvent = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(Math.max(0, ...__events)), 20))))`;
