import type { Page } from 'playwright-core';

export function inventoryModel(page: Page) {
  const main = page.getByRole('main');
  return {
    lead: main.getByRole('paragraph').first(),
    askForFiles: () => main.getByRole('button', { name: 'Import files' }).click(),
    item: (name: string) => main.getByRole('grid', { name: 'Items in the inventory' }).getByRole('row', { name: new RegExp(`^Select ${name} `) }),
    filter: (name: string) => main.getByRole('checkbox', { name: new RegExp(`^${name}`) }),
    search: main.getByRole('searchbox'),
  };
}
