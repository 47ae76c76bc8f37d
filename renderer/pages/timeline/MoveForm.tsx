import { useCallback } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { addDays, type IsoDate } from '../../../core/domain/calendar.ts';
import type { Task } from '../../../core/domain/schedule/timeline.ts';
import { createWorkingCalendar, firstWorkingDay } from '../../../core/domain/schedule/workingCalendar.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { DateInput } from '../../parts/DateInput.tsx';
import { type MoveDraft, useTimelineView } from './timelineStore.ts';

/** Where the task should start at the earliest: by buttons, by a date, or by dragging its bar; what follows from it stands here before it is done. */
export function MoveForm({ data, task }: { readonly data: Output<'schedule.getTimeline'>; readonly task: Task }) {
  const t = useTranslator();
  const { draft, propose } = useTimelineView();
  const own = draft?.taskId === task.id ? draft : null;
  const start = own?.notBefore ?? task.notBefore ?? task.startsOn;
  const at = (date: IsoDate) => {
    const calendar = createWorkingCalendar(data.holidays.map((holiday) => holiday.date));
    propose({ taskId: task.id, notBefore: firstWorkingDay(calendar, date) });
  };
  return (
    <section>
      <h3>{t.translate('timelinePage.move')}</h3>
      {task.notBefore !== null && <p>{t.translate('timelinePage.move.held', { date: task.notBefore })}</p>}
      <div className="move-fields">
        <DateInput label={t.translate('timelinePage.move.notBefore')} value={start} onChange={at} />
        <div className="move-steps">
          <button type="button" className="button" disabled={start === null} onClick={() => start !== null && at(addDays(start, -7))}>
            {t.translate('timelinePage.move.earlier')}
          </button>
          <button type="button" className="button" disabled={start === null} onClick={() => start !== null && at(addDays(start, 7))}>
            {t.translate('timelinePage.move.later')}
          </button>
          {task.notBefore !== null && (
            <button type="button" className="button-quiet" onClick={() => propose({ taskId: task.id, notBefore: null })}>
              {t.translate('timelinePage.move.release')}
            </button>
          )}
        </div>
      </div>
      {own && <MovePreview task={task} draft={own} />}
    </section>
  );
}

function MovePreview({ task, draft }: { readonly task: Task; readonly draft: MoveDraft }) {
  const t = useTranslator();
  const { data, error, isFetching } = useQuery('schedule.previewHold', draft);
  const move = useCommand('schedule.moveTask');
  const tell = useNotices((state) => state.tell);
  const propose = useTimelineView((state) => state.propose);
  const take = useCallback(async () => {
    if (!data) return;
    const done = await move.run({ ...draft, revision: data.revision });
    if (!done) return;
    propose(null);
    tell(done.labelKey, done.params, true);
  }, [data, draft, move, propose, tell]);
  if (error) return <p role="alert">{t.translate(error.messageKey, error.params)}</p>;
  if (data?.taskId !== draft.taskId) return <p className="soft">{t.translate('window.loading')}</p>;

  const others = data.moved.filter((one) => one.taskId !== task.id);
  const own = data.moved.find((one) => one.taskId === task.id);
  const startsOn = own ? own.startsOn : task.startsOn;
  const shift = data.finishShiftDays ?? 0;
  return (
    <div className="move-preview" aria-live="polite" aria-busy={isFetching}>
      <ul>
        <li>
          {own && startsOn !== null
            ? t.translate('timelinePage.preview.starts', {
                date: startsOn,
                direction: (own.shiftDays ?? 0) < 0 ? 'earlier' : 'later',
                days: Math.abs(own.shiftDays ?? 0),
              })
            : t.translate('timelinePage.preview.stays')}
        </li>
        {draft.notBefore !== null && startsOn !== null && startsOn > draft.notBefore && (
          <li className="soft">{t.translate('timelinePage.preview.laterThanAsked')}</li>
        )}
        <li>{t.translate('timelinePage.preview.moves', { count: others.length })}</li>
        <li>
          {shift === 0
            ? t.translate('timelinePage.preview.finishStays', { date: data.finish ?? '' })
            : t.translate('timelinePage.preview.finish', { direction: shift < 0 ? 'earlier' : 'later', days: Math.abs(shift), date: data.finish ?? '' })}
        </li>
        {data.costDifferenceCents !== 0 && (
          <li>
            {t.translate('timelinePage.preview.cost', {
              direction: data.costDifferenceCents < 0 ? 'less' : 'more',
              differenceCents: Math.abs(data.costDifferenceCents),
            })}
          </li>
        )}
        {data.renewalsMissed.map((renewal) => (
          <li key={`missed ${renewal.contractId} ${renewal.renewsOn}`} className="is-bad">
            {t.translate('timelinePage.preview.misses', { contract: renewal.name, decideBy: renewal.decideBy, costCents: renewal.costCents })}
          </li>
        ))}
        {data.renewalsAvoided.map((renewal) => (
          <li key={`avoided ${renewal.contractId} ${renewal.renewsOn}`}>
            {t.translate('timelinePage.preview.avoids', { contract: renewal.name, decideBy: renewal.decideBy, costCents: renewal.costCents })}
          </li>
        ))}
      </ul>
      <div className="move-steps">
        <ChangeButton
          type="button"
          className="button-primary"
          disabled={move.isRunning || isFetching || draft.notBefore === task.notBefore}
          onClick={() => void take()}
        >
          {t.translate(draft.notBefore === null ? 'timelinePage.move.releaseNow' : 'timelinePage.move.take')}
        </ChangeButton>
        <button type="button" className="button-quiet" onClick={() => propose(null)}>
          {t.translate('timelinePage.move.discard')}
        </button>
      </div>
    </div>
  );
}
