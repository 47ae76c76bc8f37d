import type { Output } from '../../../core/contract/contract.ts';
import type { Translator } from '../../../core/i18n/translate.ts';

export type Band = Output<'cost.getBand'>;

/** From when to when the move has paid for itself, over low, as it is and high. */
export function breakEvenRange({ paybackFrom, paybackUntil }: Pick<Band, 'paybackFrom' | 'paybackUntil'>, { translate }: Translator): string {
  if (paybackFrom === null) return translate('costsPage.breakEvenNever');
  if (paybackUntil === null) return translate('costsPage.breakEvenFrom', { from: paybackFrom });
  return translate('costsPage.breakEvenBetween', { from: paybackFrom, to: paybackUntil });
}
