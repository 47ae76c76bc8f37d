import { z } from 'zod';
import { command, query } from './define.ts';
import { unitValue } from './inventory.ts';
import { commandBase, commandDone, countValue, idValue, nameValue } from './values.ts';

const accounts = countValue.max(300_000);

/** Units and their accounts, for an administration that begins without a file. */
export const unitOperations = {
  'inventory.getUnit': query(z.strictObject({ unitId: idValue<'unit'>() }), z.strictObject({ unit: unitValue, accountsWithoutName: countValue }), [
    'inventory',
  ]),
  /** With so many accounts whose sign-in names nobody has said yet. */
  'inventory.addUnit': command(
    z.strictObject({ ...commandBase, name: nameValue, parentId: idValue<'unit'>().nullable().default(null), accounts: accounts.default(0) }),
    commandDone.extend({ unitId: idValue<'unit'>() }),
    ['inventory', 'timeline', 'costs', 'tracking', 'history'],
  ),
  /** Another name, and so many accounts without a sign-in name; those that have one, or a state, stay. */
  'inventory.changeUnit': command(z.strictObject({ ...commandBase, unitId: idValue<'unit'>(), name: nameValue, accountsWithoutName: accounts }), commandDone, [
    'inventory',
    'timeline',
    'costs',
    'tracking',
    'history',
  ]),
};
