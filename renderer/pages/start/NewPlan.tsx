import { useEffect, useRef, useState } from 'react';
import type { IsoDate } from '../../../core/domain/calendar.ts';
import { useNotices } from '../../core/notices.ts';
import { useServices } from '../../core/services.tsx';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { nextWeekday } from '../../core/today.ts';
import { asAppError, useCommand } from '../../core/useCommand.ts';
import { useQuery } from '../../core/useQuery.ts';
import { AdministrationStep } from './AdministrationStep.tsx';
import { draftErrors, inOrder, type PlanDraft } from './planDraft.ts';
import { ReviewStep } from './ReviewStep.tsx';
import { TemplateStep } from './TemplateStep.tsx';
import './newPlan.css';

type Changes = Partial<Omit<PlanDraft, 'template'>> & { readonly templateId?: string };
const steps = [1, 2, 3] as const;
/** A new plan in three steps: what it starts from, whose it is, and a last look. */
export function NewPlan({ onMaking, onLeave }: { readonly onMaking: (isMaking: boolean) => void; readonly onLeave: () => void }) {
  const { translate } = useTranslator();
  const locale = useSettings((state) => state.locale);
  const { data: templates } = useQuery('plan.listTemplates', { locale });
  const { data: countries } = useQuery('plan.listCountries', { locale });
  const [step, setStep] = useState<(typeof steps)[number]>(1);
  const [changes, setChanges] = useState<Changes>({});
  const [showsErrors, setShowsErrors] = useState(false);
  const [isRunning, setRunning] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const make = useMakePlan(onMaking);
  const isShown = templates !== undefined && countries !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins at its heading, for eyes and ears; the first once it is there
  useEffect(() => heading.current?.focus({ preventScroll: true }), [step, isShown]);
  const form = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time anew that somebody wants to go on
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [refusals]);

  const offered = templates && inOrder(templates, locale);
  const template = offered?.find(({ id }) => id === changes.templateId) ?? offered?.[0];
  if (!offered || !countries || !template) return null;
  const draft: PlanDraft = {
    name: '',
    administration: '',
    country: template.country,
    region: template.region ?? '',
    startsOn: nextWeekday(),
    ...changes,
    template,
  };
  const change = (next: Changes) => setChanges((before) => ({ ...before, ...next }));
  const errors = draftErrors(draft);
  const next = async () => {
    if (step === 1) return setStep(2);
    if (Object.keys(errors).length > 0) {
      setStep(2);
      setShowsErrors(true);
      setRefusals((before) => before + 1);
      return undefined;
    }
    if (step === 2) return setStep(3);
    setRunning(true);
    const isMade = await make(draft, locale);
    setRunning(false);
    return isMade ? onLeave() : undefined;
  };

  return (
    <form
      ref={form}
      className="new-plan"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void next();
      }}
    >
      <div className="new-plan-head">
        <h1 ref={heading} tabIndex={-1}>
          {translate('startPage.wizard')}
          <span className="visually-hidden">{`: ${translate('startPage.stepOf', { step, name: translate(`startPage.step.${step}`) })}`}</span>
        </h1>
        <ol className="new-plan-steps" aria-label={translate('startPage.steps')}>
          {steps.map((number) => (
            <li key={number} aria-current={number === step ? 'step' : undefined} className={number < step ? 'is-done' : undefined}>
              <span className="step-number" aria-hidden>
                {number}
              </span>
              {translate(`startPage.step.${number}`)}
            </li>
          ))}
        </ol>
      </div>
      {step === 1 && (
        <TemplateStep
          templates={offered}
          chosen={template.id}
          onChoose={(templateId) => setChanges(({ country: _country, region: _region, ...before }) => ({ ...before, templateId }))}
        />
      )}
      {step === 2 && <AdministrationStep draft={draft} countries={countries} errors={showsErrors ? errors : {}} onChange={change} />}
      {step === 3 && <ReviewStep draft={draft} countries={countries} />}
      <div className="new-plan-buttons">
        <button type="submit" className="button-primary" disabled={isRunning}>
          {translate(step === 3 ? 'startPage.create' : 'startPage.next')}
        </button>
        {step > 1 && (
          <button type="button" className="button" disabled={isRunning} onClick={() => setStep(step === 3 ? 2 : 1)}>
            {translate('startPage.back')}
          </button>
        )}
        <button type="button" className="button-quiet" disabled={isRunning} onClick={onLeave}>
          {translate('startPage.cancel')}
        </button>
      </div>
    </form>
  );
}

/** The file first, by the shell; then the core fills it. A file that could not be filled is closed again. */
function useMakePlan(onMaking: (isMaking: boolean) => void): (draft: PlanDraft, locale: 'de' | 'en' | 'fr') => Promise<boolean> {
  const { shell } = useServices();
  const create = useCommand('plan.create');
  const fail = useNotices((state) => state.fail);
  return async (draft, locale) => {
    onMaking(true);
    try {
      if (!(await shell.makePlan(draft.name.trim()))) return false;
    } catch (error) {
      fail(asAppError(error));
      return false;
    }
    const done = await create.run({
      templateId: draft.template.id,
      name: draft.name.trim(),
      administration: draft.administration.trim(),
      country: draft.country,
      region: draft.region === '' ? null : draft.region,
      startsOn: draft.startsOn as IsoDate,
      locale,
    });
    if (!done) await shell.closePlan().catch(() => {});
    return done !== undefined;
  };
}
