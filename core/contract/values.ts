import { z } from 'zod';
import { isIsoDate, type IsoDate } from '../domain/calendar.ts';
import { trackKeys } from '../domain/catalogue/catalogue.ts';
import type { Id } from '../domain/ids.ts';
import type { Cents } from '../domain/money.ts';

/** Building blocks of the operations' schemas, each yielding the domain's own type. */
export const isoDateValue = z.custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value), { error: 'issue.notADate' });

export const centsValue = z.custom<Cents>((value) => Number.isSafeInteger(value), { error: 'issue.notCents' });

/** Money that a person types as a cost: not below nought, at most ten thousand million euro. */
export const amountValue = centsValue.refine((value) => value >= 0 && value <= 1_000_000_000_000, { error: 'issue.notCents' });

export function idValue<Kind extends string>(): z.ZodType<Id<Kind>, Id<Kind>> {
  return z.custom<Id<Kind>>((value) => typeof value === 'string' && value.length > 0 && value.length <= 120, { error: 'issue.notAnId' });
}

export const nameValue = z.string().trim().min(1).max(300);
export const countValue = z.number().int().min(0).max(100_000_000);
export const localeValue = z.enum(['de', 'en', 'fr']);
export const trackKeyValue = z.enum(trackKeys as [(typeof trackKeys)[number], ...(typeof trackKeys)[number][]]);
export const messageParams = z.record(z.string(), z.union([z.string(), z.number()]));
export const strategyValue = z.enum(['replace', 'keep', 'retire', 'undecided']);
export const severityValue = z.enum(['error', 'warning', 'notice']);

export const problemValue = z.strictObject({
  severity: severityValue,
  messageKey: z.string(),
  params: messageParams,
  subject: z.strictObject({ kind: z.enum(['item', 'account', 'unit', 'contract', 'track', 'wave', 'task', 'freeze']), id: z.string() }).exactOptional(),
});

export const fileIssueValue = z.strictObject({
  severity: z.enum(['error', 'warning']),
  messageKey: z.string(),
  params: messageParams,
  file: z.string(),
  row: z.number().int().exactOptional(),
  field: z.string().exactOptional(),
});

export const reasonValue = z.strictObject({ messageKey: z.string(), params: messageParams });

/** An opaque name that the shell gave to a file which the user chose; no path crosses the contract. */
export const fileHandleValue = z.string().min(1).max(200);

/** Every command carries an id made by its client: the same id again returns the stored result and changes nothing. */
export const commandBase = { commandId: z.string().min(8).max(80), revision: z.number().int().min(0).optional() };

export const pageInput = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(1000).default(100) };

/** All of a list, or the rows of a range. */
export const rangeInput = { offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(300_000).optional() };

export const progressValue = z.strictObject({
  stepKey: z.string(),
  /** What the step's sentence names, where it names anything. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  done: z.number().min(0),
  total: z.number().min(0).nullable(),
});

/** The answer of every command: what it did, in words, and the plan's revision after it. */
export const commandDone = z.strictObject({ revision: z.number().int(), labelKey: z.string(), params: messageParams, changed: z.number().int() });

export const confidenceValue = z.enum(['A', 'B', 'C', 'calc', 'unverified']);

/** Who makes a statement, when it was made or read, and how sure we may be. */
export const claimSourceShape = {
  source: z.strictObject({ title: z.string(), language: localeValue, publisher: z.string(), url: z.string().nullable() }),
  date: z.string(),
  confidence: confidenceValue,
};

/** Mail of an administration is larger than any count. */
export const bytesValue = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
