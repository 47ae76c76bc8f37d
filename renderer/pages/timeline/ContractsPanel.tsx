import type { Output } from '../../../core/contract/contract.ts';
import type { ContractId } from '../../../core/domain/ids.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { SidePanel } from '../../parts/SidePanel.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';

/** The contracts of a mark, with their dates and what the plan means for them. */
export function ContractsPanel({
  data,
  contractIds,
  onClose,
}: {
  readonly data: Output<'schedule.getTimeline'>;
  readonly contractIds: readonly ContractId[];
  readonly onClose: () => void;
}) {
  const t = useTranslator();
  const go = useRoute((state) => state.go);
  const shown = data.decisions.filter(({ contractId }) => contractIds.includes(contractId));
  const byContract = [...new Set(shown.map(({ contractId }) => contractId))];
  return (
    <SidePanel title={t.translate('timelinePage.contractsTitle', { count: byContract.length })} onClose={onClose}>
      <ul className="timeline-list">
        {byContract.map((contractId) => {
          const terms = shown.filter((decision) => decision.contractId === contractId);
          const problems = data.problems.filter(({ subject }) => subject?.kind === 'contract' && subject.id === contractId);
          return (
            <li key={contractId}>
              <h3>{terms[0]?.name}</h3>
              <button type="button" className="timeline-link" onClick={() => go('inventory', `contract:${contractId}`)}>
                {t.translate('timelinePage.contract.open')}
              </button>
              {terms.map((term) => (
                <p key={term.decideBy} className="soft">
                  {t.translate('timelinePage.contract.term', { decideBy: term.decideBy, endsOn: term.endsOn })}
                </p>
              ))}
              {problems.map((problem) => (
                <div key={problem.messageKey}>
                  <StatusMark
                    state={problem.severity === 'error' ? 'problem' : problem.severity === 'warning' ? 'exception' : 'planned'}
                    label={t.translate(`common.severity.${problem.severity}`)}
                  />
                  <p>{t.translate(problem.messageKey, problem.params)}</p>
                </div>
              ))}
            </li>
          );
        })}
      </ul>
    </SidePanel>
  );
}
