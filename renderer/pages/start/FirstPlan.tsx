import { useEffect } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { useNotices } from '../../core/notices.ts';
import { type PageName, useRoute } from '../../core/route.ts';
import { seenKeyOf, useSeenSteps, watchSteps } from '../../core/seenSteps.ts';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { useJob } from '../../core/useCommand.ts';
import { ChangeButton } from '../../parts/ChangeButton.tsx';
import { StatusMark } from '../../parts/StatusMark.tsx';
import { type FirstStep, firstPlanStates, firstSteps, type StepState } from './firstPlan.ts';

const pages: Readonly<Record<FirstStep, PageName>> = { import: 'inventory', decide: 'mapping', plan: 'timeline', costs: 'costs', print: 'report' };
const marks = { done: 'done', next: 'running', later: 'planned' } as const satisfies Readonly<Record<StepState, string>>;
const hidden = 'hidden';

/** The way to a first report: five steps, each with its state, and one of them the next. Gone once all are done. */
export function FirstPlan({ plan, summary }: { readonly plan: Output<'plan.get'>; readonly summary: Output<'plan.getSummary'> }) {
  const { translate } = useTranslator();
  const locale = useSettings((state) => state.locale);
  const go = useRoute((state) => state.go);
  const tell = useNotices((state) => state.tell);
  const { byPlan, note } = useSeenSteps();
  const build = useJob('schedule.build');
  const key = seenKeyOf(plan);
  useEffect(() => watchSteps(key), [key]);
  const seen = byPlan[key] ?? [];
  const states = firstPlanStates(summary, new Set(firstSteps.filter((step) => seen.includes(step))));
  const done = firstSteps.filter((step) => states[step] === 'done').length;
  if (done === firstSteps.length || seen.includes(hidden)) return null;

  const act = async (step: FirstStep) => {
    if (step === 'plan' && states.plan !== 'done') {
      const built = await build.run({ locale }, 'startPage.planJob');
      if (built) tell('startPage.planned', { waves: built.result.waves }, built.changed > 0);
      return;
    }
    go(pages[step], step === 'import' ? 'import' : null);
  };
  const stateText = (step: FirstStep): string => {
    if (step === 'import' && states.import === 'done') return translate('startPage.first.importState', { accounts: summary.accounts, items: summary.items });
    if (step === 'decide' && states.decide === 'done') return translate('startPage.first.decideState', { mapped: summary.itemsMapped, items: summary.items });
    if (step === 'plan' && summary.finishesOn !== null) return translate('startPage.first.planState', { date: summary.finishesOn });
    return translate(`startPage.first.${step}Text`);
  };
  return (
    <section className="first-plan" aria-labelledby="first-plan-heading">
      <div className="section-head">
        <h2 id="first-plan-heading">{translate('startPage.first')}</h2>
        <span className="small soft number">{translate('startPage.firstDone', { done })}</span>
      </div>
      <ol>
        {firstSteps.map((step) => {
          const Control = step === 'plan' && states.plan !== 'done' ? ChangeButton : 'button';
          return (
            <li key={step} className={`first-step first-step-${states[step]}`}>
              <StatusMark state={marks[states[step]]} label={translate(`startPage.state.${states[step]}`)} />
              <span className="first-step-text">
                <strong>{translate(`startPage.first.${step}`)}</strong>
                <span className="small soft">{stateText(step)}</span>
              </span>
              <Control
                type="button"
                className={states[step] === 'next' ? 'button-primary' : 'button-quiet'}
                disabled={states[step] === 'later' && step !== 'costs' && step !== 'print'}
                onClick={() => void act(step)}
              >
                {translate(states[step] === 'done' && step !== 'import' ? 'startPage.first.look' : `startPage.first.${step}Button`)}
              </Control>
            </li>
          );
        })}
      </ol>
      {summary.finishesOn !== null && (
        <button type="button" className="button-quiet first-plan-hide" onClick={() => note(key, hidden)}>
          {translate('startPage.hideFirst')}
        </button>
      )}
    </section>
  );
}
