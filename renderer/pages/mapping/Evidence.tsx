import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ClaimList } from '../../parts/ClaimList.tsx';

/** What the list of everything that a product replaces would only bury. */
const leftOut: readonly string[] = ['protocol', 'format', 'successor'];

/** Who uses the replacement, what is known and disputed about it, each with its source. */
export function Evidence({ productId, replacedId }: { readonly productId: string; readonly replacedId: string | null }) {
  const { translate, locale } = useTranslator();
  const { data } = useQuery('catalogue.get', { id: productId, locale, entry: 'product' });
  if (data?.kind !== 'product' || data.product.id !== productId) return null;
  const claims = data.claims.filter((claim) => (claim.about === 'replaces' ? claim.subject?.id === replacedId : !leftOut.includes(claim.about)));
  return (
    <section className="panel-section">
      <h3>{translate('mappingPage.evidence', { product: data.product.name })}</h3>
      <p>{data.summary}</p>
      <ClaimList claims={claims} />
    </section>
  );
}
