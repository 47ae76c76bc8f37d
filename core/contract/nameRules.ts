import { z } from 'zod';
import { namePatterns } from '../domain/catalogue/nameRules.ts';
import { command, job, query, type Topic } from './define.ts';
import { rawNameValue } from './inventory.ts';
import { centsValue, commandBase, commandDone, countValue, fileHandleValue, idValue, progressValue } from './values.ts';

const ruleId = idValue<'nameRule'>();

const effectValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('product'), productId: idValue<'product'>() }),
  z.strictObject({ kind: z.literal('noise') }),
  z.strictObject({ kind: z.literal('ownItem') }),
]);

/** Which names a rule takes. The publisher is null for whoever published it, and empty for names without a publisher. */
const takes = {
  pattern: z.enum(namePatterns),
  text: z.string().trim().min(1).max(1000),
  publisher: z.string().trim().max(1000).nullable(),
};

/** Names of the plan, with the installations that they have together. */
const nameTotal = z.strictObject({ names: countValue, installations: countValue });

const changed: readonly Topic[] = ['inventory', 'mapping', 'costs', 'history'];

export const nameRuleOperations = {
  /** The rules by their texts, each with the names of the plan that it decides now. */
  'inventory.listNameRules': query(
    z.strictObject({}),
    z.array(
      z.strictObject({
        id: ruleId,
        ...takes,
        effect: effectValue,
        /** Null where the catalogue does not know the product: the rule then takes no names. */
        productName: z.string().nullable(),
        ...nameTotal.shape,
      }),
    ),
    ['inventory'],
  ),
  /** What a rule would take if it were saved now; with `ruleId`, in place of that one. */
  'inventory.previewNameRule': query(
    z.strictObject({ ...takes, ruleId: ruleId.optional() }),
    z.strictObject({
      ...nameTotal.shape,
      /** The names with most installations first, at most 50, as they stand now. */
      rawNames: z.array(rawNameValue.omit({ release: true }).extend({ productName: z.string().nullable() })),
      /** Names that it fits and that a more specific rule keeps. */
      kept: nameTotal.extend({ by: z.array(z.strictObject({ id: ruleId, pattern: takes.pattern, text: z.string(), names: countValue })) }),
    }),
    ['inventory'],
  ),
  /** Saves a rule and decides the names anew that it takes. One that takes exactly the same names as another replaces it. */
  'inventory.saveNameRule': command(
    z.strictObject({ ...commandBase, ...takes, effect: effectValue, ruleId: ruleId.optional() }),
    commandDone.extend({ ruleId }),
    changed,
  ),
  /** What removing a rule would do: how many names are decided anew, and which items stay without a name because of what else is known of them. */
  'inventory.previewRuleRemoval': query(
    z.strictObject({ ruleId }),
    z.strictObject({
      ...nameTotal.shape,
      stays: z.array(
        z.strictObject({ itemId: idValue<'item'>(), name: z.string(), seats: countValue, annualCostCents: centsValue.nullable(), contracts: countValue }),
      ),
    }),
    ['inventory', 'mapping'],
  ),
  /** Its names go back to another rule that fits them, or to what the catalogue says. */
  'inventory.removeNameRule': command(z.strictObject({ ...commandBase, ruleId }), commandDone, changed),
  'inventory.exportNameRules': job(z.strictObject({ target: fileHandleValue }), z.strictObject({ rules: countValue, bytes: countValue }), progressValue, []),
  /** Adds the rules of a file to those of the plan, as one step. */
  'inventory.importNameRules': job(
    z.strictObject({ ...commandBase, file: fileHandleValue }),
    commandDone.extend({
      added: countValue,
      replaced: countValue,
      unchanged: countValue,
      /** Rules whose product this catalogue does not know. */
      leftOut: z.array(z.strictObject({ text: z.string(), productId: idValue<'product'>() })),
    }),
    progressValue,
    changed,
  ),
};
