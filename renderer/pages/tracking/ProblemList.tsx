import { useMemo } from 'react';
import { useTranslator } from '../../core/settings.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { plainFigure } from '../../parts/plainFigure.ts';
import { SearchField } from '../../parts/SearchField.tsx';
import { useWriteTable } from '../../parts/useWriteTable.ts';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { findRows, orderRows } from '../../parts/wholeList.ts';
import { useProblemList, usualProblemSort } from './boardLists.ts';
import { type TrackStatus, useTrackingView } from './trackingView.ts';

type Problem = TrackStatus['problems'][number];
const usualColumns = ['reason', 'bar', 'accounts', 'show'];

/** What holds accounts back, most accounts first; each reason leads to its accounts. */
export function ProblemList({ track }: { readonly track: TrackStatus }) {
  const { translate, number, percent, locale } = useTranslator();
  const showAccounts = useTrackingView((state) => state.showAccounts);
  const { filter, sort, sortBy, setFilter, show } = useProblemList();
  const write = useWriteTable();
  const all = useMemo((): readonly Column<Problem>[] => {
    const whole = Math.max(1, track.states.problem);
    return [
      {
        id: 'reason',
        heading: translate('trackingPage.reason'),
        width: 'minmax(240px, 3fr)',
        sort: 'reason',
        render: ({ reason }) => reason,
        text: ({ reason }) => reason,
      },
      {
        id: 'bar',
        heading: translate('trackingPage.share'),
        width: 'minmax(120px, 2fr)',
        render: ({ accounts }) => <span className="tracking-reason-bar" aria-hidden="true" style={{ width: `${(accounts / whole) * 100}%` }} />,
        text: ({ accounts }) => percent(accounts / whole, 1),
      },
      {
        id: 'accounts',
        heading: translate('trackingPage.accounts'),
        width: '96px',
        align: 'right',
        sort: 'accounts',
        render: ({ accounts }) => number(accounts),
        text: ({ accounts }) => number(accounts),
        copied: ({ accounts }) => plainFigure(accounts, locale),
      },
      {
        id: 'show',
        heading: translate('trackingPage.action'),
        width: '160px',
        copied: false,
        render: ({ reason }) => (
          <button
            type="button"
            className="button-quiet tracking-mark"
            aria-label={translate('trackingPage.showReason', { reason })}
            onClick={() => showAccounts({ state: 'problem', search: reason.slice(0, 200) })}
          >
            {translate('trackingPage.show')}
          </button>
        ),
      },
    ];
  }, [translate, number, percent, locale, showAccounts, track.states.problem]);
  const columns = useShownColumns('problems', all, usualColumns);
  const rows = useMemo(
    () =>
      orderRows(
        findRows(track.problems, filter.search, ({ reason }) => [reason]),
        sort,
        (row, by) => (by === 'reason' ? row.reason : row.accounts),
      ),
    [track.problems, filter, sort],
  );
  return (
    <>
      <div className="tracking-tools">
        <SearchField label={translate('trackingPage.searchReasons')} value={filter.search} onChange={(search) => setFilter({ search })} />
        <TableTools
          table="problems"
          columns={columns}
          filter={filter}
          sort={sort}
          usualSort={usualProblemSort}
          builtIn={[{ id: 'all', name: translate('parts.view.all'), filter: { search: '' }, sort: null }]}
          onApply={show}
          onCopy={() => write(columns.shown, rows)}
        />
      </div>
      <DataTable
        label={translate('trackingPage.board.problems')}
        columns={columns.shown}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        keyOf={({ reason }) => reason}
        sort={sort}
        onSort={sortBy}
        onOpenRow={({ reason }) => showAccounts({ state: 'problem', search: reason.slice(0, 200) })}
        empty={translate(track.problems.length === 0 ? 'trackingPage.noProblems' : 'trackingPage.noReason')}
      />
    </>
  );
}
