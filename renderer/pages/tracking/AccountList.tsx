import { useMemo, useState } from 'react';
import type { Input, Output } from '../../../core/contract/contract.ts';
import type { AccountId } from '../../../core/domain/ids.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useAsk } from '../../core/useAsk.ts';
import { usePages } from '../../core/usePages.ts';
import { ChosenBar } from '../../parts/ChosenBar.tsx';
import { type ChosenRows, nothingChosen } from '../../parts/chosenRows.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { plainFigure } from '../../parts/plainFigure.ts';
import { useCopyTable } from '../../parts/useCopyTable.ts';
import { useRowSelection } from '../../parts/useRowSelection.ts';
import { useShownColumns } from '../../parts/views/shownColumns.ts';
import type { FilterOf } from '../../parts/views/tableViews.ts';
import { TableTools } from '../../parts/views/TableTools.tsx';
import { AccountFilters } from './AccountFilters.tsx';
import { AccountPanel } from './AccountPanel.tsx';
import { StateMark } from './StateMark.tsx';
import { StateForm } from './StateForm.tsx';
import { type AccountFilter, type AccountLine, type TrackStatus, useTrackingView, usualAccountSort, type WaveStatus } from './trackingView.ts';
import { useDelayed } from './useDelayed.ts';
import { useSetStates } from './useSetStates.ts';

const pick = ({ total, accounts: rows }: Output<'tracking.listAccounts'>) => ({ total, rows });
/** As the tools count it that tell the sizes. */
const gigabyte = 1024 ** 3;
const usualColumns = ['login', 'unit', 'state', 'reason', 'since'];

