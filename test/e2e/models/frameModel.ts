import type { Locator, Page } from 'playwright-core';

/** What stands around every page: the rail, undo and redo, notices, running work, the palette. */
export function frameModel(page: Page) {
  const bar = page.getByRole('banner');
  const notice = (text: string | RegExp): Locator => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Dismiss' }), hasText: text });
  return {
    heading: page.getByRole('heading', { level: 1 }),
    undo: bar.getByRole('button', { name: /^(Undo:|Nothing to undo)/ }),
    redo: bar.getByRole('button', { name: /^(Redo:|Nothing to redo)/ }),
    runningWork: bar.getByRole('list', { name: 'Running work' }).getByRole('listitem'),
    notice,
    async goTo(name: string): Promise<void> {
      await page.getByRole('navigation', { name: 'Pages' }).getByRole('button', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
    },
    /** Closes a notice that must be there. */
    async dismiss(text: string | RegExp): Promise<void> {
      await notice(text).getByRole('button', { name: 'Dismiss' }).click();
      await notice(text).waitFor({ state: 'detached' });
    },
    async undoStep(what: string): Promise<void> {
      await bar.getByRole('button', { name: `Undo: ${what}`, exact: true }).click();
      await bar.getByRole('button', { name: `Redo: ${what}`, exact: true }).waitFor();
    },
    async redoStep(what: string): Promise<void> {
      await bar.getByRole('button', { name: `Redo: ${what}`, exact: true }).click();
      await bar.getByRole('button', { name: `Undo: ${what}`, exact: true }).waitFor();
    },
  };
}
