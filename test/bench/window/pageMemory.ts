import { readdirSync, readFileSync } from 'node:fs';
import type { ServedPages } from '../../support/browser.ts';
import { paintedPages } from './pagePaints.ts';
import { openUnrecordedPage } from './unrecordedPage.ts';

export type PageMemory = { readonly rounds: number; readonly processMegabytes: number; readonly heapMegabytes: number; readonly nodes: number };

/**
 * Uses the window like somebody who lives in it: page after page, scrolling through long tables to their ends, opening
 * rows, searching, zooming. Measures the page's process (memory of its own, Linux only) and its heap after a collection.
 */
export async function measurePageMemory(
  executable: string,
  served: ServedPages,
  minutes: number,
  onMeasure: (at: number, memory: PageMemory) => void,
): Promise<void> {
  const page = await openUnrecordedPage(executable, `${served.address}#/start`);
  try {
    await page.send('Performance.enable');
    await page.evaluate(untilShown);
    const begun = Date.now();
    let nextMeasure = 0;
    for (let rounds = 1; ; rounds++) {
      for (const name of paintedPages) {
        await page.evaluate(`location.hash = '#/${name}'`);
        await page.evaluate(untilShown);
        await page.evaluate(useOfPage);
        await page.evaluate(pressEscape);
      }
      const elapsed = (Date.now() - begun) / 60_000;
      if (elapsed < nextMeasure && elapsed < minutes) continue;
      nextMeasure = elapsed + minutes / 6;
      await page.send('HeapProfiler.collectGarbage');
      const { metrics } = (await page.send('Performance.getMetrics')) as { readonly metrics: readonly { readonly name: string; readonly value: number }[] };
      const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? 0;
      onMeasure(elapsed, {
        rounds,
        processMegabytes: largestRenderer(page.browserProcess) / 1e6,
        heapMegabytes: metric('JSHeapUsedSize') / 1e6,
        nodes: metric('Nodes'),
      });
      if (elapsed >= minutes) return;
    }
  } finally {
    await page.close();
  }
}

const untilShown = `new Promise((done) => {
  const look = () => (document.querySelector('main h1') ? done() : setTimeout(look, 50));
  look();
})`;
const pressEscape = `(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }))`;

/** Scrolls every region by pages to its end and back, and clicks into rows; 1.5 seconds a page, as a person who looks. */
const useOfPage = `new Promise((done) => {
  const regions = () => [...document.querySelectorAll('main *')].filter((one) => one.scrollHeight > one.clientHeight + 40 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowY));
  let step = 0;
  const turn = () => {
    for (const region of regions()) region.scrollTop = step === 8 ? region.scrollHeight : region.scrollTop + region.clientHeight * (step % 3 === 2 ? -1 : 1) + 1;
    if (step % 4 === 1) document.querySelector('main .data-table-row')?.click();
    if (++step < 10) setTimeout(turn, 150);
    else done();
  };
  turn();
})`;

/** Private memory, in bytes, of the largest renderer of the browser: the page's. */
function largestRenderer(browserProcess: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    const parent = /^PPid:\s+(\d+)$/m.exec(readProc(name, 'status'))?.[1];
    if (parent !== undefined) parents.set(Number(name), Number(parent));
  }
  const isOurs = (pid: number): boolean => pid === browserProcess || (parents.has(pid) && isOurs(parents.get(pid) ?? 0));
  let largest = 0;
  for (const pid of parents.keys()) {
    if (!readProc(`${pid}`, 'cmdline').includes('--type=renderer') || !isOurs(pid)) continue;
    const rollup = readProc(`${pid}`, 'smaps_rollup');
    const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB$/gm)].reduce((sum, [, value]) => sum + Number(value), 0);
    largest = Math.max(largest, kilobytes * 1024);
  }
  return largest;
}

/** Empty for what is no process, or has ended since. */
function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
