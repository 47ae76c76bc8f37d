import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { AccountId, UnitId } from '../../domain/ids.ts';
import { isNameless, namelessLogins } from '../../domain/inventory/namelessLogins.ts';
import type { PlanReader, PlanWriter } from '../../ports/planStore.ts';
import { type AppContext, openStore } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function getUnit(context: AppContext, { unitId }: Parsed<'inventory.getUnit'>): Output<'inventory.getUnit'> {
  return openStore(context).read((reader) => ({ unit: unitOf(reader.units(), unitId), accountsWithoutName: namelessOf(reader, unitId).length }));
}

export function addUnit(context: AppContext, input: Parsed<'inventory.addUnit'>): Output<'inventory.addUnit'> {
  return runCommand(context, 'inventory.addUnit', input, (writer) => {
    const { name, parentId, accounts } = input;
    const units = writer.units();
    const parent = parentId === null ? null : unitOf(units, parentId);
    const path = parent === null ? name : `${parent.path} / ${name}`;
    refuseTwice(units, path);
    const unitId = context.ids.next<'unit'>();
    writer.insertUnits([{ id: unitId, parentId, name, path }]);
    insertNameless(context, writer, unitId, name, accounts);
    return { result: { unitId }, label: { labelKey: 'history.addUnit', params: { name, accounts } }, changed: 1 + accounts };
  });
}

export function changeUnit(context: AppContext, input: Parsed<'inventory.changeUnit'>): Output<'inventory.changeUnit'> {
  return runCommand(context, 'inventory.changeUnit', input, (writer) => {
    const { unitId, name, accountsWithoutName } = input;
    const units = writer.units();
    const unit = unitOf(units, unitId);
    const path = `${unit.path.slice(0, unit.path.length - unit.name.length)}${name}`;
    if (path !== unit.path) refuseTwice(units, path);
    const below = units.filter((other) => other.path.startsWith(`${unit.path} / `));
    const renamed = writer.renameUnits([
      { id: unitId, name, path },
      ...below.map((other) => ({ id: other.id, name: other.name, path: `${path}${other.path.slice(unit.path.length)}` })),
    ]);
    const nameless = namelessOf(writer, unitId);
    const difference = accountsWithoutName - nameless.length;
    if (difference > 0) insertNameless(context, writer, unitId, name, difference);
    const removed = difference < 0 ? writer.removeAccounts(nameless.slice(difference)) : 0;
    return outcome('history.changeUnit', { name }, renamed + removed + Math.max(0, difference));
  });
}

function unitOf(units: ReturnType<PlanWriter['units']>, unitId: UnitId) {
  const found = units.find(({ id }) => id === unitId);
  if (!found) throw new AppError('notFound', 'app.unitUnknown');
  return found;
}

function refuseTwice(units: ReturnType<PlanWriter['units']>, path: string): void {
  if (units.some((unit) => unit.path === path)) throw new AppError('conflict', 'app.unitExists', { params: { unit: path } });
}

function insertNameless(context: AppContext, writer: PlanWriter, unitId: UnitId, name: string, count: number): void {
  if (count === 0) return;
  const taken = writer.accountsByLogin();
  const logins = namelessLogins(name, count, (login) => taken.has(login));
  writer.insertAccounts(
    logins.map((login) => ({
      id: context.ids.next<'account'>(),
      login,
      unitId,
      kind: 'person' as const,
      isEnabled: true,
      lastActiveOn: null,
      usageProfileId: null,
    })),
    null,
  );
}

/** The unit's accounts without a name, by their numbers. */
function namelessOf(reader: PlanReader, unitId: UnitId): readonly AccountId[] {
  return reader.accountsOfUnit(unitId).flatMap(({ id, login }) => (isNameless(login) ? [id] : []));
}
