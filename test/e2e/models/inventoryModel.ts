import type { Page } from 'playwright-core';
import { english, type Words } from './words.ts';

export function inventoryModel(page: Page, words: Words = english) {
  const main = page.getByRole('main');
  return {
    lead: main.getByRole('paragraph').first(),
    askForFiles: () => main.getByRole('button', { name: words.say('inventoryPage.import') }).click(),
    item: (name: string) => main.getByRole('grid', { name: words.say('inventoryPage.items') }).getByRole('row', { name: new RegExp(`^${name} `) }),
    search: main.getByRole('searchbox'),
  };
}
