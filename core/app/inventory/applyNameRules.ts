import type { MatchReason } from '../../domain/catalogue/match.ts';
import { cleanName, publisherWords } from '../../domain/catalogue/cleanName.ts';
import { createNameRules, type NameRule, reasonOfRule } from '../../domain/catalogue/nameRules.ts';
import type { ProductId } from '../../domain/ids.ts';
import { nameKey } from '../../domain/inventory/importSource.ts';
import type { RawName } from '../../domain/inventory/inventory.ts';
import { type NameChange, type NameGoal, type Reassignment, reassignNames } from '../../domain/inventory/reassignNames.ts';
import type { PlanReader, PlanWriter, StoredRawName } from '../../ports/planStore.ts';
import type { AppContext } from '../context.ts';
import { knownRules } from './planMatcher.ts';

/**
 * Puts other rules in place of those that stand and decides anew the names on which they differ; the others stay as they
 * were found, whatever the catalogue would say of them today. Answers how many names changed.
 */
export function applyNameRules(context: AppContext, writer: PlanWriter, after: readonly NameRule[]): number {
  const before = writer.nameRules();
  const kept = new Set(after.map(({ id }) => id));
  for (const { id } of before) if (!kept.has(id)) writer.removeNameRule(id);
  const isOther = after.filter((rule) => writer.saveNameRule(rule) > 0).length > 0 || kept.size < before.length;
  if (!isOther) return 0;

  const result = draftNameRules(context, writer, before, after);
  if (result.newItems.length > 0) writer.insertItems(result.newItems);
  for (const item of result.changedItems) writer.updateItem(item);
  for (const { name, itemId } of result.moved) writer.moveSaidInstallations([name], itemId);
  writer.upsertRawNames(result.rawNames);
  for (const contract of result.changedContracts) writer.updateContract(contract);
  if (result.removedItems.length > 0) writer.removeItems(result.removedItems);
  return result.rawNames.length;
}

/** What other rules would change in the inventory. */
export function draftNameRules(context: AppContext, reader: PlanReader, before: readonly NameRule[], after: readonly NameRule[]): Reassignment<StoredRawName> {
  const rawNames = reader.allRawNames();
  const changes = changesOf(context, reader, rawNames, before, after);
  const decidedItems = new Set(reader.decisions().map(({ itemId }) => itemId));
  return reassignNames({ rawNames, items: reader.allItems(), contracts: reader.contracts(), decidedItems }, changes, () => context.ids.next<'item'>());
}

function changesOf(
  context: AppContext,
  reader: PlanReader,
  rawNames: readonly StoredRawName[],
  before: readonly NameRule[],
  after: readonly NameRule[],
): NameChange<StoredRawName>[] {
  const [rulesBefore, rulesAfter] = [createNameRules(knownRules(context, before)), createNameRules(knownRules(context, after))];
  const goalOf = createGoals(context, reader);
  const changes: NameChange<StoredRawName>[] = [];
  for (const name of rawNames) {
    const { words } = cleanName(name.rawName, name.version);
    const publisher = publisherWords(name.publisher);
    const [was, is] = [rulesBefore.find(words, publisher), rulesAfter.find(words, publisher)];
    if (was === null && is === null) continue;
    const now = is && reasonOfRule(is);
    if (now !== null && isSame(now, name.match)) continue;
    if (was !== null && now !== null && isSame(reasonOfRule(was), now)) continue;
    const match = now ?? context.catalogue.matcher.match(name);
    changes.push({ name, match, goal: goalOf(name, match) });
  }
  return changes;
}

function isSame(one: MatchReason, other: MatchReason): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function createGoals(context: AppContext, reader: PlanReader): (name: RawName, match: MatchReason) => NameGoal {
  const { catalogue } = context.catalogue;
  const { tracks } = reader.timeline();
  const products = new Map<ProductId, NameGoal>();
  let listed: ReadonlySet<string> | null = null;
  const productGoal = (id: ProductId): NameGoal => {
    const product = catalogue.products.get(id);
    if (!product) return { kind: 'none' };
    const vendorName = catalogue.providers.get(product.vendor)?.name ?? product.vendor;
    const trackId = tracks.find((track) => track.key === product.track)?.id ?? null;
    return { kind: 'product', product: { id, name: product.name, vendorName, trackId } };
  };
  return (name, match) => {
    if (match.kind === 'noise') return { kind: 'none' };
    if (match.kind === 'ownItem') return { kind: 'ownItem', name: match.alias.trim(), vendor: name.publisher };
    if (match.kind === 'matched') {
      const goal = products.get(match.productId) ?? productGoal(match.productId);
      products.set(match.productId, goal);
      return goal;
    }
    // As an import does it: a list of software names items, single machines list everything, libraries included.
    listed ??= new Set(reader.importSources().flatMap(({ devices, names }) => (devices.size > 0 ? [] : [...names.keys()])));
    return listed.has(nameKey(name)) ? { kind: 'ownItem', name: name.rawName.trim(), vendor: name.publisher } : { kind: 'none' };
  };
}
