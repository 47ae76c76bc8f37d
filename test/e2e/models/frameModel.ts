import type { Locator, Page } from 'playwright-core';
import type { PageName } from '../../../renderer/core/route.ts';
import { anyText, english, type Words } from './words.ts';

/** What stands around every page: the rail, undo and redo, notices, running work, the palette. */
export function frameModel(page: Page, words: Words = english) {
  const bar = page.getByRole('banner');
  const either = (key: string, otherKey: string) => new RegExp(`${words.like(key, { what: anyText }).source}|${words.like(otherKey).source}`);
  const named = (direction: 'undo' | 'redo', what: string) => bar.getByRole('button', { name: words.say(`window.${direction}`, { what }), exact: true });
  // What failed is an alert, what went well a line of the list.
  const notice = (text: string | RegExp): Locator =>
    page
      .getByRole('listitem')
      .or(page.getByRole('alert'))
      .filter({ has: page.getByRole('button', { name: words.say('window.dismiss') }), hasText: text });
  const open = (to: PageName) =>
    page
      .getByRole('navigation', { name: words.say('window.pages') })
      .getByRole('button', { name: words.say(`window.page.${to}`), exact: true })
      .click();
  return {
    heading: page.getByRole('heading', { level: 1 }),
    undo: bar.getByRole('button', { name: either('window.undo', 'window.nothingToUndo') }),
    redo: bar.getByRole('button', { name: either('window.redo', 'window.nothingToRedo') }),
    /** What undo is called, on one line and with ordinary spaces. */
    undoName: async () =>
      ((await bar.getByRole('button', { name: either('window.undo', 'window.nothingToUndo') }).getAttribute('aria-label')) ?? '').replaceAll(/\s+/g, ' '),
    runningWork: bar.getByRole('list', { name: words.say('window.jobs') }).getByRole('listitem'),
    notice,
    /** Goes to a page, whatever its heading says. */
    open,
    async goTo(to: PageName): Promise<void> {
      await open(to);
      await page.getByRole('heading', { level: 1, name: words.say(`window.page.${to}`), exact: true }).waitFor();
    },
    /** Closes a notice that must be there. */
    async dismiss(text: string | RegExp): Promise<void> {
      await notice(text)
        .getByRole('button', { name: words.say('window.dismiss') })
        .click();
      await notice(text).waitFor({ state: 'detached' });
    },
    async undoStep(what: string): Promise<void> {
      await named('undo', what).click();
      await named('redo', what).waitFor();
    },
    async redoStep(what: string): Promise<void> {
      await named('redo', what).click();
      await named('undo', what).waitFor();
    },
  };
}
