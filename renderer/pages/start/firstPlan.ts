import type { Output } from '../../../core/contract/contract.ts';

export const firstSteps = ['import', 'decide', 'plan', 'costs', 'print'] as const;
export type FirstStep = (typeof firstSteps)[number];
export type StepState = 'done' | 'next' | 'later';

/**
 * How far a first plan has come. Looking and printing leave no trace in a plan: the window remembers them.
 * The first step that is not done comes next.
 */
export function firstPlanStates(
  summary: Pick<Output<'plan.getSummary'>, 'accounts' | 'items' | 'itemsMapped' | 'finishesOn'>,
  seen: ReadonlySet<FirstStep>,
): Readonly<Record<FirstStep, StepState>> {
  const isDone: Readonly<Record<FirstStep, boolean>> = {
    import: summary.accounts > 0 && summary.items > 0,
    // What is left undecided is a choice that a first plan may leave open; without any decision there is nothing to plan.
    decide: summary.itemsMapped > 0,
    plan: summary.finishesOn !== null,
    costs: seen.has('costs'),
    print: seen.has('print'),
  };
  const next = firstSteps.find((step) => !isDone[step]);
  const stateOf = (step: FirstStep): StepState => (isDone[step] ? 'done' : step === next ? 'next' : 'later');
  return { import: stateOf('import'), decide: stateOf('decide'), plan: stateOf('plan'), costs: stateOf('costs'), print: stateOf('print') };
}
