import type { Browser } from 'playwright-core';
import { openPage, type ServedPages } from '../../support/browser.ts';

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  /** Of `dur`, what the thread itself ran. */
  readonly tdur?: number;
  readonly tid: number;
  readonly pid: number;
};
type Work = { readonly script: readonly number[]; readonly whole: readonly number[] };
/** Processor time of the page's thread, and the time that passed meanwhile, in which others may have had the processor. */
export type Frames = { readonly rows: number; readonly computed: Work; readonly passed: Work };

/** Names under which the browser's trace books work of the page's script, the browser's own turns among them. */
const scriptWork = new Set([
  'FunctionCall',
  'EvaluateScript',
  'TimerFire',
  'FireAnimationFrame',
  'EventDispatch',
  'RunMicrotasks',
  'FireIdleCallback',
  'v8.run',
]);
const renderWork = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

/**
 * Opens every row of the timeline and scrolls it, down and across, a step a frame: milliseconds of script, and of script
 * with style, layout and paint, between one frame and the next. Setting the place also lays out what the frame before
 * has changed, which counts as script here; where somebody scrolls, the browser does it after all scripts. Read from the browser's own trace.
 */
export async function measureGanttFrames(browser: Browser, served: ServedPages, steps: number): Promise<Frames> {
  const opened = await openPage(browser, served, { route: 'timeline', theme: 'light', locale: 'de' });
  try {
    const { page } = opened;
    await page.locator('.gantt-bar').first().waitFor();
    const countOfRows = () => page.evaluate<number>(`Number(document.querySelector('[role="treegrid"]').getAttribute('aria-rowcount'))`);
    const closed = await countOfRows();
    await page.locator('.gantt-corner-tools .icon-button').first().click();
    while ((await countOfRows()) === closed) await page.waitForTimeout(50);
    const rows = await countOfRows();
    // Near enough that the chart is wider than the window.
    await page.locator('.timeline-segments').first().getByRole('button').nth(1).click();
    await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8.execute'] });
    await page.evaluate(scrollBy('top', steps));
    await page.evaluate(scrollBy('left', steps));
    const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] };
    return { rows, computed: workByFrame(trace.traceEvents, 'tdur'), passed: workByFrame(trace.traceEvents, 'dur') };
  } finally {
    await opened.close();
  }
}

function scrollBy(side: 'top' | 'left', steps: number): string {
  const property = side === 'top' ? 'scrollTop' : 'scrollLeft';
  return `new Promise((done) => {
    const chart = document.querySelector('.gantt');
    let step = 0;
    const next = () => {
      chart.${property} += 60;
      if (++step < ${steps}) requestAnimationFrame(next);
      else done();
    };
    requestAnimationFrame(next);
  })`;
}

/** Work of the page's thread, summed between its animation frames; what lies inside other work of the same kind counts once. */
function workByFrame(events: readonly TraceEvent[], time: 'dur' | 'tdur'): Work {
  const frames = events.filter(({ name, ph }) => name === 'FireAnimationFrame' && ph === 'X').sort((one, other) => one.ts - other.ts);
  const thread = mostFrequent(frames.map(({ pid, tid }) => `${pid} ${tid}`));
  const own = events.filter(({ pid, tid, ph, dur }) => ph === 'X' && dur !== undefined && `${pid} ${tid}` === thread);
  const starts = frames.filter(({ pid, tid }) => `${pid} ${tid}` === thread).map(({ ts }) => ts);
  const sums = (names: ReadonlySet<string>) => {
    const spans = outermost(own.filter(({ name }) => names.has(name)));
    return starts.slice(0, -1).map((from, index) => {
      const to = starts[index + 1] as number;
      return spans.filter(({ ts }) => ts >= from && ts < to).reduce((sum, span) => sum + (span[time] ?? 0), 0) / 1000;
    });
  };
  return { script: sums(scriptWork), whole: sums(new Set([...scriptWork, ...renderWork])) };
}

function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  let until = -1;
  return [...events]
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0))
    .filter(({ ts, dur }) => {
      if (ts < until) return false;
      until = ts + (dur ?? 0);
      return true;
    });
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}
