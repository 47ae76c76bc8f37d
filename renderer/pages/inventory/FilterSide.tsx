import { Search } from 'lucide-react';
import { memo, type ReactNode, useId, useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { supportStates } from '../../../core/domain/inventory/itemSupport.ts';
import { useTranslator } from '../../core/settings.ts';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { useInventoryView } from './inventoryView.ts';
import { hasChoices, type StrategyChoice, toggled } from './itemChoices.ts';

const strategies: readonly StrategyChoice[] = ['replace', 'keep', 'retire', 'undecided'];
const vendorsShown = 8;

/** Search and filters, each choice with the number of items that it would show. */
export const FilterSide = memo(function FilterSide({ counts }: { readonly counts: Output<'inventory.countItems'> | undefined }) {
  const { translate } = useTranslator();
  const { choices, choose, clearChoices } = useInventoryView();
  const [showsAllVendors, setShowsAllVendors] = useState(false);
  const searchId = useId();
  const tracks = withChosen(
    counts?.tracks ?? [],
    choices.tracks,
    ({ track }) => track,
    (track) => ({ track, items: 0 }),
  );
  const vendors = withChosen(
    counts?.vendors ?? [],
    choices.vendors,
    ({ vendor }) => vendor,
    (vendor) => ({ vendor, items: 0 }),
  );
  const shownVendors = showsAllVendors ? vendors : vendors.slice(0, Math.max(vendorsShown, choices.vendors.length));
  return (
    <search className="inventory-filters" aria-label={translate('inventoryPage.filters')}>
      <div className="inventory-search">
        <label htmlFor={searchId} className="visually-hidden">
          {translate('inventoryPage.search')}
        </label>
        <Search size={16} aria-hidden />
        <input
          id={searchId}
          type="search"
          placeholder={translate('inventoryPage.search')}
          value={choices.search}
          maxLength={200}
          onChange={(event) => choose({ search: event.target.value })}
        />
      </div>
      {hasChoices(choices) && (
        <button type="button" className="button-quiet inventory-clear" onClick={clearChoices}>
          {translate('inventoryPage.clearFilters')}
        </button>
      )}
      <Group title={translate('inventoryPage.column.track')} isEmpty={tracks.length === 0}>
        {tracks.map(({ track, items }) => (
          <Choice key={track ?? ''} isChosen={choices.tracks.includes(track)} items={items} onToggle={() => choose({ tracks: toggled(choices.tracks, track) })}>
            {track === null ? translate('inventoryPage.noTrack') : <TrackDot track={track} />}
          </Choice>
        ))}
      </Group>
      <Group title={translate('inventoryPage.product')}>
        {[true, false].map((matched) => (
          <Choice
            key={String(matched)}
            isChosen={choices.matched.includes(matched)}
            items={matched ? counts?.matched : counts?.unmatched}
            onToggle={() => choose({ matched: toggled(choices.matched, matched) })}
          >
            {translate(matched ? 'inventoryPage.matched.yes' : 'inventoryPage.matched.no')}
          </Choice>
        ))}
      </Group>
      <Group title={translate('inventoryPage.column.strategy')}>
        {strategies.map((strategy) => (
          <Choice
            key={strategy}
            isChosen={choices.strategies.includes(strategy)}
            items={counts?.strategies[strategy]}
            onToggle={() => choose({ strategies: toggled(choices.strategies, strategy) })}
          >
            {translate(`common.strategy.${strategy}`)}
          </Choice>
        ))}
      </Group>
      <Group title={translate('inventoryPage.contracts')}>
        <Choice isChosen={choices.endsWithinYear} items={counts?.contractEnds} onToggle={() => choose({ endsWithinYear: !choices.endsWithinYear })}>
          {translate('inventoryPage.endsWithinYear')}
        </Choice>
      </Group>
      <Group title={translate('inventoryPage.column.supportEnds')}>
        {supportStates.map((state) => (
          <Choice
            key={state}
            isChosen={choices.support.includes(state)}
            items={counts?.support[state]}
            onToggle={() => choose({ support: toggled(choices.support, state) })}
          >
            {translate(`inventoryPage.support.${state}`)}
          </Choice>
        ))}
      </Group>
      <Group title={translate('inventoryPage.column.vendor')} isEmpty={vendors.length === 0}>
        {shownVendors.map(({ vendor, items }) => (
          <Choice key={vendor} isChosen={choices.vendors.includes(vendor)} items={items} onToggle={() => choose({ vendors: toggled(choices.vendors, vendor) })}>
            {vendor === '' ? translate('inventoryPage.noVendor') : vendor}
          </Choice>
        ))}
        {vendors.length > shownVendors.length && (
          <button type="button" className="button-quiet inventory-more" onClick={() => setShowsAllVendors(true)}>
            {translate('inventoryPage.moreVendors', { count: vendors.length - shownVendors.length })}
          </button>
        )}
      </Group>
    </search>
  );
});

/** What is chosen stays in the list when nothing of it is left, so that it can be taken back. */
function withChosen<Line, Value>(
  lines: readonly Line[],
  chosen: readonly Value[],
  fieldOf: (line: Line) => Value,
  without: (value: Value) => Line,
): readonly Line[] {
  const listed = new Set(lines.map(fieldOf));
  return [...lines, ...chosen.filter((value) => !listed.has(value)).map(without)];
}

function Group({ title, isEmpty = false, children }: { readonly title: string; readonly isEmpty?: boolean; readonly children: ReactNode }) {
  if (isEmpty) return null;
  return (
    <fieldset className="inventory-group">
      <legend className="small soft">{title}</legend>
      {children}
    </fieldset>
  );
}

type ChoiceProps = { readonly isChosen: boolean; readonly items: number | undefined; readonly onToggle: () => void; readonly children: ReactNode };

function Choice({ isChosen, items, onToggle, children }: ChoiceProps) {
  const { number } = useTranslator();
  return (
    <label className={`inventory-choice${items === 0 && !isChosen ? ' soft' : ''}`}>
      <input type="checkbox" checked={isChosen} onChange={onToggle} />
      <span className="inventory-choice-name">{children}</span>
      <span className="number soft">{items === undefined ? '' : number(items)}</span>
    </label>
  );
}
