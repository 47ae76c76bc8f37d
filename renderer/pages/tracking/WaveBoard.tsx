import { useMemo } from 'react';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { ChoiceField } from '../../parts/ChoiceField.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { type Status as Mark, StatusMark } from '../../parts/StatusMark.tsx';
import { useWriteTable } from '../../parts/useWriteTable.ts';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { orderRows } from '../../parts/wholeList.ts';
import { useWaveList, usualWaveSort } from './boardLists.ts';
import { DayField } from './DayField.tsx';
import { StateBar } from './StateBar.tsx';
import { MarkButton, narrowColumns, stateColumns } from './stateColumns.tsx';
import { states, type TrackStatus, useTrackingView, type WaveStatus } from './trackingView.ts';
import { useSetStates } from './useSetStates.ts';
import { type WaveState, waveState, waveStates } from './waveState.ts';

const marks: Readonly<Record<WaveState, Mark>> = { done: 'done', late: 'problem', running: 'running', planned: 'planned', undated: 'planned' };
const usualColumns = ['wave', 'dates', 'state', 'accounts', 'migrated', 'planned', 'problem', 'exception', 'mark'];

/** The waves of a track: when, how many, how far. */
export function WaveBoard({ track, waves, isNarrow }: { readonly track: TrackStatus; readonly waves: readonly WaveStatus[]; readonly isNarrow: boolean }) {
  const t = useTranslator();
  const { translate } = t;
  const { day, showAccounts } = useTrackingView();
  const { setStates, isRunning } = useSetStates();
  const { filter, sort, sortBy, setFilter, show } = useWaveList();
  const write = useWriteTable();
  const now = today();
  const all = useMemo((): readonly Column<WaveStatus>[] => {
    return [
      {
        id: 'wave',
        heading: translate('trackingPage.wave'),
        width: 'minmax(104px, 1fr)',
        sort: 'number',
        render: (wave) => translate(wave.isPilot ? 'report.pilotWave' : 'report.wave', { number: wave.number }),
        text: (wave) => translate(wave.isPilot ? 'report.pilotWave' : 'report.wave', { number: wave.number }),
      },
      {
        id: 'dates',
        heading: translate('trackingPage.dates'),
        width: 'minmax(156px, 176px)',
        sort: 'startsOn',
        render: (wave) => (
          <span className="tracking-dates">{wave.startsOn === null || wave.finishesOn === null ? '–' : t.dateRange(wave.startsOn, wave.finishesOn)}</span>
        ),
        text: (wave) => (wave.startsOn === null || wave.finishesOn === null ? '–' : t.isoWeekRange(wave.startsOn, wave.finishesOn)),
      },
      {
        id: 'state',
        heading: translate('trackingPage.state'),
        width: 'minmax(92px, 2fr)',
        sort: 'state',
        render: (wave) => {
          const state = waveState(wave, now);
          return (
            <span className="tracking-state">
              <StatusMark state={marks[state]} label={translate(`trackingPage.waveState.${state}`)} />
              <StateBar counts={wave.states} />
            </span>
          );
        },
        text: (wave) => translate(`trackingPage.waveState.${waveState(wave, now)}`),
      },
      ...stateColumns<WaveStatus>(t).filter(({ id }) => id !== 'bar'),
      {
        id: 'mark',
        heading: translate('trackingPage.action'),
        width: '116px',
        copied: false,
        render: (wave) => (
          <MarkButton
            label={translate('trackingPage.markWave', { number: wave.number, accounts: wave.states.planned })}
            word={translate('trackingPage.mark')}
            isOff={wave.states.planned === 0 || isRunning}
            onMark={() =>
              void setStates({ trackId: track.trackId, state: 'migrated', on: day, accounts: { by: 'filter', waveId: wave.waveId, state: 'planned' } })
            }
          />
        ),
      },
    ];
  }, [t, translate, track.trackId, day, isRunning, setStates, now]);
  const columns = useShownColumns('waves', all, usualColumns);
  const fitting = useMemo(() => (isNarrow ? narrowColumns(columns.shown) : columns.shown), [columns, isNarrow]);
  const rows = useMemo(() => {
    const wanted = waves.filter((wave) => filter.state === undefined || waveState(wave, now) === filter.state);
    return orderRows(wanted, sort, (wave, by) => waveValue(wave, by, now));
  }, [waves, filter, sort, now]);
  return (
    <>
      <div className="tracking-tools">
        <ChoiceField
          label={translate('trackingPage.state')}
          allLabel={translate('trackingPage.anyState')}
          value={filter.state}
          choices={waveStates.map((value) => ({ value, text: translate(`trackingPage.waveState.${value}`) }))}
          onChoose={(state) => setFilter({ state })}
        />
        <DayField />
        <p className="soft small">{translate('trackingPage.markNote')}</p>
        <TableTools
          table="waves"
          columns={columns}
          filter={filter}
          sort={sort}
          usualSort={usualWaveSort}
          builtIn={[
            { id: 'all', name: translate('parts.view.all'), filter: {}, sort: null },
            { id: 'late', name: translate('trackingPage.view.lateWaves'), filter: { state: 'late' }, sort: { by: 'startsOn', direction: 'ascending' } },
          ]}
          onApply={show}
          onCopy={() => write(columns.shown, rows)}
        />
      </div>
      <DataTable
        label={translate('trackingPage.board.waves')}
        columns={fitting}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        sort={sort}
        onSort={sortBy}
        rowHeight={40}
        keyOf={({ waveId }) => waveId}
        onOpenRow={({ waveId }) => showAccounts({ waveId })}
        empty={translate(waves.length === 0 ? 'trackingPage.noWaves' : 'trackingPage.noSuchWave')}
      />
    </>
  );
}

function waveValue(wave: WaveStatus, by: string, now: IsoDate): string | number | null {
  if (by === 'startsOn') return wave.startsOn;
  if (by === 'state') return waveStates.indexOf(waveState(wave, now));
  if (by === 'accounts') return wave.accounts;
  const state = states.find((one) => one === by);
  return state === undefined ? wave.number : wave.states[state];
}
