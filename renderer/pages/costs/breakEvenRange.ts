import type { Output } from '../../../core/contract/contract.ts';
import { hasNothingToPayBack } from '../../../core/domain/cost/appraise.ts';
import type { Translator } from '../../../core/i18n/translate.ts';

export type Band = Output<'cost.getBand'>;

/** From when to when the move has paid for itself, over low, as it is and high. */
export function breakEvenRange({ low, base, high, paybackFrom, paybackUntil }: Omit<Band, 'years'>, { translate }: Translator): string {
  const without = [low, base, high].filter(hasNothingToPayBack).length;
  if (without === 3) return translate('report.costs.nothingToPayBack');
  if (without > 0)
    return paybackUntil === null ? translate('costsPage.breakEvenNothingOrNever') : translate('costsPage.breakEvenNothingOr', { to: paybackUntil });
  if (paybackFrom === null) return translate('costsPage.breakEvenNever');
  if (paybackUntil === null) return translate('costsPage.breakEvenFrom', { from: paybackFrom });
  return translate('costsPage.breakEvenBetween', { from: paybackFrom, to: paybackUntil });
}
