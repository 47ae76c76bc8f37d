import type { Page } from 'playwright-core';

type Focus = { readonly problem: string | null; readonly what: string };

/** Works with the keyboard alone, and after each key looks where the focus is: it must exist, be seen and have a name. */
export function keyboardModel(page: Page) {
  const problems: string[] = [];
  const trail: string[] = [];

  const nextFrame = () =>
    page.evaluate(() => new Promise((resolve) => (globalThis as unknown as { requestAnimationFrame(done: unknown): void }).requestAnimationFrame(resolve)));

  async function focused(): Promise<Focus> {
    const problem = await page.evaluate(findFocusProblem);
    if (problem === 'lost') return { problem, what: '' };
    const [line = ''] = (await page.locator(':focus').ariaSnapshot({ timeout: 20_000 })).split('\n');
    const what = line.replace(/^- '?|'?:?$/g, '').replaceAll("''", "'");
    // The one main region of a window needs no name.
    const isNamed = /"|^- main|: ./.test(line);
    return { problem: problem ?? (isNamed ? null : 'has no name'), what };
  }

  /** The focus once it has settled: what a key sets in motion may take a moment, but not more. */
  async function settled(): Promise<Focus> {
    let found = await focused();
    const end = performance.now() + 20_000;
    while (found.problem !== null && performance.now() < end) {
      await page.evaluate(
        () => new Promise((resolve) => (globalThis as unknown as { requestAnimationFrame(done: unknown): void }).requestAnimationFrame(resolve)),
      );
      found = await focused();
    }
    return found;
  }

  /** Behind the last thing and before the first one the focus leaves the page, and the same key brings it back. */
  async function press(key: string): Promise<string> {
    await page.keyboard.press(key);
    if (/Tab$/.test(key) && (await focused()).problem === 'lost') await page.keyboard.press(key);
    const { problem, what } = await settled();
    trail.push(`${key} → ${what}`);
    if (problem !== null) problems.push(`${problem}: ${what} (after ${trail.slice(-4).join(', ')})`);
    return what;
  }

  async function until(key: string, wanted: RegExp, most: number): Promise<string> {
    for (let times = 0; times < most; times++) {
      const what = await press(key);
      if (wanted.test(what)) return what;
    }
    throw new Error(`${key} never reached ${wanted}; the last places were\n${trail.slice(-most).join('\n')}`);
  }

  return {
    problems,
    /** Each key with where it led, for whoever has to find out what went wrong. */
    trail,
    press,
    settled: async () => (await settled()).what,
    /** Tab until the focus is on it. */
    tabTo: (wanted: RegExp) => until('Tab', wanted, 90),
    backTo: (wanted: RegExp) => until('Shift+Tab', wanted, 90),
    until: (key: string, wanted: RegExp, most = 60) => until(key, wanted, most),
    async type(text: string): Promise<void> {
      await page.keyboard.type(text);
      const { problem, what } = await settled();
      if (problem !== null) problems.push(`${problem}: ${what} (after typing ${text})`);
    },
    /** By the palette, as somebody who knows the name. */
    async call(text: string): Promise<void> {
      await press('Control+k');
      await page.keyboard.type(text);
      await page.getByRole('dialog').getByRole('option').first().filter({ hasText: text }).waitFor();
      await page.getByRole('dialog').getByRole('combobox').and(page.locator('[aria-activedescendant]')).waitFor();
      await press('Enter');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      // Where somebody goes by name they begin at the page's content.
      for (let frame = 0; frame < 4; frame++) await nextFrame();
      await page.locator('main:focus').waitFor();
      await page.getByRole('heading', { level: 1, name: text }).waitFor();
    },
  };
}

/** Runs in the page: null where the focus is somewhere, in view, and not covered by anything. */
function findFocusProblem(): string | null {
  type Box = { left: number; top: number; right: number; bottom: number; width: number; height: number };
  type Element = {
    tagName: string;
    contains(other: Element | null): boolean;
    closest(selector: string): Element | null;
    getBoundingClientRect(): Box;
    labels?: ArrayLike<Element> | null;
    className: unknown;
  };
  const { document, innerWidth, innerHeight } = globalThis as unknown as {
    document: { activeElement: Element | null; body: Element; elementFromPoint(x: number, y: number): Element | null };
    innerWidth: number;
    innerHeight: number;
  };
  const active = document.activeElement;
  if (active === null || active === document.body) return 'lost';
  // A control that is drawn by its label is where the label is.
  const own = active.getBoundingClientRect();
  const shown = own.width <= 2 && active.labels?.[0] ? active.labels[0] : active;
  const box = shown.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return 'is not visible';
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
  if (right - left < 1 || bottom - top < 1) return 'is out of view';
  const isSeen = [0.05, 0.25, 0.5, 0.75, 0.95].some((across) =>
    [0.1, 0.5, 0.9].some((down) => {
      const at = document.elementFromPoint(left + (right - left) * across, top + (bottom - top) * down);
      return at !== null && (shown.contains(at) || (at.contains(shown) && at.closest('label') !== null && at.closest('label') === shown.closest('label')));
    }),
  );
  return isSeen ? null : 'is covered';
}
