import type { Page } from 'playwright-core';
import { textOf } from './textOf.ts';

export function mappingModel(page: Page) {
  const main = page.getByRole('main');
  const segment = (name: string) => main.getByRole('group', { name: 'What becomes of the item' }).getByRole('button', { name: new RegExp(`^${name} \\d`) });
  return {
    lead: main.getByRole('paragraph').first(),
    segment,
    /** How many items there are of a decision. */
    count: async (name: string) => Number((await textOf(segment(name))).replace(/\D/g, '')),
    async acceptProposals(): Promise<void> {
      await main.getByRole('button', { name: /^Proposals/ }).click();
      const panel = page.getByRole('complementary', { name: 'Proposals' });
      await panel.getByRole('button', { name: /^Accept \d+ changes$/ }).click();
      await panel.waitFor({ state: 'detached' });
    },
    /** One decision for every item that the list shows. */
    async decideAll(strategy: string, items: number): Promise<void> {
      await main.getByRole('checkbox', { name: 'Select all' }).check();
      await main.getByRole('button', { name: 'Decide', exact: true }).click();
      const panel = page.getByRole('complementary', { name: `${items} items` });
      await panel.getByRole('radio', { name: strategy }).check();
      await panel.getByRole('button', { name: `Decide on ${items} items` }).click();
      await panel.waitFor({ state: 'detached' });
    },
    row: (name: string) => main.getByRole('grid', { name: 'Mapping' }).getByRole('row', { name: new RegExp(`^Select ${name} `) }),
  };
}
