import type { Page } from 'playwright-core';
import { anyNumber, anyText, english, figureIn, type Words } from './words.ts';

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
    kind: main.getByRole('combobox', { name: words.say('inventoryPage.import.kind') }),
    /** The offer to read a file by the columns that were named for another one. */
    usedColumns: (name: string, before: string) =>
      file(name).getByText(words.within('inventoryPage.import.usedBefore', { file: before, kind: anyText, columns: anyNumber })),
    takeUsedColumns: (name: string) =>
      file(name)
        .getByRole('button', { name: words.say('inventoryPage.import.takeUsed') })
        .click(),
    saveColumns: () => main.getByRole('button', { name: words.say('inventoryPage.import.saveColumns') }).click(),
    readColumns: () => main.getByRole('button', { name: words.say('inventoryPage.import.readColumns') }).click(),
    start: main.getByRole('button', { name: words.like('inventoryPage.import.start', { files: anyNumber }) }),
    /** A line of the dry run by what it counts: the numbers in the order of `read, new, changed, unchanged, unclear, left out`. */
    async counts(of: 'units' | 'accounts' | 'software' | 'contracts'): Promise<readonly number[]> {
      const heading = page.getByRole('rowheader', { name: words.say(`inventoryPage.counted.${of}`), exact: true });
      return (await main.getByRole('row').filter({ has: heading }).getByRole('cell').allInnerTexts()).map(figureIn);
    },
  };
}
