import { useEffect, useRef } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useTranslator } from '../../core/settings.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { timeOf } from './days.ts';
import type { Standing } from './standing.ts';

type HistoryLineProps = {
  readonly entry: Output<'history.list'>['entries'][number];
  readonly standing: Standing;
  /** The newest step that the person had seen at their last visit. */
  readonly isSeenLast: boolean;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
  /** Null for steps that are not taken back alone. */
  readonly onRollBack: (() => void) | null;
};

export function HistoryLine({ entry, standing, isSeenLast, isBusy, onRestore, onRollBack }: HistoryLineProps) {
  const { translate } = useTranslator();
  const what = translate(entry.labelKey, entry.params);
  const line = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isSeenLast) line.current?.scrollIntoView({ block: 'center' });
  }, [isSeenLast]);
  return (
    <li
      ref={line}
      className={`history-line history-${standing}${isSeenLast ? ' history-seen' : ''}`}
      aria-current={standing === 'current' ? 'true' : undefined}
    >
      <time className="number soft" dateTime={entry.at}>
        {timeOf(entry.at)}
      </time>
      <span className="history-what">
        <span>{what}</span>
        {standing === 'current' && <StatusMark state="done" label={translate('historyPage.current')} />}
        {isSeenLast && <span className="history-seen-mark small">{translate('historyPage.seenLast')}</span>}
        {standing === 'undone' && <StatusMark state="planned" label={translate('historyPage.undone')} />}
        {standing === 'replaced' && <StatusMark state="frozen" label={translate('historyPage.replaced')} />}
      </span>
      <span className="soft history-actor">{entry.actor}</span>
      <span className="soft number">{entry.rows > 0 && translate('historyPage.rows', { rows: entry.rows })}</span>
      {(standing === 'done' || standing === 'undone') && entry.rows > 0 ? (
        <span className="history-actions">
          {onRollBack && standing === 'done' && (
            <ChangeButton type="button" className="button-quiet" disabled={isBusy} onClick={onRollBack}>
              {translate('historyPage.rollBack')}
              <span className="visually-hidden">{`: ${what}`}</span>
            </ChangeButton>
          )}
          <ChangeButton type="button" className="button-quiet" disabled={isBusy} onClick={onRestore}>
            {translate('historyPage.restore')}
            <span className="visually-hidden">{`: ${what}`}</span>
          </ChangeButton>
        </span>
      ) : (
        <span />
      )}
    </li>
  );
}
