import { z } from 'zod';
import { supportStates } from '../domain/inventory/itemSupport.ts';
import { command, query } from './define.ts';
import {
  amountValue,
  bytesValue,
  claimSourceShape,
  centsValue,
  commandBase,
  commandDone,
  countValue,
  idValue,
  isoDateValue,
  nameValue,
  pageInput,
  rangeInput,
  strategyValue,
  trackKeyValue,
} from './values.ts';
import { decisionValue } from './decisionValue.ts';

export const unitValue = z.strictObject({
  id: idValue<'unit'>(),
  parentId: idValue<'unit'>().nullable(),
  name: z.string(),
  path: z.string(),
  role: z.enum(['pilot', 'regular', 'onCall']),
  accountCount: countValue,
});

export const accountValue = z.strictObject({
  id: idValue<'account'>(),
  login: z.string(),
  unitId: idValue<'unit'>(),
  unitRank: countValue,
  kind: z.enum(['person', 'shared', 'room', 'service']),
  isEnabled: z.boolean(),
  lastActiveOn: isoDateValue.nullable(),
  usageProfileId: z.number().int().nullable(),
});

export const itemValue = z.strictObject({
  id: idValue<'item'>(),
  name: z.string(),
  productId: idValue<'product'>().nullable(),
  vendor: z.string(),
  trackId: idValue<'track'>().nullable(),
  installations: countValue,
  seats: countValue,
  accounts: countValue,
  annualCostCents: centsValue.nullable(),
  importId: idValue<'import'>().nullable(),
});

export const contractValue = z.strictObject({
  id: idValue<'contract'>(),
  itemId: idValue<'item'>(),
  name: z.string(),
  supplier: z.string(),
  startsOn: isoDateValue.nullable(),
  endsOn: isoDateValue.nullable(),
  renewal: z.enum(['tacit', 'express', 'none']),
  renewalMonths: countValue,
  noticeDays: countValue,
  seats: countValue,
  annualCostCents: centsValue.nullable(),
});

export const matchReasonValue = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('matched'),
    productId: idValue<'product'>(),
    confidence: z.number().min(0).max(1),
    rule: z.enum(['exactAlias', 'cleanedAlias', 'aliasPrefix', 'publisherAndWords', 'userRule']),
    alias: z.string(),
  }),
  z.discriminatedUnion('rule', [
    z.strictObject({
      kind: z.literal('noise'),
      rule: z.enum(['patch', 'runtime', 'driver', 'languagePack', 'sdkPart', 'systemPart', 'updater', 'packageId', 'empty']),
    }),
    z.strictObject({ kind: z.literal('noise'), rule: z.literal('userRule'), alias: z.string() }),
  ]),
  z.strictObject({ kind: z.literal('ownItem'), rule: z.literal('userRule'), alias: z.string() }),
  z.strictObject({ kind: z.literal('unmatched') }),
]);

export const releaseValue = z.strictObject({ edition: z.string().nullable(), cycle: z.string().nullable(), supportEnds: isoDateValue.nullable() });

export const rawNameValue = z.strictObject({
  rawName: z.string(),
  publisher: z.string(),
  version: z.string(),
  installations: countValue,
  match: matchReasonValue,
  itemId: idValue<'item'>().nullable(),
  /** Null where the name is no product. */
  release: releaseValue.nullable(),
});

const sortDirection = z.enum(['ascending', 'descending']);
const dayRange = z.strictObject({ from: isoDateValue, to: isoDateValue });
export const supportState = z.enum(supportStates);

/** Which items are meant; every part that is given must hold. */
const itemFilter = {
  search: z.string().max(200).optional(),
  matched: z.boolean().optional(),
  /** Null: on no track of the plan. */
  tracks: z.array(trackKeyValue.nullable()).max(50).optional(),
  vendors: z.array(z.string().max(300)).max(1000).optional(),
  strategies: z.array(strategyValue).max(4).optional(),
  contractEnds: dayRange.optional(),
  /** Where the first end of support of a release in use lies, seen from `from`; within is until `to`, both included. */
  support: z.strictObject({ is: z.array(supportState).min(1).max(4), ...dayRange.shape }).optional(),
};

const itemSort = z.enum(['name', 'vendor', 'track', 'installations', 'seats', 'accounts', 'annualCostCents', 'matched', 'strategy', 'supportEnds']);

/** An item with what a list shows of its surroundings. */
export const listedItemValue = itemValue.extend({
  productName: z.string().nullable(),
  track: trackKeyValue.nullable(),
  strategy: strategyValue,
  replacementId: idValue<'product'>().nullable(),
  replacementName: z.string().nullable(),
  /** The release in use whose support ends first, as the catalogue states it, and the installations that it concerns; null is unknown. */
  support: z
    .strictObject({
      endsOn: isoDateValue,
      cycle: z.string().nullable(),
      installations: countValue,
      of: countValue,
      unknown: countValue,
      ...claimSourceShape,
    })
    .nullable(),
});

