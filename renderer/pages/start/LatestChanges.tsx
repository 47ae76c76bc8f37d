import type { ReactNode } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { toDayNumber, weekday } from '../../../core/domain/calendar.ts';
import type { Translator } from '../../../core/i18n/translate.ts';
import { type SinceVisit, useLastVisit, type Visit } from '../../core/lastVisit.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { useQuery } from '../../core/useQuery.ts';
import { dayOf, instantText, timeOf } from '../history/days.ts';
import { changesSince } from './changeGroups.ts';

/** More than these are not told one by one; the history has them all. */
const entriesAsked = 500;
const latestShown = 4;

/** What has changed since this person had the plan open last; at the first visit, the latest changes. */
export function LatestChanges() {
  const { translate } = useTranslator();
  const go = useRoute((state) => state.go);
  const { data } = useQuery('history.list', { limit: entriesAsked });
  const since = useLastVisit((state) => state.since);
  if (!data || data.total === 0) return null;
  const last = since !== null && since.plan === data.beganAt ? since.last : null;
  return (
    <section className="section" aria-labelledby="changes-heading">
      <div className="section-head">
        <h2 id="changes-heading">{translate(last === null ? 'startPage.changes' : 'startPage.sinceLast')}</h2>
        <button type="button" className="button-quiet" onClick={() => go('history', last === null ? null : `since:${last.sequence}`)}>
          {translate('startPage.changesOpen')}
        </button>
      </div>
      {last === null || since === null ? <Latest entries={data.entries.slice(0, latestShown)} /> : <Since history={data} last={last} since={since} />}
    </section>
  );
}

function Since({ history, last, since }: { readonly history: Output<'history.list'>; readonly last: Visit; readonly since: SinceVisit }) {
  const translator = useTranslator();
  const { translate } = translator;
  const when = whenText(translator, last.at);
  // A file that was copied back is older than what was seen of it.
  if (since.openedAt < last.sequence) return <Quiet>{translate('startPage.since.older', { when })}</Quiet>;
  const { changes, people, groups, isCut } = changesSince(history.entries, history.total, last.sequence, since.openedAt);
  if (groups.length === 0) return <Quiet>{translate('startPage.since.nothing', { when })}</Quiet>;
  return (
    <>
      {changes > 0 && <p className="since-sum">{translate(isCut ? 'startPage.since.sumOver' : 'startPage.since.sum', { when, changes, people })}</p>}
      {changes === 0 && <p className="since-sum">{translate('startPage.since.onlyUndone', { when })}</p>}
      <ul className="change-list">
        {groups.map(({ messageKey, params }) => (
          <li key={messageKey}>{translate(messageKey, params)}</li>
        ))}
      </ul>
    </>
  );
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return <p className="soft">{children}</p>;
}

function Latest({ entries }: { readonly entries: Output<'history.list'>['entries'] }) {
  const translator = useTranslator();
  const { translate } = translator;
  return (
    <ul className="change-list">
      {entries.map((entry) => (
        <li key={entry.sequence}>
          <span className={entry.state === 'undone' ? 'soft' : undefined}>{translate(entry.labelKey, entry.params)}</span>
          <span className="small soft">
            {`${entry.actor}, ${instantText(translator, entry.at)}`}
            {entry.state === 'undone' && ` · ${translate('historyPage.undone')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** "today at 14:05", "Tuesday, 17 November 2026". */
function whenText({ translate, dateLong }: Translator, instant: string): string {
  const day = dayOf(instant);
  if (day === today()) return translate('startPage.since.today', { time: timeOf(instant) });
  return translate('startPage.since.day', { weekday: translate(`timelinePage.weekday.${weekday(toDayNumber(day))}`), day: dateLong(day) });
}
