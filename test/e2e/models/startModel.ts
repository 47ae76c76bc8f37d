import type { Page } from 'playwright-core';

type Wish = { readonly template: string; readonly name: string; readonly administration: string; readonly startsOn: string };

/** The start page: a new plan in three steps, and the plan on one screen. */
export function startModel(page: Page) {
  const main = page.getByRole('main');
  const figure = (term: string) =>
    main.getByRole('region', { name: 'The plan in four figures' }).locator('div', { has: page.getByText(term, { exact: true }) });
  return {
    /** Fills the three steps and stops before the button that makes the plan; answers what the last step says. */
    async fillSteps({ template, name, administration, startsOn }: Wish): Promise<string> {
      await main.getByRole('button', { name: 'New plan' }).click();
      await main.getByRole('heading', { level: 1, name: /Step 1 of 3/ }).waitFor();
      await main.getByRole('radio', { name: template, exact: true }).check();
      await main.getByRole('button', { name: 'Next' }).click();
      await main.getByRole('textbox', { name: 'Name of the plan' }).fill(name);
      await main.getByRole('textbox', { name: 'Administration' }).fill(administration);
      await main.getByRole('textbox', { name: 'Start' }).fill(startsOn);
      await main.getByRole('button', { name: 'Next' }).click();
      await main.getByRole('heading', { level: 1, name: /Step 3 of 3/ }).waitFor();
      return (await main.getByRole('definition').allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
    },
    make: () => main.getByRole('button', { name: 'Make the plan' }).click(),
    lead: main.getByRole('paragraph').first(),
    moved: figure('Moved').getByRole('definition').first(),
    lastDay: figure('Last day').getByRole('definition').first(),
    cost: figure('Cost of moving').getByRole('definition').first(),
    step: (name: string) =>
      main
        .getByRole('region', { name: /quarter of an hour/ })
        .getByRole('listitem')
        .filter({ hasText: name }),
  };
}
