import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { ContractId } from '../../domain/ids.ts';
import { changeTerms } from '../../domain/inventory/changeTerms.ts';
import type { Contract } from '../../domain/inventory/inventory.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';
import { updateItemOf } from './addContract.ts';

export function changeContracts(context: AppContext, input: Parsed<'inventory.changeContracts'>): Output<'inventory.changeContracts'> {
  const { change } = input;
  return runCommand(context, 'inventory.changeContracts', input, (writer) => {
    const { changed, refused, refusedKey } = changeTerms(chosenOf(writer.contracts(), input.contractIds), change);
    const [first, ...others] = refused;
    if (first) throw new AppError('rule', refusedKey, { params: { contract: first.name, others: others.length } });
    for (const contract of changed) writer.updateContract(contract);
    const contracts = changed.length;
    return change.kind === 'notice'
      ? outcome('history.changeContracts.notice', { contracts, days: change.noticeDays }, contracts)
      : outcome(
          'history.changeContracts.renewal',
          { contracts, renewal: change.kind, months: 'renewalMonths' in change ? change.renewalMonths : 0 },
          contracts,
        );
  });
}

export function removeContracts(context: AppContext, input: Parsed<'inventory.removeContracts'>): Output<'inventory.removeContracts'> {
  return runCommand(context, 'inventory.removeContracts', input, (writer) => {
    const all = writer.contracts();
    const contracts = chosenOf(all, input.contractIds);
    for (const itemId of new Set(contracts.map((contract) => contract.itemId))) updateItemOf(writer, itemId, contracts, [], all);
    const removed = contracts.reduce((count, { id }) => count + writer.removeContract(id), 0);
    return outcome('history.removeContracts', { contracts: removed }, removed);
  });
}

function chosenOf(contracts: readonly Contract[], chosen: readonly ContractId[]): readonly Contract[] {
  const wanted = new Set(chosen);
  const found = contracts.filter(({ id }) => wanted.has(id));
  if (found.length < wanted.size) throw new AppError('notFound', 'app.contractsUnknown', { params: { contracts: wanted.size - found.length } });
  return found;
}
