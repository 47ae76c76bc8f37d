import { AppError } from '../../contract/errors.ts';
import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function addContract(context: AppContext, input: Parsed<'inventory.addContract'>): Output<'inventory.addContract'> {
  if (input.startsOn !== null && input.endsOn !== null && input.endsOn < input.startsOn) {
    throw new AppError('invalid', 'app.endsBeforeItStarts', { params: { startsOn: input.startsOn, endsOn: input.endsOn } });
  }
  return runCommand(context, 'inventory.addContract', input, (writer) => {
    if (!writer.item(input.itemId)) throw new AppError('notFound', 'app.itemUnknown', { params: { item: input.itemId } });
    const { itemId, name, supplier, startsOn, endsOn, renewal, renewalMonths, noticeDays, seats, annualCostCents } = input;
    writer.insertContracts([
      { id: context.ids.next<'contract'>(), itemId, name, supplier, startsOn, endsOn, renewal, renewalMonths, noticeDays, seats, annualCostCents },
    ]);
    return outcome('history.addContract', { name }, 1);
  });
}
