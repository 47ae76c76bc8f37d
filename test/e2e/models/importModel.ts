import type { Page } from 'playwright-core';

/** The import: what each file is, what its columns are, what importing would change. */
export function importModel(page: Page) {
  const main = page.getByRole('main');
  const file = (name: string) => main.getByRole('list', { name: 'Files' }).getByRole('listitem').filter({ hasText: name });
  return {
    file,
    column: (name: string) => main.getByRole('combobox', { name: `Meaning of the column ${name}` }),
    start: main.getByRole('button', { name: /^Import \d+ files?$/ }),
    /** A line of the dry run by its heading: the numbers in the order of `read, new, changed, unchanged, unclear, left out`. */
    async counts(heading: string): Promise<readonly number[]> {
      const row = main.getByRole('row').filter({ has: page.getByRole('rowheader', { name: heading, exact: true }) });
      return (await row.getByRole('cell').allInnerTexts()).map((text) => Number(text.replaceAll(',', '')));
    },
  };
}
