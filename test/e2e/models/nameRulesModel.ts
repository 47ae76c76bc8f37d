import type { Page } from 'playwright-core';

export function nameRulesModel(page: Page) {
  const panel = page.getByRole('complementary', { name: 'Raw names' });
  const dialog = page.getByRole('dialog', { name: 'Name rules' });
  const rules = dialog.getByRole('region', { name: 'Rules of the plan' });
  return {
    dialog,
    takes: dialog.getByRole('region', { name: 'What the rule takes now' }).first().getByRole('status'),
    name: (text: string) => panel.getByRole('row', { name: new RegExp(text) }),
    async show(kind: string) {
      await panel.getByRole('button', { name: /^View: / }).click();
      await page.getByRole('menuitemradio', { name: kind, exact: true }).click();
    },
    decideAs: (what: string) => panel.getByRole('button', { name: what, exact: true }).click(),
    open: () => panel.getByRole('button', { name: 'Rules …' }).click(),
    text: dialog.getByLabel('Text'),
    isOf: (label: string) => dialog.getByRole('radio', { name: label }).check(),
    save: () => dialog.getByRole('button', { name: 'Save the rule' }).click(),
    rule: (name: string) => rules.getByRole('row', { name: new RegExp(name) }),
    remove: (name: string) => rules.getByRole('button', { name: `Remove the rule: ${name}` }).click(),
    exportRules: () => rules.getByRole('button', { name: 'Export rules' }).click(),
    importRules: () => rules.getByRole('button', { name: 'Import rules' }).click(),
  };
}
