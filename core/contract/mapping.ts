import { z } from 'zod';
import { command, query } from './define.ts';
import { centsValue, commandBase, commandDone, countValue, idValue, pageInput, rangeInput, reasonValue, strategyValue, trackKeyValue } from './values.ts';

/** One row of the mapping: what is there, what becomes of it, and whom and what it touches. */
export const mappingRow = z.strictObject({
  itemId: idValue<'item'>(),
  itemName: z.string(),
  productId: idValue<'product'>().nullable(),
  productName: z.string().nullable(),
  vendor: z.string(),
  track: trackKeyValue.nullable(),
  strategy: strategyValue,
  replacementId: idValue<'product'>().nullable(),
  replacementName: z.string().nullable(),
  reasons: z.array(reasonValue),
  isOverridden: z.boolean(),
  note: z.string(),
  blockers: z.array(z.string()),
  installations: countValue,
  seats: countValue,
  accounts: countValue,
  annualCostCents: centsValue.nullable(),
});

/** Which rows of the mapping; what is left out does not narrow. `none` stands for items that belong to no track. */
export const mappingFilter = {
  strategy: strategyValue.optional(),
  track: z.union([trackKeyValue, z.literal('none')]).optional(),
  search: z.string().max(200).optional(),
};

const order = {
  sort: z.enum(['accounts', 'annualCostCents', 'name']).default('accounts'),
  /** Left out: figures from the largest, names from A. */
  direction: z.enum(['ascending', 'descending']).optional(),
};

const itemIds = z.array(idValue<'item'>()).max(100_000);

export const mappingOperations = {
  'mapping.list': query(
    z.strictObject({
      ...pageInput,
      ...mappingFilter,
      ...order,
    }),
    z.strictObject({
      total: countValue,
      /** Rows of each strategy and track; each count leaves its own filter aside and keeps the others. */
      byStrategy: z.record(strategyValue, countValue),
      byTrack: z.record(z.string(), countValue),
      /** Accounts of the plan's largest row, the measure of all arrows. */
      mostAccounts: countValue,
      rows: z.array(mappingRow),
    }),
    ['inventory', 'mapping'],
  ),
  /** The items of the rows of a filter, or of a range of the list. */
  'mapping.listItemIds': query(z.strictObject({ ...rangeInput, ...mappingFilter, ...order }), z.array(idValue<'item'>()), ['inventory', 'mapping']),
  'mapping.get': query(z.strictObject({ itemId: idValue<'item'>() }), mappingRow, ['inventory', 'mapping']),
  /** What the template would decide, and where that differs from what stands; nothing is written. */
  'mapping.preview': query(
    z.strictObject({}),
    z.strictObject({
      rows: z.array(mappingRow),
      changes: countValue,
      changed: z.array(z.strictObject({ itemId: idValue<'item'>(), strategyBefore: strategyValue, replacementNameBefore: z.string().nullable() })),
    }),
    ['inventory', 'mapping'],
  ),
  /**
   * Writes the template's proposals, for all items or for those named. Rows that a person decided stay, unless
   * `overwrites` gives them back to the template.
   */
  'mapping.acceptProposals': command(z.strictObject({ ...commandBase, itemIds: itemIds.optional(), overwrites: z.boolean().default(false) }), commandDone, [
    'mapping',
    'costs',
    'history',
  ]),
  /** Decides for the items named and for those that match, without the ones excepted. */
  'mapping.decide': command(
    z.strictObject({
      ...commandBase,
      itemIds: itemIds.default([]),
      matching: z.strictObject(mappingFilter).optional(),
      exceptItemIds: itemIds.default([]),
      strategy: strategyValue,
      replacementId: idValue<'product'>().nullable().default(null),
      note: z.string().max(2000).default(''),
    }),
    commandDone,
    ['mapping', 'costs', 'history'],
  ),
};
