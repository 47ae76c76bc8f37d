import type { Output } from '../../../core/contract/contract.ts';
import type { Task } from '../../../core/domain/schedule/timeline/timeline.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { MoveForm } from './MoveForm.tsx';
import { WaveUnits } from './WaveUnits.tsx';

/** One task: when, how many, who, why there, and what it would mean to have it elsewhere. */
export function TaskPanel({ data, task, onClose }: { readonly data: Output<'schedule.getTimeline'>; readonly task: Task; readonly onClose: () => void }) {
  const t = useTranslator();
  const track = data.timeline.tracks.find(({ id }) => id === task.trackId);
  const wave = data.timeline.waves.find(({ id }) => id === task.waveId);
  const isCritical = data.criticalTasks.includes(task.id);
  return (
    <SidePanel title={task.name} onClose={onClose}>
      <section>
        <dl className="timeline-facts">
          {track && (
            <>
              <dt>{t.translate('timelinePage.task.track')}</dt>
              <dd>
                <TrackDot track={track.key} />
              </dd>
            </>
          )}
          <dt>{t.translate('timelinePage.task.dates')}</dt>
          <dd>
            {task.startsOn === null || task.finishesOn === null ? (
              t.translate('timelinePage.row.noDates')
            ) : (
              <>
                {t.dateRange(task.startsOn, task.finishesOn)}
                <br />
                <span className="small soft">
                  {[
                    `${t.translate('common.weekPrefix')} ${t.isoWeekRange(task.startsOn, task.finishesOn)}`,
                    ...(task.kind === 'gate' ? [] : [t.translate('timelinePage.workingDays', { count: task.workingDays })]),
                  ].join(' · ')}
                </span>
              </>
            )}
          </dd>
          {wave && (
            <>
              <dt>{t.translate('timelinePage.task.accounts')}</dt>
              <dd>{t.number(wave.accountCount)}</dd>
            </>
          )}
          {isCritical && (
            <>
              <dt>{t.translate('timelinePage.task.chain')}</dt>
              <dd>{t.translate('timelinePage.task.isCritical')}</dd>
            </>
          )}
        </dl>
      </section>
      <Why task={task} />
      <MoveForm data={data} task={task} />
      {wave && <WaveUnits wave={wave} />}
    </SidePanel>
  );
}

function Why({ task }: { readonly task: Task }) {
  const { translate } = useTranslator();
  const { data } = useQuery('schedule.explainTask', { taskId: task.id });
  if (data?.taskId !== task.id) return null;
  return (
    <section>
      <h3>{translate('timelinePage.why')}</h3>
      <ul className="timeline-reasons">
        {data.reasons.map((reason) => (
          <li key={`${reason.messageKey} ${JSON.stringify(reason.params)}`}>{translate(reason.messageKey, reason.params)}</li>
        ))}
      </ul>
      {data.slackWorkingDays !== null && <p className="soft">{translate('timelinePage.slack', { count: data.slackWorkingDays })}</p>}
    </section>
  );
}
