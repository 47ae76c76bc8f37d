import { z } from 'zod';
import { job, query } from './define.ts';
import { countValue, fileHandleValue, fileIssueValue, isoDateValue, localeValue, progressValue } from './values.ts';

export const reportSections = ['title', 'summary', 'inventory', 'mapping', 'timeline', 'gantt', 'costs', 'accounts', 'assumptions'] as const;

export const reportOperations = {
  'report.print': job(
    z.strictObject({
      target: fileHandleValue,
      kind: z.enum(['plan', 'council']).default('plan'),
      locale: localeValue,
      standard: z.enum(['ua-1', 'a-2a']).default('ua-1'),
      sections: z.array(z.enum(reportSections)).optional(),
      today: isoDateValue,
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
