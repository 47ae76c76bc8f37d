import { z } from 'zod';
import { command } from './define.ts';
import { amountValue, commandBase, commandDone, countValue, idValue, isoDateValue, nameValue } from './values.ts';

/** What a person says about a contract; `endsOn` is the last day of the current term. */
const terms = {
  itemId: idValue<'item'>(),
  name: nameValue,
  supplier: z.string().trim().max(300).default(''),
  startsOn: isoDateValue.nullable(),
  endsOn: isoDateValue.nullable(),
  renewal: z.enum(['tacit', 'express', 'none']),
  renewalMonths: countValue.max(1200),
  noticeDays: countValue.max(3660),
  seats: countValue.default(0),
  annualCostCents: amountValue.nullable(),
};

/** Contracts, written by hand. */
export const contractOperations = {
  'inventory.addContract': command(z.strictObject({ ...commandBase, ...terms }), commandDone.extend({ contractId: idValue<'contract'>() }), [
    'inventory',
    'costs',
    'timeline',
    'history',
  ]),
  /** Says all of the contract anew. */
  'inventory.changeContract': command(z.strictObject({ ...commandBase, contractId: idValue<'contract'>(), ...terms }), commandDone, [
    'inventory',
    'costs',
    'timeline',
    'history',
  ]),
  'inventory.removeContract': command(z.strictObject({ ...commandBase, contractId: idValue<'contract'>() }), commandDone, [
    'inventory',
    'costs',
    'timeline',
    'history',
  ]),
};
