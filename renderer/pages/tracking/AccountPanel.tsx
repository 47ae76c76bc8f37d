import { useTranslator } from '../../core/settings.ts';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { StateForm } from './StateForm.tsx';
import { StateMark } from './StateMark.tsx';
import { type AccountLine, type TrackStatus, useTrackingView } from './trackingView.ts';
import { useSetStates } from './useSetStates.ts';

type Props = { readonly account: AccountLine; readonly track: TrackStatus; readonly reasons: readonly string[]; readonly onClose: () => void };

/** One account on one track, and its next state. */
export function AccountPanel({ account, track, reasons, onClose }: Props) {
  const { translate, date } = useTranslator();
  const day = useTrackingView((state) => state.day);
  const { setStates, isRunning } = useSetStates();
  return (
    <SidePanel title={account.login} onClose={onClose}>
      <dl className="tracking-facts">
        <dt>{translate('trackingPage.track')}</dt>
        <dd>
          <TrackDot track={track.key} />
        </dd>
        <dt>{translate('trackingPage.unit')}</dt>
        <dd>{account.unitPath}</dd>
        <dt>{translate('trackingPage.state')}</dt>
        <dd>
          <StateMark state={account.state} />
          {account.changedOn !== null && <span className="soft"> {translate('trackingPage.sinceDay', { date: date(account.changedOn) })}</span>}
        </dd>
        {account.reason !== '' && (
          <>
            <dt>{translate('trackingPage.reason')}</dt>
            <dd>{account.reason}</dd>
          </>
        )}
      </dl>
      <section>
        <h3>{translate('trackingPage.changeState')}</h3>
        <StateForm
          state={account.state === 'planned' ? 'migrated' : account.state}
          reason={account.reason}
          reasons={reasons}
          submit={translate('trackingPage.setState')}
          isRunning={isRunning}
          onSubmit={(state, reason) =>
            void setStates({ trackId: track.trackId, state, reason, on: day, accounts: { by: 'account', accountIds: [account.accountId] } }).then(
              (isDone) => isDone && onClose(),
            )
          }
        />
      </section>
    </SidePanel>
  );
}
