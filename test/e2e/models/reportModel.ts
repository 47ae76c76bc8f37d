import type { Page } from 'playwright-core';

export function reportModel(page: Page) {
  const main = page.getByRole('main');
  return {
    lead: main.getByRole('paragraph').first(),
    fingerprint: main.getByText(/^Fingerprint/),
    picture: (number: number) => main.getByRole('region', { name: 'Pages of the report' }).getByRole('img', { name: new RegExp(`^Page ${number} of `) }),
    exportPdf: () => main.getByRole('button', { name: 'Export PDF' }).click(),
    /** The headings of the preview with the page on which each stands. */
    async contents(): Promise<readonly { readonly title: string; readonly page: number }[]> {
      const names = await main.getByRole('region', { name: 'Contents' }).getByRole('button').allInnerTexts();
      return names.map((text) => {
        const [, title = '', number = ''] = /^(.*?) +page +(\d+)$/.exec(text.replaceAll(/\s/g, ' ')) ?? [];
        return { title, page: Number(number) };
      });
    },
  };
}
