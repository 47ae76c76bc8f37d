import { useMemo } from 'react';
import type { UnitId } from '../../../core/domain/ids.ts';
import type { ShownTimeline } from '../../../core/domain/schedule/timeline/timeline.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { useTimelineView } from './timelineStore.ts';

/** One unit: on which days its accounts move, track by track. */
export function UnitPanel({ timeline, unitId, onClose }: { readonly timeline: ShownTimeline; readonly unitId: UnitId; readonly onClose: () => void }) {
  const t = useTranslator();
  const show = useTimelineView((state) => state.show);
  const { data: units } = useQuery('inventory.listUnits', {});
  const unit = units?.find(({ id }) => id === unitId);
  const moves = useMemo(() => {
    const tasks = new Map(timeline.tasks.flatMap((task) => (task.waveId === null ? [] : [[task.waveId, task] as const])));
    const tracks = new Map(timeline.tracks.map((track) => [track.id, track]));
    return timeline.waves
      .flatMap((wave) => {
        const accounts = wave.parts.reduce((sum, part) => sum + (part.unitId === unitId ? part.accountCount : 0), 0);
        const task = tasks.get(wave.id);
        const track = tracks.get(wave.trackId);
        return accounts > 0 && task && track ? [{ wave, task, track, accounts }] : [];
      })
      .sort((one, other) => ((one.task.startsOn ?? '') < (other.task.startsOn ?? '') ? -1 : 1));
  }, [timeline, unitId]);
  if (!unit) return null;
  return (
    <SidePanel title={unit.name} onClose={onClose}>
      {unit.path !== unit.name && <p className="soft">{unit.path}</p>}
      <section>
        <h3>{t.translate('timelinePage.unit.moves')}</h3>
        {moves.length === 0 ? (
          <p className="soft">{t.translate('timelinePage.unit.none')}</p>
        ) : (
          <table className="timeline-table">
            <tbody>
              {moves.map(({ wave, task, track, accounts }) => (
                <tr key={wave.id}>
                  <th scope="row">
                    <TrackDot track={track.key} />
                  </th>
                  <td>
                    <button type="button" className="timeline-link" onClick={() => show({ kind: 'task', taskId: task.id })}>
                      {t.translate('timelinePage.wave', { number: wave.number })}
                    </button>
                    <br />
                    <span className="small soft">
                      {task.startsOn !== null && task.finishesOn !== null
                        ? t.dateRange(task.startsOn, task.finishesOn)
                        : t.translate('timelinePage.row.noDates')}
                    </span>
                  </td>
                  <td className="number">{t.number(accounts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </SidePanel>
  );
}
