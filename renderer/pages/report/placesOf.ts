import type { Output } from '../../../core/contract/contract.ts';
import { reportSections } from '../../../core/contract/reportSections.ts';
import type { Locale } from '../../../core/i18n/keys.ts';
import { createTranslator } from '../../../core/i18n/translate.ts';

type PaperSection = (typeof reportSections)[number];
type Heading = Output<'report.preview'>['headings'][number];
type Place = { readonly page: number; readonly parts: readonly Heading[] };

/** Where each section begins, and the headings of the second level in it; a section is known by its title in the paper's language. */
export function placesOf(headings: readonly Heading[], paperLocale: Locale): ReadonlyMap<PaperSection, Place> {
  const paper = createTranslator(paperLocale);
  const byTitle = new Map(reportSections.map((name) => [paper.translate(`report.section.${name}`), name]));
  const places = new Map<PaperSection, { page: number; parts: Heading[] }>([['title', { page: 1, parts: [] }]]);
  let open: { page: number; parts: Heading[] } | undefined;
  for (const heading of headings) {
    const name = heading.level === 1 ? byTitle.get(heading.title) : undefined;
    if (heading.level === 1) {
      open = name === undefined ? undefined : { page: heading.page, parts: [] };
      if (name !== undefined && open !== undefined) places.set(name, open);
    } else if (heading.level === 2) open?.parts.push(heading);
  }
  return places;
}
