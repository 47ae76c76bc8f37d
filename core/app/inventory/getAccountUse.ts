import type { Output } from '../../contract/contract.ts';
import { addDays } from '../../domain/calendar.ts';
import { type AppContext, openStore } from '../context.ts';

/** Days without use after which an account counts as unused: an assumption, a quarter of a year. */
const unusedDays = 90;

export function getAccountUse(context: AppContext): Output<'inventory.getAccountUse'> {
  return { ...openStore(context).read((reader) => reader.accountUse((latest) => addDays(latest, -unusedDays))), unusedDays };
}
