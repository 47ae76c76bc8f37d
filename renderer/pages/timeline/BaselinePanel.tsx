import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { useNotices } from '../../core/notices.ts';
import { useTranslator } from '../../core/settings.ts';
import { useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { BaselineDifferences } from './BaselineDifferences.tsx';
import { SetBaselineForm } from './SetBaselineForm.tsx';
import { useTimelineView } from './timelineStore.ts';
import { useShownBaseline } from './useShownBaseline.ts';

/** Approved plans: which one the chart shows, what has changed since, and the way to approve the plan as it is. */
export function BaselinePanel({
  data,
  today,
  onClose,
}: {
  readonly data: Output<'schedule.getTimeline'>;
  readonly today: IsoDate;
  readonly onClose: () => void;
}) {
  const t = useTranslator();
  const { data: list } = useQuery('baseline.list', {});
  const shown = useShownBaseline();
  const showBaseline = useTimelineView((state) => state.showBaseline);
  const [imported, setImported] = useState<Output<'baseline.importPlan'> | null>(null);
  const { data: compared } = useQuery('baseline.compare', shown === null ? null : { baselineId: shown.id });
  return (
    <SidePanel title={t.translate('baseline.baseline')} onClose={onClose}>
      {list !== undefined && list.length === 0 && <p className="soft">{t.translate('baseline.none')}</p>}
      {list !== undefined && list.length > 0 && (
        <label className="field baseline-choice">
          <span>{t.translate('baseline.shown')}</span>
          <select value={shown?.id ?? ''} onChange={(event) => showBaseline(list.find(({ id }) => id === event.target.value)?.id ?? 'none')}>
            {[...list].reverse().map((baseline) => (
              <option key={baseline.id} value={baseline.id}>
                {t.translate('baseline.choice', { name: baseline.name, approvedOn: baseline.approvedOn })}
              </option>
            ))}
            <option value="">{t.translate('baseline.off')}</option>
          </select>
        </label>
      )}
      {shown !== null && <Approval baseline={shown} />}
      {imported !== null && imported.baselineId === shown?.id && <ImportedPlan imported={imported} />}
      {shown !== null && compared?.baseline.id === shown.id && <BaselineDifferences comparison={compared.comparison} tracks={data.timeline.tracks} />}
      <SetBaselineForm key={list?.length ?? 0} today={today} isFirst={list?.length === 0} onImported={setImported} />
    </SidePanel>
  );
}

/** What of the other program's plan was found in this one, and what was not. */
function ImportedPlan({ imported }: { readonly imported: Output<'baseline.importPlan'> }) {
  const t = useTranslator();
  const { matched, missing, unmatched, unmatchedCount } = imported;
  return (
    <div role="status">
      <p>{t.translate('baseline.imported', { matched, missing, unmatched: unmatchedCount })}</p>
      {unmatched.length > 0 && (
        <details>
          <summary>{t.translate('baseline.notFound')}</summary>
          <ul className="small baseline-not-found">
            {[...new Set(unmatched)].map((task) => (
              <li key={task}>{task}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/** Who approved it and when, with the fingerprint that the approved paper shows. */
function Approval({ baseline }: { readonly baseline: Output<'baseline.list'>[number] }) {
  const t = useTranslator();
  const remove = useCommand('baseline.remove');
  const tell = useNotices((state) => state.tell);
  const onRemove = async () => {
    const done = await remove.run({ baselineId: baseline.id });
    if (done) tell(done.labelKey, done.params, true);
  };
  const removeName = t.translate('baseline.remove', { name: baseline.name });
  return (
    <div className="baseline-approval">
      <dl className="timeline-facts">
        <dt>{t.translate('baseline.approvedOn')}</dt>
        <dd>{t.dateLong(baseline.approvedOn)}</dd>
        {baseline.approvedBy !== '' && (
          <>
            <dt>{t.translate('baseline.approvedBy')}</dt>
            <dd>{baseline.approvedBy}</dd>
          </>
        )}
        {baseline.fingerprint !== '' && (
          <>
            <dt>{t.translate('baseline.fingerprint')}</dt>
            <dd className="baseline-fingerprint">{baseline.fingerprint}</dd>
          </>
        )}
      </dl>
      <ChangeButton
        type="button"
        className="icon-button"
        aria-label={removeName}
        title={removeName}
        disabled={remove.isRunning}
        onClick={() => void onRemove()}
      >
        <Trash2 size={16} aria-hidden />
      </ChangeButton>
    </div>
  );
}
