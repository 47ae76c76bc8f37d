import { z } from 'zod';
import { command, query } from './define.ts';
import { centsValue, commandBase, commandDone, countValue, idValue, pageInput, reasonValue, trackKeyValue } from './values.ts';

const strategyValue = z.enum(['replace', 'keep', 'retire', 'undecided']);

export const decisionValue = z.strictObject({
  itemId: idValue<'item'>(),
  strategy: strategyValue,
  replacementId: idValue<'product'>().nullable(),
  reasons: z.array(reasonValue),
  isOverridden: z.boolean(),
  note: z.string(),
});

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

export const mappingOperations = {
  'mapping.list': query(
    z.strictObject({ ...pageInput, strategy: strategyValue.optional(), sort: z.enum(['accounts', 'annualCostCents', 'name']).default('accounts') }),
    z.strictObject({ total: countValue, byStrategy: z.record(strategyValue, countValue), rows: z.array(mappingRow) }),
    ['inventory', 'mapping'],
  ),
  /** What the template would decide, beside what stands; nothing is written. */
  'mapping.preview': query(z.strictObject({}), z.strictObject({ rows: z.array(mappingRow), changes: countValue }), ['inventory', 'mapping']),
  /** Writes the template's proposals; rows that a person decided stay. */
  'mapping.acceptProposals': command(z.strictObject({ ...commandBase }), commandDone, ['mapping', 'costs', 'history']),
  'mapping.decide': command(
    z.strictObject({
      ...commandBase,
      itemIds: z.array(idValue<'item'>()).min(1).max(100_000),
      strategy: strategyValue,
      replacementId: idValue<'product'>().nullable().default(null),
      note: z.string().max(2000).default(''),
    }),
    commandDone,
    ['mapping', 'costs', 'history'],
  ),
};
