import type { ReactNode } from 'react';
import type { Output } from '../../../core/contract/contract.ts';
import { isIsoDate } from '../../../core/domain/calendar.ts';
import { useTranslator } from '../../core/settings.ts';
import { DateInput } from '../../parts/DateInput.tsx';
import type { PlanDraft } from './planDraft.ts';

type AdministrationStepProps = {
  readonly draft: PlanDraft;
  readonly countries: Output<'plan.listCountries'>;
  readonly errors: Readonly<Partial<Record<string, string>>>;
  readonly onChange: (changes: Partial<Omit<PlanDraft, 'template'>>) => void;
};

export function AdministrationStep({ draft, countries, errors, onChange }: AdministrationStepProps) {
  const { translate } = useTranslator();
  const regions = countries.find(({ code }) => code === draft.country)?.regions ?? [];
  const describe = (name: string, helpKey?: string) => ({
    'aria-invalid': errors[name] === undefined ? undefined : true,
    'aria-describedby': [errors[name] === undefined ? '' : `${name}-error`, helpKey === undefined ? '' : `${name}-help`].filter(Boolean).join(' ') || undefined,
  });
  const field = (name: string, label: string, control: ReactNode, helpKey?: string) => (
    <div className="field">
      <label htmlFor={`plan-${name}`}>{label}</label>
      {control}
      {errors[name] !== undefined && (
        <p id={`${name}-error`} className="field-error">
          {translate(errors[name])}
        </p>
      )}
      {helpKey !== undefined && (
        <p id={`${name}-help`} className="small soft">
          {translate(helpKey)}
        </p>
      )}
    </div>
  );
  return (
    <div className="administration-step">
      {field(
        'name',
        translate('startPage.planName'),
        <input
          id="plan-name"
          value={draft.name}
          maxLength={200}
          required
          onChange={(event) => onChange({ name: event.target.value })}
          {...describe('name', 'startPage.planNameHelp')}
        />,
        'startPage.planNameHelp',
      )}
      {field(
        'administration',
        translate('startPage.administration'),
        <input
          id="plan-administration"
          autoComplete="organization"
          value={draft.administration}
          maxLength={300}
          required
          onChange={(event) => onChange({ administration: event.target.value })}
          {...describe('administration', 'startPage.administrationHelp')}
        />,
        'startPage.administrationHelp',
      )}
      {field(
        'country',
        translate('startPage.country'),
        <select id="plan-country" value={draft.country} onChange={(event) => onChange({ country: event.target.value, region: '' })}>
          {countries.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>,
      )}
      {regions.length > 0 &&
        field(
          'region',
          translate('startPage.region'),
          <select id="plan-region" value={draft.region} onChange={(event) => onChange({ region: event.target.value })}>
            <option value="">{translate('startPage.noRegion')}</option>
            {regions.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>,
        )}
      <div className="field">
        <DateInput
          label={translate('startPage.startsOn')}
          value={isIsoDate(draft.startsOn) ? draft.startsOn : null}
          onChange={(startsOn) => onChange({ startsOn })}
        />
        {errors.startsOn !== undefined && (
          <p className="field-error" role="alert">
            {translate(errors.startsOn)}
          </p>
        )}
        <p className="small soft">{translate('startPage.startsOnHelp')}</p>
      </div>
    </div>
  );
}
