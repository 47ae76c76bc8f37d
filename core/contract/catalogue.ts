import { z } from 'zod';
import { query } from './define.ts';
import { countValue, idValue, localeValue, trackKeyValue } from './values.ts';
import { matchReasonValue } from './inventory.ts';

const claimLine = z.strictObject({
  about: z.string(),
  value: z.string(),
  source: z.strictObject({ title: z.string(), publisher: z.string(), url: z.string().nullable() }),
  date: z.string(),
  confidence: z.enum(['A', 'B', 'C', 'calc', 'unverified']),
  disputed: z.strictObject({ by: z.string(), statement: z.string(), source: z.string() }).nullable(),
});

const productLine = z.strictObject({
  id: idValue<'product'>(),
  name: z.string(),
  vendor: idValue<'provider'>(),
  vendorName: z.string(),
  kind: z.enum(['proprietary', 'openSource', 'service']),
  track: trackKeyValue,
  category: z.string(),
  licence: z.string(),
});
const providerLine = z.strictObject({ id: idValue<'provider'>(), name: z.string(), jurisdiction: z.string() });

export const catalogueOperations = {
  'catalogue.list': query(z.strictObject({}), z.strictObject({ products: z.array(productLine), providers: z.array(providerLine) }), []),
  'catalogue.search': query(
    z.strictObject({ text: z.string().min(1).max(200) }),
    z.strictObject({ products: z.array(productLine), providers: z.array(providerLine) }),
    [],
  ),
  'catalogue.get': query(
    z.strictObject({ id: z.string(), locale: localeValue }),
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('product'),
        product: productLine,
        summary: z.string(),
        aliases: z.array(z.string()),
        claims: z.array(claimLine),
        replacedBy: z.array(z.strictObject({ id: idValue<'product'>(), name: z.string() })),
      }),
      z.strictObject({ kind: z.literal('provider'), provider: providerLine, claims: z.array(claimLine) }),
    ]),
    [],
  ),
  /** How complete and how well sourced the catalogue is; `defects` is empty for one that may be shipped. */
  'catalogue.check': query(
    z.strictObject({}),
    z.strictObject({
      products: countValue,
      replacements: countValue,
      services: countValue,
      providers: countValue,
      sources: countValue,
      claims: countValue,
      claimsByConfidence: z.record(z.string(), countValue),
      defects: z.array(z.strictObject({ file: z.string(), messageKey: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
    }),
    [],
  ),
  /** Raw names → products, in the order given, without a plan. */
  'catalogue.matchNames': query(
    z.strictObject({ names: z.array(z.strictObject({ rawName: z.string(), publisher: z.string(), version: z.string() })).max(1_000_000) }),
    z.array(matchReasonValue),
    [],
  ),
};
