import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import { createCore } from '../../host/createCore.ts';
import { sampleTemplate } from '../../host/generate/fillSample.ts';
import { xlsxFile, xlsxRows } from '../support/spreadsheetFile.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';
import { zipFile } from '../support/zipFile.ts';

let command = 0;
const commandId = () => `container-test-${++command}`;
const list = (name: string) => `Software;Hersteller;Version;Installationen\n${name};Geo GmbH;1.0;12\n`;
const inventory = (device: string) =>
  JSON.stringify({ action: 'inventory', deviceid: device, itemtype: 'Computer', content: { softwares: [{ name: 'QGIS', version: '3.34' }] } });

async function emptyPlan() {
  const folder = temporaryFolder();
  const { core, files, close } = createCore({ plan: { path: join(folder, 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => close());
  await core.call('plan.create', {
    commandId: commandId(),
    templateId: sampleTemplate,
    name: 'Plan',
    administration: 'Stadt',
    startsOn: isoDate('2027-01-04'),
    locale: 'de',
  });
  const file = (name: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    return files.handleFor(join(folder, name));
  };
  return { core, file, folder, handleFor: (name: string) => files.handleFor(join(folder, name)) };
}

describe('an archive', () => {
  it('shows each of its files and leaves out what is no list, and says so', async () => {
    const { core, file } = await emptyPlan();
    const workbook = xlsxFile([
      {
        name: 'Liste',
        rows: xlsxRows([
          ['Software', 'Hersteller', 'Installationen'],
          ['Textblick', 'Text AG', 1234],
        ]),
      },
    ]);
    const handle = file(
      'export.zip',
      zipFile([
        { name: 'liste.csv', content: list('Kartenblick') },
        { name: 'LIESMICH.txt', content: 'Diese Dateien stammen vom 4. Mai.\n' },
        { name: 'leer.csv', content: '' },
        { name: 'Liste.xlsx', content: workbook },
      ]),
    );
    const preview = await core.call('inventory.previewTable', { file: handle });
    expect([preview.name, preview.isContainer]).toEqual(['export.zip', true]);
    expect(preview.members.map(({ id, name, outcome, format }) => [id, name, outcome, format])).toEqual([
      [`${handle}#0`, 'export.zip › liste.csv', 'recognised', 'tabular'],
      [`${handle}#1`, 'export.zip › LIESMICH.txt', 'unknown', ''],
      [`${handle}#2`, 'export.zip › leer.csv', 'leftOut', ''],
      [`${handle}#3/0`, 'export.zip › Liste.xlsx › Liste', 'recognised', 'tabular'],
    ]);
    const { report } = await core.call('inventory.importFiles', { commandId: commandId(), files: [handle] });
    expect(report.files.map(({ name, records }) => [name, records])).toEqual([
      ['export.zip › liste.csv', 1],
      ['export.zip › Liste.xlsx › Liste', 1],
    ]);
    expect(report.leftOut.map(({ name, reasonKey }) => [name, reasonKey])).toEqual([
      ['export.zip › LIESMICH.txt', 'issue.formatUnknown'],
      ['export.zip › leer.csv', 'issue.fileEmpty'],
    ]);
    const { items } = await core.call('inventory.listItems', {});
    expect(items.map(({ name, installations }) => [name, installations])).toEqual([
      ['Textblick', 1234],
      ['Kartenblick', 12],
    ]);
  });

  it('takes the columns that a person names for one of its members', async () => {
    const { core, file } = await emptyPlan();
    const sheet = (name: string) => ({
      name,
      rows: xlsxRows([
        ['Prog', 'Zahl'],
        [`Kartenblick ${name}`, 120],
      ]),
    });
    const handle = file('Liste.xlsx', xlsxFile([sheet('A'), sheet('B')]));
    await expect(core.call('inventory.previewImport', { files: [handle] })).rejects.toMatchObject({
      messageKey: 'app.importRefused',
      issues: [{ file: 'Liste.xlsx › A' }, { file: 'Liste.xlsx › B' }],
    });
    const mappings = { [`${handle}#1`]: { kind: 'software', columns: { Prog: 'rawName', Zahl: 'installations' } } } as const;
    const report = await core.call('inventory.previewImport', { files: [handle], mappings });
    expect(report.files.map(({ name }) => name)).toEqual(['Liste.xlsx › B']);
    expect([report.software.new, report.leftOutCount]).toEqual([1, 1]);
  });

  it('is refused as a whole where a list in it is encrypted, or was recognised and is damaged', async () => {
    const { core, file } = await emptyPlan();
    const good = { name: 'liste.csv', content: list('Kartenblick') };
    const encrypted = file('a.zip', zipFile([good, { name: 'geheim.csv', content: 'x', flags: 0x801 }]));
    await expect(core.call('inventory.previewImport', { files: [encrypted] })).rejects.toMatchObject({
      issues: [{ messageKey: 'issue.packedFileEncrypted', params: { entry: 'geheim.csv' } }],
    });
    const damaged = file('b.zip', zipFile([good, { name: 'pc1.json', content: inventory('pc1').slice(0, -4) }]));
    await expect(core.call('inventory.previewImport', { files: [damaged] })).rejects.toMatchObject({ issues: [{ file: 'b.zip › pc1.json' }] });
    expect(await core.call('inventory.listItems', {})).toMatchObject({ total: 0 });
  });

  it('sums up the inventories of many machines', async () => {
    const { core, file } = await emptyPlan();
    const machines = Array.from({ length: 230 }, (_, index) => ({ name: `pc${index}.json`, content: inventory(`pc${index}`) }));
    const handle = file('machines.zip', zipFile(machines));
    expect(await core.call('inventory.previewTable', { file: handle })).toMatchObject({ hasMore: true, members: { length: 200 } });
    const { report } = await core.call('inventory.importFiles', { commandId: commandId(), files: [handle] });
    expect(report.files).toHaveLength(200);
    expect(report.otherFiles).toEqual([{ format: 'glpiInventory', files: 30, records: 30 }]);
    expect((await core.call('inventory.listItems', {})).items).toMatchObject([{ installations: 230 }]);
  });
});

describe('a folder', () => {
  it('is all its files, without hidden ones and links, as if they were in an archive', async () => {
    const { core, file, folder, handleFor } = await emptyPlan();
    file('exporte/b/liste.csv', list('Kartenblick'));
    file('exporte/a.csv', list('Textblick'));
    file('exporte/.verborgen.csv', list('Nichts'));
    file('exporte/.git/config.csv', list('Nichts'));
    file('exporte/README.md', '# Hinweise\n\nNichts weiter.\n');
    file('secret.csv', list('Geheimblick'));
    symlinkSync(join(folder, 'secret.csv'), join(folder, 'exporte/link.csv'));
    symlinkSync(folder, join(folder, 'exporte/round'));
    const handle = handleFor('exporte');
    const preview = await core.call('inventory.previewTable', { file: handle });
    expect(preview).toMatchObject({ name: 'exporte', isContainer: true });
    expect(preview.members.map(({ id, name, outcome }) => [id, name.replaceAll('\\', '/'), outcome])).toEqual([
      [`${handle}#0`, 'exporte/README.md', 'unknown'],
      [`${handle}#1`, 'exporte/a.csv', 'recognised'],
      [`${handle}#2`, 'exporte/b/liste.csv', 'recognised'],
    ]);
    const { report } = await core.call('inventory.importFiles', { commandId: commandId(), files: [handle] });
    expect([report.software.new, report.leftOutCount]).toEqual([2, 1]);
  });

  it('that holds nothing is refused with a sentence', async () => {
    const { core, folder, handleFor } = await emptyPlan();
    mkdirSync(join(folder, 'leer'));
    await expect(core.call('inventory.previewImport', { files: [handleFor('leer')] })).rejects.toMatchObject({
      messageKey: 'app.importRefused',
      issues: [{ messageKey: 'app.nothingInFolder', file: 'leer' }],
    });
  });
});
