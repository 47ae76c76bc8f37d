import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { ContractId } from '../../domain/ids.ts';
import type { Contract } from '../../domain/inventory/inventory.ts';
import type { PlanWriter } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';
import { checkTerm, updateItemOf } from './addContract.ts';

export function changeContract(context: AppContext, input: Parsed<'inventory.changeContract'>): Output<'inventory.changeContract'> {
  const { commandId: _, revision: __, contractId, ...terms } = input;
  checkTerm(terms);
  return runCommand(context, 'inventory.changeContract', input, (writer) => {
    const before = findContract(writer, contractId);
    const after: Contract = { id: contractId, ...terms };
    updateItemOf(writer, before.itemId, [before], before.itemId === after.itemId ? [after] : []);
    if (before.itemId !== after.itemId) updateItemOf(writer, after.itemId, [], [after]);
    writer.updateContract(after);
    return outcome('history.changeContract', { name: after.name }, 1);
  });
}

export function removeContract(context: AppContext, input: Parsed<'inventory.removeContract'>): Output<'inventory.removeContract'> {
  return runCommand(context, 'inventory.removeContract', input, (writer) => {
    const contract = findContract(writer, input.contractId);
    updateItemOf(writer, contract.itemId, [contract], []);
    return outcome('history.removeContract', { name: contract.name }, writer.removeContract(contract.id));
  });
}

function findContract(writer: PlanWriter, contractId: ContractId): Contract {
  const found = writer.contracts().find(({ id }) => id === contractId);
  if (!found) throw new AppError('notFound', 'app.contractUnknown');
  return found;
}
