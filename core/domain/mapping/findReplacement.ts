import type { Catalogue, Claim, Confidence, Product } from '../catalogue/catalogue.ts';
import type { ProductId } from '../ids.ts';
import type { PlanTemplate } from '../schedule/timeline/planTemplate.ts';
import type { DecisionReason } from './decision.ts';

export type MappingTemplate = Pick<PlanTemplate, 'id' | 'tracks' | 'replacements'>;

export type FoundReplacement = { readonly replacement: Product; readonly reasons: readonly DecisionReason[] };

export type FindReplacement = (product: Product) => FoundReplacement | null;

const order: readonly Confidence[] = ['A', 'B', 'calc', 'C', 'unverified'];

type Candidate = { readonly product: Product; readonly claim: Claim<ProductId>; readonly isInStack: boolean };

/**
 * Makes the search for what replaces a product under a template. The first rule that has an answer speaks:
 *
 * 1. the template names a replacement for the product;
 * 2. the template names a replacement for the product's track, and the catalogue claims that it replaces the product;
 * 3. the catalogue claims that some product replaces it: those in the template's stack first, then by the confidence of
 *    the claim, undisputed before disputed, then by id;
 * 4. the track's replacement is claimed to replace another product of the same category.
 *
 * Null where nobody says anything. The reasons name the source and how sure it is.
 *
 * Example: with the claim `thunderbird replaces microsoft-outlook` and a template that is silent, Outlook gets
 * Thunderbird with the reason `mapping.reason.catalogueReplaces`.
 */
export function createReplacementSearch(catalogue: Catalogue, template: MappingTemplate): FindReplacement {
  const candidates = new Map<ProductId, Candidate[]>();
  for (const product of catalogue.products.values()) {
    const isInStack = product.usedIn.some((claim) => claim.value === template.id);
    for (const claim of product.replaces) {
      const list = candidates.get(claim.value);
      if (list) list.push({ product, claim, isInStack });
      else candidates.set(claim.value, [{ product, claim, isInStack }]);
    }
  }
  for (const list of candidates.values()) list.sort(compareCandidates);

  const reason = (key: string, product: Product, replacement: Product, claim: Claim<unknown> | null): DecisionReason => ({
    messageKey: `mapping.reason.${key}`,
    params: {
      product: product.name,
      replacement: replacement.name,
      template: template.id,
      source: claim === null ? '' : (catalogue.sources.get(claim.source)?.title ?? claim.source),
      confidence: claim?.confidence ?? 'unverified',
    },
  });
  const found = (replacement: Product, reasons: readonly DecisionReason[], claim: Claim<unknown> | null): FoundReplacement => {
    if (!claim?.disputed) return { replacement, reasons };
    const disputed: DecisionReason = {
      messageKey: 'mapping.reason.disputed',
      params: { replacement: replacement.name, by: claim.disputed.by, statement: claim.disputed.statement },
    };
    return { replacement, reasons: [...reasons, disputed] };
  };

  return (product) => {
    const named = template.replacements[product.id];
    const namedProduct = named && catalogue.products.get(named.value);
    if (named && namedProduct) return found(namedProduct, [reason('templateReplaces', product, namedProduct, named)], named);

    const list = candidates.get(product.id) ?? [];
    const trackReplacementId = template.tracks.find((track) => track.key === product.track)?.replacement ?? null;
    const ofTrack = trackReplacementId === null ? undefined : catalogue.products.get(trackReplacementId);
    const claimed = ofTrack && list.find((candidate) => candidate.product.id === ofTrack.id);
    const best = claimed ?? list[0];
    if (best) {
      const why = [reason(claimed ? 'trackReplaces' : 'catalogueReplaces', product, best.product, best.claim)];
      if (!claimed && best.isInStack)
        why.push(reason('usedInStack', product, best.product, best.product.usedIn.find((claim) => claim.value === template.id) ?? null));
      const others = list.filter((candidate) => candidate !== best);
      if (others.length > 0) {
        const names = others
          .slice(0, 3)
          .map((candidate) => candidate.product.name)
          .join(', ');
        why.push({ messageKey: 'mapping.reason.otherCandidates', params: { count: others.length, names } });
      }
      return found(best.product, why, best.claim);
    }
    if (!ofTrack || ofTrack.id === product.id) return null;
    const sibling = ofTrack.replaces
      .map((claim) => catalogue.products.get(claim.value))
      .find((other) => other?.category === product.category && other.track === product.track);
    if (!sibling) return null;
    const sameCategory: DecisionReason = {
      messageKey: 'mapping.reason.sameCategory',
      params: { product: product.name, replacement: ofTrack.name, sibling: sibling.name, template: template.id },
    };
    return { replacement: ofTrack, reasons: [sameCategory] };
  };
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    Number(b.isInStack) - Number(a.isInStack) ||
    order.indexOf(a.claim.confidence) - order.indexOf(b.claim.confidence) ||
    Number(a.claim.disputed !== undefined) - Number(b.claim.disputed !== undefined) ||
    a.product.id.localeCompare(b.product.id)
  );
}
