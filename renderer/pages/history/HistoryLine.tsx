import type { Output } from '../../../core/contract/contract.ts';
import { useTranslator } from '../../core/settings.ts';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { timeOf } from './days.ts';
import type { Standing } from './standing.ts';

type HistoryLineProps = {
  readonly entry: Output<'history.list'>['entries'][number];
  readonly standing: Standing;
  readonly isBusy: boolean;
  readonly onRestore: () => void;
};

export function HistoryLine({ entry, standing, isBusy, onRestore }: HistoryLineProps) {
  const { translate } = useTranslator();
  const what = translate(entry.labelKey, entry.params);
  return (
    <li className={`history-line history-${standing}`} aria-current={standing === 'current' ? 'true' : undefined}>
      <time className="number soft" dateTime={entry.at}>
        {timeOf(entry.at)}
      </time>
      <span className="history-what">
        <span>{what}</span>
        {standing === 'current' && <StatusMark state="done" label={translate('historyPage.current')} />}
        {standing === 'undone' && <StatusMark state="planned" label={translate('historyPage.undone')} />}
        {standing === 'replaced' && <StatusMark state="frozen" label={translate('historyPage.replaced')} />}
      </span>
      <span className="soft history-actor">{entry.actor}</span>
      <span className="soft number">{entry.rows > 0 && translate('historyPage.rows', { rows: entry.rows })}</span>
      {(standing === 'done' || standing === 'undone') && entry.rows > 0 ? (
        <button type="button" className="button-quiet" disabled={isBusy} onClick={onRestore}>
          {translate('historyPage.restore')}
          <span className="visually-hidden">{`: ${what}`}</span>
        </button>
      ) : (
        <span />
      )}
    </li>
  );
}
