import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { ItemId } from '../../domain/ids.ts';
import type { Contract } from '../../domain/inventory/inventory.ts';
import { itemAfterContracts } from '../../domain/inventory/itemAfterContracts.ts';
import type { PlanWriter } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';
import { runCommand } from '../runCommand.ts';

export function addContract(context: AppContext, input: Parsed<'inventory.addContract'>): Output<'inventory.addContract'> {
  const { commandId: _, revision: __, ...terms } = input;
  checkTerm(terms);
  return runCommand(context, 'inventory.addContract', input, (writer) => {
    const contract: Contract = { id: context.ids.next<'contract'>(), ...terms };
    updateItemOf(writer, contract.itemId, [], [contract]);
    writer.insertContracts([contract]);
    return { result: { contractId: contract.id }, label: { labelKey: 'history.addContract', params: { name: contract.name } }, changed: 1 };
  });
}

export function checkTerm({ startsOn, endsOn }: Pick<Contract, 'startsOn' | 'endsOn'>): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn) throw new AppError('invalid', 'app.endsBeforeItStarts', { params: { startsOn, endsOn } });
}

/** Seats and cost of the item go with its contracts; to be called before the contracts are written. `all` are those of the plan, for whoever has read them. */
export function updateItemOf(writer: PlanWriter, itemId: ItemId, removed: readonly Contract[], added: readonly Contract[], all = writer.contracts()): void {
  const item = writer.item(itemId);
  if (!item) throw new AppError('notFound', 'app.itemUnknown', { params: { item: itemId } });
  const before = all.filter((contract) => contract.itemId === itemId);
  const gone = new Set(removed.map(({ id }) => id));
  writer.updateItem(itemAfterContracts(item, before, [...before.filter(({ id }) => !gone.has(id)), ...added]));
}
