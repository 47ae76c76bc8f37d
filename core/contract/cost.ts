import { z } from 'zod';
import { query } from './define.ts';
import { assumptionValue } from './plan.ts';
import { centsValue, countValue, idValue, isoDateValue, localeValue, problemValue, trackKeyValue } from './values.ts';

export const costKindValue = z.enum(['licence', 'replacement', 'migration', 'training', 'doubleRunning']);

export const costsValue = z.strictObject({
  firstYear: z.number().int(),
  years: z.array(z.number().int()),
  /** One line a track and kind; `byYear` runs along `years`; the total is the sum of `byYear` to the cent. */
  lines: z.array(z.strictObject({ track: trackKeyValue.nullable(), kind: costKindValue, byYear: z.array(centsValue), totalCents: centsValue })),
  totalsByYear: z.array(centsValue),
  totalCents: centsValue,
  /** What the same years cost when nothing changes. */
  stayByYear: z.array(centsValue),
  stayTotalCents: centsValue,
  /** Value of the difference at the start of the plan, discounted at the assumed rate. */
  netPresentValueCents: centsValue,
  discountRatePercent: z.number(),
  paybackOn: isoDateValue.nullable(),
  missedRenewals: z.array(
    z.strictObject({
      contractId: idValue<'contract'>(),
      name: z.string(),
      renewsOn: isoDateValue,
      decideBy: isoDateValue,
      lastWaveFinishesOn: isoDateValue.nullable(),
      costCents: centsValue,
    }),
  ),
  itemsWithoutCost: countValue,
  assumptions: z.array(assumptionValue),
  problems: z.array(problemValue),
});

const bandSideValue = costsValue.pick({ totalsByYear: true, totalCents: true, stayByYear: true, stayTotalCents: true, paybackOn: true });

export const costBandValue = z.strictObject({
  years: z.array(z.number().int()),
  low: bandSideValue,
  base: bandSideValue,
  high: bandSideValue,
  paybackFrom: isoDateValue.nullable(),
  paybackUntil: isoDateValue.nullable(),
});

export const costOperations = {
  'cost.getCosts': query(z.strictObject({ years: z.number().int().min(1).max(30).optional(), locale: localeValue }), costsValue, [
    'inventory',
    'mapping',
    'timeline',
    'costs',
  ]),
  /** The same with every assumption at its low and at its high end: a range, not a probability. */
  'cost.getBand': query(z.strictObject({ years: z.number().int().min(1).max(30).optional() }), costBandValue, ['inventory', 'mapping', 'timeline', 'costs']),
};
