import type { Page } from 'playwright-core';

export function historyModel(page: Page) {
  const main = page.getByRole('main');
  const entry = (what: string) => main.getByRole('listitem').filter({ has: page.getByText(what, { exact: true }) });
  return {
    lead: main.getByRole('paragraph').first(),
    entry,
    what: main.getByRole('listitem'),
    restore: (what: string) =>
      entry(what)
        .getByRole('button', { name: /^Restore this moment/ })
        .click(),
  };
}
