import type { Output } from '../../../core/contract/contract.ts';
import type { ContractId, TaskId } from '../../../core/domain/ids.ts';
import { useTranslator } from '../../core/settings.ts';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { useTimelineView } from './timelineStore.ts';

const order = { error: 0, warning: 1, notice: 2 } as const;
const marks = { error: 'problem', warning: 'exception', notice: 'planned' } as const;

/** Everything that is wrong with the dates, the worst first, each leading to what it is about. */
export function ProblemsPanel({ data, onClose }: { readonly data: Output<'schedule.getTimeline'>; readonly onClose: () => void }) {
  const { translate } = useTranslator();
  const show = useTimelineView((state) => state.show);
  const problems = [...data.problems].sort((one, other) => order[one.severity] - order[other.severity]);
  return (
    <SidePanel title={translate('timelinePage.problems')} onClose={onClose}>
      <ul className="timeline-list">
        {problems.map((problem) => {
          const { subject } = problem;
          return (
            <li key={`${problem.messageKey} ${JSON.stringify(problem.params)}`}>
              <StatusMark state={marks[problem.severity]} label={translate(`common.severity.${problem.severity}`)} />
              <p>{translate(problem.messageKey, problem.params)}</p>
              {subject?.kind === 'task' && (
                <button type="button" className="button-quiet" onClick={() => show({ kind: 'task', taskId: subject.id as TaskId })}>
                  {translate('timelinePage.problem.toTask')}
                </button>
              )}
              {subject?.kind === 'contract' && (
                <button type="button" className="button-quiet" onClick={() => show({ kind: 'contracts', contractIds: [subject.id as ContractId] })}>
                  {translate('timelinePage.problem.toContract')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </SidePanel>
  );
}
