import { X } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, ListLayout, Popover, Virtualizer } from 'react-aria-components';
import { ChevronDown } from 'lucide-react';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { SearchField } from '../../parts/SearchField.tsx';
import { states, useTrackingView, type WaveStatus } from './trackingView.ts';
import './accountFilters.css';

/** Which accounts are listed: by name or reason, state, wave and unit. */
export function AccountFilters({ waves, total, children }: { readonly waves: readonly WaveStatus[]; readonly total: number; readonly children: ReactNode }) {
  const { translate } = useTranslator();
  const { filter, setFilter } = useTrackingView();
  const without = <Key extends keyof typeof filter>(key: Key) => {
    const { [key]: _left, ...rest } = filter;
    return rest;
  };
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <search className="tracking-tools" aria-label={translate('trackingPage.filters')}>
      <SearchField
        label={translate('trackingPage.searchAccounts')}
        value={filter.search ?? ''}
        onChange={(text) => setFilter(text === '' ? without('search') : { ...filter, search: text })}
      />
      <label className="field tracking-field">
        <span className="visually-hidden">{translate('trackingPage.state')}</span>
        <select
          value={filter.state ?? ''}
          onChange={(event) => {
            const state = states.find((candidate) => candidate === event.target.value);
            setFilter(state === undefined ? without('state') : { ...filter, state });
          }}
        >
          <option value="">{translate('trackingPage.anyState')}</option>
          {states.map((state) => (
            <option key={state} value={state}>
              {translate(`common.state.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field tracking-field">
        <span className="visually-hidden">{translate('trackingPage.wave')}</span>
        <select
          value={filter.waveId ?? ''}
          onChange={(event) => {
            const wave = waves.find(({ waveId }) => waveId === event.target.value);
            setFilter(wave === undefined ? without('waveId') : { ...filter, waveId: wave.waveId });
          }}
        >
          <option value="">{translate('trackingPage.anyWave')}</option>
          {waves.map(({ waveId, number, isPilot }) => (
            <option key={waveId} value={waveId}>
              {translate(isPilot ? 'report.pilotWave' : 'report.wave', { number })}
            </option>
          ))}
        </select>
      </label>
      <UnitFilter />
      <span className="soft tracking-found" role="status">
        {translate('common.accounts', { accounts: total })}
      </span>
      {isFiltered && (
        <button type="button" className="button-quiet" onClick={() => setFilter({})}>
          <X size={16} aria-hidden />
          {translate('trackingPage.clearFilters')}
        </button>
      )}
      {children}
    </search>
  );
}

function UnitFilter() {
  const { translate } = useTranslator();
  const { filter, setFilter } = useTrackingView();
  const { data: units } = useQuery('inventory.listUnits', {});
  const choices = useMemo(() => (units ?? []).map(({ id, path }) => ({ id, path })), [units]);
  const choose = (key: unknown) => {
    const unit = choices.find(({ id }) => id === key);
    const { unitId: _left, ...rest } = filter;
    setFilter(unit === undefined ? rest : { ...rest, unitId: unit.id });
  };
  return (
    <ComboBox
      key={`${choices.length} ${filter.unitId ?? ''}`}
      className="tracking-unit field"
      defaultItems={choices}
      defaultSelectedKey={filter.unitId ?? null}
      onSelectionChange={choose}
      menuTrigger="focus"
    >
      <Label className="visually-hidden">{translate('trackingPage.unit')}</Label>
      <span className="tracking-unit-box">
        <Input placeholder={translate('trackingPage.anyUnit')} />
        <Button className="icon-button">
          <ChevronDown size={16} aria-hidden />
        </Button>
      </span>
      <Popover className="tracking-unit-list">
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 28 }}>
          <ListBox<{ id: string; path: string }>>
            {({ id, path }) => (
              <ListBoxItem id={id} textValue={path} className="tracking-unit-choice">
                {path}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  );
}
