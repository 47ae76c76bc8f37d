import type { Page } from 'playwright-core';
import type { TrackKey } from '../../../core/domain/catalogue/catalogue.ts';
import { anyNumber, english, figureIn, type Words } from './words.ts';

export function trackingModel(page: Page, words: Words = english) {
  const main = page.getByRole('main');
  const markWave = (number: number) => main.getByRole('button', { name: words.like('trackingPage.markWave', { accounts: anyNumber, number }) });
  return {
    lead: main.getByRole('paragraph').first(),
    track: (key: TrackKey) =>
      main
        .getByRole('navigation', { name: words.say('trackingPage.tracks') })
        .getByRole('button', { name: new RegExp(`^${words.say(`common.track.${key}`)} `) }),
    wave: (number: number) =>
      main
        .getByRole('grid', { name: words.say('trackingPage.board.waves') })
        .getByRole('row', { name: new RegExp(`^${words.say('report.wave', { number })} `) }),
    markWave,
    /** How many accounts of a wave are still planned. */
    async plannedOf(number: number): Promise<number> {
      const name = (await markWave(number).getAttribute('aria-label')) ?? '';
      const [planned] = words.read(name, 'trackingPage.markWave', { accounts: anyNumber, number });
      return planned === undefined ? 1 : figureIn(planned);
    },
  };
}
