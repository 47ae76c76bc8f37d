import type { Input } from '../../../../core/contract/contract.ts';
import type { NameEffect, NamePattern } from '../../../../core/domain/catalogue/nameRules.ts';
import type { NameRuleId } from '../../../../core/domain/ids.ts';
import type { ProductLine } from '../ProductChoice.tsx';

/** A rule as somebody is writing it. */
export type RuleDraft = {
  readonly ruleId: NameRuleId | null;
  readonly pattern: NamePattern;
  readonly text: string;
  /** Null: whoever published it; empty: only names without a publisher. */
  readonly publisher: string | null;
  readonly effect: NameEffect['kind'];
  readonly product: ProductLine | null;
};

export function draftOf(known: Partial<RuleDraft> = {}): RuleDraft {
  return { ruleId: null, pattern: 'startsWith', text: '', publisher: null, effect: 'noise', product: null, ...known };
}

/** What the core is asked to save; null while something is missing. */
export function savedRule({ ruleId, pattern, text, publisher, effect, product }: RuleDraft): Omit<Input<'inventory.saveNameRule'>, 'commandId'> | null {
  if (text.trim() === '' || (effect === 'product' && product === null)) return null;
  return {
    pattern,
    text,
    publisher,
    effect: effect === 'product' && product !== null ? { kind: effect, productId: product.id } : { kind: effect === 'noise' ? 'noise' : 'ownItem' },
    ...(ruleId === null ? {} : { ruleId }),
  };
}
