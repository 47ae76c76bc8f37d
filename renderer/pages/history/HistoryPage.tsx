import { Redo2, ShieldCheck, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { useNotices } from '../../core/notices.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { useCommand } from '../../core/useCommand.ts';
import { usePages } from '../../core/usePages.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { EmptyPage } from '../../parts/EmptyPage.tsx';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { dayName, dayOf } from './days.ts';
import { HistoryLine } from './HistoryLine.tsx';
import { RollBackDialog } from './RollBackDialog.tsx';
import { standingOf } from './standing.ts';
import './history.css';

type Entry = Output<'history.list'>['entries'][number];
const shownAtOnce = 100;

/** Who did what when, in words, newest first under its day; any of the moments can be brought back. */
export function HistoryPage() {
  const translator = useTranslator();
  const { translate, number } = translator;
  const [shown, setShown] = useState(shownAtOnce);
  const [rollingBack, setRollingBack] = useState<Entry | null>(null);
  const [isChecking, setChecking] = useState(false);
  const seenUntil = useRoute(({ detail }) => (detail?.startsWith('since:') ? Number(detail.slice('since:'.length)) : null));
  const { data } = useQuery('history.list', { limit: 1 });
  const { total, rowAt, onRange } = usePages('history.list', {}, (page) => ({ total: page.total, rows: page.entries }));
  useEffect(() => onRange(0, shown - 1), [onRange, shown]);
  const oldest = rowAt(Math.min(shown, total) - 1)?.sequence;
  useEffect(() => {
    // Whoever comes to see what is new gets all of it, down to the place where they were last.
    if (seenUntil !== null && oldest !== undefined && oldest > seenUntil && shown < total) setShown(shown + 2 * shownAtOnce);
  }, [seenUntil, oldest, shown, total]);
  const restore = useCommand('history.restore');
  const undo = useCommand('history.undo');
  const redo = useCommand('history.redo');
  const tell = useNotices((state) => state.tell);
  if (!data) return null;
  const isBusy = restore.isRunning || undo.isRunning || redo.isRunning;
  const now = today();
  const entries = Array.from({ length: Math.min(shown, total) }, (_, index) => rowAt(index)).filter((entry) => entry !== undefined);

  const firstSeen = seenUntil === null ? undefined : entries.find(({ sequence }) => sequence <= seenUntil)?.sequence;

  const goTo = async ({ sequence, labelKey, params }: Entry) => {
    const done = await restore.run({ sequence });
    if (done) tell('historyPage.restored', { what: translate(labelKey, params), steps: Number(done.params.steps ?? 0) });
  };
  const step = async (direction: 'undo' | 'redo') => {
    const done = await (direction === 'undo' ? undo : redo).run({});
    if (done) tell(`window.${direction}`, { what: translate(done.labelKey, done.params) });
  };
  return (
    <>
      <div className="history">
        <PageHeading title={translate('window.page.history')} lead={translate('historyPage.lead', { total: data.total })}>
          <button type="button" className="button" aria-expanded={isChecking} onClick={() => setChecking(true)}>
            <ShieldCheck size={16} aria-hidden />
            {translate('historyPage.check')}
          </button>
          <ChangeButton type="button" className="button" disabled={data.undo === null || isBusy} onClick={() => void step('undo')}>
            <Undo2 size={16} aria-hidden />
            {translate('historyPage.undo')}
          </ChangeButton>
          <ChangeButton type="button" className="button" disabled={data.redo === null || isBusy} onClick={() => void step('redo')}>
            <Redo2 size={16} aria-hidden />
            {translate('historyPage.redo')}
          </ChangeButton>
        </PageHeading>
        {data.total === 0 && <EmptyPage sentence={translate('historyPage.empty')} />}
        {byDay(entries).map(({ day, entries: ofDay }) => (
          <section key={day} aria-labelledby={`day-${day}`}>
            <h2 id={`day-${day}`} className="history-day">
              {dayName(translator, day, now)}
            </h2>
            <ol reversed className="history-list">
              {ofDay.map((entry) => (
                <HistoryLine
                  key={entry.sequence}
                  entry={entry}
                  standing={standingOf(entry, data)}
                  isSeenLast={entry.sequence === firstSeen}
                  isBusy={isBusy}
                  onRestore={() => void goTo(entry)}
                  onRollBack={entry.mayRollBack ? () => setRollingBack(entry) : null}
                />
              ))}
            </ol>
          </section>
        ))}
        {total > entries.length && (
          <p className="history-more">
            <span className="soft number">{translate('historyPage.shown', { shown: number(entries.length), total: number(total) })}</span>
            <button type="button" className="button" onClick={() => setShown((before) => before + 2 * shownAtOnce)}>
              {translate('historyPage.more')}
            </button>
          </p>
        )}
      </div>
      {rollingBack && <RollBackDialog entry={rollingBack} onClose={() => setRollingBack(null)} />}
      {isChecking && <CheckPanel onClose={() => setChecking(false)} />}
    </>
  );
}

function byDay(entries: readonly Entry[]): { readonly day: IsoDate; readonly entries: readonly Entry[] }[] {
  const days = new Map<IsoDate, Entry[]>();
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const list = days.get(day);
    if (list) list.push(entry);
    else days.set(day, [entry]);
  }
  return [...days].map(([day, list]) => ({ day, entries: list }));
}
