import type { ShownTimeline, Track } from '../../../core/domain/schedule/timeline/timeline.ts';
import { useTranslator } from '../../core/settings.ts';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { CountField } from './CountField.tsx';
import { useChangeTrack } from './useChangeTrack.ts';

const figures = ['accountsPerWeek', 'trainingMinutesPerAccount', 'crewMinutesPerAccount'] as const;

/** One track: what it manages, what an account takes, and how long its phases are. */
export function TrackPanel({ timeline, track, onClose }: { readonly timeline: ShownTimeline; readonly track: Track; readonly onClose: () => void }) {
  const t = useTranslator();
  const changeTrack = useChangeTrack();
  const dated = timeline.tasks.filter((task) => task.trackId === track.id);
  const startsOn = dated.reduce<string | null>((first, { startsOn: day }) => (day !== null && (first === null || day < first) ? day : first), null);
  const finishesOn = dated.reduce<string | null>((last, { finishesOn: day }) => (day !== null && (last === null || day > last) ? day : last), null);
  const waves = timeline.waves.filter((wave) => wave.trackId === track.id);
  return (
    <SidePanel title={track.name} onClose={onClose}>
      <section>
        <dl className="timeline-facts">
          <dt>{t.translate('timelinePage.task.dates')}</dt>
          <dd>
            {startsOn === null || finishesOn === null
              ? t.translate('timelinePage.row.noDates')
              : t.translate('timelinePage.fromTo', { from: startsOn, to: finishesOn })}
          </dd>
          {track.movesAccounts && (
            <>
              <dt>{t.translate('timelinePage.task.waves')}</dt>
              <dd>{t.number(waves.length)}</dd>
              <dt>{t.translate('timelinePage.task.accounts')}</dt>
              <dd>{t.number(waves.reduce((sum, wave) => sum + wave.accountCount, 0))}</dd>
            </>
          )}
        </dl>
      </section>
      {track.movesAccounts && (
        <section>
          <h3>{t.translate('timelinePage.capacity')}</h3>
          <table className="timeline-table">
            <tbody>
              {figures.map((figure) => {
                const label = t.translate(`timelinePage.capacity.${figure}`);
                return (
                  <tr key={figure}>
                    <th scope="row">{label}</th>
                    <td className="number">
                      <CountField
                        label={label}
                        isLabelHidden
                        least={figure === 'accountsPerWeek' ? 1 : 0}
                        value={track[figure]}
                        onSave={(value) => void changeTrack({ trackId: track.id, [figure]: value })}
                      />
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      )}
      <section>
        <h3>{t.translate('timelinePage.phases')}</h3>
        <table className="timeline-table">
          <tbody>
            {track.phases.map(({ kind, workingDays }) => {
              const label = t.translate(`common.phase.${kind}`);
              return (
                <tr key={kind}>
                  <th scope="row">{label}</th>
                  <td className="number">
                    <CountField
                      label={t.translate('timelinePage.phaseDays', { name: label })}
                      isLabelHidden
                      value={workingDays}
                      onSave={(days) =>
                        void changeTrack({
                          trackId: track.id,
                          phases: track.phases.map((phase) => (phase.kind === kind ? { kind, workingDays: days } : { ...phase })),
                        })
                      }
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <p className="soft">{t.translate('timelinePage.capacity.planAgain')}</p>
      </section>
    </SidePanel>
  );
}
