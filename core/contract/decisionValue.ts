import { z } from 'zod';
import { idValue, reasonValue, strategyValue } from './values.ts';

export const decisionValue = z.strictObject({
  itemId: idValue<'item'>(),
  strategy: strategyValue,
  replacementId: idValue<'product'>().nullable(),
  reasons: z.array(reasonValue),
  isOverridden: z.boolean(),
  note: z.string(),
});
