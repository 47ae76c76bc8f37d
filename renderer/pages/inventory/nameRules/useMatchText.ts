import { useCallback } from 'react';
import type { MatchReason } from '../../../../core/domain/catalogue/match.ts';
import { useTranslator } from '../../../core/settings.ts';

/** Says why a name is what it is: which rule found the product, what makes it noise, or that nothing is known. */
export function useMatchText(): (match: MatchReason) => string {
  const { translate } = useTranslator();
  return useCallback(
    (match) => {
      if (match.kind === 'unmatched') return translate('inventoryPage.matched.no');
      if (match.kind === 'matched') return translate(`inventoryPage.rule.${match.rule}`, { alias: match.alias });
      if (match.rule === 'userRule') return translate(`inventoryPage.byRule.${match.kind}`, { alias: match.alias });
      return translate('inventoryPage.noise', { reason: translate(`inventoryPage.noise.${match.rule}`) });
    },
    [translate],
  );
}
