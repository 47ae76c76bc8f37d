import { z } from 'zod';
import { command, job, query } from './define.ts';
import {
  centsValue,
  commandBase,
  commandDone,
  countValue,
  fileHandleValue,
  fileIssueValue,
  idValue,
  isoDateValue,
  messageParams,
  nameValue,
  pageInput,
  progressValue,
} from './values.ts';

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
  z.strictObject({
    kind: z.literal('noise'),
    rule: z.enum(['patch', 'runtime', 'driver', 'languagePack', 'sdkPart', 'systemPart', 'updater', 'packageId', 'empty']),
  }),
  z.strictObject({ kind: z.literal('unmatched') }),
]);

export const rawNameValue = z.strictObject({
  rawName: z.string(),
  publisher: z.string(),
  version: z.string(),
  installations: countValue,
  match: matchReasonValue,
  itemId: idValue<'item'>().nullable(),
});

const columnMapping = z.strictObject({
  kind: z.enum(['software', 'licence', 'account', 'contract', 'progress']),
  columns: z.record(z.string(), z.string()),
  dateOrder: z.enum(['dmy', 'mdy']).exactOptional(),
  decimal: z.enum([',', '.']).exactOptional(),
});

const importInput = {
  files: z.array(fileHandleValue).min(1).max(10_000),
  format: z.string().optional(),
  mapping: columnMapping.optional(),
};

const importCounts = z.strictObject({
  read: countValue,
  new: countValue,
  changed: countValue,
  unchanged: countValue,
  ambiguous: countValue,
  skipped: countValue,
});

/** What an import did, or, as a dry run, would do. */
export const importReport = z.strictObject({
  files: z.array(
    z.strictObject({
      name: z.string(),
      format: z.string(),
      confidence: z.number(),
      seenKey: z.string(),
      seenParams: messageParams,
      encoding: z.string(),
      records: countValue,
      skipped: z.array(z.strictObject({ reasonKey: z.string(), count: countValue })),
    }),
  ),
  accounts: importCounts,
  units: importCounts,
  software: importCounts,
  contracts: importCounts,
  progress: importCounts,
  /** The first differences of each kind, to show; the counts above are complete. */
  samples: z.array(
    z.strictObject({ kind: z.enum(['new', 'changed', 'ambiguous', 'skipped']), what: z.string(), reasonKey: z.string(), params: messageParams }),
  ),
  issues: z.array(fileIssueValue),
  issueCount: countValue,
});

const sortDirection = z.enum(['ascending', 'descending']);

export const inventoryOperations = {
  'inventory.listItems': query(
    z.strictObject({
      ...pageInput,
      search: z.string().max(200).optional(),
      matched: z.boolean().optional(),
      sort: z.enum(['name', 'installations', 'accounts', 'annualCostCents']).default('installations'),
      direction: sortDirection.default('descending'),
    }),
    z.strictObject({ total: countValue, items: z.array(itemValue) }),
    ['inventory'],
  ),
  'inventory.listUnits': query(z.strictObject({}), z.array(unitValue), ['inventory']),
  'inventory.listAccounts': query(
    z.strictObject({ ...pageInput, unitId: idValue<'unit'>().optional(), waveId: idValue<'wave'>().optional(), search: z.string().max(200).optional() }),
    z.strictObject({ total: countValue, accounts: z.array(accountValue) }),
    ['inventory', 'timeline'],
  ),
  'inventory.listContracts': query(z.strictObject({}), z.array(contractValue), ['inventory']),
  'inventory.listRawNames': query(
    z.strictObject({ ...pageInput, kind: z.enum(['matched', 'noise', 'unmatched']).optional() }),
    z.strictObject({
      total: countValue,
      rawNames: z.array(rawNameValue),
      /** Share of names, and of installations, that are no noise and have a product; 1 when there is none to match. */
      coverage: z.strictObject({ names: z.number(), installations: z.number(), matched: countValue, noise: countValue, unmatched: countValue }),
    }),
    ['inventory'],
  ),
  'inventory.addItem': command(
    z.strictObject({
      ...commandBase,
      name: nameValue,
      productId: idValue<'product'>().nullable(),
      vendor: z.string().max(300).default(''),
      seats: countValue.default(0),
      accounts: countValue.default(0),
      annualCostCents: centsValue.nullable().default(null),
    }),
    commandDone.extend({ itemId: idValue<'item'>() }),
    ['inventory', 'mapping', 'costs', 'history'],
  ),
  'inventory.changeItem': command(
    z.strictObject({
      ...commandBase,
      itemId: idValue<'item'>(),
      productId: idValue<'product'>().nullable().optional(),
      seats: countValue.optional(),
      accounts: countValue.optional(),
      annualCostCents: centsValue.nullable().optional(),
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
  'inventory.addContract': command(
    z.strictObject({
      ...commandBase,
      itemId: idValue<'item'>(),
      name: nameValue,
      supplier: z.string().max(300).default(''),
      startsOn: isoDateValue.nullable(),
      endsOn: isoDateValue.nullable(),
      renewal: z.enum(['tacit', 'express', 'none']),
      renewalMonths: countValue.max(1200),
      noticeDays: countValue.max(3660),
      seats: countValue.default(0),
      annualCostCents: centsValue.nullable(),
    }),
    commandDone,
    ['inventory', 'costs', 'timeline', 'history'],
  ),
  'inventory.previewImport': job(z.strictObject(importInput), importReport, progressValue, []),
  'inventory.importFiles': job(z.strictObject({ ...commandBase, ...importInput }), commandDone.extend({ report: importReport }), progressValue, [
    'inventory',
    'mapping',
    'costs',
    'timeline',
    'tracking',
    'history',
  ]),
};
