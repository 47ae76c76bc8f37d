import type { Output, Parsed } from '../../contract/contract.ts';
import type { AppContext } from '../context.ts';
import { outcome, runCommand } from '../runCommand.ts';

export function removeItems(context: AppContext, input: Parsed<'inventory.removeItems'>): Output<'inventory.removeItems'> {
  return runCommand(context, 'inventory.removeItems', input, (writer) => {
    const removed = writer.removeItems(input.itemIds);
    return outcome('history.removeItems', { items: removed }, removed);
  });
}
