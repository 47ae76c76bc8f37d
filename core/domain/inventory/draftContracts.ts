import { type IsoDate, toDayNumber } from '../calendar.ts';
import type { ContractId, ItemId } from '../ids.ts';
import { cents, type Cents } from '../money.ts';
import { endOf } from './contractKeys.ts';
import type { ItemDrafts } from './draftItems.ts';
import type { SourceDraft } from './draftSources.ts';
import { count, type ImportCounts, type MatchName, type SampleList } from './importDraft.ts';
import type { ContractRecord, LicenceRecord } from './importRecords.ts';
import type { SaidContract } from './importSource.ts';
import type { Contract } from './inventory.ts';

/**
 * Cost of one year of a licence. A file that names the yearly cost is taken at its word. A purchase with a term of at
 * least 28 days is spread over its term. A purchase without an end was paid once; what it costs a year is unknown, which
 * is null and not 0.
 *
 * Example: 3,000.00 for 2025-01-01 to 2027-12-31 (1,095 days) is 1,000.00 a year.
 */
export function annualCostOf(licence: Pick<LicenceRecord, 'annualCostCents' | 'purchaseCostCents' | 'purchasedOn' | 'expiresOn'>): Cents | null {
  if (licence.annualCostCents !== null) return licence.annualCostCents;
  if (licence.purchaseCostCents === null || licence.purchasedOn === null || licence.expiresOn === null) return null;
  const days = toDayNumber(licence.expiresOn) - toDayNumber(licence.purchasedOn) + 1;
  if (days < 28) return null;
  return cents(Math.round((licence.purchaseCostCents * 365) / days));
}

/** Months of a term, at least 1: the length by which it would renew. */
function termMonths(startsOn: IsoDate | null, endsOn: IsoDate | null): number {
  if (startsOn === null || endsOn === null) return 12;
  return Math.max(1, Math.round((toDayNumber(endsOn) - toDayNumber(startsOn) + 1) / 30.44));
}

/**
 * Licences and contracts of the files as items, seats and contracts. A contract that its source told before is found by
 * its key: what the source says differently from then is changed, what a person has changed since stays. One that no
 * source told is found by item, name, start and end, and of it only seats and cost are changed. A licence is taken to end
 * unless somebody renews it, because licence lists do not say otherwise; contracts say it themselves.
 *
 * Example: a list tells `Office` with 200 seats until 2026-12-31; somebody corrects the notice to 90 days. The next list
 * tells 210 seats: the contract has 210 seats and 90 days of notice.
 */
export function draftLicencesAndContracts(
  sources: readonly SourceDraft[],
  known: readonly Contract[],
  items: ItemDrafts,
  matchName: MatchName,
  nextId: () => ContractId,
  counts: ImportCounts,
  softwareCounts: ImportCounts,
  samples: SampleList,
): { newContracts: Contract[]; changedContracts: Contract[] } {
  const newContracts: Contract[] = [];
  const changedContracts: Contract[] = [];
  const knownById = new Map(known.map((contract) => [contract.id, contract]));
  const told = new Set(sources.flatMap(({ known: source }) => [...(source?.contracts.values() ?? [])].map(({ contractId }) => contractId)));
  const untold = createUntold(known.filter(({ id }) => !told.has(id)));

  const itemOf = (name: string, publisher: string): ItemId => {
    const match = matchName({ rawName: name, publisher, version: '' });
    return items.ensure({ productId: match.kind === 'matched' ? match.productId : null, name, vendor: publisher });
  };

  const put = (source: SourceDraft, key: string, itemId: ItemId, said: SaidContract): void => {
    const before = source.known?.contracts.get(key);
    const earlier = before ? knownById.get(before.contractId) : untold.take(itemId, said);
    if (!earlier) {
      const contract = { ...said, itemId, id: nextId() };
      items.addLicence(itemId, contract.seats, contract.annualCostCents);
      newContracts.push(contract);
      source.contracts.set(key, { contractId: contract.id, said });
      const isRenewed = [...(source.known?.contracts.values() ?? [])].some((one) => one.said.name === said.name && one.said.supplier === said.supplier);
      count(counts, isRenewed ? 'ambiguous' : 'new');
      samples.add({
        kind: isRenewed ? 'ambiguous' : 'new',
        what: said.name,
        reasonKey: isRenewed ? 'import.contractMaybeRenewed' : 'import.newContract',
        params: { seats: said.seats },
      });
      return;
    }
    const now = mergeContract(earlier, before?.said ?? { ...earlier, seats: -1, annualCostCents: null }, said);
    source.contracts.set(key, { contractId: earlier.id, said });
    if (JSON.stringify(now) === JSON.stringify(earlier)) {
      count(counts, 'unchanged');
      return;
    }
    items.addLicence(now.itemId, now.seats - earlier.seats, difference(now.annualCostCents, earlier.annualCostCents));
    changedContracts.push(now);
    count(counts, 'changed');
    samples.add({ kind: 'changed', what: now.name, reasonKey: 'import.contractChanged', params: { seats: now.seats } });
  };

  for (const source of sources) {
    const { licences, contracts, contractKeys } = source.collected;
    for (const [index, licence] of licences.entries()) {
      const itemId = itemOf(licence.name, licence.publisher);
      count(softwareCounts, items.isNew(itemId) ? 'new' : 'changed');
      put(source, contractKeys[index] as string, itemId, saidByLicence(licence));
    }
    for (const [index, contract] of contracts.entries()) {
      const itemId = itemOf(contract.productName === '' ? contract.name : contract.productName, contract.supplier);
      put(source, contractKeys[licences.length + index] as string, itemId, saidByContract(contract));
    }
    if (contractKeys.length === 0 || source.collected.isPartial) continue;
    const listed = new Set(contractKeys);
    for (const [key, { contractId }] of source.known?.contracts ?? []) {
      const contract = knownById.get(contractId);
      if (listed.has(key) || !contract) continue;
      count(counts, 'gone');
      samples.add({ kind: 'gone', what: contract.name, reasonKey: 'import.contractGone', params: {} });
    }
  }
  return { newContracts, changedContracts };
}

