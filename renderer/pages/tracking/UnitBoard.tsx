import { useMemo } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { usePages } from '../../core/usePages.ts';
import { useTranslator } from '../../core/settings.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { useCopyTable } from '../../parts/useCopyTable.ts';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { DayField } from './DayField.tsx';
import { SearchField } from '../../parts/SearchField.tsx';
import { MarkButton, narrowColumns, stateColumns } from './stateColumns.tsx';
import { type TrackStatus, type UnitLine, useTrackingView, usualUnitSort } from './trackingView.ts';
import { useDelayed } from './useDelayed.ts';
import { useSetStates } from './useSetStates.ts';

const pick = ({ total, units: rows }: Output<'tracking.listUnits'>) => ({ total, rows });
const indent = 16;
const usualColumns = ['unit', 'accounts', 'bar', 'migrated', 'planned', 'problem', 'exception', 'mark'];

/** The units of the tree with all that stands below them: where the track has come how far. */
export function UnitBoard({ track, isNarrow }: { readonly track: TrackStatus; readonly isNarrow: boolean }) {
  const t = useTranslator();
  const { translate } = t;
  const { day, unitSearch, searchUnits, unitSort, sortUnits, showAccounts, showUnitView } = useTrackingView();
  const search = useDelayed(unitSearch);
  const { setStates, isRunning } = useSetStates();
  const input = { trackId: track.trackId, sort: unitSort.by, direction: unitSort.direction, ...(search.trim() === '' ? {} : { search }) };
  const units = usePages('tracking.listUnits', input, pick);
  const isTree = unitSort.by === 'path' && search.trim() === '';
  const all = useMemo((): readonly Column<UnitLine>[] => {
    return [
      {
        id: 'unit',
        heading: translate('trackingPage.unit'),
        width: 'minmax(200px, 3fr)',
        sort: 'path',
        render: (unit) => (
          <span style={{ paddingLeft: isTree ? unit.depth * indent : 0 }}>
            {isTree ? unit.name : unit.path}
            {unit.subUnits > 0 && <span className="soft small"> {translate('trackingPage.subUnits', { count: unit.subUnits })}</span>}
          </span>
        ),
        text: (unit) => unit.path,
      },
      ...stateColumns<UnitLine>(t),
      {
        id: 'mark',
        heading: translate('trackingPage.action'),
        width: '116px',
        copied: false,
        render: (unit) => (
          <MarkButton
            label={translate('trackingPage.markUnit', { unit: unit.name, accounts: unit.states.planned })}
            word={translate('trackingPage.mark')}
            isOff={unit.states.planned === 0 || isRunning}
            onMark={() =>
              void setStates({ trackId: track.trackId, state: 'migrated', on: day, accounts: { by: 'filter', unitId: unit.unitId, state: 'planned' } })
            }
          />
        ),
      },
    ];
  }, [t, translate, isTree, track.trackId, day, isRunning, setStates]);
  const columns = useShownColumns('units', all, usualColumns);
  const fitting = useMemo(() => (isNarrow ? narrowColumns(columns.shown) : columns.shown), [columns, isNarrow]);
  const copy = useCopyTable('tracking.listUnits', input, pick, columns.shown);
  return (
    <>
      <div className="tracking-tools">
        <SearchField label={translate('trackingPage.searchUnits')} value={unitSearch} onChange={searchUnits} />
        <DayField />
        <p className="soft small">{translate('trackingPage.unitNote')}</p>
        <TableTools
          table="units"
          columns={columns}
          filter={{ search: unitSearch }}
          sort={unitSort}
          usualSort={usualUnitSort}
          builtIn={[{ id: 'all', name: translate('parts.view.all'), filter: { search: '' }, sort: null }]}
          onApply={({ search: text }, order) => showUnitView(text, order)}
          onCopy={copy}
        />
      </div>
      <DataTable
        label={translate('trackingPage.board.units')}
        columns={fitting}
        rowCount={units.total}
        rowAt={units.rowAt}
        keyOf={({ unitId }) => unitId}
        onRange={units.onRange}
        sort={unitSort}
        onSort={sortUnits}
        onOpenRow={({ unitId }) => showAccounts({ unitId })}
        empty={units.isFetching ? translate('window.loading') : translate('trackingPage.noUnits')}
      />
    </>
  );
}
