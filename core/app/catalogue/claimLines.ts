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
    ...product.replaces.map((claim) => line('replaces', claim, catalogue.products.get(claim.value)?.name ?? claim.value)),
    ...product.successors.map((claim) => line('successor', claim, catalogue.products.get(claim.value)?.name ?? claim.value)),
    ...product.endOfSupport.map((claim) => line('endOfSupport', claim, [claim.value.cycle, claim.value.date].filter((part) => part !== null).join(': '))),
    ...product.blockers.map((claim) => line('blocker', claim, claim.value)),
    ...product.protocols.map((claim) => line('protocol', claim, claim.value)),
    ...product.formats.map((claim) => line('format', claim, claim.value)),
    ...product.dependsOn.map((claim) =>
      line('dependsOn', claim, `${catalogue.providers.get(claim.value.provider)?.name ?? claim.value.provider} (${claim.value.kind})`),
    ),
    ...product.notes.map((claim) => line('note', claim, claim.value[locale])),
  ];
}

export function claimsOfProvider(catalogue: Catalogue, provider: Provider, locale: Locale): Line[] {
  const line = liner(catalogue);
  return [
    line('jurisdiction', provider.jurisdiction, provider.jurisdiction.value),
    ...provider.dependsOn.map((claim) =>
      line('dependsOn', claim, `${catalogue.providers.get(claim.value.provider)?.name ?? claim.value.provider} (${claim.value.kind})`),
    ),
    ...provider.notes.map((claim) => line('note', claim, claim.value[locale])),
  ];
}

function liner(catalogue: Catalogue) {
  const sourceOf = (claim: Claim<unknown>): Line['source'] => {
    const source = catalogue.sources.get(claim.source);
    return { title: source?.title ?? claim.source, publisher: source?.publisher ?? '', url: source?.url ?? null };
  };
  return (about: string, claim: Claim<unknown>, value: string): Line => ({
    about,
    value,
    source: sourceOf(claim),
    date: claim.date,
    confidence: claim.confidence,
    disputed: claim.disputed ? { ...claim.disputed, source: catalogue.sources.get(claim.disputed.source)?.title ?? claim.disputed.source } : null,
  });
}
