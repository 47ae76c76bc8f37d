import { z } from 'zod';
import { job, query } from './define.ts';
import { commandBase, commandDone, countValue, fileHandleValue, fileIssueValue, idValue, messageParams, progressValue } from './values.ts';

const tableKindValue = z.enum(['software', 'licence', 'account', 'contract', 'progress']);

const columnMapping = z.strictObject({
  kind: tableKindValue,
  columns: z.record(z.string(), z.string()),
  dateOrder: z.enum(['dmy', 'mdy']).exactOptional(),
  decimal: z.enum([',', '.']).exactOptional(),
});

const importInput = {
  files: z.array(fileHandleValue).min(1).max(10_000),
  format: z.string().optional(),
  mapping: columnMapping.optional(),
  /** Columns of single files, by handle, and of what is packed in one, by the id that `inventory.previewTable` gives it; they go before `mapping`. */
  mappings: z.record(fileHandleValue, columnMapping).optional(),
  /** Form of a list, or `*` for all others → id or name of the source that it is the next state of, or `new`; where nothing is said it is found by what it lists. */
  sources: z.record(z.string(), z.string()).optional(),
  /** Accounts that their source no longer lists; kept where nothing is said. */
  goneAccounts: z.enum(['keep', 'disable']).optional(),
};

const importCounts = z.strictObject({
  read: countValue,
  new: countValue,
  changed: countValue,
  unchanged: countValue,
  ambiguous: countValue,
  skipped: countValue,
  /** Listed by the source before and no longer; not part of `read`. */
  gone: countValue,
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
  /** Beyond the two hundred files above, by format. */
  otherFiles: z.array(z.strictObject({ format: z.string(), files: countValue, records: countValue })),
  /** What lay in archives and folders and holds nothing for an import; the first two hundred. */
  leftOut: z.array(z.strictObject({ name: z.string(), reasonKey: z.string(), params: messageParams })),
  leftOutCount: countValue,
  accounts: importCounts,
  units: importCounts,
  software: importCounts,
  contracts: importCounts,
  progress: importCounts,
  /** The source of each list: an earlier one that it follows, or, without id, a new one. */
  sources: z.array(
    z.strictObject({
      form: z.string(),
      sourceId: idValue<'importSource'>().nullable(),
      name: z.string(),
      /** Of what it listed before, what is listed again. */
      share: z.number().min(0).max(1).nullable(),
      listedBefore: countValue,
      isPartial: z.boolean(),
      /** Earlier lists of the same form, any of which it may follow. */
      candidates: z.array(z.strictObject({ id: idValue<'importSource'>(), name: z.string() })),
    }),
  ),
  /** The first differences of each kind, to show; the counts above are complete. */
  samples: z.array(
    z.strictObject({ kind: z.enum(['new', 'changed', 'ambiguous', 'skipped', 'gone']), what: z.string(), reasonKey: z.string(), params: messageParams }),
  ),
  issues: z.array(fileIssueValue),
  issueCount: countValue,
});

/** From files to the inventory: a first look, the meaning of columns, what an import would change, and the import. */
export const importOperations = {
  /**
   * A first look at a file: what it is, and of a table the headings and first rows, so that a person can name the
   * columns. Of an archive, a spreadsheet or a folder the same for each of its members.
   */
  'inventory.previewTable': query(
    z.strictObject({ file: fileHandleValue }),
    z.strictObject({
      name: z.string(),
      size: countValue,
      isContainer: z.boolean(),
      /** One for a file that is no container. */
      members: z.array(
        z.strictObject({
          /** For `mappings` of an import. */
          id: z.string(),
          name: z.string(),
          size: countValue,
          /** `leftOut`: nothing for an import; the others are read. */
          outcome: z.enum(['recognised', 'unknown', 'refused', 'leftOut']),
          format: z.string(),
          confidence: z.number(),
          seenKey: z.string(),
          seenParams: messageParams,
          encoding: z.string(),
          issue: fileIssueValue.nullable(),
          headings: z.array(z.string()),
          rows: z.array(z.array(z.string())),
          /** The nearest kind of table and the columns that speak for themselves: heading → field. */
          suggestion: columnMapping.nullable(),
          /** The columns that a person named at the last import of a table with the same headings, and the file that it was. */
          usedBefore: z.strictObject({ file: z.string(), mapping: columnMapping }).nullable(),
        }),
      ),
      /** There are more members than were looked at; an import reads them all. */
      hasMore: z.boolean(),
      /** The fields of each kind of table, in order; `isRequired`: without it the table is not of this kind. */
      fields: z.record(tableKindValue, z.array(z.strictObject({ field: z.string(), isRequired: z.boolean() }))),
    }),
    ['inventory'],
  ),
  /** Writes the columns that a person named into a file of their own, for the next list and for colleagues. */
  'inventory.saveMapping': job(z.strictObject({ target: fileHandleValue, mapping: columnMapping }), z.strictObject({ bytes: countValue }), progressValue, []),
  /** Reads such a file; one that is none is refused with everything that is wrong in it. */
  'inventory.readMapping': job(z.strictObject({ file: fileHandleValue }), z.strictObject({ mapping: columnMapping }), progressValue, []),
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
