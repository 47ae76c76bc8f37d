import type { Page } from 'playwright-core';
import { english, type Words } from './words.ts';

type Wish = { readonly template: string; readonly name: string; readonly administration: string; readonly startsOn: string };

/** The start page: a new plan in three steps, and the plan on one screen. */
export function startModel(page: Page, words: Words = english) {
  const main = page.getByRole('main');
  const figure = (key: string) =>
    main.getByRole('region', { name: words.say('startPage.figures') }).locator('div', { has: page.getByText(words.say(key), { exact: true }) });
  const step = (number: number) =>
    main.getByRole('heading', { level: 1, name: words.within('startPage.stepOf', { step: number, name: words.say(`startPage.step.${number}`) }) });
  const next = () => main.getByRole('button', { name: words.say('startPage.next') }).click();
  return {
    /** Fills the three steps and stops before the button that makes the plan; answers what the last step says. */
    async fillSteps({ template, name, administration, startsOn }: Wish): Promise<string> {
      await main.getByRole('button', { name: words.say('startPage.new') }).click();
      await step(1).waitFor();
      await main.getByRole('radio', { name: template, exact: true }).check();
      await next();
      await main.getByRole('textbox', { name: words.say('startPage.planName') }).fill(name);
      await main.getByRole('textbox', { name: words.say('startPage.administration') }).fill(administration);
      await main.getByRole('textbox', { name: words.say('startPage.startsOn') }).fill(startsOn);
      await next();
      await step(3).waitFor();
      return (await main.getByRole('definition').allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
    },
    make: () => main.getByRole('button', { name: words.say('startPage.create') }).click(),
    moved: figure('startPage.moves').getByRole('definition').first(),
  };
}
