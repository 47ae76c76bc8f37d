import { useCallback } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { addDays, type IsoDate } from '../../../core/domain/calendar.ts';
import type { Translator } from '../../../core/i18n/translate.ts';
import type { Task } from '../../../core/domain/schedule/timeline/timeline.ts';
import { createWorkingCalendar, firstWorkingDay } from '../../../core/domain/schedule/calendar/workingCalendar.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { DateInput } from '../../parts/DateInput.tsx';
import { Spoken } from '../../parts/Spoken.tsx';
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
  const facts = data?.taskId === draft.taskId ? previewFacts(data, task, draft, t) : null;
  return (
    <div className="move-preview" aria-busy={isFetching}>
      {/* In one piece and in this order; while the days are still being changed, nothing. */}
      <Spoken text={facts === null || isFetching ? '' : facts.map(({ sentence }) => sentence).join(' ')} />
      {facts === null ? (
        <p className="soft">{t.translate('window.loading')}</p>
      ) : (
        <ul>
          {facts.map(({ key, sentence, look }) => (
            <li key={key} className={look}>
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {facts !== null && (
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
      )}
    </div>
  );
}

type Fact = { readonly key: string; readonly sentence: string; readonly look?: 'soft' | 'is-bad' };

/** What follows from a move, in sentences: the task itself first, then the others, the finish, the cost and the contracts. */
function previewFacts(data: Output<'schedule.previewHold'>, task: Task, draft: MoveDraft, { translate }: Translator): readonly Fact[] {
  const others = data.moved.filter((one) => one.taskId !== task.id);
  const own = data.moved.find((one) => one.taskId === task.id);
  const startsOn = own ? own.startsOn : task.startsOn;
  const ownShift = own?.shiftDays ?? 0;
  const shift = data.finishShiftDays ?? 0;
  const directionOf = (days: number) => (days < 0 ? 'earlier' : 'later');
  return [
    {
      key: 'starts',
      sentence:
        own && startsOn !== null
          ? translate('timelinePage.preview.starts', { date: startsOn, direction: directionOf(ownShift), days: Math.abs(ownShift) })
          : translate('timelinePage.preview.stays'),
    },
    ...(draft.notBefore !== null && startsOn !== null && startsOn > draft.notBefore
      ? [{ key: 'later', sentence: translate('timelinePage.preview.laterThanAsked'), look: 'soft' as const }]
      : []),
    { key: 'others', sentence: translate('timelinePage.preview.moves', { count: others.length }) },
    {
      key: 'finish',
      sentence:
        shift === 0
          ? translate('timelinePage.preview.finishStays', { date: data.finish ?? '' })
          : translate('timelinePage.preview.finish', { direction: directionOf(shift), days: Math.abs(shift), date: data.finish ?? '' }),
    },
    ...(data.costDifferenceCents === 0
      ? []
      : [
          {
            key: 'cost',
            sentence: translate('timelinePage.preview.cost', {
              direction: data.costDifferenceCents < 0 ? 'less' : 'more',
              differenceCents: Math.abs(data.costDifferenceCents),
            }),
          },
        ]),
    ...data.renewalsMissed.map(({ contractId, renewsOn, name, decideBy, costCents }) => ({
      key: `missed ${contractId} ${renewsOn}`,
      sentence: translate('timelinePage.preview.misses', { contract: name, decideBy, costCents }),
      look: 'is-bad' as const,
    })),
    ...data.renewalsAvoided.map(({ contractId, renewsOn, name, decideBy, costCents }) => ({
      key: `avoided ${contractId} ${renewsOn}`,
      sentence: translate('timelinePage.preview.avoids', { contract: name, decideBy, costCents }),
    })),
  ];
}
