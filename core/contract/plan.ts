import { z } from 'zod';
import { command, query } from './define.ts';
import { centsValue, commandBase, commandDone, countValue, idValue, isoDateValue, localeValue, nameValue, problemValue, trackKeyValue } from './values.ts';

export const planValue = z.strictObject({
  name: z.string(),
  administration: z.string(),
  country: z.string(),
  region: z.string().nullable(),
  currency: z.literal('EUR'),
  templateId: z.string(),
  startsOn: isoDateValue,
  revision: z.number().int(),
});

export const assumptionValue = z.strictObject({
  key: z.string(),
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
  sourceTitle: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  confidence: z.enum(['A', 'B', 'C', 'calc', 'unverified']),
  note: z.string(),
  isChanged: z.boolean(),
  /** What the plan's template says, changed or not. */
  templateValue: z.number(),
  /** Lowest and highest value; without sources the width is an assumption, null is a number without a range. */
  range: z
    .strictObject({
      low: z.number(),
      high: z.number(),
      sources: z.array(z.strictObject({ title: z.string(), publisher: z.string(), url: z.string().nullable() })),
    })
    .nullable(),
});

export const planOperations = {
  'plan.get': query(z.strictObject({}), planValue, ['plan']),
  /** The figures that matter, on one screen. */
  'plan.getSummary': query(
    z.strictObject({ today: isoDateValue }),
    z.strictObject({
      plan: planValue,
      units: countValue,
      accounts: countValue,
      items: countValue,
      itemsMapped: countValue,
      migratedAccountTracks: countValue,
      plannedAccountTracks: countValue,
      finishesOn: isoDateValue.nullable(),
      totalCostCents: centsValue,
      savingsPerYearCents: centsValue,
      nextDecisionOn: isoDateValue.nullable(),
      problems: z.array(problemValue),
    }),
    ['plan', 'inventory', 'mapping', 'timeline', 'costs', 'tracking'],
  ),
  /** Whatever in the plan or the catalogue holds every word of the text; of each kind the best ones, the kinds in this order. */
  'plan.find': query(
    z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50).default(5) }),
    z.strictObject({
      items: z.array(z.strictObject({ id: idValue<'item'>(), name: z.string(), vendor: z.string(), accounts: countValue })),
      units: z.array(z.strictObject({ id: idValue<'unit'>(), name: z.string(), path: z.string(), accounts: countValue })),
      waves: z.array(
        z.strictObject({
          id: idValue<'wave'>(),
          taskId: idValue<'task'>(),
          track: trackKeyValue,
          trackName: z.string(),
          number: countValue,
          accounts: countValue,
        }),
      ),
      accounts: z.array(z.strictObject({ id: idValue<'account'>(), login: z.string(), unitPath: z.string() })),
      products: z.array(z.strictObject({ id: idValue<'product'>(), name: z.string(), vendorName: z.string() })),
    }),
    ['plan', 'inventory', 'timeline'],
  ),
  /** Countries whose public holidays are known, and their regions that have holidays of their own. */
  'plan.listCountries': query(
    z.strictObject({ locale: localeValue }),
    z.array(z.strictObject({ code: z.string(), name: z.string(), regions: z.array(z.strictObject({ code: z.string(), name: z.string() })) })),
    [],
  ),
  'plan.listTemplates': query(
    z.strictObject({ locale: localeValue }),
    z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        summary: z.string(),
        country: z.string(),
        region: z.string().nullable(),
        tracks: z.array(trackKeyValue),
        sources: z.array(z.strictObject({ title: z.string(), publisher: z.string(), url: z.string().nullable() })),
      }),
    ),
    [],
  ),
  /** Fills a new plan file from a template; refused when the file holds a plan already. */
  'plan.create': command(
    z.strictObject({
      ...commandBase,
      templateId: nameValue,
      name: nameValue,
      administration: nameValue,
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      region: z.string().max(10).nullable().optional(),
      startsOn: isoDateValue,
      locale: localeValue,
    }),
    commandDone,
    ['plan', 'timeline', 'costs', 'history'],
  ),
  'plan.changeDetails': command(
    z.strictObject({
      ...commandBase,
      name: nameValue.optional(),
      administration: nameValue.optional(),
      country: z
        .string()
        .regex(/^[A-Z]{2}$/)
        .optional(),
      region: z.string().max(10).nullable().optional(),
      startsOn: isoDateValue.optional(),
    }),
    commandDone,
    ['plan', 'timeline', 'history'],
  ),
  'plan.listAssumptions': query(z.strictObject({ locale: localeValue }), z.array(assumptionValue), ['costs', 'plan']),
  'plan.changeAssumption': command(z.strictObject({ ...commandBase, key: nameValue, value: z.number().min(-1e12).max(1e12) }), commandDone, [
    'costs',
    'history',
  ]),
  /** Back to the template's value, with its source. */
  'plan.resetAssumption': command(z.strictObject({ ...commandBase, key: nameValue }), commandDone, ['costs', 'history']),
};
