import type { Output } from '../../contract/contract.ts';
import type { Catalogue, Claim, Product, Provider } from '../../domain/catalogue/catalogue.ts';

type Line = Output<'catalogue.get'>['claims'][number];
type Locale = 'de' | 'en' | 'fr';

/** Every statement about a product, each with who says so, when, and how sure we may be. */
export function claimsOfProduct(catalogue: Catalogue, product: Product, locale: Locale): Line[] {
  const line = liner(catalogue);
  return [
    line('licence', product.licence, product.licence.value),
    ...product.usedIn.map((claim) => line('usedIn', claim, claim.value)),
    ...product.replaces.map((claim) => line('replaces', claim, ...named(catalogue.products, claim.value))),
    ...product.successors.map((claim) => line('successor', claim, ...named(catalogue.products, claim.value))),
    ...product.endOfSupport.map((claim) =>
      line('endOfSupport', claim, [claim.value.cycle, claim.value.date].filter((part) => part !== null).join(': '), {
        cycle: claim.value.cycle,
        on: claim.value.date,
      }),
    ),
    ...product.blockers.map((claim) => line('blocker', claim, claim.value)),
    ...product.protocols.map((claim) => line('protocol', claim, claim.value)),
    ...product.formats.map((claim) => line('format', claim, claim.value)),
    ...dependencyLines(catalogue, product.dependsOn, line),
    ...product.notes.map((claim) => line('note', claim, claim.value[locale])),
  ];
}

export function claimsOfProvider(catalogue: Catalogue, provider: Provider, locale: Locale): Line[] {
  const line = liner(catalogue);
  return [
    line('jurisdiction', provider.jurisdiction, provider.jurisdiction.value),
    ...dependencyLines(catalogue, provider.dependsOn, line),
    ...provider.notes.map((claim) => line('note', claim, claim.value[locale])),
  ];
}

/** The statement that one product replaces another. */
export function replacesLine(catalogue: Catalogue, claim: Product['replaces'][number]): Line {
  return liner(catalogue)('replaces', claim, ...named(catalogue.products, claim.value));
}

type Detail = Partial<Pick<Line, 'subject' | 'through' | 'cycle' | 'on'>>;
type MakeLine = (about: string, claim: Claim<unknown>, value: string, detail?: Detail) => Line;

function named<Key extends string>(entries: ReadonlyMap<Key, { readonly name: string }>, id: Key): [string, Detail] {
  const name = entries.get(id)?.name ?? id;
  return [name, { subject: { id, name } }];
}

function dependencyLines(catalogue: Catalogue, claims: Product['dependsOn'], line: MakeLine): Line[] {
  return claims.map((claim) => {
    const [name, detail] = named(catalogue.providers, claim.value.provider);
    return line('dependsOn', claim, `${name} (${claim.value.kind})`, { ...detail, through: claim.value.kind });
  });
}

function liner(catalogue: Catalogue): MakeLine {
  return (about, claim, value, detail = {}) => ({
    about,
    value,
    subject: null,
    through: null,
    cycle: null,
    on: null,
    ...detail,
    ...sourceOfClaim(catalogue, claim),
    disputed: claim.disputed ? disputeOf(catalogue, claim.disputed) : null,
  });
}

/** Who says it, when, and how sure we may be. */
export function sourceOfClaim({ sources }: Catalogue, claim: Claim<unknown>): Pick<Line, 'source' | 'date' | 'confidence'> {
  const source = sources.get(claim.source);
  return {
    source: { title: source?.title ?? claim.source, language: source?.language ?? 'en', publisher: source?.publisher ?? '', url: source?.url ?? null },
    date: claim.date,
    confidence: claim.confidence,
  };
}

function disputeOf(catalogue: Catalogue, disputed: NonNullable<Claim<unknown>['disputed']>): NonNullable<Line['disputed']> {
  const source = catalogue.sources.get(disputed.source);
  return { ...disputed, source: source?.title ?? disputed.source, sourceLanguage: source?.language ?? 'en' };
}
