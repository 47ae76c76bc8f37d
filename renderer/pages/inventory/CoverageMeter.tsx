import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';

/** How much of what was found on the machines has a product, and the way to what has none. */
export function CoverageMeter() {
  const { translate, percent } = useTranslator();
  const go = useRoute((state) => state.go);
  const { data } = useQuery('inventory.listRawNames', { kind: 'unmatched', limit: 1 });
  if (!data || data.coverage.matched + data.coverage.unmatched === 0) return null;
  const { installations, matched, unmatched, noise } = data.coverage;
  return (
    <section className="inventory-coverage" aria-label={translate('inventoryPage.coverage')}>
      <div className="inventory-meter" aria-hidden="true">
        <span style={{ width: `${installations * 100}%` }} />
      </div>
      <p>
        <strong>{translate('inventoryPage.coverageShare', { share: percent(installations, installations > 0.99 && installations < 1 ? 1 : 0) })}</strong>{' '}
        <span className="soft">{translate('inventoryPage.coverageNames', { matched, all: matched + unmatched, noise })}</span>
      </p>
      {unmatched > 0 && (
        <button type="button" className="button-quiet" onClick={() => go('inventory', 'names')}>
          {translate('inventoryPage.showUnmatched', { names: unmatched })}
        </button>
      )}
    </section>
  );
}
