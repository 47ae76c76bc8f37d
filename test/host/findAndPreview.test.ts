import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCore } from '../../host/createCore.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';
import { filledSample, sampleStart } from '../support/filledSample.ts';

describe('what the window asks of a sample plan', () => {
  it('finds programs, units, waves, accounts and products by the words that people type', async () => {
    const { core } = await filledSample();
    const find = (text: string) => core.call('plan.find', { text });
    const { units, accounts: everybody } = {
      units: await core.call('inventory.listUnits', {}),
      accounts: await core.call('inventory.listAccounts', { limit: 1 }),
    };
    const unit = units[0];
    const login = everybody.accounts[0]?.login ?? '';
    expect((await find('microsoft')).items[0]?.name).toMatch(/microsoft/i);
    expect((await find('libreoffice')).products.map(({ id }) => id)).toContain('libreoffice');
    expect((await find(unit?.name ?? '')).units.map(({ id }) => id)).toContain(unit?.id);
    expect((await find(login)).accounts.map((account) => account.login)).toEqual([login]);
    const mail = (await find('Welle 1 mail')).waves;
    expect(mail.map(({ track, number }) => [track, number])).toEqual([['mail', 1]]);
    expect(mail[0]?.taskId).toContain('wave');
    expect(await find('  ')).toEqual({ items: [], units: [], waves: [], accounts: [], products: [] });
  });

  it('finds what a command has just changed', async () => {
    const { core } = await filledSample();
    expect((await core.call('plan.find', { text: 'Zettelkasten' })).items).toEqual([]);
    await core.call('inventory.addItem', { commandId: 'add-zettelkasten', name: 'Zettelkasten', productId: null });
    expect((await core.call('plan.find', { text: 'zettelk' })).items.map(({ name }) => name)).toEqual(['Zettelkasten']);
  });

  it('hands out the report page by page, and anew after a change', async () => {
    const { core } = await filledSample();
    const paper = { locale: 'de', today: sampleStart, sections: ['title', 'summary'] } as const;
    const whole = await core.call('report.preview', { ...paper, sections: [...paper.sections] });
    expect(whole.pages).toEqual([]);
    const second = await core.call('report.preview', { ...paper, sections: [...paper.sections], firstPage: 2, pageCount: 5 });
    expect(second.pages.map(({ page }) => page)).toEqual(whole.sheets.map((_, index) => index + 1).slice(1));
    await core.call('plan.changeDetails', { commandId: 'rename-it', name: 'Umbenannt' });
    const after = await core.call('report.preview', { ...paper, sections: [...paper.sections] });
    expect(after.fingerprint).not.toBe(whole.fingerprint);
  });

  it('saves the document that was looked at, and after a change the changed one', async () => {
    const { core, files } = (await filledSample()).running;
    const paper = { locale: 'de' as const, today: sampleStart, sections: ['title' as const] };
    const save = async () => {
      const path = join(temporaryFolder(), 'plan.pdf');
      const printed = await core.call('report.print', { ...paper, target: files.handleFor(path) });
      return { ...printed, written: readFileSync(path) };
    };
    const seen = await core.call('report.preview', paper);
    const saved = await save();
    expect(saved).toMatchObject({ pages: seen.sheets.length, fingerprint: seen.fingerprint });
    expect((await save()).written.equals(saved.written)).toBe(true);
    await core.call('plan.changeDetails', { commandId: 'rename-it', name: 'Umbenannt' });
    const changed = await save();
    expect(changed.fingerprint).not.toBe(saved.fingerprint);
    expect(changed.written.equals(saved.written)).toBe(false);
  });

  it('names countries and their regions in the reader’s language, with no plan open', async () => {
    const running = createCore({ actor: 'Anna Beispiel' });
    onTestFinished(() => running.close());
    const countries = await running.core.call('plan.listCountries', { locale: 'fr' });
    expect(countries.find(({ code }) => code === 'DE')).toMatchObject({ name: 'Allemagne' });
    expect(countries.find(({ code }) => code === 'DE')?.regions).toHaveLength(16);
  });
});