function saidByLicence(licence: LicenceRecord): SaidContract {
  const endsOn = endOf(licence);
  return {
    name: licence.name,
    supplier: licence.supplier,
    startsOn: licence.purchasedOn,
    endsOn,
    renewal: endsOn === null ? 'none' : 'express',
    renewalMonths: endsOn === null ? 0 : termMonths(licence.purchasedOn, endsOn),
    noticeDays: 0,
    seats: licence.seats ?? 0,
    annualCostCents: annualCostOf(licence),
  };
}

function saidByContract(contract: ContractRecord): SaidContract {
  const renewal = contract.renewal ?? (contract.endsOn === null ? 'none' : 'express');
  return {
    name: contract.name,
    supplier: contract.supplier,
    startsOn: contract.startsOn,
    endsOn: contract.endsOn,
    renewal,
    renewalMonths: contract.renewalMonths ?? (renewal === 'none' ? 0 : 12),
    noticeDays: contract.noticeDays ?? 0,
    seats: contract.seats ?? 0,
    annualCostCents: contract.annualCostCents,
  };
}

const saidFields = ['name', 'supplier', 'startsOn', 'endsOn', 'renewal', 'renewalMonths', 'noticeDays', 'seats', 'annualCostCents'] as const;

/** The plan's contract with what its source says differently from `before`; what the source does not say stays. */
function mergeContract(contract: Contract, before: SaidContract, now: SaidContract): Contract {
  const changes = saidFields.filter((field) => now[field] !== before[field] && now[field] !== null && !(field === 'seats' && now.seats === 0));
  return { ...contract, ...Object.fromEntries(changes.map((field) => [field, now[field]])) };
}

/** Contracts that no source told, each to be found once by item, name, start and end. */
function createUntold(contracts: readonly Contract[]) {
  const byKey = new Map<string, Contract[]>();
  const keyOf = (itemId: ItemId, { name, startsOn, endsOn }: SaidContract) => `${itemId} ${name} ${startsOn ?? ''} ${endsOn ?? ''}`;
  for (const contract of contracts) {
    const key = keyOf(contract.itemId, contract);
    const others = byKey.get(key);
    if (others) others.push(contract);
    else byKey.set(key, [contract]);
  }
  return { take: (itemId: ItemId, said: SaidContract): Contract | undefined => byKey.get(keyOf(itemId, said))?.shift() };
}

function difference(now: Cents | null, before: Cents | null): Cents | null {
  if (now === null && before === null) return null;
  return cents((now ?? 0) - (before ?? 0));
}
