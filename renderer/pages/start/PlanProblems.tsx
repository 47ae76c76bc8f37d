import type { Output } from '../../../core/contract/contract.ts';
import type { ContractId, ItemId, TaskId, UnitId } from '../../../core/domain/ids.ts';
import { goTo } from '../../core/goTo.ts';
import { useRoute } from '../../core/route.ts';
import { useTranslator } from '../../core/settings.ts';
import { StatusMark } from '../../parts/StatusMark.tsx';

type Problem = Output<'plan.getSummary'>['problems'][number];
const shown = 5;
const order: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, notice: 2 };

/** To where a problem can be mended. */
function openProblem({ messageKey, subject }: Problem): void {
  const { go } = useRoute.getState();
  if (subject?.kind === 'contract') goTo({ kind: 'contract', id: subject.id as ContractId });
  else if (subject?.kind === 'task') goTo({ kind: 'task', id: subject.id as TaskId });
  else if (subject?.kind === 'item') goTo({ kind: 'item', id: subject.id as ItemId });
  else if (subject?.kind === 'unit') goTo({ kind: 'unit', id: subject.id as UnitId });
  else go(messageKey === 'cost.problem.undecidedItems' ? 'mapping' : messageKey.startsWith('cost.problem.items') ? 'inventory' : 'timeline');
}

export function PlanProblems({ problems }: { readonly problems: readonly Problem[] }) {
  const { translate } = useTranslator();
  const sorted = [...problems].sort((one, other) => order[one.severity] - order[other.severity]);
  return (
    <section className="section" aria-labelledby="problems-heading">
      <h2 id="problems-heading">{translate('startPage.problems')}</h2>
      {problems.length === 0 && <p className="soft">{translate('startPage.problemsNone')}</p>}
      <ul className="problem-list">
        {sorted.slice(0, shown).map((problem) => (
          <li key={`${problem.messageKey} ${problem.subject?.id} ${JSON.stringify(problem.params)}`}>
            <button type="button" className="line-button" onClick={() => openProblem(problem)}>
              <StatusMark
                state={problem.severity === 'error' ? 'problem' : problem.severity === 'warning' ? 'exception' : 'planned'}
                label={translate(`common.severity.${problem.severity}`)}
              />
              <span className="line-text">{translate(problem.messageKey, problem.params)}</span>
            </button>
          </li>
        ))}
      </ul>
      {problems.length > shown && <p className="soft small due-more">{translate('startPage.dueMore', { count: problems.length - shown })}</p>}
    </section>
  );
}
