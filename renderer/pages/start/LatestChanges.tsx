import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { instantText } from '../history/days.ts';

export function LatestChanges() {
  const translator = useTranslator();
  const { translate } = translator;
  const go = useRoute((state) => state.go);
  const { data } = useQuery('history.list', { limit: 4 });
  if (!data || data.total === 0) return null;
  return (
    <section className="section" aria-labelledby="changes-heading">
      <div className="section-head">
        <h2 id="changes-heading">{translate('startPage.changes')}</h2>
        <button type="button" className="button-quiet" onClick={() => go('history')}>
          {translate('startPage.changesOpen')}
        </button>
      </div>
      <ul className="change-list">
        {data.entries.map((entry) => (
          <li key={entry.sequence}>
            <span className={entry.state === 'undone' ? 'soft' : undefined}>{translate(entry.labelKey, entry.params)}</span>
            <span className="small soft">
              {`${entry.actor}, ${instantText(translator, entry.at)}`}
              {entry.state === 'undone' && ` · ${translate('historyPage.undone')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
