import type { Output } from '../../contract/contract.ts';
import { cleanName, publisherWords } from '../../domain/catalogue/cleanName.ts';
import { createNameRules } from '../../domain/catalogue/nameRules.ts';
import type { NameRuleId } from '../../domain/ids.ts';
import { type AppContext, openStore } from '../context.ts';
import { knownRules } from './planMatcher.ts';

export function listNameRules(context: AppContext): Output<'inventory.listNameRules'> {
  const { products } = context.catalogue.catalogue;
  return openStore(context).read((reader) => {
    const stored = reader.nameRules();
    const rules = createNameRules(knownRules(context, stored));
    const totals = new Map<NameRuleId, { names: number; installations: number }>();
    if (rules.size > 0) {
      for (const { rawName, version, publisher, installations, match } of reader.allRawNames()) {
        if (match.kind === 'unmatched' || match.rule !== 'userRule') continue;
        const id = rules.find(cleanName(rawName, version).words, publisherWords(publisher))?.id;
        if (id === undefined) continue;
        const total = totals.get(id) ?? { names: 0, installations: 0 };
        totals.set(id, { names: total.names + 1, installations: total.installations + installations });
      }
    }
    return stored.map((rule) => ({
      ...rule,
      productName: rule.effect.kind === 'product' ? (products.get(rule.effect.productId)?.name ?? null) : null,
      ...(totals.get(rule.id) ?? { names: 0, installations: 0 }),
    }));
  });
}
