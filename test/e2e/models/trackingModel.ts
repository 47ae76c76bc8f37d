import type { Page } from 'playwright-core';

export function trackingModel(page: Page) {
  const main = page.getByRole('main');
  return {
    lead: main.getByRole('paragraph').first(),
    track: (name: string) => main.getByRole('navigation', { name: 'Tracks' }).getByRole('button', { name: new RegExp(`^${name} `) }),
    wave: (name: string) => main.getByRole('grid', { name: 'Waves' }).getByRole('row', { name: new RegExp(`^${name} `) }),
    markWave: (number: number) => main.getByRole('button', { name: new RegExp(`^Mark the [\\d,]+ planned accounts? of wave ${number} as migrated$`) }),
    board: (name: string) => main.getByRole('tab', { name: new RegExp(`^${name}`) }),
  };
}
