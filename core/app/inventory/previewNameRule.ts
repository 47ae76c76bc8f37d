import type { Output, Parsed } from '../../contract/contract.ts';
import { cleanName, publisherWords } from '../../domain/catalogue/cleanName.ts';
import { createNameRules, mayTake, type NameRule, namesKey } from '../../domain/catalogue/nameRules.ts';
import type { NameRuleId } from '../../domain/ids.ts';
import type { RawName } from '../../domain/inventory/inventory.ts';
import { type AppContext, openStore } from '../context.ts';
import { knownRules } from './planMatcher.ts';

const namesShown = 50;
const othersShown = 10;

export function previewNameRule(context: AppContext, { ruleId, ...takes }: Parsed<'inventory.previewNameRule'>): Output<'inventory.previewNameRule'> {
  const { products } = context.catalogue.catalogue;
  return openStore(context).read((reader) => {
    const key = namesKey(takes);
    const others = knownRules(context, reader.nameRules()).filter((rule) => rule.id !== ruleId && namesKey(rule) !== key);
    const draft: NameRule = { ...takes, id: 'draft' as NameRuleId, effect: { kind: 'noise' } };
    const alone = createNameRules([draft]);
    const all = createNameRules([...others, draft]);
    const isPossible = mayTake(draft);
    const taken: RawName[] = [];
    const kept = { names: 0, installations: 0, by: new Map<NameRuleId, { readonly rule: NameRule; names: number }>() };
    for (const name of reader.allRawNames()) {
      if (!isPossible(name.rawName)) continue;
      const { words } = cleanName(name.rawName, name.version);
      const publisher = publisherWords(name.publisher);
      if (alone.find(words, publisher) === null) continue;
      const rule = all.find(words, publisher) ?? draft;
      if (rule === draft) {
        taken.push(name);
        continue;
      }
      kept.names += 1;
      kept.installations += name.installations;
      const by = kept.by.get(rule.id) ?? { rule, names: 0 };
      by.names += 1;
      kept.by.set(rule.id, by);
    }
    return {
      names: taken.length,
      installations: taken.reduce((sum, { installations }) => sum + installations, 0),
      rawNames: taken
        .toSorted((one, other) => other.installations - one.installations)
        .slice(0, namesShown)
        .map(({ rawName, publisher, version, installations, match, itemId }) => {
          const productName = match.kind === 'matched' ? (products.get(match.productId)?.name ?? match.productId) : null;
          return { rawName, publisher, version, installations, match, itemId, productName };
        }),
      kept: {
        names: kept.names,
        installations: kept.installations,
        by: [...kept.by.values()]
          .toSorted((one, other) => other.names - one.names)
          .slice(0, othersShown)
          .map(({ rule: { id, pattern, text }, names }) => ({ id, pattern, text, names })),
      },
    };
  });
}
