import Papa from 'papaparse';
import type { Matcher } from '../../core/domain/catalogue/matchNames.ts';

/** A raw name with what it truly is: a product's id, `noise` (patch, driver, part), or `unknown` (nothing of the catalogue). */
export type LabelledName = {
  readonly raw_name: string;
  readonly publisher: string;
  readonly version: string;
  readonly language: 'de' | 'en' | 'fr';
  readonly expected: string;
  readonly note: string;
};

export type Measured = {
  readonly names: number;
  /** Of all names answered with a product, the share answered with the right one. */
  readonly precision: number;
  /** Of all names that are a product of the catalogue, the share answered with it. */
  readonly recall: number;
  /** Of all names answered as noise, the share that is noise. */
  readonly noisePrecision: number;
  readonly noiseRecall: number;
  /** Products that were answered as noise: nobody would see them. */
  readonly hidden: number;
  readonly wrong: readonly { readonly name: LabelledName; readonly answer: string }[];
};

export function readLabelledNames(text: string): readonly LabelledName[] {
  return Papa.parse<LabelledName>(text.trim(), { header: true }).data;
}

/** Compares what a matcher says about labelled names with their labels. */
export function measureNames(names: readonly LabelledName[], matcher: Matcher): Measured {
  const counts = { products: 0, answered: 0, right: 0, noise: 0, saidNoise: 0, rightNoise: 0, hidden: 0 };
  const wrong: { readonly name: LabelledName; readonly answer: string }[] = [];
  for (const name of names) {
    const reason = matcher.match({ rawName: name.raw_name, publisher: name.publisher, version: name.version });
    const answer = reason.kind === 'matched' ? reason.productId : reason.kind === 'noise' ? 'noise' : 'unknown';
    const isProduct = name.expected !== 'noise' && name.expected !== 'unknown';
    if (isProduct) counts.products += 1;
    if (name.expected === 'noise') counts.noise += 1;
    if (reason.kind === 'matched') counts.answered += 1;
    if (reason.kind === 'noise') {
      counts.saidNoise += 1;
      if (name.expected === 'noise') counts.rightNoise += 1;
      if (isProduct) counts.hidden += 1;
    }
    if (isProduct && answer === name.expected) counts.right += 1;
    if (answer !== name.expected) wrong.push({ name, answer });
  }
  return {
    names: names.length,
    precision: share(counts.right, counts.answered),
    recall: share(counts.right, counts.products),
    noisePrecision: share(counts.rightNoise, counts.saidNoise),
    noiseRecall: share(counts.rightNoise, counts.noise),
    hidden: counts.hidden,
    wrong,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
