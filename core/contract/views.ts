import { z } from 'zod';
import { accountStateValue } from './tracking.ts';
import { lawAreaValue, licenceFamilyValue, productKind } from './catalogue.ts';
import { command, query } from './define.ts';
import { supportState } from './inventory.ts';
import { commandBase, commandDone, idValue, nameValue, strategyValue, trackKeyValue } from './values.ts';

const searchValue = z.string().max(200);

/** Columns and order are names of the window; it passes over those that it does not know. */
function definition<Table extends string, Filter extends z.ZodRawShape>(table: Table, filter: Filter) {
  return z.strictObject({
    table: z.literal(table),
    columns: z.array(z.string().min(1).max(60)).max(100),
    /** Null: the order that the table has by itself. */
    sort: z.strictObject({ by: z.string().min(1).max(60), direction: z.enum(['ascending', 'descending']) }).nullable(),
    filter: z.strictObject(filter),
  });
}

/** What a table shows: columns, order and filter. A period is kept as what it means, "within a year", and not as its days. */
export const viewDefinition = z.discriminatedUnion('table', [
  definition('inventory', {
    search: searchValue,
    tracks: z.array(trackKeyValue.nullable()).max(50),
    vendors: z.array(z.string().max(300)).max(1000),
    matched: z.array(z.boolean()).max(2),
    strategies: z.array(strategyValue).max(4),
    endsWithinYear: z.boolean(),
    /** Views that were saved before there was this choice narrow nothing. */
    support: z.array(supportState).max(4).default([]),
  }),
  definition('mapping', { search: searchValue, strategy: strategyValue.optional(), track: z.union([trackKeyValue, z.literal('none')]).optional() }),
  /** A wave by its number: planned anew, waves have other ids. */
  definition('accounts', {
    search: searchValue,
    state: accountStateValue.optional(),
    unitId: idValue<'unit'>().optional(),
    wave: z.number().int().min(1).optional(),
  }),
  definition('units', { search: searchValue }),
  definition('waves', { state: z.enum(['done', 'late', 'running', 'planned', 'undated']).optional() }),
  definition('problems', { search: searchValue }),
  definition('contracts', { search: searchValue, renewal: z.enum(['tacit', 'express', 'none']).optional(), decideWithinYear: z.boolean() }),
  /** The units of the inventory, as `units` are those of the tracking. */
  definition('unitList', { search: searchValue, role: z.enum(['pilot', 'regular', 'onCall']).optional() }),
  definition('rawNames', { search: searchValue, kind: z.enum(['unmatched', 'noise', 'ownItem']) }),
  definition('products', {
    search: searchValue,
    kind: productKind.optional(),
    track: trackKeyValue.optional(),
    licence: licenceFamilyValue.optional(),
    law: lawAreaValue.optional(),
    isInPlan: z.literal(true).optional(),
  }),
  definition('providers', { search: searchValue, law: lawAreaValue.optional() }),
]);

const viewId = idValue<'view'>();

export const viewOperations = {
  /** Saved views by table and name. A definition that a newer version of the program wrote and this one cannot read is null. */
  'view.list': query(z.strictObject({}), z.array(z.strictObject({ id: viewId, table: z.string(), name: z.string(), definition: viewDefinition.nullable() })), [
    'views',
  ]),
  /** A new view, or a new definition for the view that has this name in the same table. */
  'view.save': command(z.strictObject({ ...commandBase, name: nameValue.max(80), definition: viewDefinition }), commandDone.extend({ viewId }), [
    'views',
    'history',
  ]),
  'view.rename': command(z.strictObject({ ...commandBase, viewId, name: nameValue.max(80) }), commandDone, ['views', 'history']),
  'view.remove': command(z.strictObject({ ...commandBase, viewId }), commandDone, ['views', 'history']),
};
