import { useMemo } from 'react';
import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { type Status as Mark, StatusMark } from '../../parts/StatusMark.tsx';
import { DayField } from './DayField.tsx';
import { StateBar } from './StateBar.tsx';
import { MarkButton, stateColumns } from './stateColumns.tsx';
import { type TrackStatus, useTrackingView, type WaveStatus } from './trackingView.ts';
import { useSetStates } from './useSetStates.ts';
import { type WaveState, waveState } from './waveState.ts';

const marks: Readonly<Record<WaveState, Mark>> = { done: 'done', late: 'problem', running: 'running', planned: 'planned', undated: 'planned' };

/** The waves of a track: when, how many, how far. */
export function WaveBoard({ track, waves }: { readonly track: TrackStatus; readonly waves: readonly WaveStatus[] }) {
  const t = useTranslator();
  const { translate } = t;
  const { day, showAccounts } = useTrackingView();
  const { setStates, isRunning } = useSetStates();
  const columns = useMemo((): readonly Column<WaveStatus>[] => {
    const now = today();
    return [
      {
        id: 'wave',
        heading: translate('trackingPage.wave'),
        width: 'minmax(104px, 1fr)',
        render: (wave) => translate(wave.isPilot ? 'report.pilotWave' : 'report.wave', { number: wave.number }),
        text: (wave) => translate(wave.isPilot ? 'report.pilotWave' : 'report.wave', { number: wave.number }),
      },
      {
        id: 'dates',
        heading: translate('trackingPage.dates'),
        width: '172px',
        render: (wave) => (
          <span className="tracking-dates">{wave.startsOn === null || wave.finishesOn === null ? '–' : t.dateRange(wave.startsOn, wave.finishesOn)}</span>
        ),
        text: (wave) => (wave.startsOn === null || wave.finishesOn === null ? '–' : t.isoWeekRange(wave.startsOn, wave.finishesOn)),
      },
      {
        id: 'state',
        heading: translate('trackingPage.state'),
        width: 'minmax(88px, 2fr)',
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
      ...stateColumns<WaveStatus>(t, false).filter(({ id }) => id !== 'bar'),
      {
        id: 'mark',
        heading: translate('trackingPage.action'),
        width: '110px',
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
  }, [t, translate, track.trackId, day, isRunning, setStates]);
  return (
    <>
      <div className="tracking-tools">
        <DayField />
        <p className="soft small">{translate('trackingPage.markNote')}</p>
      </div>
      <DataTable
        label={translate('trackingPage.board.waves')}
        columns={columns}
        rowCount={waves.length}
        rowAt={(index) => waves[index]}
        rowHeight={40}
        keyOf={({ waveId }) => waveId}
        onOpenRow={({ waveId }) => showAccounts({ waveId })}
        empty={translate('trackingPage.noWaves')}
      />
    </>
  );
}
