import type { IsoDate } from '../../../core/domain/calendar.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { ScrollRegion } from '../../parts/ScrollRegion.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { TrackDot } from '../../parts/TrackDot.tsx';

/** How fast the tracks really are, and what becomes of the rest of the plan at that speed, before it is planned so. */
export function RestPanel({ today, onClose }: { readonly today: IsoDate; readonly onClose: () => void }) {
  const { translate, number, date } = useTranslator();
  const { data, error, isFetching } = useQuery('tracking.previewRest', { today });
  const plan = useCommand('tracking.planRest');
  const tell = useNotices((state) => state.tell);
  const onPlan = async () => {
    if (!data) return;
    const done = await plan.run({ today, revision: data.revision });
    if (!done) return;
    tell(done.labelKey, done.params, true);
    onClose();
  };
  const hasSpeed = data?.tracks.some(({ realPerWeek }) => realPerWeek !== null) === true;
  return (
    <SidePanel title={translate('trackingPage.rest')} onClose={onClose}>
      <p className="soft">{translate('trackingPage.rest.lead')}</p>
      {error && <p role="alert">{translate(error.messageKey, error.params)}</p>}
      {!data && !error && <p className="soft">{translate('window.loading')}</p>}
      {data && (
        <>
          <ScrollRegion className="tracking-rest" label={translate('trackingPage.rest')}>
            <table className="tracking-plain">
              <thead>
                <tr>
                  <th scope="col">{translate('trackingPage.track')}</th>
                  <th scope="col" className="number">
                    {translate('trackingPage.rest.planned')}
                  </th>
                  <th scope="col" className="number">
                    {translate('trackingPage.rest.real')}
                  </th>
                  <th scope="col" className="number">
                    {translate('trackingPage.rest.finish')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.tracks.map(({ trackId, key, plannedPerWeek, realPerWeek, finish, shiftDays }) => (
                  <tr key={trackId}>
                    <th scope="row">
                      <TrackDot track={key} />
                    </th>
                    <td className="number">{number(plannedPerWeek)}</td>
                    <td className="number">{realPerWeek === null ? <span className="soft">–</span> : number(Math.round(realPerWeek))}</td>
                    <td className="number">
                      {finish === null ? '–' : date(finish)}
                      {shiftDays !== null && shiftDays !== 0 && (
                        <span className="soft small tracking-rest-shift">
                          {translate('trackingPage.rest.shift', { days: Math.abs(shiftDays), direction: shiftDays < 0 ? 'earlier' : 'later' })}
                        </span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
          {hasSpeed ? (
            <ul className="tracking-rest-changes" aria-busy={isFetching}>
              <li>{translate('trackingPage.rest.moves', { count: data.movedTasks })}</li>
              {data.finish !== null && data.finishBefore !== null && (
                <li>
                  {data.finish === data.finishBefore
                    ? translate('timelinePage.preview.finishStays', { date: data.finish })
                    : translate('trackingPage.rest.finishes', { before: data.finishBefore, after: data.finish })}
                </li>
              )}
              {data.costDifferenceCents !== 0 && (
                <li>
                  {translate('timelinePage.preview.cost', {
                    direction: data.costDifferenceCents < 0 ? 'less' : 'more',
                    differenceCents: Math.abs(data.costDifferenceCents),
                  })}
                </li>
              )}
            </ul>
          ) : (
            <p role="status">{translate('app.noRealSpeed')}</p>
          )}
          <div className="form-actions">
            <ChangeButton
              type="button"
              className="button-primary"
              disabled={!hasSpeed || data.movedTasks === 0 || isFetching || plan.isRunning}
              onClick={() => void onPlan()}
            >
              {translate('trackingPage.rest.take')}
            </ChangeButton>
          </div>
        </>
      )}
    </SidePanel>
  );
}
