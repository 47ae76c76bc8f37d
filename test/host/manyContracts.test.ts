import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Input } from '../../core/contract/contract.ts';
import { isoDate } from '../../core/domain/calendar.ts';
import type { ContractId, ItemId } from '../../core/domain/ids.ts';
import { cents } from '../../core/domain/money.ts';
import { createCore } from '../../host/createCore.ts';
import { temporaryFolder } from '../support/temporaryPlan.ts';

let command = 0;
const commandId = () => `many-contracts-${++command}`;
type Terms = Omit<Input<'inventory.addContract'>, 'commandId' | 'itemId' | 'name'>;

const tacit: Terms = {
  supplier: 'Geo GmbH',
  startsOn: isoDate('2025-01-01'),
  endsOn: isoDate('2027-12-31'),
  renewal: 'tacit',
  renewalMonths: 12,
  noticeDays: 30,
  seats: 10,
  annualCostCents: cents(100_000),
};

async function planWithItem() {
  const running = createCore({ plan: { path: join(temporaryFolder(), 'plan.bascule'), mode: 'create' }, actor: 'Anna Beispiel' });
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
  const { itemId } = await core.call('inventory.addItem', { commandId: commandId(), name: 'Kartenblick', productId: null });
  const add = async (name: string, said: Partial<Terms> = {}, of: ItemId = itemId) =>
    (await core.call('inventory.addContract', { commandId: commandId(), itemId: of, name, ...tacit, ...said })).contractId;
  return {
    core,
    itemId,
    add,
    contracts: () => core.call('inventory.listContracts', {}),
    item: async (name: string) => (await core.call('inventory.listItems', { search: name })).items[0],
    change: (contractIds: ContractId[], change: Input<'inventory.changeContracts'>['change']) =>
      core.call('inventory.changeContracts', { commandId: commandId(), contractIds, change }),
    remove: (contractIds: ContractId[]) => core.call('inventory.removeContracts', { commandId: commandId(), contractIds }),
    undo: () => core.call('history.undo', { commandId: commandId() }),
    redo: () => core.call('history.redo', { commandId: commandId() }),
    fingerprint: async () => (await core.call('report.verifyPlan', {})).fingerprint,
    revision: async () => (await core.call('history.list', { limit: 1 })).revision,
  };
}

