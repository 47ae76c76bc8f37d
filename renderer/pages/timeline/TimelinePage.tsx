import { CalendarX2, FileCheck2, Gauge } from 'lucide-react';
import { useState } from 'react';
import { laterDate } from '../../../core/domain/calendar.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { today as dayHere } from '../../core/today.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { EmptyPage } from '../../parts/EmptyPage.tsx';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { FreezeDialog } from './FreezeDialog.tsx';
import { PlanFigures } from './PlanFigures.tsx';
import { TimelineChart } from './TimelineChart.tsx';
import { PlanWavesButtons } from './PlanWavesButtons.tsx';
import { TimelinePanels } from './TimelinePanels.tsx';
import { useTimelineView } from './timelineStore.ts';
import { usePlanWaves } from './usePlanWaves.ts';
import { ZoomButtons } from './ZoomButtons.tsx';
import './timeline.css';

export function TimelinePage() {
  const { translate } = useTranslator();
  const [today] = useState(() => dayHere());
  const { data, error } = useQuery('schedule.getTimeline', {});
  const [areFreezesShown, setFreezesShown] = useState(false);
  const show = useTimelineView((state) => state.show);
  const { plan, isPlanning } = usePlanWaves();
  const hasNoAccounts = useQuery('inventory.listAccounts', { limit: 1 }).data?.total === 0;
  const go = useRoute((state) => state.go);

  if (!data) {
    return (
      <>
        <PageHeading title={translate('window.page.timeline')} />
        <p className="soft" role={error ? 'alert' : undefined}>
          {error ? translate(error.messageKey, error.params) : translate('window.loading')}
        </p>
      </>
    );
  }
  const isEmpty = data.timeline.tasks.length === 0;
  return (
    <>
      <div className="timeline">
        <PageHeading title={translate('window.page.timeline')}>
          {!isEmpty && <ZoomButtons />}
          <button type="button" className="button" onClick={() => setFreezesShown(true)}>
            <CalendarX2 size={16} aria-hidden />
            <span className="timeline-action-name">{translate('timelinePage.freezes')}</span>
          </button>
          <button type="button" className="button" onClick={() => show({ kind: 'capacity' })}>
            <Gauge size={16} aria-hidden />
            <span className="timeline-action-name">{translate('timelinePage.capacity')}</span>
          </button>
          {!isEmpty && (
            <button type="button" className="button" onClick={() => show({ kind: 'baseline' })}>
              <FileCheck2 size={16} aria-hidden />
              <span className="timeline-action-name">{translate('baseline.baseline')}</span>
            </button>
          )}
          {!isEmpty && <PlanWavesButtons isPlanning={isPlanning} onPlan={(goal) => void plan(goal)} />}
        </PageHeading>
        {!isEmpty && <PlanFigures data={data} />}
        {data.brokenTasks.length > 0 && (
          <div className="timeline-broken" role="status">
            <span>{translate('timelinePage.broken', { count: data.brokenTasks.length })}</span>
            <ChangeButton type="button" className="button-quiet" disabled={isPlanning} onClick={() => void plan('finish')}>
              {translate('timelinePage.planWaves')}
            </ChangeButton>
          </div>
        )}
        {isEmpty ? (
          <EmptyPage sentence={translate(hasNoAccounts ? 'timelinePage.noAccounts' : 'timelinePage.empty')}>
            {hasNoAccounts ? (
              <button type="button" className="button-primary" onClick={() => go('inventory', 'units')}>
                {translate('timelinePage.toUnits')}
              </button>
            ) : (
              <ChangeButton type="button" className="button-primary" disabled={isPlanning} onClick={() => void plan('finish')}>
                {translate('timelinePage.planWaves')}
              </ChangeButton>
            )}
          </EmptyPage>
        ) : (
          <TimelineChart data={data} today={today} />
        )}
      </div>
      <TimelinePanels data={data} today={today} />
      {areFreezesShown && <FreezeDialog timeline={data.timeline} from={laterDate(data.startsOn, today)} onClose={() => setFreezesShown(false)} />}
    </>
  );
}
