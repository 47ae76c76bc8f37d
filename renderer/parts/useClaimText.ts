import { useMemo } from 'react';
import type { Output } from '../../core/contract/contract.ts';
import { isIsoDate } from '../../core/domain/calendar.ts';
import { countryName } from '../core/countryName.ts';
import { useTranslator } from '../core/settings.ts';
import { useQuery } from '../core/useQuery.ts';

export type ClaimLine = Output<'catalogue.get'>['claims'][number];

/** The words for what a claim says, for the model that a word stands for, and for its day. */
export function useClaimText() {
  const translator = useTranslator();
  const { translate, locale, date, month } = translator;
  const { data: templates } = useQuery('plan.listTemplates', { locale });
  return useMemo(() => {
    const nameOfStack = (id: string): string => templates?.find((template) => template.id === id)?.name ?? id;
    const dayOf = (text: string): string => {
      if (isIsoDate(text)) return date(text);
      const firstOfMonth = `${text}-01`;
      return isIsoDate(firstOfMonth) ? month(firstOfMonth) : text;
    };
    const textOf = (claim: ClaimLine): string => {
      if (claim.about === 'usedIn') return nameOfStack(claim.value);
      if (claim.about === 'licence' && claim.value === 'proprietary') return translate('claims.proprietary');
      if (claim.about === 'blocker') return translate(`common.blocker.${claim.value}`);
      if (claim.about === 'jurisdiction') return countryName(locale, claim.value) ?? translate('common.unknown');
      if (claim.about === 'dependsOn' && claim.subject && claim.through) {
        return translate('claims.dependency', { name: claim.subject.name, kind: translate(`sovereignty.kind.${claim.through}`) });
      }
      if (claim.about === 'endOfSupport' && claim.on) return claim.cycle === null ? date(claim.on) : `${claim.cycle}: ${date(claim.on)}`;
      return claim.value;
    };
    return { nameOfStack, dayOf, textOf };
  }, [templates, translate, locale, date, month]);
}
