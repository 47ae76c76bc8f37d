import type { Output } from '../../../core/contract/contract.ts';
import type { TrackId } from '../../../core/domain/ids.ts';
import { useTranslator } from '../../core/settings.ts';
import { TrackDot } from '../../parts/TrackDot.tsx';
import { StateBar } from './StateBar.tsx';
import { type TrackStatus, useTrackingView } from './trackingView.ts';

type Forecast = Output<'tracking.getForecast'>;

/** The tracks with what is done of each; the one that is open is shown beside. */
export function TrackList({
  tracks,
  forecast,
  openId,
}: {
  readonly tracks: readonly TrackStatus[];
  readonly forecast: Forecast | undefined;
  readonly openId: TrackId;
}) {
  const { translate, percent, date } = useTranslator();
  const showTrack = useTrackingView((state) => state.showTrack);
  return (
    <nav className="tracking-tracks" aria-label={translate('trackingPage.tracks')}>
      <ul>
        {tracks.map((track) => {
          const { trackId, key, accounts, states, plannedByToday } = track;
          const p80 = forecast?.tracks.find((one) => one.trackId === trackId)?.p80 ?? null;
          const isDone = states.planned + states.problem === 0;
          return (
            <li key={trackId}>
              <button type="button" className="tracking-track" aria-current={trackId === openId ? 'true' : undefined} onClick={() => showTrack(trackId)}>
                <span className="tracking-track-head">
                  <TrackDot track={key} />
                  <span className="number">{percent(states.migrated / accounts)}</span>
                </span>
                <StateBar counts={states} />
                <span className="small soft">{translate('trackingPage.doneOf', { done: states.migrated, all: accounts })}</span>
                <span className="small soft">
                  {isDone
                    ? translate('trackingPage.allDone')
                    : states.migrated < plannedByToday
                      ? translate('trackingPage.behind', { accounts: plannedByToday - states.migrated })
                      : plannedByToday === 0 && states.migrated === 0
                        ? translate('trackingPage.notBegun')
                        : translate('trackingPage.onPlan')}
                </span>
                {p80 !== null && !isDone && <span className="small soft">{translate('trackingPage.p80', { date: date(p80) })}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