export const inventoryOperations = {
  'inventory.listItems': query(
    z.strictObject({
      ...pageInput,
      ...itemFilter,
      sort: itemSort.default('installations'),
      direction: sortDirection.default('descending'),
    }),
    z.strictObject({ total: countValue, items: z.array(listedItemValue) }),
    ['inventory', 'mapping'],
  ),
  /** The items of a filter, or of a range of the list, for a change of all of them. */
  'inventory.listItemIds': query(
    z.strictObject({ ...rangeInput, ...itemFilter, sort: itemSort.default('name'), direction: sortDirection.default('ascending') }),
    z.array(idValue<'item'>()),
    ['inventory', 'mapping'],
  ),
  /** How many items each choice of a filter would show while the other choices stand. */
  'inventory.countItems': query(
    z.strictObject({ ...itemFilter, contractsEnding: dayRange, supportEnding: dayRange }),
    z.strictObject({
      total: countValue,
      annualCostCents: centsValue,
      withoutCost: countValue,
      tracks: z.array(z.strictObject({ track: trackKeyValue.nullable(), items: countValue })),
      vendors: z.array(z.strictObject({ vendor: z.string(), items: countValue })),
      matched: countValue,
      unmatched: countValue,
      strategies: z.record(strategyValue, countValue),
      contractEnds: countValue,
      support: z.record(supportState, countValue),
    }),
    ['inventory', 'mapping'],
  ),
  'inventory.getItem': query(
    z.strictObject({ itemId: idValue<'item'>() }),
    z.strictObject({ item: listedItemValue, contracts: z.array(contractValue), decision: decisionValue.nullable() }),
    ['inventory', 'mapping'],
  ),
  /** Of the enabled accounts of persons, which have long not been used, and the sizes of mailboxes, as the imported lists tell them. */
  'inventory.getAccountUse': query(
    z.strictObject({}),
    z.strictObject({
      /** The latest use of any: what the days without use are counted from, because lists grow old. */
      latestUse: isoDateValue.nullable(),
      unusedDays: countValue,
      known: countValue,
      unused: countValue,
      mailboxes: countValue,
      mailboxBytes: bytesValue,
    }),
    ['inventory'],
  ),
  'inventory.listUnits': query(z.strictObject({}), z.array(unitValue), ['inventory']),
  'inventory.listAccounts': query(
    z.strictObject({ ...pageInput, unitId: idValue<'unit'>().optional(), waveId: idValue<'wave'>().optional(), search: z.string().max(200).optional() }),
    z.strictObject({ total: countValue, accounts: z.array(accountValue) }),
    ['inventory', 'timeline'],
  ),
  'inventory.listContracts': query(z.strictObject({}), z.array(contractValue.extend({ itemName: z.string(), track: trackKeyValue.nullable() })), ['inventory']),
  'inventory.listRawNames': query(
    z.strictObject({
      ...pageInput,
      kind: z.enum(['matched', 'noise', 'ownItem', 'unmatched']).optional(),
      itemId: idValue<'item'>().optional(),
      search: z.string().max(200).optional(),
      sort: z.enum(['installations', 'rawName', 'publisher', 'version']).default('installations'),
      direction: z.enum(['ascending', 'descending']).default('descending'),
    }),
    z.strictObject({
      total: countValue,
      rawNames: z.array(rawNameValue),
      /** Share of names, and of installations, that are no noise and have a product or are an item of their own; 1 when there is none to match. */
      coverage: z.strictObject({
        names: z.number(),
        installations: z.number(),
        matched: countValue,
        ownItem: countValue,
        noise: countValue,
        unmatched: countValue,
      }),
    }),
    ['inventory'],
  ),
  'inventory.addItem': command(
    z.strictObject({
      ...commandBase,
      name: nameValue,
      productId: idValue<'product'>().nullable(),
      vendor: z.string().trim().max(300).default(''),
      /** Absent: the product's own. */
      track: trackKeyValue.nullable().optional(),
      installations: countValue.default(0),
      seats: countValue.default(0),
      accounts: countValue.default(0),
      annualCostCents: amountValue.nullable().default(null),
    }),
    commandDone.extend({ itemId: idValue<'item'>() }),
    ['inventory', 'mapping', 'costs', 'history'],
  ),
  'inventory.changeItem': command(
    z.strictObject({
      ...commandBase,
      itemId: idValue<'item'>(),
      name: nameValue.optional(),
      productId: idValue<'product'>().nullable().optional(),
      vendor: z.string().trim().max(300).optional(),
      /** Absent: the product's own where the product changes, otherwise as it stands. */
      track: trackKeyValue.nullable().optional(),
      installations: countValue.optional(),
      seats: countValue.optional(),
      accounts: countValue.optional(),
      annualCostCents: amountValue.nullable().optional(),
    }),
    commandDone,
    ['inventory', 'mapping', 'costs', 'history'],
  ),
  /** Says which product a raw name is. It holds for the name in every version of the same publisher, and for later imports. */
  'inventory.assignNames': command(
    z.strictObject({
      ...commandBase,
      names: z
        .array(z.strictObject({ rawName: z.string().min(1).max(1000), publisher: z.string().max(1000) }))
        .min(1)
        .max(1000),
      productId: idValue<'product'>(),
    }),
    commandDone,
    ['inventory', 'mapping', 'costs', 'history'],
  ),
  'inventory.removeItems': command(z.strictObject({ ...commandBase, itemIds: z.array(idValue<'item'>()).min(1).max(100_000) }), commandDone, [
    'inventory',
    'mapping',
    'costs',
    'history',
  ]),
  'inventory.changeUnitRole': command(
    z.strictObject({ ...commandBase, unitIds: z.array(idValue<'unit'>()).min(1).max(10_000), role: z.enum(['pilot', 'regular', 'onCall']) }),
    commandDone,
    ['inventory', 'history'],
  ),
};
