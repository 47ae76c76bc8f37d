import { z } from 'zod';
import { isIsoDate } from '../../core/domain/calendar.ts';
import type { IsoDate } from '../../core/domain/calendar.ts';
import { trackKeys } from '../../core/domain/catalogue/catalogue.ts';
import type { OutageEvent, Product, Provider, Source } from '../../core/domain/catalogue/catalogue.ts';
import type { ProductId, ProviderId, SourceId } from '../../core/domain/ids.ts';

const idText = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'notAnId');
const productId = idText.transform((text) => text as ProductId);
const providerId = idText.transform((text) => text as ProviderId);
const sourceId = idText.transform((text) => text as SourceId);
const sentence = z.string().trim().min(1, 'empty');
const dayText = z
  .string()
  .refine(isIsoDate, 'notADate')
  .transform((text) => text as IsoDate);

/** `YYYY`, `YYYY-MM` or a day that exists. */
const claimDate = z.string().refine((text) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) || isIsoDate(text), 'notADate');
const confidence = z.enum(['A', 'B', 'C', 'calc', 'unverified']);
const threeLanguages = z.strictObject({ de: sentence, en: sentence, fr: sentence });
const dependencyKind = z.enum(['hosting', 'network', 'compute', 'identity', 'aiModel', 'updateChannel', 'ownership', 'law', 'operator', 'technology']);
const alias = sentence.refine((text) => text === text.toLowerCase(), 'notLowerCase');

function claim<Value extends z.ZodType>(value: Value) {
  return z.strictObject({
    value,
    source: sourceId,
    date: claimDate,
    confidence,
    disputed: z.strictObject({ by: sentence, statement: sentence, source: sourceId }).exactOptional(),
  });
}

function claims<Value extends z.ZodType>(value: Value) {
  return z.array(claim(value)).default([]);
}

const dependency = z.strictObject({ provider: providerId, kind: dependencyKind });
const blocker = z.enum(['vba', 'ole', 'mapi', 'com', 'windowsOnly', 'proprietaryFormat', 'groupPolicy', 'stampedInterfaces']);

export const sourceSchema = z.strictObject({
  id: sourceId,
  title: sentence,
  language: z.enum(['de', 'en', 'fr']).exactOptional(),
  publisher: sentence,
  url: z.url({ protocol: /^https?$/ }).exactOptional(),
  publishedOn: claimDate.exactOptional(),
}) satisfies z.ZodType<Source>;

/** The folder says what a product is where its entry does not. */
export function productSchema(folderKind: 'proprietary' | 'openSource') {
  return z
    .strictObject({
      id: productId,
      name: sentence,
      vendor: providerId,
      kind: z.enum(['proprietary', 'openSource', 'service']).default(folderKind),
      track: z.enum(trackKeys),
      category: idText,
      defaultStrategy: z.enum(['replace', 'keep', 'retire']).exactOptional(),
      aliases: z.array(alias).default([]),
      publishers: z.array(alias).default([]),
      includes: z.array(productId).default([]),
      licence: claim(sentence),
      summary: threeLanguages,
      blockers: claims(blocker),
      protocols: claims(sentence),
      formats: claims(sentence),
      endOfSupport: claims(z.strictObject({ cycle: sentence.nullable(), date: dayText })),
      successors: claims(productId),
      replaces: claims(productId),
      usedIn: claims(idText),
      dependsOn: claims(dependency),
      notes: claims(threeLanguages),
    })
    .transform((entry): Product => ({ ...entry, defaultStrategy: entry.defaultStrategy ?? (entry.kind === 'proprietary' ? 'replace' : 'keep') }));
}

export const providerSchema = z.strictObject({
  id: providerId,
  name: sentence,
  jurisdiction: claim(z.string().regex(/^[A-Z]{2}$/, 'notACountry')),
  dependsOn: claims(dependency),
  notes: claims(threeLanguages),
}) satisfies z.ZodType<Provider>;

export const eventSchema = z.strictObject({
  id: idText,
  date: dayText,
  name: threeLanguages,
  provider: providerId,
  through: z.array(dependencyKind).min(1, 'empty'),
  reported: claim(z.strictObject({ down: z.array(productId), notDown: z.array(productId) })),
}) satisfies z.ZodType<OutageEvent>;
