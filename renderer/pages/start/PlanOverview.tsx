import type { Output } from '../../../core/contract/contract.ts';
import { useJobs } from '../../core/jobs.ts';
import { useRoute } from '../../core/route.ts';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { today } from '../../core/today.ts';
import { usePlanFiles } from '../../core/usePlanFiles.ts';
import { useQuery } from '../../core/useQuery.ts';
import { PageHeading } from '../../parts/PageHeading.tsx';
import { DueNow } from './DueNow.tsx';
import { FirstPlan } from './FirstPlan.tsx';
import { KeyFigures } from './KeyFigures.tsx';
import { LatestChanges } from './LatestChanges.tsx';
import { PlanProblems } from './PlanProblems.tsx';
import { TrackStrip } from './TrackStrip.tsx';

/** The plan on one screen. A plan that has no dates yet shows its next steps first, one that runs shows what is due. */
export function PlanOverview({ plan }: { readonly plan: Output<'plan.get'> }) {
  const { translate } = useTranslator();
  const locale = useSettings((state) => state.locale);
  const { close } = usePlanFiles();
  const go = useRoute((state) => state.go);
  const isMakingSample = useJobs((state) => state.running.some(({ titleKey }) => titleKey === 'startPage.sampleJob'));
  const day = today();
  const { data: summary } = useQuery('plan.getSummary', { today: day });
  const { data: timeline } = useQuery('schedule.getTimeline', {});
  const { data: templates } = useQuery('plan.listTemplates', { locale });
  const template = templates?.find(({ id }) => id === plan.templateId)?.name ?? plan.templateId;
  const hasDates = summary !== undefined && summary.finishesOn !== null;
  return (
    <div className="overview">
      <PageHeading
        title={plan.name}
        lead={
          summary === undefined || templates === undefined
            ? '\u00a0'
            : translate('startPage.planLead', { accounts: summary.accounts, template, date: plan.startsOn })
        }
      >
        <button type="button" className="button-quiet" onClick={() => void close()}>
          {translate('startPage.close')}
        </button>
        {hasDates && (
          <button type="button" className="button" onClick={() => go('report')}>
            {translate('startPage.first.print')}
          </button>
        )}
      </PageHeading>
      {summary && !hasDates && !isMakingSample && <FirstPlan plan={plan} summary={summary} />}
      {summary && <KeyFigures summary={summary} decisions={timeline?.decisions ?? []} today={day} />}
      {summary && timeline && (
        // All at once: what came piece by piece would push away what somebody already reads.
        <>
          <TrackStrip timeline={timeline.timeline} today={day} />
          <div className="overview-columns">
            <div>
              {hasDates && <DueNow timeline={timeline} today={day} />}
              {hasDates && <PlanProblems problems={summary.problems} />}
            </div>
            <div>
              {hasDates && <FirstPlan plan={plan} summary={summary} />}
              <LatestChanges />
            </div>
          </div>
        </>
      )}
    </div>
  );
}
