import { z } from 'zod';
import { command } from './define.ts';
import { amountValue, commandBase, commandDone, countValue, idValue, isoDateValue, nameValue } from './values.ts';

const months = countValue.max(1200);

/** What a person says about a contract; `endsOn` is the last day of the current term. */
const terms = {
  itemId: idValue<'item'>(),
  name: nameValue,
  supplier: z.string().trim().max(300).default(''),
  startsOn: isoDateValue.nullable(),
  endsOn: isoDateValue.nullable(),
  renewal: z.enum(['tacit', 'express', 'none']),
  renewalMonths: months,
  noticeDays: countValue.max(3660),
  seats: countValue.default(0),
  annualCostCents: amountValue.nullable(),
};

const contractIds = z.array(idValue<'contract'>()).min(1).max(100_000);

/** The same terms for many contracts. */
export const termsChangeValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('notice'), noticeDays: terms.noticeDays }),
  z.strictObject({ kind: z.literal('tacit'), renewalMonths: months.min(1) }),
  z.strictObject({ kind: z.literal('express'), renewalMonths: months }),
  z.strictObject({ kind: z.literal('none') }),
]);

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
  /** Changes all of them or none; what is so already is not counted. */
  'inventory.changeContracts': command(z.strictObject({ ...commandBase, contractIds, change: termsChangeValue }), commandDone, [
    'inventory',
    'costs',
    'timeline',
    'history',
  ]),
  'inventory.removeContracts': command(z.strictObject({ ...commandBase, contractIds }), commandDone, ['inventory', 'costs', 'timeline', 'history']),
};
