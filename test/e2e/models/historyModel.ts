import type { Page } from 'playwright-core';
import { english, type Words } from './words.ts';

export function historyModel(page: Page, words: Words = english) {
  const main = page.getByRole('main');
  const entry = (what: string) => main.getByRole('listitem').filter({ has: page.getByText(what, { exact: true }) });
  return {
    lead: main.getByRole('paragraph').first(),
    entry,
    what: main.getByRole('listitem'),
    /** The step that the plan stands at. */
    current: main.getByRole('listitem').filter({ hasText: words.within('historyPage.current') }),
    restore: (what: string) =>
      entry(what)
        .getByRole('button', { name: words.starts('historyPage.restore') })
        .click(),
  };
}