/** The accounts of a track, one line each, with what becomes of many of them in one step. */
export function AccountList({ track, waves }: { readonly track: TrackStatus; readonly waves: readonly WaveStatus[] }) {
  const { translate, date, number, locale } = useTranslator();
  const { filter, day, accountSort, sortAccounts, showAccountView } = useTrackingView();
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
  const ordered = useMemo(
    () => ({ trackId: track.trackId, ...wanted, sort: accountSort.by, direction: accountSort.direction }),
    [track.trackId, wanted, accountSort],
  );
  const accounts = usePages('tracking.listAccounts', ordered, pick);
  const [held, setHeld] = useState({ wanted, chosen: nothingChosen });
  // Of another list nothing is chosen: what was chosen in the old one would be changed unseen.
  const chosen = held.wanted === wanted ? held.chosen : nothingChosen;
  const choose = (next: ChosenRows) => setHeld({ wanted, chosen: next });
  const askIds = useAsk('tracking.listAccountIds');
  const selection = useRowSelection({
    chosen,
    choose,
    total: accounts.total,
    list: JSON.stringify(ordered),
    askKeys: (offset, limit) => askIds({ ...ordered, offset, limit }),
  });
  const { setStates, isRunning } = useSetStates();
  const tell = useNotices((state) => state.tell);
  const [open, setOpen] = useState<AccountLine | null>(null);

  const all = useMemo(
    (): readonly Column<AccountLine>[] => [
      {
        id: 'login',
        heading: translate('trackingPage.login'),
        width: 'minmax(220px, 3fr)',
        sort: 'login',
        render: ({ login }) => login,
        text: ({ login }) => login,
      },
      {
        id: 'unit',
        heading: translate('trackingPage.unit'),
        width: 'minmax(160px, 2fr)',
        sort: 'unit',
        render: ({ unitPath }) => unitPath,
        text: ({ unitPath }) => unitPath,
      },
      {
        id: 'state',
        heading: translate('trackingPage.state'),
        width: '120px',
        sort: 'state',
        render: ({ state }) => <StateMark state={state} />,
        text: ({ state }) => translate(`common.state.${state}`),
      },
      { id: 'reason', heading: translate('trackingPage.reason'), width: 'minmax(96px, 2fr)', render: ({ reason }) => reason, text: ({ reason }) => reason },
      {
        id: 'since',
        heading: translate('trackingPage.since'),
        width: '104px',
        align: 'right',
        sort: 'since',
        render: ({ changedOn }) => (changedOn === null ? <span className="soft">–</span> : date(changedOn)),
        text: ({ changedOn }) => (changedOn === null ? '' : date(changedOn)),
        copied: ({ changedOn }) => changedOn ?? '',
      },
      {
        id: 'lastActiveOn',
        heading: translate('trackingPage.lastActiveOn'),
        width: '124px',
        align: 'right',
        render: ({ lastActiveOn }) => (lastActiveOn === null ? <span className="soft">{translate('common.unknown')}</span> : date(lastActiveOn)),
        text: ({ lastActiveOn }) => (lastActiveOn === null ? translate('common.unknown') : date(lastActiveOn)),
        copied: ({ lastActiveOn }) => lastActiveOn ?? '',
      },
      {
        id: 'mailboxBytes',
        heading: translate('trackingPage.mailbox'),
        width: '112px',
        align: 'right',
        render: ({ mailboxBytes }) =>
          mailboxBytes === null ? <span className="soft">{translate('common.unknown')}</span> : number(mailboxBytes / gigabyte, 2),
        text: ({ mailboxBytes }) => (mailboxBytes === null ? translate('common.unknown') : number(mailboxBytes / gigabyte, 2)),
        copied: ({ mailboxBytes }) => (mailboxBytes === null ? '' : plainFigure(mailboxBytes / gigabyte, locale, 2)),
      },
    ],
    [translate, date, number, locale],
  );
  const columns = useShownColumns('accounts', all, usualColumns);
  const copy = useCopyTable('tracking.listAccounts', ordered, pick, columns.shown);
  const reasons = track.problems.map(({ reason }) => reason);
  return (
    <>
      <AccountFilters waves={waves} total={accounts.total}>
        <TableTools
          table="accounts"
          columns={columns}
          filter={savedFilter(filter, waves)}
          sort={accountSort}
          usualSort={usualAccountSort}
          builtIn={[
            { id: 'all', name: translate('parts.view.all'), filter: { search: '' }, sort: null },
            {
              id: 'problems',
              name: translate('trackingPage.view.problems'),
              filter: { search: '', state: 'problem' },
              sort: { by: 'since', direction: 'ascending' },
            },
          ]}
          onApply={(saved, order) => {
            const narrow = filterOf(saved, waves);
            if (narrow) showAccountView(narrow, order);
            else tell('trackingPage.waveGone', { number: saved.wave ?? 0 });
          }}
          onCopy={copy}
        />
      </AccountFilters>
      <DataTable
        label={translate('trackingPage.board.accounts')}
        columns={columns.shown}
        rowCount={accounts.total}
        rowAt={accounts.rowAt}
        keyOf={({ accountId }) => accountId}
        onRange={accounts.onRange}
        sort={accountSort}
        onSort={sortAccounts}
        selection={selection}
        onOpenRow={setOpen}
        openKey={open?.accountId}
        empty={accounts.isFetching ? translate('window.loading') : translate('trackingPage.noneFound')}
      />
      <ChosenBar chosen={chosen} choose={choose} total={accounts.total}>
        <div className="tracking-bulk">
          <StateForm
            state="migrated"
            reason=""
            reasons={reasons}
            submit={translate('trackingPage.setStates')}
            isRunning={isRunning}
            onSubmit={(state, reason) =>
              void setStates({ trackId: track.trackId, state, reason, on: day, accounts: accountsOf(chosen, wanted) }).then(
                (isDone) => isDone && choose(nothingChosen),
              )
            }
          />
        </div>
      </ChosenBar>
      {open !== null && <AccountPanel key={open.accountId} account={open} track={track} reasons={reasons} onClose={() => setOpen(null)} />}
    </>
  );
}

function accountsOf({ isAll, keys }: ChosenRows, filter: AccountFilter): Input<'tracking.setStates'>['accounts'] {
  const ids = [...keys] as AccountId[];
  return isAll ? { by: 'filter', ...filter, exceptAccountIds: ids } : { by: 'account', accountIds: ids };
}

type SavedFilter = FilterOf<'accounts'>;

function savedFilter({ search = '', state, unitId, waveId }: AccountFilter, waves: readonly WaveStatus[]): SavedFilter {
  return { search, state, unitId, wave: waves.find((wave) => wave.waveId === waveId)?.number };
}

/** Null where the track has no wave of that number: without it the view would show other accounts than it says. */
function filterOf({ search, state, unitId, wave: number }: SavedFilter, waves: readonly WaveStatus[]): AccountFilter | null {
  const wave = waves.find((one) => one.number === number);
  if (number !== undefined && wave === undefined) return null;
  return {
    ...(search === '' ? {} : { search }),
    ...(state === undefined ? {} : { state }),
    ...(unitId === undefined ? {} : { unitId }),
    ...(wave === undefined ? {} : { waveId: wave.waveId }),
  };
}
