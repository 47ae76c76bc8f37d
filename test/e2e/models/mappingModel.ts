import type { Page } from 'playwright-core';
import { textOf } from './textOf.ts';
import { anyNumber, english, figureIn, type Words } from './words.ts';

type Segment = 'all' | 'replace' | 'keep' | 'retire' | 'undecided';

export function mappingModel(page: Page, words: Words = english) {
  const main = page.getByRole('main');
  const segment = (name: Segment) =>
    main
      .getByRole('group', { name: words.say('mappingPage.filter.strategy') })
      .getByRole('button', { name: new RegExp(`^${words.say(name === 'all' ? 'mappingPage.filter.all' : `common.strategy.${name}`)} \\d`) });
  return {
    lead: main.getByRole('paragraph').first(),
    segment,
    /** How many items there are of a decision. */
    count: async (name: Segment) => figureIn(await textOf(segment(name))),
    async acceptProposals(): Promise<void> {
      await main.getByRole('button', { name: words.starts('mappingPage.proposals') }).click();
      const panel = page.getByRole('complementary', { name: words.say('mappingPage.proposals') });
      await panel.getByRole('button', { name: words.like('mappingPage.accept', { changes: anyNumber }) }).click();
      await panel.waitFor({ state: 'detached' });
    },
    /** One decision for every item that the list shows. */
    async decideAll(strategy: Exclude<Segment, 'all'>, items: number): Promise<void> {
      await main.getByRole('checkbox', { name: words.say('parts.table.selectAll') }).check();
      await main.getByRole('button', { name: words.say('mappingPage.decideChosen'), exact: true }).click();
      const panel = page.getByRole('complementary', { name: words.say('mappingPage.bulkTitle', { chosen: items }) });
      await panel.getByRole('radio', { name: words.say(`common.strategy.${strategy}`) }).check();
      await panel.getByRole('button', { name: words.say('mappingPage.bulkSave', { chosen: items }) }).click();
      await panel.waitFor({ state: 'detached' });
    },
  };
}
