import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Input } from '../../core/contract/contract.ts';
import { isoDate } from '../../core/domain/calendar.ts';
import type { ViewId } from '../../core/domain/ids.ts';
import { createCore, type RunningCore } from '../../host/createCore.ts';
import { openPlan, request, temporaryPlanPath } from '../support/temporaryPlan.ts';

type Definition = Input<'view.save'>['definition'];
const mapping: Definition = {
  table: 'mapping',
  columns: ['item', 'cost'],
  sort: { by: 'name', direction: 'ascending' },
  filter: { search: '', strategy: 'undecided' },
};
const accounts: Definition = { table: 'accounts', columns: ['login'], sort: null, filter: { search: 'anna', state: 'problem', wave: 4 } };

let running: RunningCore;
let path: string;
const commandId = () => randomUUID();
const save = (name: string, definition: Definition) => running.core.call('view.save', { commandId: commandId(), name, definition });
const names = async () => (await running.core.call('view.list', {})).map(({ table, name }) => `${table}: ${name}`);
const fingerprint = async () => (await running.core.call('report.verifyPlan', {})).fingerprint;

describe('saved views', () => {
  beforeEach(async () => {
    path = temporaryPlanPath();
    running = createCore({ plan: { path, mode: 'create' }, actor: 'test' });
    onTestFinished(() => running.close());
    await running.core.call('plan.create', {
      commandId: commandId(),
      templateId: 'schleswig-holstein',
      name: 'Plan',
      administration: 'Stadt',
      startsOn: isoDate('2027-01-04'),
      locale: 'de',
    });
  });

  it('are listed by table and name, and each change is one step with its name that can be undone', async () => {
    const before = await fingerprint();
    const { viewId } = await save('Offen', mapping);
    await save('Ärger', accounts);
    await save('Anna', accounts);
    expect(await names()).toEqual(['accounts: Anna', 'accounts: Ärger', 'mapping: Offen']);
    await running.core.call('view.rename', { commandId: commandId(), viewId, name: 'Noch offen' });
    await running.core.call('view.remove', { commandId: commandId(), viewId });
    const { entries } = await running.core.call('history.list', { limit: 5 });
    expect(entries.map(({ labelKey, params }) => [labelKey, params])).toEqual([
      ['history.removeView', { name: 'Noch offen' }],
      ['history.renameView', { before: 'Offen', name: 'Noch offen' }],
      ['history.saveView', { name: 'Anna' }],
      ['history.saveView', { name: 'Ärger' }],
      ['history.saveView', { name: 'Offen' }],
    ]);
    for (const expected of [
      ['accounts: Anna', 'accounts: Ärger', 'mapping: Noch offen'],
      ['accounts: Anna', 'accounts: Ärger', 'mapping: Offen'],
      ['accounts: Ärger', 'mapping: Offen'],
    ]) {
      await running.core.call('history.undo', { commandId: commandId() });
      expect(await names()).toEqual(expected);
    }
    expect((await running.core.call('view.list', {})).find(({ id }) => id === viewId)?.definition).toEqual(mapping);
    expect(await fingerprint()).toBe(before);
  });

  it('take the place of the view with the same name in the same table, whatever its capitals', async () => {
    const { viewId } = await save('Büro', mapping);
    await save('Büro', accounts);
    const again = await save('BÜRO', { ...mapping, columns: ['item'] });
    expect(again).toMatchObject({ viewId, changed: 1 });
    const listed = await running.core.call('view.list', {});
    expect(listed.map(({ table, name }) => [table, name])).toEqual([
      ['accounts', 'Büro'],
      ['mapping', 'BÜRO'],
    ]);
    expect(listed[1]?.definition).toMatchObject({ columns: ['item'] });
    const other = await save('Alle', mapping);
    await expect(running.core.call('view.rename', { commandId: commandId(), viewId: other.viewId, name: 'büro' })).rejects.toMatchObject({
      code: 'conflict',
      messageKey: 'app.viewExists',
    });
  });

  it('are refused without a name, with a filter that the table does not have, or where there is no such view', async () => {
    await expect(save('  ', mapping)).rejects.toMatchObject({ code: 'invalid' });
    await expect(save('x', { ...mapping, filter: { search: '', colour: 'red' } } as never)).rejects.toMatchObject({ code: 'invalid' });
    await expect(running.core.call('view.remove', { commandId: commandId(), viewId: 'nobody' as ViewId })).rejects.toMatchObject({
      messageKey: 'app.viewUnknown',
    });
  });

  it('of a newer version are kept: unknown columns as they are, an unknown filter as a view that cannot be shown here', async () => {
    running.close();
    const store = openPlan(path, 'write');
    const write = (id: string, table: string, definition: Record<string, unknown>) =>
      store.write(request(), (writer) => {
        const changed = writer.saveView({ id: id as ViewId, table, name: id, definition });
        return { result: null, label: { labelKey: 'test.changed', params: {} }, changed };
      });
    write('columns', 'units', { columns: ['unit', 'floor'], sort: { by: 'floor', direction: 'ascending' }, filter: { search: '' } });
    write('filter', 'units', { columns: [], sort: null, filter: { search: '', floor: 3 } });
    write('table', 'rooms', { columns: [], sort: null, filter: {} });
    store.close();
    running = createCore({ plan: { path, mode: 'write' }, actor: 'test' });
    const listed = await running.core.call('view.list', {});
    expect(listed.map(({ name, definition }) => [name, definition])).toEqual([
      ['table', null],
      ['columns', { table: 'units', columns: ['unit', 'floor'], sort: { by: 'floor', direction: 'ascending' }, filter: { search: '' } }],
      ['filter', null],
    ]);
  });
});
