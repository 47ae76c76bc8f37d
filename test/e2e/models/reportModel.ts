import type { Page } from 'playwright-core';
import { textOf } from './textOf.ts';
import { anyNumber, anyText, english, figureIn, type Words } from './words.ts';

export function reportModel(page: Page, words: Words = english) {
  const main = page.getByRole('main');
  const lead = main.getByRole('paragraph').first();
  return {
    lead,
    pages: async () => figureIn(words.read(await textOf(lead), 'reportPage.lead', { pages: anyNumber })[0]),
    fingerprint: async () => (await textOf(main.getByText(words.starts('reportPage.fingerprint')))).replace(words.say('reportPage.fingerprint'), '').trim(),
    picture: (number: number) =>
      main
        .getByRole('region', { name: words.say('reportPage.pages') })
        .getByRole('img', { name: words.like('reportPage.page', { page: number, pages: anyText }) }),
    exportPdf: () => main.getByRole('button', { name: words.say('reportPage.exportPdf') }).click(),
    /** The headings of the preview with the page on which each stands. */
    async contents(): Promise<readonly { readonly title: string; readonly page: number }[]> {
      const names = await main
        .getByRole('region', { name: words.say('reportPage.contents') })
        .getByRole('button')
        .allInnerTexts();
      const line = new RegExp(`^(.*?) +${words.say('reportPage.onPage')} +(\\d+)$`);
      return names.map((text) => {
        const [, title = '', number = ''] = line.exec(text.replaceAll(/\s/g, ' ')) ?? [];
        return { title, page: Number(number) };
      });
    },
  };
}
