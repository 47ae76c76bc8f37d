import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { readonly id: string; readonly nodes: readonly { readonly target: unknown }[] };

/** What axe finds against WCAG 2.0 to 2.2, A and AA, in what the page shows now; or the contrast alone, where only the colours are others. */
export async function axeViolations(page: Page, what: 'everything' | 'contrast' = 'everything'): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async (wanted) => {
    const { axe, document } = globalThis as unknown as {
      document: unknown;
      axe: { run: (context: unknown, options: unknown) => Promise<{ violations: Violation[] }> };
    };
    const whole = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: { 'target-size': { enabled: true } } };
    const { violations } = await axe.run(document, wanted === 'contrast' ? { runOnly: { type: 'rule', values: ['color-contrast'] } } : whole);
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ target }) => JSON.stringify(target))
          .join(' ')} (${nodes.length})`,
    );
  }, what);
}

type Box = { left: number; top: number; right: number; bottom: number; width: number; height: number };
type PageElement = {
  outerHTML: string;
  tagName: string;
  title: string;
  textContent: string | null;
  parentElement: PageElement | null;
  labels?: ArrayLike<PageElement> | null;
  scrollWidth: number;
  clientWidth: number;
  scrollHeight: number;
  clientHeight: number;
  closest(selector: string): PageElement | null;
  matches(selector: string): boolean;
  getBoundingClientRect(): Box;
  checkVisibility(options: unknown): boolean;
};
type PageGlobals = {
  document: { querySelectorAll(selector: string): ArrayLike<PageElement>; documentElement: PageElement };
  getComputedStyle(element: PageElement): Record<string, string>;
  innerWidth: number;
};

/** Controls that are smaller than 24 by 24 pixels (WCAG 2.5.8); a label counts with its control, a link in a sentence is exempt. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { document, getComputedStyle } = globalThis as unknown as PageGlobals;
    const controls =
      'button, a[href], input, select, textarea, [role="button"], [role="tab"], [role="menuitem"], [role="option"], [role="checkbox"], [role="switch"]';
    return Array.from(document.querySelectorAll(controls)).flatMap((element) => {
      if (
        !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ||
        element.matches('[type="hidden"], [aria-hidden="true"] *, [style*="clip"] *')
      )
        return [];
      const boxes = [element, ...Array.from(element.labels ?? [])].map((part) => part.getBoundingClientRect()).filter(({ width }) => width > 2);
      if (boxes.length === 0) return [];
      const style = getComputedStyle(element);
      if (style.display === 'inline' && element.closest('p, li, dd') !== null) return [];
      // Out of sight until it has the focus.
      if (boxes.every(({ right }) => right < 0)) return [];
      const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
      const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
      return width >= 23.5 && height >= 23.5 ? [] : [`${Math.round(width)} × ${Math.round(height)}: ${element.outerHTML.slice(0, 120)}`];
    });
  });
}

/** What a small window loses: a page that scrolls sideways, and text that is cut off with nothing that tells the rest. */
export function lostContent(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { document, getComputedStyle, innerWidth } = globalThis as unknown as PageGlobals;
    const lost: string[] = [];
    const across = document.documentElement.scrollWidth;
    if (across > innerWidth) lost.push(`the page is ${across} wide in ${innerWidth}`);
    for (const content of Array.from(document.querySelectorAll('#content')))
      if (content.scrollWidth > content.clientWidth + 1) lost.push(`the content is ${content.scrollWidth} wide in ${content.clientWidth}`);
    for (const element of Array.from(document.querySelectorAll('body *'))) {
      if (
        element.clientWidth <= 2 ||
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest('[aria-hidden="true"], svg, .visually-hidden, [role="toolbar"]') !== null
      )
        continue;
      const style = getComputedStyle(element);
      const isCutAcross = /hidden|clip/.test(style.overflowX ?? '') && element.scrollWidth > element.clientWidth + 1;
      const isCutDown = /hidden|clip/.test(style.overflowY ?? '') && element.scrollHeight > element.clientHeight + 2;
      if ((!isCutAcross && !isCutDown) || (element.textContent ?? '').trim() === '') continue;
      const isToldElsewhere = style.textOverflow === 'ellipsis' && element.closest('[title]') !== null;
      if (!isToldElsewhere)
        lost.push(`${element.scrollWidth} × ${element.scrollHeight} in ${element.clientWidth} × ${element.clientHeight}: ${element.outerHTML.slice(0, 140)}`);
    }
    return lost;
  });
}
