import { z } from 'zod';
import { isIsoDate } from '../../core/domain/calendar.ts';
import { trackKeys } from '../../core/domain/catalogue/catalogue.ts';
import type { Claim, Confidence } from '../../core/domain/catalogue/catalogue.ts';
import type { ProductId, SourceId } from '../../core/domain/ids.ts';
import type { PlanTemplate } from '../../core/domain/schedule/timeline/planTemplate.ts';

const idText = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'notAnId');
const productId = idText.transform((text) => text as ProductId);
const sourceId = idText.transform((text) => text as SourceId);
const sentence = z.string().trim().min(1, 'empty');
const threeLanguages = z.strictObject({ de: sentence, en: sentence, fr: sentence });
const claimDate = z.string().refine((text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) || isIsoDate(text), 'notADate');
const confidence = z.enum(['A', 'B', 'C', 'calc', 'unverified']);
const trackKey = z.enum(trackKeys);
const phaseKind = z.enum(['assess', 'prepare', 'pilot', 'rollOut', 'parallelRun', 'switchOff']);
const notNegative = z.number().min(0);
const wholeDays = z.int().min(0);

/** Who stands behind every value that no publication carries. */
const editorsSource = 'editors' as SourceId;

/**
 * A claim of a template: in full, or the bare value. A bare value is the editors' own assumption of the day on which
 * the template was last revised; the long form is for what somebody published.
 */
function claimOr<Value>(value: z.ZodType<Value>, revisedOn: () => string) {
  const full = z
    .strictObject({ value, source: sourceId, date: claimDate, confidence })
    .refine((claim) => (claim.source === editorsSource) === (claim.confidence === 'unverified'), 'unverifiedNeedsEditors');
  return z.union([
    full,
    value.transform((bare): Claim<Value> => ({ value: bare, source: editorsSource, date: revisedOn(), confidence: 'unverified' satisfies Confidence })),
  ]);
}

/** The schema of one template file; `revisedOn` is the file's own `revisedOn`, which dates its bare values. */
export function planTemplateSchema(revisedOn: string) {
  const date = () => revisedOn;
  const phaseOfTrack = z.strictObject({ track: trackKey, phase: phaseKind });
  const track = z
    .strictObject({
      key: trackKey,
      name: threeLanguages,
      replacement: productId.nullable(),
      movesAccounts: z.boolean(),
      accountsPerWeek: claimOr(z.int().min(0), date),
      phases: z.array(z.strictObject({ kind: phaseKind, workingDays: claimOr(wholeDays, date) })),
      trainingHoursPerAccount: claimOr(notNegative, date),
      crewHoursPerAccount: claimOr(notNegative, date),
    })
    .refine((value) => !value.movesAccounts || value.accountsPerWeek.value > 0, { error: 'capacityMissing', path: ['accountsPerWeek'] })
    .refine((value) => !value.movesAccounts || value.phases.every((phase) => phase.kind !== 'rollOut'), { error: 'rollOutIsWaves', path: ['phases'] })
    .refine((value) => new Set(value.phases.map((phase) => phase.kind)).size === value.phases.length, { error: 'twice', path: ['phases'] });
  const assumption = z
    .strictObject({
      key: z.string().regex(/^[a-zA-Z]+(\.[a-zA-Z]+)*$/, 'notAKey'),
      value: z.number(),
      unit: z.enum([
        'centsPerAccount',
        'centsPerAccountYear',
        'centsPerHour',
        'cents',
        'percent',
        'percentPerYear',
        'hoursPerAccount',
        'hours',
        'days',
        'accountsPerWeek',
        'months',
      ]),
      source: sourceId.nullable(),
      confidence,
      range: z
        .strictObject({ low: z.number(), high: z.number(), sources: z.array(sourceId).min(1, 'empty') })
        .nullable()
        .default(null),
      note: threeLanguages,
    })
    .refine((value) => (value.source === null) === (value.confidence === 'unverified'), { error: 'assumptionNeedsNoSource', path: ['source'] })
    .refine((value) => !value.unit.startsWith('cents') || Number.isSafeInteger(value.value), { error: 'notWholeCents', path: ['value'] })
    .refine((value) => value.range === null || (value.range.low <= value.value && value.value <= value.range.high), { error: 'outsideRange', path: ['range'] });

  return z
    .strictObject({
      id: idText,
      revisedOn: claimDate,
      name: threeLanguages,
      summary: threeLanguages,
      country: z.string().regex(/^[A-Z]{2}$/, 'notACountry'),
      region: z
        .string()
        .regex(/^[A-Z0-9]{1,3}$/, 'notARegion')
        .nullable(),
      currency: z.literal('EUR'),
      sources: z.array(sourceId),
      tracks: z.array(track),
      precedences: z.array(
        z.strictObject({
          before: phaseOfTrack,
          after: phaseOfTrack,
          level: z.enum(['phase', 'accounts']),
          lagWorkingDays: z.int(),
          reason: claimOr(threeLanguages, date),
        }),
      ),
      gates: z.array(
        z.strictObject({
          track: trackKey,
          after: phaseKind,
          name: threeLanguages,
          evidence: z.array(threeLanguages).min(1, 'empty'),
          reason: claimOr(threeLanguages, date),
        }),
      ),
      replacements: z.record(idText, claimOr(productId, date)),
      resources: z.array(z.strictObject({ id: z.enum(['trainers', 'crew']), hoursPerDay: claimOr(notNegative, date) })),
      assumptions: z.array(assumption),
    })
    .transform(({ revisedOn: _revisedOn, ...template }): PlanTemplate => template);
}
