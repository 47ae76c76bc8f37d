import { z } from 'zod';
import { query } from './define.ts';
import { licenceFamilies } from '../domain/catalogue/licenceFamily.ts';
import { lawAreas } from '../domain/sovereignty/lawArea.ts';
import { matchReasonValue } from './inventory.ts';
import { claimSourceShape, confidenceValue, countValue, idValue, isoDateValue, localeValue, pageInput, trackKeyValue } from './values.ts';

const claimLine = z.strictObject({
  about: z.string(),
  value: z.string(),
  /** The entry that the statement names, and through which kind of dependency; the edition and the day of an end of support. */
  subject: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  through: z.string().nullable(),
  cycle: z.string().nullable(),
  on: isoDateValue.nullable(),
  ...claimSourceShape,
  disputed: z.strictObject({ by: z.string(), statement: z.string(), source: z.string(), sourceLanguage: localeValue }).nullable(),
});

export const productKind = z.enum(['proprietary', 'openSource', 'service']);

const productLine = z.strictObject({
  id: idValue<'product'>(),
  name: z.string(),
  vendor: idValue<'provider'>(),
  vendorName: z.string(),
  kind: productKind,
  track: trackKeyValue,
  category: z.string(),
  licence: z.string(),
});
const providerLine = z.strictObject({ id: idValue<'provider'>(), name: z.string(), jurisdiction: z.string() });

const axisValue = z.strictObject({ text: z.string(), confidence: confidenceValue, isDisputed: z.boolean() });
const axis = { state: z.enum(['known', 'free', 'unknown']), values: z.array(axisValue) };
export const lawAreaValue = z.enum(lawAreas);
export const licenceFamilyValue = z.enum(licenceFamilies);

/** By whose law, by whom owned, where hosted, with whose help, updated by whom, which licence, supported until when, left by which way. */
export const axesValue = z.strictObject({
  law: z.strictObject({ ...axis, area: lawAreaValue }),
  ownership: z.strictObject(axis),
  hosting: z.strictObject(axis),
  subProviders: z.strictObject(axis),
  updates: z.strictObject(axis),
  licence: z.strictObject({ ...axisValue.shape, family: licenceFamilyValue }),
  support: z.strictObject({ on: isoDateValue, cycle: z.string().nullable(), confidence: confidenceValue, isDisputed: z.boolean() }).nullable(),
  exit: z.strictObject({ replacements: countValue, standards: z.array(z.string()) }),
});

const searchText = z.string().max(200).optional();
const nameOfEntry = z.strictObject({ id: z.string(), name: z.string() });

export const catalogueOperations = {
  /** The catalogue's products with their axes, a page at a time; each count leaves its own filter aside and keeps the others. */
  'catalogue.listAxes': query(
    z.strictObject({
      ...pageInput,
      search: searchText,
      kind: productKind.optional(),
      track: trackKeyValue.optional(),
      licence: licenceFamilyValue.optional(),
      law: lawAreaValue.optional(),
      /** Only what the open plan has or moves to. */
      isInPlan: z.literal(true).optional(),
      /** Left out: the best hits of the search first, or by name. */
      sort: z.enum(['name', 'track', 'licence', 'support']).optional(),
      direction: z.enum(['ascending', 'descending']).default('ascending'),
    }),
    z.strictObject({
      total: countValue,
      byKind: z.record(z.string(), countValue),
      byTrack: z.record(z.string(), countValue),
      byLicence: z.record(z.string(), countValue),
      byLaw: z.record(z.string(), countValue),
      rows: z.array(z.strictObject({ ...productLine.shape, axes: axesValue })),
    }),
    ['inventory', 'mapping'],
  ),
  'catalogue.listProviders': query(
    z.strictObject({
      ...pageInput,
      search: searchText,
      law: lawAreaValue.optional(),
      sort: z.enum(['name', 'jurisdiction', 'makes', 'reached']).optional(),
      direction: z.enum(['ascending', 'descending']).default('ascending'),
    }),
    z.strictObject({
      total: countValue,
      byLaw: z.record(z.string(), countValue),
      rows: z.array(
        z.strictObject({
          ...providerLine.shape,
          area: lawAreaValue,
          confidence: confidenceValue,
          isDisputed: z.boolean(),
          /** Products of the catalogue that it makes, and that depend on it in operation, directly or through others. */
          makes: countValue,
          reached: countValue,
          dependsOn: z.array(z.strictObject({ ...nameOfEntry.shape, kind: z.string() })),
        }),
      ),
    }),
    [],
  ),
  /** Outages that happened and can be replayed. */
  'catalogue.listEvents': query(
    z.strictObject({ locale: localeValue }),
    z.array(
      z.strictObject({
        id: z.string(),
        on: isoDateValue,
        name: z.string(),
        provider: nameOfEntry,
        through: z.array(z.string()),
        source: z.string(),
        sourceLanguage: localeValue,
        confidence: confidenceValue,
      }),
    ),
    [],
  ),
  'catalogue.list': query(z.strictObject({}), z.strictObject({ products: z.array(productLine), providers: z.array(providerLine) }), []),
  'catalogue.search': query(
    z.strictObject({ text: z.string().min(1).max(200) }),
    z.strictObject({ products: z.array(productLine), providers: z.array(providerLine) }),
    [],
  ),
  'catalogue.get': query(
    /** A product and a provider may carry the same id; without `entry` the product answers. */
    z.strictObject({ id: z.string(), locale: localeValue, entry: z.enum(['product', 'provider']).optional() }),
    z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('product'),
        product: productLine,
        summary: z.string(),
        aliases: z.array(z.string()),
        claims: z.array(claimLine),
        axes: axesValue,
        includes: z.array(nameOfEntry),
        /** Products said to take its place, with the statement that says so and the models that use them. */
        replacedBy: z.array(z.strictObject({ id: idValue<'product'>(), name: z.string(), licence: z.string(), usedIn: z.array(z.string()), claim: claimLine })),
      }),
      z.strictObject({
        kind: z.literal('provider'),
        provider: providerLine,
        claims: z.array(claimLine),
        makes: z.array(nameOfEntry),
        /** Who names it as something they depend on, and through what. */
        dependents: z.array(z.strictObject({ ...nameOfEntry.shape, kind: z.enum(['product', 'provider']), through: z.string() })),
      }),
    ]),
    [],
  ),
  /** The source whose page has exactly this address; null for an address that nobody here names. */
  'catalogue.findSource': query(
    z.strictObject({ url: z.string().min(1).max(2_000) }),
    z.strictObject({ title: z.string(), publisher: z.string(), url: z.string() }).nullable(),
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
