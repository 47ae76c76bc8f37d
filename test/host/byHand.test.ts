import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Input } from '../../core/contract/contract.ts';
import { isoDate } from '../../core/domain/calendar.ts';
import type { ProductId } from '../../core/domain/ids.ts';
import { cents } from '../../core/domain/money.ts';
import { createCore } from '../../host/createCore.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

let command = 0;
const commandId = () => `by-hand-test-${++command}`;

async function emptyPlan() {
  const folder = temporaryFolder();
  const running = createCore({ plan: { path: join(folder, 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
  onTestFinished(() => running.close());
  const { core } = running;
  await core.call('plan.create', {
    commandId: commandId(),
    templateId: 'schleswig-holstein',
    name: 'Plan',
    administration: 'Stadt',
    startsOn: isoDate('2027-01-04'),
    locale: 'de',
  });
  let number = 0;
  const importText = async (text: string) => {
    const path = join(folder, `file-${++number}.csv`);
    writeFileSync(path, text);
    return (await core.call('inventory.importFiles', { commandId: commandId(), files: [running.files.handleFor(path)] })).report;
  };
  const undo = () => core.call('history.undo', { commandId: commandId() });
  const items = async () => (await core.call('inventory.listItems', { sort: 'name', direction: 'ascending' })).items;
  return { core, importText, undo, items };
}

const software = (name: string, installations: number) => `Software;Hersteller;Version;Installationen\n${name};Geo GmbH;;${installations}\n`;
const accounts = (...logins: string[]) => `Anmeldename;Abteilung;Lizenzen\n${logins.map((login) => `${login};Bauamt;\n`).join('')}`;
const terms: Omit<Input<'inventory.addContract'>, 'commandId' | 'itemId'> = {
  name: 'Pflege',
  supplier: 'Geo GmbH',
  startsOn: isoDate('2025-01-01'),
  endsOn: isoDate('2027-12-31'),
  renewal: 'tacit',
  renewalMonths: 12,
  noticeDays: 90,
  seats: 200,
  annualCostCents: cents(900_000),
};

describe('an item entered by hand', () => {
  it('has what was said of it, is changed and undone in one step each, and cannot be entered twice', async () => {
    const { core, undo, items } = await emptyPlan();
    const { itemId, labelKey } = await core.call('inventory.addItem', {
      commandId: commandId(),
      name: 'LibreOffice',
      productId: 'libreoffice' as ProductId,
      vendor: 'The Document Foundation',
      installations: 40,
      seats: 0,
      accounts: 38,
      annualCostCents: cents(120_050),
    });
    expect(labelKey).toBe('history.addItem');
    expect(await items()).toMatchObject([{ name: 'LibreOffice', track: 'office', installations: 40, accounts: 38, annualCostCents: 120_050 }]);
    const twice = core.call('inventory.addItem', { commandId: commandId(), name: ' libreoffice ', productId: null });
    await expect(twice).rejects.toMatchObject({ code: 'conflict', messageKey: 'app.itemExists' });

    await core.call('inventory.changeItem', { commandId: commandId(), itemId, name: 'LibreOffice 24', track: 'files', installations: 41 });
    expect(await items()).toMatchObject([{ name: 'LibreOffice 24', productId: 'libreoffice', track: 'files', installations: 41, accounts: 38 }]);
    await undo();
    expect(await items()).toMatchObject([{ name: 'LibreOffice', track: 'office', installations: 40 }]);
    await undo();
    expect(await items()).toEqual([]);
  });

  it('keeps its figures in the next import until the file says more', async () => {
    const { core, importText, items } = await emptyPlan();
    await core.call('inventory.addItem', { commandId: commandId(), name: 'Kartenblick', productId: null, vendor: 'Geo', installations: 40 });
    await importText(software('Kartenblick', 38));
    expect(await items()).toMatchObject([{ name: 'Kartenblick', vendor: 'Geo', installations: 40 }]);
    await importText(software('Kartenblick', 45));
    expect(await items()).toMatchObject([{ name: 'Kartenblick', vendor: 'Geo', installations: 45 }]);
  });

  it('is found again by the next import when it was given another name', async () => {
    const { core, importText, items } = await emptyPlan();
    await importText(software('KBLICK_X64', 12));
    const [item] = await items();
    if (!item) throw new Error('no item');
    await core.call('inventory.changeItem', { commandId: commandId(), itemId: item.id, name: 'Kartenblick' });
    await importText(software('KBLICK_X64', 15));
    expect(await items()).toMatchObject([{ id: item.id, name: 'Kartenblick', installations: 15 }]);
  });
});

describe('a contract entered by hand', () => {
  it('brings its seats and cost to the item, is changed, moved, removed and undone', async () => {
    const { core, undo, items } = await emptyPlan();
    const { itemId } = await core.call('inventory.addItem', { commandId: commandId(), name: 'Kartenblick', productId: null });
    const { itemId: otherId } = await core.call('inventory.addItem', { commandId: commandId(), name: 'Zeichner', productId: null });
    const { contractId } = await core.call('inventory.addContract', { commandId: commandId(), itemId, ...terms });
    const contracts = () => core.call('inventory.listContracts', {});
    expect(await contracts()).toMatchObject([{ id: contractId, itemName: 'Kartenblick', noticeDays: 90 }]);
    expect(await items()).toMatchObject([{ seats: 200, annualCostCents: 900_000 }, { seats: 0 }]);

    const done = await core.call('inventory.changeContract', { commandId: commandId(), contractId, itemId: otherId, ...terms, noticeDays: 30, seats: 150 });
    expect(done).toMatchObject({ labelKey: 'history.changeContract', params: { name: 'Pflege' } });
    expect(await contracts()).toMatchObject([{ itemName: 'Zeichner', noticeDays: 30 }]);
    expect(await items()).toMatchObject([
      { seats: 0, annualCostCents: null },
      { seats: 150, annualCostCents: 900_000 },
    ]);

    await core.call('inventory.removeContract', { commandId: commandId(), contractId });
    expect(await contracts()).toEqual([]);
    await undo();
    await undo();
    expect(await contracts()).toMatchObject([{ itemName: 'Kartenblick', noticeDays: 90, seats: 200 }]);
    expect(await items()).toMatchObject([
      { seats: 200, annualCostCents: 900_000 },
      { seats: 0, annualCostCents: null },
    ]);
  });

  it('is refused when it ends before it starts, or is not there', async () => {
    const { core } = await emptyPlan();
    const { itemId } = await core.call('inventory.addItem', { commandId: commandId(), name: 'Kartenblick', productId: null });
    const backwards = core.call('inventory.addContract', { commandId: commandId(), itemId, ...terms, endsOn: isoDate('2024-12-31') });
    await expect(backwards).rejects.toMatchObject({ messageKey: 'app.endsBeforeItStarts' });
    const gone = core.call('inventory.changeContract', { commandId: commandId(), contractId: 'contract-none' as never, itemId, ...terms });
    await expect(gone).rejects.toMatchObject({ code: 'notFound', messageKey: 'app.contractUnknown' });
    const below = core.call('inventory.addContract', { commandId: commandId(), itemId, ...terms, annualCostCents: cents(-1) });
    await expect(below).rejects.toMatchObject({ code: 'invalid' });
  });

  it('keeps the terms that a person put right when a file lists it again with other seats', async () => {
    const { core, importText } = await emptyPlan();
    const list = (seats: number) => `Vertrag;Produkt;Lieferant;Beginn;Ende;Plätze\nPflege;Kartenblick;Geo GmbH;01.01.2025;31.12.2027;${seats}\n`;
    await importText(list(10));
    const [contract] = await core.call('inventory.listContracts', {});
    if (!contract) throw new Error('no contract');
    const { id: contractId, itemName: _, track: __, ...known } = contract;
    await core.call('inventory.changeContract', {
      commandId: commandId(),
      contractId,
      ...known,
      renewal: 'tacit',
      renewalMonths: 12,
      noticeDays: 90,
      annualCostCents: cents(500_000),
    });
    await importText(list(12));
    const after = await core.call('inventory.listContracts', {});
    expect(after).toMatchObject([{ id: contractId, renewal: 'tacit', noticeDays: 90, seats: 12, annualCostCents: 500_000 }]);
  });
});

describe('a unit entered by hand', () => {
  it('has accounts without a name, which an import names one by one before it adds any', async () => {
    const { core, importText, undo } = await emptyPlan();
    const { unitId } = await core.call('inventory.addUnit', { commandId: commandId(), name: 'Bauamt', accounts: 3 });
    const listed = async () => (await core.call('inventory.listAccounts', {})).accounts.map(({ login, unitRank }) => [login, unitRank]);
    expect(await listed()).toEqual([
      ['bauamt · 0001', 0],
      ['bauamt · 0002', 1],
      ['bauamt · 0003', 2],
    ]);
    const report = await importText(accounts('a@stadt.example', 'b@stadt.example'));
    expect(report.accounts).toMatchObject({ read: 2, new: 0, changed: 2 });
    expect(await listed()).toEqual([
      ['a@stadt.example', 0],
      ['b@stadt.example', 1],
      ['bauamt · 0003', 2],
    ]);
    await importText(accounts('a@stadt.example', 'b@stadt.example', 'c@stadt.example', 'd@stadt.example'));
    expect((await listed()).map(([login]) => login)).toEqual(['a@stadt.example', 'b@stadt.example', 'c@stadt.example', 'd@stadt.example']);
    await undo();
    await undo();
    expect(await core.call('inventory.listUnits', {})).toMatchObject([{ id: unitId, name: 'Bauamt', accountCount: 3 }]);
    expect(await core.call('report.verifyPlan', {})).toMatchObject({ isWhole: true });
  });

  it('has a role that is changed with that of others, and of none where one of them is no longer there', async () => {
    const { core, undo } = await emptyPlan();
    const add = async (name: string) => (await core.call('inventory.addUnit', { commandId: commandId(), name, accounts: 1 })).unitId;
    const units = [await add('Bauamt'), await add('Schulamt')];
    await undo();
    const roles = async () => (await core.call('inventory.listUnits', {})).map(({ role }) => role);
    const change = (unitIds: typeof units) => core.call('inventory.changeUnitRole', { commandId: commandId(), unitIds, role: 'pilot' });
    await expect(change(units)).rejects.toMatchObject({ code: 'notFound', messageKey: 'app.unitsUnknown', params: { units: 1 } });
    expect(await roles()).toEqual(['regular']);
    await change(units.slice(0, 1));
    expect(await roles()).toEqual(['pilot']);
  });

  it('gets another name with the units below it, and more or fewer accounts without a name', async () => {
    const { core } = await emptyPlan();
    const { unitId } = await core.call('inventory.addUnit', { commandId: commandId(), name: 'Bauamt', accounts: 2 });
    await core.call('inventory.addUnit', { commandId: commandId(), name: 'Hochbau', parentId: unitId, accounts: 5 });
    await core.call('inventory.changeUnit', { commandId: commandId(), unitId, name: 'Bauverwaltung', accountsWithoutName: 4 });
    const shown = async () => (await core.call('inventory.listUnits', {})).map(({ path, accountCount }) => [path, accountCount]);
    expect(await shown()).toEqual([
      ['Bauverwaltung', 4],
      ['Bauverwaltung / Hochbau', 5],
    ]);
    await core.call('inventory.changeUnit', { commandId: commandId(), unitId, name: 'Bauverwaltung', accountsWithoutName: 1 });
    expect(await shown()).toEqual([
      ['Bauverwaltung', 1],
      ['Bauverwaltung / Hochbau', 5],
    ]);
    const twice = core.call('inventory.addUnit', { commandId: commandId(), name: 'Hochbau', parentId: unitId });
    await expect(twice).rejects.toMatchObject({ code: 'conflict', messageKey: 'app.unitExists' });
  });
});
