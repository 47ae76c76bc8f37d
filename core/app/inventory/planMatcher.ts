import { createMatcher, type Matcher } from '../../domain/catalogue/matchNames.ts';
import type { NameRule } from '../../domain/catalogue/nameRules.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';

/** The matcher with what people decided about names in this plan: decided once, it holds for the next import. */
export function planMatcher(context: AppContext, reader: PlanReader): Matcher {
  const rules = knownRules(context, reader.nameRules());
  return rules.length === 0 ? context.catalogue.matcher : createMatcher([...context.catalogue.catalogue.products.values()], rules);
}

/** A rule whose product this catalogue does not know takes no names; it waits for a catalogue that knows it. */
export function knownRules(context: AppContext, rules: readonly NameRule[]): readonly NameRule[] {
  const { products } = context.catalogue.catalogue;
  return rules.filter(({ effect }) => effect.kind !== 'product' || products.has(effect.productId));
}
