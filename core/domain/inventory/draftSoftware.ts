import type { ItemId, ProductId } from '../ids.ts';
import type { CollectedImport } from './collectImport.ts';
import type { ItemDrafts } from './draftItems.ts';
import { count, type DraftRawName, type ImportBase, type ImportCounts, type MatchName, type SampleList } from './importDraft.ts';

/** The raw names that are new or counted differently, each with its item; adds the installations to the items. */
export function draftSoftware(
  collected: CollectedImport,
  base: ImportBase,
  matchName: MatchName,
  items: ItemDrafts,
  counts: ImportCounts,
  samples: SampleList,
): DraftRawName[] {
  const known = new Map(base.rawNames.map((rawName) => [rawNameKey(rawName), rawName]));
  const changed: DraftRawName[] = [];
  for (const found of collected.software) {
    const match = matchName(found);
    const earlier = known.get(rawNameKey(found));
    // Single machines add up; a list replaces what the earlier version of the list said.
    const installations = found.isFromDevices ? (earlier?.installations ?? 0) + found.installations : found.installations;
    let itemId: ItemId | null = null;
    if (match.kind === 'matched') itemId = items.ensure({ productId: match.productId, name: found.rawName, vendor: found.publisher });
    else if (match.kind === 'unmatched' && !found.isFromDevices) itemId = items.ensure({ productId: null, name: found.rawName, vendor: found.publisher });
    if (itemId !== null && !(found.isFromDevices && match.kind === 'matched')) items.addInstallations(itemId, installations - (earlier?.installations ?? 0));
    if (earlier && earlier.installations === installations && earlier.itemId === itemId) {
      count(counts, 'unchanged');
      continue;
    }
    count(counts, earlier ? 'changed' : 'new');
    samples.add({ kind: earlier ? 'changed' : 'new', what: found.rawName, reasonKey: `import.software.${match.kind}`, params: { installations } });
    const { rawName, publisher, version } = found;
    changed.push({ rawName, publisher, version, installations, match, itemId });
  }
  for (const [productId, devices] of collected.devicesByProduct) {
    items.addInstallations(items.ensure({ productId: productId as ProductId, name: productId, vendor: '' }), devices);
  }
  return changed;
}

function rawNameKey(name: { readonly rawName: string; readonly publisher: string; readonly version: string }): string {
  return `${name.rawName}\u0000${name.publisher}\u0000${name.version}`;
}
