import type { ShownTimeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { CountField } from './CountField.tsx';
import { useChangeTrack } from './useChangeTrack.ts';

const resources = ['trainers', 'crew'] as const;

/** What all tracks share, and what each manages in a week. */
export function CapacityFields({ timeline }: { readonly timeline: ShownTimeline }) {
  const { translate } = useTranslator();
  const capacity = useCommand('schedule.changeCapacity');
  const changeTrack = useChangeTrack();
  const moving = timeline.tracks.filter((track) => track.movesAccounts);
  return (
    <>
      <section>
        <h3>{translate('timelinePage.capacity.shared')}</h3>
        <p className="soft">{translate('timelinePage.capacity.sharedNote')}</p>
        <table className="timeline-table">
          <tbody>
            {resources.map((resource) => {
              const minutes = timeline.capacities.find((one) => one.resource === resource)?.minutesPerDay ?? 0;
              const label = translate(`timelinePage.capacity.${resource}`);
              return (
                <tr key={resource}>
                  <th scope="row">{label}</th>
                  <td className="number">
                    <CountField
                      label={label}
                      isLabelHidden
                      value={Math.round(minutes / 60)}
                      onSave={(hours) => void capacity.run({ resource, minutesPerDay: hours * 60 })}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      <section>
        <h3>{translate('timelinePage.capacity.tracks')}</h3>
        <table className="timeline-table">
          <thead>
            <tr>
              <th scope="col">{translate('timelinePage.task.track')}</th>
              <th scope="col" className="number">
                {translate('timelinePage.capacity.accountsPerWeek')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moving.map((track) => (
              <tr key={track.id}>
                <th scope="row">
                  <TrackDot track={track.key} />
                </th>
                <td className="number">
                  <CountField
                    label={translate('timelinePage.capacity.accountsPerWeekOf', { name: track.name })}
                    isLabelHidden
                    least={1}
                    value={track.accountsPerWeek}
                    onSave={(accountsPerWeek) => void changeTrack({ trackId: track.id, accountsPerWeek })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="soft">{translate('timelinePage.capacity.planAgain')}</p>
      </section>
    </>
  );
}
