import type { Output } from '../../../core/contract/contract.ts';
import { useSettings, useTranslator } from '../../core/settings.ts';
import { useQuery } from '../../core/useQuery.ts';
import { signOf, writeValue } from '../assumptionText.ts';
import { useAssumptionName } from './useAssumptionName.ts';

type Changes = Output<'scenario.list'>[number]['changes'];

/** A scenario's differences from the plan, in words. */
export function useChangeWords(): (changes: Changes) => string {
  const { translate } = useTranslator();
  const locale = useSettings((state) => state.locale);
  const { data: assumptions } = useQuery('plan.listAssumptions', { locale });
  const nameOf = useAssumptionName();
  const valueText = (key: string, value: number) => {
    const unit = assumptions?.find((assumption) => assumption.key === key)?.unit;
    return unit === undefined ? String(value) : `${writeValue(value, unit, locale)} ${signOf(unit)}`.trim();
  };
  return ({ startsOn, accountsPerWeek, minutesPerDay, assumptions: numbers }) =>
    [
      ...(startsOn === undefined ? [] : [translate('scenarios.change.start', { startsOn })]),
      ...Object.entries(accountsPerWeek ?? {}).map(([track, accounts]) => translate('scenarios.change.perWeek', { track, accounts: accounts ?? 0 })),
      ...Object.entries(minutesPerDay ?? {}).map(([resource, minutes]) => translate(`scenarios.change.${resource}`, { hours: (minutes ?? 0) / 60 })),
      ...Object.entries(numbers ?? {}).map(([key, value]) => translate('scenarios.change.assumption', { name: nameOf(key), value: valueText(key, value) })),
    ].join(' · ');
}
