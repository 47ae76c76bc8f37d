import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import type { ProductId } from '../../core/domain/ids.ts';
import { createCore } from '../../host/createCore.ts';
import { sampleTemplate } from '../../host/generate/fillSample.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

let command = 0;
const commandId = () => `inventory-test-${++command}`;

async function emptyPlan() {
  const folder = temporaryFolder();
  const running = createCore({ plan: { path: join(folder, 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => running.close());
  await running.core.call('plan.create', {
    commandId: commandId(),
    templateId: sampleTemplate,
    name: 'Plan',
    administration: 'Stadt',
    startsOn: isoDate('2027-01-04'),
    locale: 'de',
  });
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return running.files.handleFor(path);
  };
  return { core: running.core, file };
}

const list = (version: string, installations: number) =>
  `Software;Hersteller;Version;Installationen\nKartenblick ${version};Geo GmbH;${version};${installations}\n`;

describe('a name that a person assigned', () => {
  it('stays assigned when the next list has it in another version, and goes back with undo', async () => {
    const { core, file } = await emptyPlan();
    await core.call('inventory.importFiles', { commandId: commandId(), files: [file('one.csv', list('3.1', 12))] });
    const unmatched = () => core.call('inventory.listRawNames', { kind: 'unmatched' });
    expect((await unmatched()).total).toBe(1);

    const done = await core.call('inventory.assignNames', {
      commandId: commandId(),
      names: [{ rawName: 'Kartenblick 3.1', publisher: 'Geo GmbH' }],
      productId: 'qgis' as ProductId,
    });
    expect(done.changed).toBe(1);
    const [item] = (await core.call('inventory.listItems', {})).items;
    expect(item).toMatchObject({ productId: 'qgis', name: 'QGIS', installations: 12 });

    await core.call('inventory.importFiles', { commandId: commandId(), files: [file('two.csv', list('4.0', 30))] });
    const after = await core.call('inventory.listItems', {});
    expect(after.items.map(({ productId, installations }) => [productId, installations])).toEqual([['qgis', 42]]);
    expect((await unmatched()).coverage).toMatchObject({ installations: 1, unmatched: 0, matched: 2 });

    await core.call('history.undo', { commandId: commandId() });
    await core.call('history.undo', { commandId: commandId() });
    expect((await core.call('inventory.listItems', {})).items).toMatchObject([{ productId: null, name: 'Kartenblick 3.1', installations: 12 }]);
    expect((await unmatched()).total).toBe(1);
  });

  it('is refused for a product that the catalogue does not know', async () => {
    const { core } = await emptyPlan();
    const call = core.call('inventory.assignNames', {
      commandId: commandId(),
      names: [{ rawName: 'x', publisher: '' }],
      productId: 'no-such-product' as ProductId,
    });
    await expect(call).rejects.toMatchObject({ code: 'notFound', messageKey: 'app.productUnknown' });
  });
});

describe('a name that is a product', () => {
  it('says which edition and cycle it is and when the support of that ends; other names do not', async () => {
    const { core, file } = await emptyPlan();
    const text =
      'Software;Hersteller;Version;Installationen\n' +
      'Microsoft Office Professional Plus 2016;Microsoft Corporation;16.0.4266.1001;12\nKartenblick 3.1;Geo GmbH;3.1;2\n';
    await core.call('inventory.importFiles', { commandId: commandId(), files: [file('list.csv', text)] });
    const { rawNames } = await core.call('inventory.listRawNames', {});
    expect(new Map(rawNames.map(({ rawName, release }) => [rawName, release]))).toEqual(
      new Map([
        ['Microsoft Office Professional Plus 2016', { edition: 'Professional Plus', cycle: '2016', supportEnds: '2025-10-14' }],
        ['Kartenblick 3.1', null],
      ]),
    );
  });
});

describe('a first look at a file', () => {
  it('says what a table is and which columns speak for themselves', async () => {
    const { core, file } = await emptyPlan();
    const handle = file('list.csv', list('3.1', 12));
    const preview = await core.call('inventory.previewTable', { file: handle });
    expect([preview.name, preview.isContainer, preview.hasMore, preview.members.length]).toEqual(['list.csv', false, false, 1]);
    expect(preview.members[0]).toMatchObject({
      id: handle,
      name: 'list.csv',
      outcome: 'recognised',
      format: 'tabular',
      issue: null,
      headings: ['Software', 'Hersteller', 'Version', 'Installationen'],
      rows: [['Kartenblick 3.1', 'Geo GmbH', '3.1', '12']],
      suggestion: { kind: 'software', columns: { Software: 'rawName', Installationen: 'installations' } },
    });
  });

  it('shows a table whose headings say nothing, so that a person can name them, each file for itself', async () => {
    const { core, file } = await emptyPlan();
    const unknown = file('unknown.csv', 'Prog;Firma;Zahl\nKartenblick;Geo GmbH;120\n');
    const { members, fields } = await core.call('inventory.previewTable', { file: unknown });
    const [look] = members;
    expect(look).toMatchObject({ outcome: 'unknown', headings: ['Prog', 'Firma', 'Zahl'], rows: [['Kartenblick', 'Geo GmbH', '120']] });
    expect(look?.issue?.messageKey).toBe('issue.formatUnknown');
    expect(fields.software?.[0]).toEqual({ field: 'rawName', isRequired: true });

    const known = file('known.csv', list('3.1', 12));
    const mappings = { [unknown]: { kind: 'software', columns: { Prog: 'rawName', Firma: 'publisher', Zahl: 'installations' } } } as const;
    const report = await core.call('inventory.previewImport', { files: [unknown, known], mappings });
    expect(report.software).toMatchObject({ read: 2, new: 2 });
    expect(report.files.map(({ records }) => records)).toEqual([1, 1]);
  });

  it('says how the columns of the same headings were named at the last import, in this plan, and not before nor after it is undone', async () => {
    const { core, file } = await emptyPlan();
    const first = file('first.csv', 'Prog;Firma;Zahl\nKartenblick;Geo GmbH;120\n');
    const second = file('second.csv', 'zahl;FIRMA ;Prog\n7;Geo GmbH;Uhrwerk\n');
    const other = file('other.csv', 'Prog;Firma;Anzahl der Rechner\nKartenblick;Geo GmbH;1\n');
    const offered = async (handle: string) => (await core.call('inventory.previewTable', { file: handle })).members[0]?.usedBefore;
    const mapping = { kind: 'software', columns: { Prog: 'rawName', Firma: 'publisher', Zahl: 'installations' } } as const;
    await core.call('inventory.previewImport', { files: [first], mappings: { [first]: mapping } });
    expect(await offered(second)).toBeNull();
    await core.call('inventory.importFiles', { commandId: commandId(), files: [first], mappings: { [first]: mapping } });
    const fitting = { kind: 'software', columns: { Prog: 'rawName', FIRMA: 'publisher', zahl: 'installations' } };
    expect([await offered(second), await offered(other)]).toEqual([{ file: 'first.csv', mapping: fitting }, null]);
    await core.call('history.undo', { commandId: commandId() });
    expect(await offered(second)).toBeNull();
  });

  it('keeps the columns that a person named in a file, and reads them again', async () => {
    const { core, file } = await emptyPlan();
    const mapping = { kind: 'licence', columns: { Prog: 'name', Zahl: 'seats' }, dateOrder: 'mdy', decimal: '.' } as const;
    const handle = file('columns.json', '');
    await core.call('inventory.saveMapping', { target: handle, mapping });
    expect(await core.call('inventory.readMapping', { file: handle })).toEqual({ mapping });
    await expect(core.call('inventory.readMapping', { file: file('other.json', '{"kind":"software","columns":{"Prog":"colour"}}') })).rejects.toMatchObject({
      messageKey: 'app.mappingRefused',
      issues: [{ messageKey: 'issue.mappingFieldUnknown', field: 'Prog', file: 'other.json' }],
    });
    await expect(core.call('inventory.readMapping', { file: file('long.json', ' '.repeat(1_000_001)) })).rejects.toMatchObject({
      issues: [{ messageKey: 'issue.mappingNotAnObject' }],
    });
  });

  it('says why a file cannot be read', async () => {
    const { core, file } = await emptyPlan();
    const { members } = await core.call('inventory.previewTable', { file: file('empty.csv', '') });
    expect(members[0]).toMatchObject({ outcome: 'refused', issue: { messageKey: 'issue.fileEmpty' }, rows: [] });
  });
});

describe('one item', () => {
  it('is shown with its contracts and its decision', async () => {
    const { core } = await emptyPlan();
    const { itemId } = await core.call('inventory.addItem', {
      commandId: commandId(),
      name: 'Microsoft Exchange',
      productId: 'microsoft-exchange-server' as ProductId,
    });
    await core.call('inventory.addContract', {
      commandId: commandId(),
      itemId,
      name: 'Wartung',
      startsOn: null,
      endsOn: isoDate('2028-12-31'),
      renewal: 'tacit',
      renewalMonths: 12,
      noticeDays: 90,
      annualCostCents: null,
    });
    await core.call('mapping.decide', { commandId: commandId(), itemIds: [itemId], strategy: 'retire', note: 'Not needed' });
    const detail = await core.call('inventory.getItem', { itemId });
    expect(detail).toMatchObject({
      item: { strategy: 'retire', track: 'mail' },
      contracts: [{ name: 'Wartung' }],
      decision: { note: 'Not needed', isOverridden: true },
    });
  });
});
