import { useMemo } from 'react';
import { useTranslator } from '../../core/settings.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { StateMark } from './StateMark.tsx';
import { type TrackStatus, useTrackingView } from './trackingView.ts';

type Problem = TrackStatus['problems'][number];

/** What holds accounts back, most accounts first; each reason leads to its accounts. */
export function ProblemList({ track }: { readonly track: TrackStatus }) {
  const { translate, number } = useTranslator();
  const showAccounts = useTrackingView((state) => state.showAccounts);
  const columns = useMemo((): readonly Column<Problem>[] => {
    const all = Math.max(1, track.states.problem);
    return [
      { id: 'state', heading: translate('trackingPage.state'), width: '120px', render: () => <StateMark state="problem" /> },
      { id: 'reason', heading: translate('trackingPage.reason'), width: 'minmax(240px, 3fr)', render: ({ reason }) => reason, text: ({ reason }) => reason },
      {
        id: 'bar',
        heading: translate('trackingPage.share'),
        width: 'minmax(120px, 2fr)',
        render: ({ accounts }) => <span className="tracking-reason-bar" aria-hidden="true" style={{ width: `${(accounts / all) * 100}%` }} />,
      },
      {
        id: 'accounts',
        heading: translate('trackingPage.accounts'),
        width: '96px',
        align: 'right',
        render: ({ accounts }) => number(accounts),
        text: ({ accounts }) => number(accounts),
      },
      {
        id: 'show',
        heading: translate('trackingPage.action'),
        width: '160px',
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
  }, [translate, number, showAccounts, track.states.problem]);
  return (
    <DataTable
      label={translate('trackingPage.board.problems')}
      columns={columns}
      rowCount={track.problems.length}
      rowAt={(index) => track.problems[index]}
      keyOf={({ reason }) => reason}
      onOpenRow={({ reason }) => showAccounts({ state: 'problem', search: reason.slice(0, 200) })}
      empty={translate('trackingPage.noProblems')}
    />
  );
}
