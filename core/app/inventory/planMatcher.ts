import { createMatcher, type Matcher } from '../../domain/catalogue/matchNames.ts';
import type { PlanReader } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';

/** The matcher with what people decided about names in this plan: decided once, it holds for the next import. */
export function planMatcher(context: AppContext, reader: PlanReader): Matcher {
  const rules = reader.userRules().filter((rule) => context.catalogue.catalogue.products.has(rule.productId));
  return rules.length === 0 ? context.catalogue.matcher : createMatcher([...context.catalogue.catalogue.products.values()], rules);
}
