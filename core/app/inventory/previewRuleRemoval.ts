import type { Output, Parsed } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';
import { draftNameRules } from './applyNameRules.ts';
import { findRule } from './changeNameRules.ts';

/**
 * What becomes of the inventory without a rule. Items that lose their last name with it and of which seats, a cost,
 * accounts or a contract are known stay: what is paid for must not vanish from the costs because of a name, and nobody
 * but a person can say what else it belongs to.
 */
export function previewRuleRemoval(context: AppContext, { ruleId }: Parsed<'inventory.previewRuleRemoval'>): Output<'inventory.previewRuleRemoval'> {
  return openStore(context).read((reader) => {
    const rules = reader.nameRules();
    findRule(rules, ruleId);
    const result = draftNameRules(
      context,
      reader,
      rules,
      rules.filter(({ id }) => id !== ruleId),
    );
    const keyOf = (name: { readonly rawName: string; readonly publisher: string; readonly version: string }) =>
      JSON.stringify([name.rawName, name.publisher, name.version]);
    const decided = new Map(result.rawNames.map((name) => [keyOf(name), name.itemId]));
    const named = new Set(reader.allRawNames().map((name) => decided.get(keyOf(name)) ?? (decided.has(keyOf(name)) ? null : name.itemId)));
    const lost = new Set(result.moved.map(({ name }) => name.itemId));
    const contracts = reader.contracts().map((contract) => result.changedContracts.find(({ id }) => id === contract.id) ?? contract);
    return {
      names: result.rawNames.length,
      installations: result.rawNames.reduce((sum, { installations }) => sum + installations, 0),
      stays: result.changedItems
        .filter(({ id }) => lost.has(id) && !named.has(id))
        .map(({ id, name, seats, annualCostCents }) => ({
          itemId: id,
          name,
          seats,
          annualCostCents,
          contracts: contracts.filter(({ itemId }) => itemId === id).length,
        })),
    };
  });
}
