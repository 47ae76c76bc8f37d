import type { Browser } from 'playwright-core';
import { openPage, type ServedPages } from '../../support/browser.ts';

/** What must stand on the screen before a page counts as painted: content of the plan, not a frame around it. */
const contentOf = {
  inventory: '.inventory-table .data-table-row [role="gridcell"][title]',
  mapping: '.data-table-row .mapping-name',
  register: '.data-table-row [role="gridcell"]',
  timeline: '.gantt-bar',
  costs: '.recharts-area path',
  tracking: '.recharts-line path',
  history: '.history-what',
  // The frame of the report; its pages are printed for it and come after.
  report: '.report-page',
  start: '.key-figure-value',
} as const;

export type PaintedPage = keyof typeof contentOf;
export const paintedPages = Object.keys(contentOf) as readonly PaintedPage[];

/**
 * Milliseconds from the choice of a page to the frame that shows its content; `first` in a window that never showed the
 * page, its code included, `again` when it comes back to it.
 */
export async function measurePaints(
  browser: Browser,
  served: ServedPages,
  rounds: number,
): Promise<ReadonlyMap<PaintedPage, { first: number[]; again: number[] }>> {
  const found = new Map(paintedPages.map((name) => [name, { first: [] as number[], again: [] as number[] }]));
  for (let round = 0; round < rounds; round++) {
    const opened = await openPage(browser, served, { route: 'start', theme: 'light', locale: 'de' });
    // The start page is measured too, on the way back from another one.
    for (const visit of ['first', 'again'] as const) {
      for (const name of paintedPages) found.get(name)?.[visit].push(await opened.page.evaluate<number>(paintOf(name)));
    }
    await opened.close();
  }
  return found;
}

function paintOf(name: PaintedPage): string {
  return `new Promise((done, fail) => {
    const heading = () => document.querySelector('main h1')?.textContent;
    const headingBefore = heading();
    const begun = performance.now();
    location.hash = ${JSON.stringify(`#/${name}`)};
    const check = () => {
      const isShown = heading() !== undefined && heading() !== headingBefore && document.querySelector(${JSON.stringify(`main ${contentOf[name]}`)});
      // The frame in which it was found is not on the screen yet; the next one's callback runs when it is.
      if (isShown) requestAnimationFrame(() => done(performance.now() - begun));
      else if (performance.now() - begun > 30000) fail(new Error(${JSON.stringify(`${name} was not painted`)}));
      else requestAnimationFrame(check);
    };
    requestAnimationFrame(check);
  })`;
}
