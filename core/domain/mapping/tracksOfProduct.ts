import type { Catalogue, Product, TrackKey } from '../catalogue/catalogue.ts';

/**
 * The tracks on which a product moves: its own first, then, for a bundle, those of its parts and their parts. The licence
 * of a bundle ends when the last of them is switched off, not before.
 *
 * Example: a bundle on `office` that holds a mail service and a chat gives `['office', 'mail', 'chat']`.
 */
export function tracksOfProduct(product: Product, products: Catalogue['products']): readonly TrackKey[] {
  const tracks = new Set<TrackKey>();
  const seen = new Set<Product>();
  const visit = (part: Product) => {
    if (seen.has(part)) return;
    seen.add(part);
    tracks.add(part.track);
    for (const id of part.includes) {
      const included = products.get(id);
      if (included) visit(included);
    }
  };
  visit(product);
  return [...tracks];
}
