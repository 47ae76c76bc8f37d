import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslator } from '../../core/settings.ts';
import { usePages } from '../../core/usePages.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { AccountFilters } from './AccountFilters.tsx';
import { AccountPanel } from './AccountPanel.tsx';
import { StateMark } from './StateMark.tsx';
import { StateForm } from './StateForm.tsx';
import { type AccountFilter, type AccountLine, type TrackStatus, useTrackingView, type WaveStatus } from './trackingView.ts';
import { useAccountSelection } from './useAccountSelection.ts';
import { useDelayed } from './useDelayed.ts';
import { useSetStates } from './useSetStates.ts';

/** The accounts of a track, one line each, with what becomes of many of them in one step. */
export function AccountList({ track, waves }: { readonly track: TrackStatus; readonly waves: readonly WaveStatus[] }) {
  const { translate, date } = useTranslator();
  const { filter, day } = useTrackingView();
  const search = useDelayed(filter.search ?? '').trim();
  const { state, unitId, waveId } = filter;
  const wanted = useMemo(
    (): AccountFilter => ({
      ...(state === undefined ? {} : { state }),
      ...(unitId === undefined ? {} : { unitId }),
      ...(waveId === undefined ? {} : { waveId }),
      ...(search === '' ? {} : { search }),
    }),
    [state, unitId, waveId, search],
  );
  const accounts = usePages('tracking.listAccounts', { trackId: track.trackId, ...wanted }, ({ total, accounts: rows }) => ({ total, rows }));
  const selection = useAccountSelection(wanted, accounts.total);
  const { setStates, isRunning } = useSetStates();
  const [open, setOpen] = useState<AccountLine | null>(null);
  const { clear } = selection;

  const columns = useMemo(
    (): readonly Column<AccountLine>[] => [
      { id: 'login', heading: translate('trackingPage.login'), width: 'minmax(220px, 3fr)', render: ({ login }) => login, text: ({ login }) => login },
      {
        id: 'unit',
        heading: translate('trackingPage.unit'),
        width: 'minmax(160px, 2fr)',
        render: ({ unitPath }) => unitPath,
        text: ({ unitPath }) => unitPath,
      },
      {
        id: 'state',
        heading: translate('trackingPage.state'),
        width: '120px',
        render: ({ state }) => <StateMark state={state} />,
        text: ({ state }) => translate(`common.state.${state}`),
      },
      { id: 'reason', heading: translate('trackingPage.reason'), width: 'minmax(96px, 2fr)', render: ({ reason }) => reason, text: ({ reason }) => reason },
      {
        id: 'since',
        heading: translate('trackingPage.since'),
        width: '104px',
        align: 'right',
        render: ({ changedOn }) => (changedOn === null ? <span className="soft">–</span> : date(changedOn)),
        text: ({ changedOn }) => (changedOn === null ? '' : date(changedOn)),
      },
    ],
    [translate, date],
  );
  const reasons = track.problems.map(({ reason }) => reason);
  return (
    <>
      <AccountFilters waves={waves} total={accounts.total} />
      {selection.count > 0 && (
        <section className="tracking-bulk" aria-label={translate('trackingPage.bulk')}>
          <strong role="status">{translate('trackingPage.selected', { count: selection.count })}</strong>
          <StateForm
            state="migrated"
            reason=""
            reasons={reasons}
            submit={translate('trackingPage.setStates')}
            isRunning={isRunning}
            onSubmit={(state, reason) =>
              void setStates({ trackId: track.trackId, state, reason, on: day, accounts: selection.accounts }).then((isDone) => isDone && clear())
            }
          />
          <button
            type="button"
            className="icon-button"
            aria-label={translate('trackingPage.clearSelection')}
            title={translate('trackingPage.clearSelection')}
            onClick={clear}
          >
            <X size={16} aria-hidden />
          </button>
        </section>
      )}
      <DataTable
        label={translate('trackingPage.board.accounts')}
        columns={columns}
        rowCount={accounts.total}
        rowAt={accounts.rowAt}
        keyOf={({ accountId }) => accountId}
        onRange={accounts.onRange}
        selection={selection.table}
        onOpenRow={setOpen}
        openKey={open?.accountId}
        empty={accounts.isFetching ? translate('window.loading') : translate('trackingPage.noneFound')}
      />
      {open !== null && <AccountPanel key={open.accountId} account={open} track={track} reasons={reasons} onClose={() => setOpen(null)} />}
    </>
  );
}
