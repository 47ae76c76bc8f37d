import type { ProductId } from '../ids.ts';
import type { CollectedImport } from './collectImport.ts';
import { createUnitDrafts, draftAccounts } from './draftAccounts.ts';
import { draftLicencesAndContracts } from './draftContracts.ts';
import { createItemDrafts } from './draftItems.ts';
import { draftProgress } from './draftProgress.ts';
import { draftSoftware } from './draftSoftware.ts';
import { draftUsages } from './draftUsages.ts';
import { count, createSampleList, type ImportBase, type ImportDraft, type ImportIds, type ImportProduct, type MatchName, noCounts } from './importDraft.ts';

/**
 * Compares what the files say with what the plan holds and says what would change. Pure: the dry run shows the answer,
 * the import writes the same answer.
 *
 * - An account is known again by its sign-in name; one that moved to another department is changed, not new. Accounts
 *   that the files do not mention stay: a file may be a part.
 * - Departments become units; accounts without a department stand in a unit named after the administration.
 * - A raw name that matches becomes part of its product's item; noise and unmatched finds of single machines stay raw
 *   names; unmatched names of lists (which somebody wrote or counted) become items to decide.
 * - A licence bundle brings the products that it includes as items of their own, used by the same accounts.
 */
export function draftImport(
  collected: CollectedImport,
  base: ImportBase,
  products: ReadonlyMap<ProductId, ImportProduct>,
  matchName: MatchName,
  ids: ImportIds,
): ImportDraft {
  const samples = createSampleList();
  const items = createItemDrafts(base, products, base.trackIds, ids.item);
  const software = noCounts();
  const rawNames = draftSoftware(collected, base, matchName, items, software, samples);
  const contractCounts = noCounts();
  const contracts = draftLicencesAndContracts(collected, base.contracts, items, matchName, ids.contract, contractCounts, software, samples);
  const usages = draftUsages(collected, products, matchName, items);
  const units = createUnitDrafts(base, ids.unit);
  const accountCounts = noCounts();
  const accounts = draftAccounts(collected, base, units, usages, ids.account, accountCounts, samples);
  const unitCounts = noCounts();
  count(unitCounts, 'new', units.created.length);
  if (accountCounts.read > 0) count(unitCounts, 'unchanged', units.reused());
  for (const unit of units.created) samples.add({ kind: 'new', what: unit.path, reasonKey: 'import.newUnit', params: {} });
  const progressCounts = noCounts();
  const progress = draftProgress(collected, base, accounts.newAccounts, progressCounts, samples);
  return {
    units: units.created,
    ...accounts,
    usages,
    rawNames,
    newItems: items.newItems(),
    changedItems: items.changedItems(),
    ...contracts,
    progress,
    counts: { accounts: accountCounts, units: unitCounts, software, contracts: contractCounts, progress: progressCounts },
    samples: samples.list,
  };
}