describe('many contracts', () => {
  it('get one notice in one step of undo, and count only those that had another', async () => {
    const { add, change, contracts, undo, core } = await planWithItem();
    const ids = [await add('One'), await add('Two', { noticeDays: 90 }), await add('Three', { renewal: 'express' })];
    await add('Other');
    const done = await change(ids, { kind: 'notice', noticeDays: 90 });
    expect(done).toMatchObject({ changed: 2, labelKey: 'history.changeContracts.notice', params: { contracts: 2, days: 90 } });
    const notices = async () => Object.fromEntries((await contracts()).map(({ name, noticeDays }) => [name, noticeDays]));
    expect(await notices()).toEqual({ One: 90, Two: 90, Three: 90, Other: 30 });
    expect((await core.call('history.list', { limit: 1 })).entries[0]).toMatchObject({ rows: 2, labelKey: 'history.changeContracts.notice' });
    await undo();
    expect(await notices()).toEqual({ One: 30, Two: 90, Three: 30, Other: 30 });
  });

  it('get one renewal, or none, which takes months and notice with it', async () => {
    const { add, change, contracts } = await planWithItem();
    const ids = [await add('One'), await add('Two', { renewal: 'none', renewalMonths: 0, noticeDays: 0 })];
    expect(await change(ids, { kind: 'tacit', renewalMonths: 24 })).toMatchObject({ changed: 2, params: { contracts: 2, renewal: 'tacit', months: 24 } });
    expect(await contracts()).toMatchObject([
      { name: 'One', renewal: 'tacit', renewalMonths: 24, noticeDays: 30 },
      { name: 'Two', renewal: 'tacit', renewalMonths: 24, noticeDays: 0 },
    ]);
    expect(await change(ids, { kind: 'none' })).toMatchObject({ changed: 2, labelKey: 'history.changeContracts.renewal' });
    expect(await contracts()).toMatchObject([{ renewal: 'none', renewalMonths: 0, noticeDays: 0 }, { renewal: 'none' }]);
    expect(await change(ids, { kind: 'none' })).toMatchObject({ changed: 0 });
  });

  it('are refused as a whole, by name, when one of them cannot be so, and nothing is written', async () => {
    const { add, change, revision, fingerprint, remove } = await planWithItem();
    const bought = { renewal: 'none', renewalMonths: 0, noticeDays: 0, endsOn: null } as const;
    const [one, two, three] = [await add('One'), await add('Bought', bought), await add('Bought too', bought)];
    const before = [await revision(), await fingerprint()];
    await expect(change([one, two, three], { kind: 'notice', noticeDays: 60 })).rejects.toMatchObject({
      code: 'rule',
      messageKey: 'app.noticeWithoutRenewal',
      params: { contract: 'Bought', others: 1 },
    });
    await expect(change([one, two], { kind: 'express', renewalMonths: 12 })).rejects.toMatchObject({
      code: 'rule',
      messageKey: 'app.renewalWithoutEnd',
      params: { contract: 'Bought', others: 0 },
    });
    const gone = 'contract-none' as ContractId;
    await expect(change([one, gone], { kind: 'none' })).rejects.toMatchObject({
      code: 'notFound',
      messageKey: 'app.contractsUnknown',
      params: { contracts: 1 },
    });
    await expect(remove([one, gone])).rejects.toMatchObject({ code: 'notFound' });
    await expect(change([one], { kind: 'tacit', renewalMonths: 0 })).rejects.toMatchObject({ code: 'invalid' });
    await expect(change([], { kind: 'none' })).rejects.toMatchObject({ code: 'invalid' });
    expect([await revision(), await fingerprint()]).toEqual(before);
  });

  it('are removed in one step with their seats and cost, and come back with them', async () => {
    const { core, add, remove, contracts, item, undo } = await planWithItem();
    const { itemId: other } = await core.call('inventory.addItem', { commandId: commandId(), name: 'Zeichner', productId: null });
    const ids = [await add('One'), await add('Two', { seats: 5, annualCostCents: cents(50_000) }), await add('Three', {}, other)];
    await add('Stays', { seats: 1, annualCostCents: null });
    expect(await item('Kartenblick')).toMatchObject({ seats: 16, annualCostCents: 150_000 });
    expect(await remove(ids)).toMatchObject({ changed: 3, labelKey: 'history.removeContracts', params: { contracts: 3 } });
    expect((await contracts()).map(({ name }) => name)).toEqual(['Stays']);
    expect([await item('Kartenblick'), await item('Zeichner')]).toMatchObject([
      { seats: 1, annualCostCents: null },
      { seats: 0, annualCostCents: null },
    ]);
    await undo();
    expect(await contracts()).toHaveLength(4);
    expect([await item('Kartenblick'), await item('Zeichner')]).toMatchObject([
      { seats: 16, annualCostCents: 150_000 },
      { seats: 10, annualCostCents: 100_000 },
    ]);
  });

  it('come back to the same fingerprint, whatever was said of them, and go forward to the same one', { timeout: 120_000 }, async () => {
    const { add, change, remove, undo, redo, fingerprint, contracts } = await planWithItem();
    const said = fc.record({
      renewal: fc.constantFrom('tacit' as const, 'express' as const),
      renewalMonths: fc.integer({ min: 1, max: 36 }),
      noticeDays: fc.integer({ min: 0, max: 400 }),
      annualCostCents: fc.option(fc.integer({ min: 0, max: 10_000_000 }).map(cents)),
    });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('notice' as const), noticeDays: fc.integer({ min: 0, max: 400 }) }),
      fc.record({ kind: fc.constantFrom('tacit' as const, 'express' as const), renewalMonths: fc.integer({ min: 1, max: 36 }) }),
      fc.record({ kind: fc.constant('none' as const) }),
      fc.constant({ kind: 'remove' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 6 }), step, fc.integer({ min: 1 }), async (drawn, what, which) => {
        for (const [index, terms] of drawn.entries()) await add(`Drawn ${index}`, terms);
        const all = (await contracts()).filter(({ renewal }) => renewal !== 'none').map(({ id }) => id);
        const chosen = all.filter((_, index) => (which >> (index % 16)) % 2 === 1);
        if (chosen.length === 0) return;
        const before = await fingerprint();
        const { changed } = what.kind === 'remove' ? await remove(chosen) : await change(chosen, what);
        const after = await fingerprint();
        expect(after === before).toBe(changed === 0);
        if (changed === 0) return;
        await undo();
        expect(await fingerprint()).toBe(before);
        await redo();
        expect(await fingerprint()).toBe(after);
      }),
      { numRuns: 25 },
    );
  });
});
