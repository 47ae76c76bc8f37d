import type { ProductId } from '../ids.ts';
import type { CollectedImport } from './collectImport.ts';
import { createUnitDrafts, draftAccounts } from './draftAccounts.ts';
import { draftLicencesAndContracts } from './draftContracts.ts';
import { createItemDrafts } from './draftItems.ts';
import { draftProgress } from './draftProgress.ts';
import { draftSoftware } from './draftSoftware.ts';
import { draftUsages } from './draftUsages.ts';
import { changedSources, draftSources } from './draftSources.ts';
import {
  count,
  createSampleList,
  type ImportBase,
  type ImportChoices,
  type ImportDraft,
  type ImportIds,
  type ImportProduct,
  type MatchName,
  noCounts,
} from './importDraft.ts';

/**
 * Compares what the files say with what the plan holds and says what would change. Pure: the dry run shows the answer,
 * the import writes the same answer.
 *
 * - Each list is the next state of a source, see `chooseSource`; what it no longer lists is gone from there.
 * - An account is known again by its sign-in name; one that moved to another department is changed, not new. Accounts
 *   that are gone stay, or are disabled where that is chosen.
 * - Departments become units; accounts without a department stand in a unit named after the administration.
 * - A raw name that matches becomes part of its product's item; noise and unmatched finds of single machines stay raw
 *   names; unmatched names of lists (which somebody wrote or counted) become items to decide.
 * - A licence bundle brings the products that it includes as items of their own, used by the same accounts.
 *
 * Example: an empty plan, and a file with one account in `Finanzen / Haushalt` whose licence includes mail and chat: two
 * units, one account and three items are new. The same file again changes nothing.
 */
export function draftImport(
  collected: CollectedImport,
  base: ImportBase,
  products: ReadonlyMap<ProductId, ImportProduct>,
  matchName: MatchName,
  ids: ImportIds,
  choices: ImportChoices = { sources: {}, goneAccounts: 'keep' },
): ImportDraft {
  const samples = createSampleList();
  const items = createItemDrafts(base, products, base.trackIds, ids.item);
  const software = noCounts();
  const sources = draftSources(collected, base.sources, (login) => base.accounts.get(login)?.id, choices.sources, ids.source);
  const rawNames = draftSoftware(sources, base, matchName, items, software, samples);
  const contractCounts = noCounts();
  const contracts = draftLicencesAndContracts(sources, base.contracts, items, matchName, ids.contract, contractCounts, software, samples);
  const usages = draftUsages(collected, products, matchName, items);
  const units = createUnitDrafts(base, ids.unit);
  const accountCounts = noCounts();
  const accounts = draftAccounts(collected, sources, base, units, usages, ids.account, accountCounts, samples, choices.goneAccounts);
  const unitCounts = noCounts();
  count(unitCounts, 'new', units.created.length);
  if (accountCounts.read > 0) count(unitCounts, 'unchanged', units.reused());
  for (const unit of units.created) samples.add({ kind: 'new', what: unit.path, reasonKey: 'import.newUnit', params: {} });
  const progressCounts = noCounts();
  const progress = draftProgress(collected, base, accounts.newAccounts, progressCounts, samples);
  return {
    units: units.created,
    ...accounts,
    mailboxes: new Map([...collected.mailboxes].filter(([login, bytes]) => bytes !== base.mailboxes.get(login))),
    usages,
    rawNames,
    newItems: items.newItems(),
    changedItems: items.changedItems(),
    ...contracts,
    progress,
    sources: changedSources(sources),
    choices: sources.map(({ collected: list, known, share, listedBefore }) => ({
      form: list.form,
      sourceId: known?.id ?? null,
      name: known?.name ?? '',
      share,
      listedBefore,
      isPartial: list.isPartial,
      candidates: base.sources.filter(({ form }) => form === list.form).map(({ id, name }) => ({ id, name })),
    })),
    importedPaths: units.newPaths(),
    counts: { accounts: accountCounts, units: unitCounts, software, contracts: contractCounts, progress: progressCounts },
    samples: samples.list,
  };
}
