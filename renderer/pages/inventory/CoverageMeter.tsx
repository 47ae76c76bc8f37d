import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';

/** How much of what was found on the machines has a product, and the way to what has none. */
export function CoverageMeter() {
  const { translate, percent } = useTranslator();
  const go = useRoute((state) => state.go);
  const { data } = useQuery('inventory.listRawNames', { kind: 'unmatched', limit: 1 });
  if (!data || data.coverage.matched + data.coverage.ownItem + data.coverage.unmatched + data.coverage.noise === 0) return null;
  const { names, installations, unmatched, noise } = data.coverage;
  const known = data.coverage.matched + data.coverage.ownItem;
  const share = (part: number) => percent(part, part > 0.99 && part < 1 ? 1 : 0);
  return (
    <section className="inventory-coverage" aria-label={translate('inventoryPage.coverage')}>
      <div className="inventory-meter" aria-hidden="true">
        <span style={{ width: `${installations * 100}%` }} />
      </div>
      <p>
        <strong>{translate('inventoryPage.coverageShare', { share: share(installations) })}</strong>{' '}
        <span className="soft">{translate('inventoryPage.coverageNames', { matched: known, all: known + unmatched, share: share(names), noise })}</span>
      </p>
      <button type="button" className="button-quiet" onClick={() => go('inventory', 'names')}>
        {unmatched > 0 ? translate('inventoryPage.showUnmatched', { names: unmatched }) : translate('inventoryPage.showNames')}
      </button>
    </section>
  );
}
