import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isoDate } from '../../core/domain/calendar.ts';
import type { NameRuleId, ProductId } from '../../core/domain/ids.ts';
import { createCore } from '../../host/createCore.ts';
import { sampleTemplate } from '../../host/generate/fillSample.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

let command = 0;
const commandId = () => `name-rules-test-${++command}`;

async function emptyPlan() {
  const folder = temporaryFolder();
  const running = createCore({ plan: { path: join(folder, 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => running.close());
  const { core } = running;
  const details = { templateId: sampleTemplate, name: 'Plan', administration: 'Stadt', startsOn: isoDate('2027-01-04'), locale: 'de' } as const;
  await core.call('plan.create', { commandId: commandId(), ...details });
  const path = (name: string) => join(folder, name);
  const file = (name: string, text: string): string => {
    writeFileSync(path(name), text);
    return running.files.handleFor(path(name));
  };
  return {
    core,
    file,
    path,
    place: (name: string) => running.files.handleFor(path(name)),
    importList: (name: string, rows: readonly string[]) =>
      core.call('inventory.importFiles', {
        commandId: commandId(),
        files: [file(name, `Software;Hersteller;Version;Installationen\n${rows.join('\n')}\n`)],
      }),
    save: (rule: { pattern: 'exact' | 'startsWith' | 'contains'; text: string; publisher?: string; effect?: 'noise' | 'ownItem'; product?: string }) =>
      core.call('inventory.saveNameRule', {
        commandId: commandId(),
        pattern: rule.pattern,
        text: rule.text,
        publisher: rule.publisher ?? null,
        effect: rule.product === undefined ? { kind: rule.effect ?? 'noise' } : { kind: 'product', productId: rule.product as ProductId },
      }),
    items: async () => (await core.call('inventory.listItems', { sort: 'name', direction: 'ascending' })).items.map((one) => [one.name, one.installations]),
    names: async () =>
      (await core.call('inventory.listRawNames', {})).rawNames.map(({ rawName, match }) => [rawName, match.kind, 'alias' in match ? match.alias : null]),
    /** Every item and every name with all that is known of them. */
    content: async () => [await core.call('inventory.listItems', {}), await core.call('inventory.listRawNames', {})],
    undo: () => core.call('history.undo', { commandId: commandId() }),
  };
}

const rows = [
  'Steuerdienst Alpha 1;Kommune IT;1;40',
  'Steuerdienst Beta 2;Kommune IT;2;30',
  'Druck Dienst;Fern AG;5;20',
  'LibreOffice 7.6;The Document Foundation;7.6;10',
];

describe('a rule about names', () => {
  it('says before it goes which items stay without a name because they are paid for, and takes none of that away', async () => {
    const plan = await emptyPlan();
    await plan.importList('one.csv', ['Kartendienst 1;Geo GmbH;1;40', 'Uhrwerk 2;Fern AG;2;30']);
    const { ruleId } = await plan.save({ pattern: 'startsWith', text: 'Kartendienst', product: 'qgis' });
    const other = await plan.save({ pattern: 'startsWith', text: 'Uhrwerk', product: 'openproject' });
    const { items } = await plan.core.call('inventory.listItems', { search: 'qgis' });
    const itemId = items[0]?.id;
    if (itemId === undefined) throw new Error('the rule made no item');
    await plan.core.call('inventory.changeItem', { commandId: commandId(), itemId, seats: 50 });
    const before = await plan.content();
    const preview = await plan.core.call('inventory.previewRuleRemoval', { ruleId });
    expect(preview).toMatchObject({ names: 1, installations: 40, stays: [{ itemId, name: 'QGIS', seats: 50, contracts: 0 }] });
    expect((await plan.core.call('inventory.previewRuleRemoval', { ruleId: other.ruleId })).stays).toEqual([]);
    expect(await plan.content()).toEqual(before);
    await plan.core.call('inventory.removeNameRule', { commandId: commandId(), ruleId });
    await plan.core.call('inventory.removeNameRule', { commandId: commandId(), ruleId: other.ruleId });
    expect(await plan.items()).toEqual([
      ['Kartendienst 1', 40],
      ['QGIS', 0],
      ['Uhrwerk 2', 30],
    ]);
    expect((await plan.core.call('inventory.getItem', { itemId })).item.seats).toBe(50);
  });

  it('is looked at first, then decides past and later imports, and goes back with one undo', async () => {
    const plan = await emptyPlan();
    await plan.importList('one.csv', rows);
    const [before, itemsBefore, namesBefore] = [await plan.content(), await plan.items(), await plan.names()];
    expect(itemsBefore).toContainEqual(['Steuerdienst Alpha 1', 40]);

    const preview = await plan.core.call('inventory.previewNameRule', { pattern: 'startsWith', text: 'STEUERDIENST', publisher: null });
    expect(preview).toMatchObject({ names: 2, installations: 70, kept: { names: 0, by: [] } });
    expect(preview.rawNames.map(({ rawName, match, productName }) => [rawName, match.kind, productName])).toEqual([
      ['Steuerdienst Alpha 1', 'unmatched', null],
      ['Steuerdienst Beta 2', 'unmatched', null],
    ]);
    expect(await plan.content()).toEqual(before);

    const done = await plan.save({ pattern: 'startsWith', text: 'Steuerdienst', effect: 'ownItem' });
    expect(done).toMatchObject({ changed: 2, labelKey: 'history.saveNameRule', params: { text: 'Steuerdienst', names: 2 } });
    expect(await plan.items()).toEqual([
      ['Druck Dienst', 20],
      ['LibreOffice', 10],
      ['Steuerdienst', 70],
    ]);
    expect(await plan.core.call('inventory.listNameRules', {})).toMatchObject([{ id: done.ruleId, text: 'Steuerdienst', names: 2, installations: 70 }]);
    const settled = await plan.core.call('inventory.listRawNames', { kind: 'unmatched' });
    expect(settled).toMatchObject({ total: 1, coverage: { names: 0.75, installations: 0.8, matched: 1, ownItem: 2, noise: 0, unmatched: 1 } });

    // The next list of the same source: one name more, one counted anew.
    await plan.importList('two.csv', ['Steuerdienst Alpha 1;Kommune IT;1;45', ...rows.slice(1), 'Steuerdienst Gamma 3;Kommune IT;3;5']);
    expect(await plan.items()).toContainEqual(['Steuerdienst', 80]);
    await plan.undo();
    await plan.undo();
    expect([await plan.content(), await plan.items(), await plan.names()]).toEqual([before, itemsBefore, namesBefore]);
    expect(await plan.core.call('inventory.listNameRules', {})).toEqual([]);
  });

  it('says noise, and gives its names back to the catalogue when it is removed', async () => {
    const plan = await emptyPlan();
    await plan.importList('one.csv', rows);
    const [itemsBefore, namesBefore] = [await plan.items(), await plan.names()];
    const dienst = await plan.save({ pattern: 'contains', text: 'Dienst' });
    const office = await plan.save({ pattern: 'startsWith', text: 'LibreOffice' });
    expect([dienst.changed, office.changed]).toEqual([1, 1]);
    expect(await plan.items()).toEqual([
      ['Steuerdienst Alpha 1', 40],
      ['Steuerdienst Beta 2', 30],
    ]);
    expect(await plan.names()).toContainEqual(['Druck Dienst', 'noise', 'Dienst']);
    for (const { ruleId } of [dienst, office]) await plan.core.call('inventory.removeNameRule', { commandId: commandId(), ruleId });
    expect([await plan.items(), await plan.names()]).toEqual([itemsBefore, namesBefore]);
    // What its source said of each item went along: the same list changes nothing.
    const again = await plan.importList('one.csv', rows);
    expect(again.report.software).toMatchObject({ unchanged: 4, new: 0, changed: 0 });
    expect(again.changed).toBe(0);
  });

  it('moves a name to a product, and says which names a more specific rule keeps', async () => {
    const plan = await emptyPlan();
    await plan.importList('one.csv', rows);
    await plan.save({ pattern: 'exact', text: 'Steuerdienst Beta', publisher: 'Kommune IT GmbH', product: 'qgis' });
    expect(await plan.items()).toContainEqual(['QGIS', 30]);
    const preview = await plan.core.call('inventory.previewNameRule', { pattern: 'startsWith', text: 'Steuerdienst', publisher: 'Kommune IT' });
    expect(preview).toMatchObject({ names: 1, installations: 40, kept: { names: 1, installations: 30, by: [{ text: 'Steuerdienst Beta', names: 1 }] } });
    // Looked at in place of the rule that stands, it keeps nothing back.
    const [rule] = await plan.core.call('inventory.listNameRules', {});
    const instead = { pattern: 'startsWith', text: 'Steuerdienst', publisher: null, ruleId: rule?.id as NameRuleId } as const;
    expect(await plan.core.call('inventory.previewNameRule', instead)).toMatchObject({ names: 2, kept: { names: 0 } });
    await plan.core.call('inventory.saveNameRule', { commandId: commandId(), ...instead, effect: { kind: 'product', productId: 'qgis' as ProductId } });
    expect(await plan.items()).toContainEqual(['QGIS', 70]);
    expect(await plan.core.call('inventory.listNameRules', {})).toMatchObject([{ id: rule?.id, pattern: 'startsWith', productName: 'QGIS', names: 2 }]);
  });

  it('is refused without a word, for a product that nobody knows, and when it is gone', async () => {
    const { save, core } = await emptyPlan();
    await expect(save({ pattern: 'contains', text: '?!' })).rejects.toMatchObject({ code: 'invalid', messageKey: 'app.nameRules.noWords' });
    await expect(save({ pattern: 'contains', text: 'x', product: 'no-such-product' })).rejects.toMatchObject({ messageKey: 'app.productUnknown' });
    const gone = core.call('inventory.removeNameRule', { commandId: commandId(), ruleId: 'gone' as NameRuleId });
    await expect(gone).rejects.toMatchObject({ code: 'notFound', messageKey: 'app.nameRules.unknown' });
  });
});

describe('a file of name rules', () => {
  it('carries rules into another plan, where they hold at once, as one step', async () => {
    const one = await emptyPlan();
    await one.save({ pattern: 'startsWith', text: 'Steuerdienst', effect: 'ownItem' });
    await one.save({ pattern: 'contains', text: 'Dienst', publisher: 'Fern AG' });
    await one.save({ pattern: 'exact', text: 'Kartenblick', product: 'qgis' });
    const written = await one.core.call('inventory.exportNameRules', { target: one.place('rules.json') });
    expect(written.rules).toBe(3);
    const text = readFileSync(one.path('rules.json'), 'utf8');
    expect(JSON.parse(text)).toEqual({
      schema: 'bascule.nameRules/1',
      rules: [
        { pattern: 'contains', text: 'Dienst', publisher: 'Fern AG', effect: 'noise' },
        { pattern: 'exact', text: 'Kartenblick', effect: 'product', product: 'qgis' },
        { pattern: 'startsWith', text: 'Steuerdienst', effect: 'ownItem' },
      ],
    });

    const two = await emptyPlan();
    await two.importList('one.csv', rows);
    const [before, itemsBefore] = [await two.content(), await two.items()];
    await two.save({ pattern: 'contains', text: 'DIENST', publisher: 'Fern', effect: 'ownItem' });
    const known = text.replace('"rules": [', '"rules": [{"pattern":"exact","text":"Neu","effect":"product","product":"not-yet-known"},');
    const done = await two.core.call('inventory.importNameRules', { commandId: commandId(), file: two.file('in.json', known) });
    expect(done).toMatchObject({ added: 2, replaced: 1, unchanged: 0, changed: 3, leftOut: [{ text: 'Neu', productId: 'not-yet-known' }] });
    expect(await two.items()).toEqual([
      ['LibreOffice', 10],
      ['Steuerdienst', 70],
    ]);
    const again = await two.core.call('inventory.importNameRules', { commandId: commandId(), file: two.file('in.json', text) });
    expect(again).toMatchObject({ added: 0, replaced: 0, unchanged: 3, changed: 0, leftOut: [] });
    // The second time changed nothing and is no step.
    for (let step = 0; step < 2; step += 1) await two.undo();
    expect([await two.content(), await two.items()]).toEqual([before, itemsBefore]);
  });

  it.each([
    ['{"schema": "bascule.nameRules/1", "rules": [', 'app.nameRules.notJson', {}],
    ['', 'app.nameRules.notJson', {}],
    ['{"schema": "bascule.plan/1", "rules": []}', 'app.nameRules.otherFile', {}],
    ['[]', 'app.nameRules.otherFile', {}],
    ['{"schema": "bascule.nameRules/2", "rules": []}', 'app.nameRules.newerFile', { schema: 'bascule.nameRules/2' }],
    ['{"schema": "bascule.nameRules/1", "rules": {}}', 'app.nameRules.noList', {}],
    ['{"schema": "bascule.nameRules/1", "rules": [{"pattern": "regex", "text": "x", "effect": "noise"}]}', 'app.nameRules.brokenRule', { field: 'pattern' }],
    [
      '{"schema": "bascule.nameRules/1", "rules": [{"pattern": "exact", "text": "x", "effect": "noise"}, {"pattern": "contains", "text": "!", "effect": "noise"}]}',
      'app.nameRules.brokenRule',
      { number: 2, field: 'text' },
    ],
    ['{"schema": "bascule.nameRules/1", "rules": [{"pattern": "exact", "text": "x", "effect": "product"}]}', 'app.nameRules.brokenRule', { field: 'product' }],
    ['{"schema": "bascule.nameRules/1", "rules": [{"pattern": "exact", "text": "x"}]}', 'app.nameRules.brokenRule', { field: 'effect' }],
  ])('is refused with a sentence and changes nothing: %s', async (text, messageKey, params) => {
    const { core, file } = await emptyPlan();
    const { revision } = await core.call('plan.get', {});
    const call = core.call('inventory.importNameRules', { commandId: commandId(), file: file('broken.json', text) });
    await expect(call).rejects.toMatchObject({ code: 'invalid', messageKey, params: { file: 'broken.json', ...params } });
    expect((await core.call('plan.get', {})).revision).toBe(revision);
  });
});
