import { z } from 'zod';
import { job, query } from './define.ts';
import { reportSections } from './reportSections.ts';
import { countValue, fileHandleValue, fileIssueValue, isoDateValue, localeValue, progressValue } from './values.ts';

const paperInput = {
  kind: z.enum(['plan', 'council']).default('plan'),
  locale: localeValue,
  /** All sections of the kind when absent. */
  sections: z.array(z.enum(reportSections)).optional(),
  today: isoDateValue,
};

export const reportOperations = {
  /**
   * The pages as `report.print` will print them, from the same document: how many there are, where the headings stand,
   * and of the pages asked for the pictures, so that a report of sixty pages need not travel at once.
   */
  'report.preview': query(
    z.strictObject({ ...paperInput, firstPage: z.number().int().min(1).default(1), pageCount: z.number().int().min(0).max(10).default(0) }),
    z.strictObject({
      sheets: z.array(z.strictObject({ widthPoints: z.number(), heightPoints: z.number() })),
      headings: z.array(z.strictObject({ level: countValue, title: z.string(), page: countValue })),
      pages: z.array(z.strictObject({ page: countValue, svg: z.string() })),
      fingerprint: z.string(),
    }),
    ['plan', 'inventory', 'mapping', 'timeline', 'costs', 'tracking', 'scenarios', 'history'],
  ),
  'report.print': job(
    z.strictObject({
      ...paperInput,
      target: fileHandleValue,
      standard: z.enum(['ua-1', 'a-2a']).default('ua-1'),
    }),
    z.strictObject({ pages: countValue, bytes: countValue, fingerprint: z.string() }),
    progressValue,
    [],
  ),
  'report.export': job(
    z.strictObject({
      target: fileHandleValue,
      format: z.enum(['csv', 'ics', 'json', 'ods', 'odt', 'xlsx', 'mspdi']),
      locale: localeValue,
      today: isoDateValue,
    }),
    z.strictObject({ bytes: countValue }),
    progressValue,
    [],
  ),
  /** What is read and written, and which writers are still to come. */
  'report.listFormats': query(
    z.strictObject({ locale: localeValue }),
    z.strictObject({
      read: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      write: z.array(z.strictObject({ id: z.string(), name: z.string(), isAvailable: z.boolean() })),
    }),
    [],
  ),
  'report.verifyPlan': query(
    z.strictObject({ fingerprint: z.string().optional() }),
    z.strictObject({ isWhole: z.boolean(), issues: z.array(fileIssueValue), fingerprint: z.string(), matches: z.boolean().nullable() }),
    ['plan', 'inventory', 'mapping', 'timeline', 'costs', 'tracking'],
  ),
};
