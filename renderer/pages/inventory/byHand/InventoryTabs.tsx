import { useRoute } from '../../../core/route.ts';
import { useTranslator } from '../../../core/settings.ts';
import './byHand.css';

const places = ['items', 'contracts', 'units'] as const;
export type InventoryPlace = (typeof places)[number];

/** Which part of the inventory an address shows: `contract:…` opens a contract beside the contracts, `unit:…` a unit beside the units. */
export function placeOf(detail: string | null): InventoryPlace {
  if (detail === 'contracts' || detail?.startsWith('contract:')) return 'contracts';
  return detail === 'units' || detail?.startsWith('unit:') ? 'units' : 'items';
}

/** The three parts of the inventory: software, contracts, units with their accounts. */
export function InventoryTabs({ current }: { readonly current: InventoryPlace }) {
  const { translate } = useTranslator();
  const go = useRoute((state) => state.go);
  return (
    <nav className="tab-list inventory-tabs" aria-label={translate('inventoryPage.parts')}>
      {places.map((place) => (
        <button
          key={place}
          type="button"
          className="tab"
          aria-current={place === current ? 'page' : undefined}
          onClick={() => place !== current && go('inventory', place === 'items' ? null : place)}
        >
          {translate(`inventoryPage.part.${place}`)}
        </button>
      ))}
    </nav>
  );
}
