import type { Page } from 'playwright-core';
import { anyNumber, english, figureIn, type Words } from './words.ts';

/** The import: what each file is, what its columns are, what importing would change. */
export function importModel(page: Page, words: Words = english) {
  const main = page.getByRole('main');
  const file = (name: string) =>
    main
      .getByRole('list', { name: words.say('inventoryPage.import.files') })
      .getByRole('listitem')
      .filter({ hasText: name });
  return {
    file,
    column: (name: string) => main.getByRole('combobox', { name: words.say('inventoryPage.import.columnIs', { column: name }) }),
    start: main.getByRole('button', { name: words.like('inventoryPage.import.start', { files: anyNumber }) }),
    /** A line of the dry run by what it counts: the numbers in the order of `read, new, changed, unchanged, unclear, left out`. */
    async counts(of: 'units' | 'accounts' | 'software' | 'contracts'): Promise<readonly number[]> {
      const heading = page.getByRole('rowheader', { name: words.say(`inventoryPage.counted.${of}`), exact: true });
      return (await main.getByRole('row').filter({ has: heading }).getByRole('cell').allInnerTexts()).map(figureIn);
    },
  };
}
