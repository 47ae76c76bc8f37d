import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { sampleTemplate } from '../../host/generate/fillSample.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

let command = 0;
const commandId = () => `import-again-${++command}`;

async function emptyPlan() {
  const folder = temporaryFolder();
  const running = createCore({ plan: { path: join(folder, 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => running.close());
  const { core } = running;
  const plan = { templateId: sampleTemplate, name: 'Plan', administration: 'Stadt', startsOn: isoDate('2027-01-04'), locale: 'de' as const };
  await core.call('plan.create', { commandId: commandId(), ...plan });
  const importText = async (name: string, text: string, choices: { goneAccounts?: 'disable'; sources?: Record<string, string> } = {}) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    const done = await core.call('inventory.importFiles', { commandId: commandId(), files: [running.files.handleFor(path)], ...choices });
    return { ...done.report, revision: done.revision, changed: done.changed };
  };
  const importTexts = async (texts: Readonly<Record<string, string>>) => {
    const files = Object.entries(texts).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return running.files.handleFor(join(folder, name));
    });
    return (await core.call('inventory.importFiles', { commandId: commandId(), files })).report;
  };
  const items = async () =>
    (await core.call('inventory.listItems', { sort: 'name', direction: 'ascending' })).items.map(({ name, installations }) => [name, installations]);
  return { core, importText, importTexts, items };
}

const machines = (names: readonly string[]) =>
  `Computer;Software;Hersteller;Version\n${names.map((name) => `${name};7-Zip 23.01 (x64);Igor Pavlov;23.01`).join('\n')}\n`;
const accounts = (...names: string[]) => `UPN;Department\n${names.map((name) => `${name}@stadt.example;Bauamt`).join('\n')}\n`;

describe('the same source imported again', () => {
  it('counts each machine once, and takes back those that are gone', async () => {
    const { importText, items } = await emptyPlan();
    await importText('mai.csv', machines(['PC1', 'PC2', 'PC3']));
    expect(await items()).toEqual([['7-Zip', 3]]);
    const same = await importText('mai-nochmal.csv', machines(['PC3', 'PC1', 'PC2']));
    expect([same.changed, same.software]).toEqual([0, expect.objectContaining({ unchanged: 1, new: 0, changed: 0 })]);
    const june = await importText('juni.csv', machines(['PC1', 'PC2', 'PC4', 'PC5']));
    expect(june.sources).toMatchObject([{ name: 'mai.csv', share: 2 / 3, listedBefore: 3 }]);
    expect(await items()).toEqual([['7-Zip', 4]]);
    await importText('schule.csv', machines(['S1', 'S2']));
    expect(await items()).toEqual([['7-Zip', 6]]);
    await importText('schule-statt-rathaus.csv', machines(['S1']), { sources: { '*': 'mai.csv' } });
    expect(await items()).toEqual([['7-Zip', 3]]);
  });

  it('disables accounts that are gone only where that is chosen, and refuses a source that it does not know', async () => {
    const { core, importText } = await emptyPlan();
    await importText('konten.csv', accounts('anna', 'ben', 'clara'));
    expect((await importText('konten.csv', accounts('anna', 'ben'))).accounts).toMatchObject({ unchanged: 2, gone: 1 });
    const isEnabled = async () => (await core.call('inventory.listAccounts', {})).accounts.map((account) => account.isEnabled);
    expect(await isEnabled()).toEqual([true, true, true]);
    expect((await importText('konten.csv', accounts('anna', 'ben'), { goneAccounts: 'disable' })).accounts).toMatchObject({ gone: 1 });
    expect(await isEnabled()).toEqual([true, true, false]);
    await expect(importText('konten.csv', accounts('anna'), { sources: { '*': 'nie gesehen' } })).rejects.toMatchObject({
      messageKey: 'app.importSourceUnknown',
    });
  });
});

describe('two inventories of one machine in one import', () => {
  const inventory = (day: string, names: readonly string[], extra: object = {}) =>
    JSON.stringify({
      deviceid: 'PC1-2026',
      itemtype: 'Computer',
      action: 'inventory',
      ...extra,
      content: { accesslog: { logdate: `${day} 08:00:00` }, softwares: names.map((name) => ({ name, version: '1' })) },
    });

  it('count as the newer one says, which is told', async () => {
    const { importTexts, items } = await emptyPlan();
    const report = await importTexts({
      'juni.json': inventory('2026-06-01', ['7-Zip', 'VLC media player']),
      'mai.json': inventory('2026-05-01', ['7-Zip', 'GIMP']),
    });
    expect(report.issues).toMatchObject([{ messageKey: 'app.olderInventory', file: 'mai.json' }]);
    expect(await items()).toEqual([
      ['7-Zip', 1],
      ['VLC media player', 1],
    ]);
  });

  it('count together where the newer one tells only what changed', async () => {
    const { importTexts, items } = await emptyPlan();
    const report = await importTexts({
      'mai.json': inventory('2026-05-01', ['7-Zip']),
      'juni.json': inventory('2026-06-01', ['VLC media player'], { partial: true }),
    });
    expect(report.issues).toEqual([]);
    expect(await items()).toEqual([
      ['7-Zip', 1],
      ['VLC media player', 1],
    ]);
  });
});

describe('an import that is taken back alone', () => {
  it('goes where nothing was built on it, with what came later left in place, and comes back with undo', async () => {
    const { core, importText, items } = await emptyPlan();
    const first = await importText('software.csv', 'Software;Hersteller;Installationen\nKartenblick;Geo GmbH;12\n');
    await importText('konten.csv', accounts('anna'));
    expect(await core.call('history.listBuiltUpon', { sequence: first.revision })).toEqual([]);
    const done = await core.call('history.rollBack', { commandId: commandId(), sequence: first.revision });
    expect(done).toMatchObject({ labelKey: 'history.importFilesRolledBack', params: { first: 'software.csv' } });
    expect(await items()).toEqual([]);
    expect((await core.call('inventory.listAccounts', {})).total).toBe(1);
    await core.call('history.undo', { commandId: commandId() });
    expect(await items()).toEqual([['Kartenblick', 12]]);
    await core.call('history.redo', { commandId: commandId() });
    expect(await items()).toEqual([]);
  });

  it('is refused with the steps that were built on it', async () => {
    const { core, importText, items } = await emptyPlan();
    const first = await importText('software.csv', 'Software;Hersteller;Installationen\nKartenblick;Geo GmbH;12\n');
    const [item] = (await core.call('inventory.listItems', {})).items;
    await core.call('mapping.decide', { commandId: commandId(), itemIds: [item?.id as never], strategy: 'keep' });
    await importText('konten.csv', accounts('anna'));
    const later = await core.call('history.listBuiltUpon', { sequence: first.revision });
    expect(later.map(({ operation }) => operation)).toEqual(['mapping.decide']);
    await expect(core.call('history.rollBack', { commandId: commandId(), sequence: first.revision })).rejects.toMatchObject({
      code: 'rule',
      messageKey: 'storage.builtUpon',
      params: { steps: 1 },
    });
    expect(await items()).toEqual([['Kartenblick', 12]]);
    await expect(core.call('history.rollBack', { commandId: commandId(), sequence: later[0]?.sequence as number })).rejects.toMatchObject({
      messageKey: 'app.onlyImportsRollBack',
    });
  });
});
