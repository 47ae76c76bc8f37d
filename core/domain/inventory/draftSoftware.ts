import type { ItemId, ProductId } from '../ids.ts';
import type { CollectedSoftware } from './collectSoftware.ts';
import type { ItemDrafts } from './draftItems.ts';
import type { SourceDraft } from './draftSources.ts';
import { count, type DraftRawName, type ImportBase, type ImportCounts, type MatchName, type SampleList } from './importDraft.ts';
import { nameKey } from './importSource.ts';

/** A raw name while the sources of an import change it. */
type NameDraft = { -readonly [Key in keyof DraftRawName]: DraftRawName[Key] } & { readonly before: DraftRawName | null };

/**
 * The raw names that are new, counted differently or gone, each with its item. A name's installations are the sum of what
 * each source says of it; what this import's sources said before is taken back first, so the same list twice changes
 * nothing and a list that says less takes away.
 *
 * Example: one list counts 30 of `Hundesteuer`, another 12. The first one's next state counts 20: the name has 32. The one
 * after it leaves the name out: it has 12.
 */
export function draftSoftware(
  sources: readonly SourceDraft[],
  base: ImportBase,
  matchName: MatchName,
  items: ItemDrafts,
  counts: ImportCounts,
  samples: SampleList,
): DraftRawName[] {
  const known = new Map(base.rawNames.map((rawName) => [nameKey(rawName), rawName]));
  const drafts = new Map<string, NameDraft>();
  const draftOf = (key: string, found: CollectedSoftware | DraftRawName): NameDraft => {
    const already = drafts.get(key);
    if (already) return already;
    const before = known.get(key) ?? null;
    const { rawName, publisher, version } = found;
    const draft: NameDraft = before
      ? { ...before, before }
      : { rawName, publisher, version, installations: 0, match: { kind: 'unmatched' }, itemId: null, before };
    drafts.set(key, draft);
    return draft;
  };

  for (const source of sources) {
    for (const found of source.collected.software) {
      const key = nameKey(found);
      const draft = draftOf(key, found);
      draft.installations += found.installations - (source.known?.names.get(key) ?? 0);
      draft.match = matchName(found);
      draft.itemId = itemOf(found, draft, items);
      source.names.set(key, found.installations);
      if (draft.itemId !== null && !(found.isFromDevices && draft.match.kind === 'matched')) add(source.items, draft.itemId, found.installations);
    }
    for (const [productId, devices] of source.collected.devicesByProduct) {
      add(source.items, items.ensure({ productId: productId as ProductId, name: productId, vendor: '' }), devices);
    }
    // Machines without software here are those that another tool's inventory stands for.
    if ((source.collected.software.length > 0 || source.collected.devices.length > 0) && !source.collected.isPartial) {
      for (const [key, installations] of source.known?.names ?? []) {
        if (source.names.has(key)) continue;
        const before = known.get(key);
        if (before) draftOf(key, before).installations -= installations;
      }
    } else {
      for (const [key, installations] of source.known?.names ?? []) if (!source.names.has(key)) source.names.set(key, installations);
      for (const [item, installations] of source.known?.items ?? []) if (!source.items.has(item)) source.items.set(item, installations);
    }
    for (const item of new Set([...(source.known?.items.keys() ?? []), ...source.items.keys()])) {
      items.changeInstallations(item, source.known?.items.get(item) ?? 0, source.items.get(item) ?? 0);
    }
  }

  const changed: DraftRawName[] = [];
  for (const { before, ...now } of drafts.values()) {
    const installations = Math.max(0, now.installations);
    if (before && before.installations === installations && before.itemId === now.itemId && JSON.stringify(before.match) === JSON.stringify(now.match)) {
      count(counts, 'unchanged');
      continue;
    }
    const outcome = before === null ? 'new' : installations === 0 && before.installations > 0 ? 'gone' : 'changed';
    count(counts, outcome);
    samples.add({
      kind: outcome,
      what: now.rawName,
      reasonKey: outcome === 'gone' ? 'import.softwareGone' : `import.software.${now.match.kind}`,
      params: { installations },
    });
    changed.push({ ...now, installations });
  }
  return changed;
}

/** Finds of single machines that no product is known for stay names: machines list everything, libraries included. */
function itemOf(found: CollectedSoftware, draft: NameDraft, items: ItemDrafts): ItemId | null {
  const { rawName: name, publisher: vendor } = found;
  if (draft.match.kind === 'matched') return items.ensure({ productId: draft.match.productId, name, vendor });
  if (draft.match.kind === 'ownItem') return items.ensure({ productId: null, name: draft.match.alias, vendor });
  if (draft.match.kind === 'noise') return null;
  return found.isFromDevices ? draft.itemId : items.ensure({ productId: null, name, vendor });
}

function add(sums: Map<ItemId, number>, item: ItemId, installations: number): void {
  sums.set(item, (sums.get(item) ?? 0) + installations);
}
