import { Search } from 'lucide-react';
import { trackKeys } from '../../../core/domain/catalogue/catalogue.ts';
import { useTranslator } from '../../core/settings.ts';
import { type MappingRow, strategies, useMappingView } from './mappingView.ts';
import { StrategyMark } from './StrategyMark.tsx';

type Counts = { readonly byStrategy: Readonly<Record<MappingRow['strategy'], number>>; readonly byTrack: Readonly<Record<string, number>> };

export function MappingFilters({ counts }: { readonly counts: Counts | undefined }) {
  const { translate, number } = useTranslator();
  const { filter, setFilter } = useMappingView();
  const ofStrategies = counts ? strategies.reduce((sum, strategy) => sum + counts.byStrategy[strategy], 0) : 0;
  const tracks = [...trackKeys, 'none' as const].filter((track) => (counts?.byTrack[track] ?? 0) > 0 || track === filter.track);
  return (
    <div className="filters">
      <fieldset className="segments" aria-label={translate('mappingPage.filter.strategy')}>
        <button type="button" aria-pressed={filter.strategy === undefined} onClick={() => setFilter({ strategy: undefined })}>
          {translate('mappingPage.filter.all')} <span className="segment-count">{number(ofStrategies)}</span>
        </button>
        {strategies.map((strategy) => (
          <button key={strategy} type="button" aria-pressed={filter.strategy === strategy} onClick={() => setFilter({ strategy })}>
            <StrategyMark strategy={strategy} /> <span className="segment-count">{number(counts?.byStrategy[strategy] ?? 0)}</span>
          </button>
        ))}
      </fieldset>
      <label className="field">
        <span className="visually-hidden">{translate('mappingPage.filter.track')}</span>
        <select value={filter.track ?? ''} onChange={(event) => setFilter({ track: tracks.find((track) => track === event.target.value) })}>
          <option value="">{translate('mappingPage.filter.allTracks')}</option>
          {tracks.map((track) => (
            <option key={track} value={track}>
              {translate('mappingPage.filter.option', {
                name: track === 'none' ? translate('mappingPage.noTrack') : translate(`common.track.${track}`),
                items: counts?.byTrack[track] ?? 0,
              })}
            </option>
          ))}
        </select>
      </label>
      <label className="field search-field">
        <Search size={16} aria-hidden />
        <span className="visually-hidden">{translate('mappingPage.filter.search')}</span>
        <input
          type="search"
          value={filter.search}
          maxLength={200}
          placeholder={translate('mappingPage.filter.search')}
          onChange={(event) => setFilter({ search: event.target.value })}
        />
      </label>
    </div>
  );
}
