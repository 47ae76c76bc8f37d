import { useMemo } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { goTo } from '../../core/goTo.ts';
import { useTranslator } from '../../core/settings.ts';
import { type DueEntry, dueList } from './dueList.ts';

const shown = 8;

export function DueNow({ timeline, today }: { readonly timeline: Output<'schedule.getTimeline'>; readonly today: IsoDate }) {
  const { translate } = useTranslator();
  const entries = useMemo(() => dueList(timeline, today), [timeline, today]);
  const groups = (['past', 'week', 'later'] as const).flatMap((when) => {
    const own = entries.slice(0, shown).filter((entry) => entry.when === when);
    return own.length === 0 ? [] : [{ when, own }];
  });
  return (
    <section className="section" aria-labelledby="due-heading">
      <h2 id="due-heading">{translate('startPage.due')}</h2>
      {entries.length === 0 && <p className="soft">{translate('startPage.dueNone')}</p>}
      {groups.map(({ when, own }) => (
        <div key={when} className={`due-group due-${when}`}>
          <h3 className="small">{translate(`startPage.due.${when}`)}</h3>
          <ul>
            {own.map((entry) => (
              <DueLine key={entry.key} entry={entry} />
            ))}
          </ul>
        </div>
      ))}
      {entries.length > shown && <p className="soft small due-more">{translate('startPage.dueMore', { count: entries.length - shown })}</p>}
    </section>
  );
}

function DueLine({ entry }: { readonly entry: DueEntry }) {
  const { translate, date } = useTranslator();
  const { target, kind, name, on, endsOn, accounts } = entry;
  return (
    <li>
      <button type="button" className="line-button" onClick={() => goTo(target)}>
        <span className="line-date number">{date(on)}</span>
        <span className="line-text">{translate(`startPage.due.${kind}`, { name })}</span>
        <span className="soft number">
          {kind === 'decision' && endsOn !== null && translate('startPage.due.decisionNote', { date: endsOn })}
          {kind === 'wave' && translate('startPage.due.waveNote', { accounts })}
        </span>
      </button>
    </li>
  );
}
