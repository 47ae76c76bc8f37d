import { type IsoDate, toDayNumber } from '../calendar.ts';
import type { ContractId, ItemId } from '../ids.ts';
import { cents, type Cents } from '../money.ts';
import type { CollectedImport } from './collectImport.ts';
import type { ItemDrafts } from './draftItems.ts';
import { count, type ImportCounts, type MatchName, type SampleList } from './importDraft.ts';
import type { LicenceRecord } from './importRecords.ts';
import type { Contract } from './inventory.ts';

/**
 * Cost of one year of a licence. A file that names the yearly cost is taken at its word. A purchase with a term of at
 * least a month is spread over its term: 3,000.00 for 2025-01-01 to 2027-12-31 (1,095 days) is 1,000.00 a year. A
 * purchase without an end was paid once; what it costs a year is unknown, which is null and not 0.
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
 * Licences and contracts of the files as items, seats and contracts. A licence that the files list again (same item,
 * name and end) changes nothing; of one with another cost or number of seats only these are changed. A licence is taken to end unless
 * somebody renews it, because licence lists do not say otherwise; contracts say it themselves.
 */
export function draftLicencesAndContracts(
  collected: CollectedImport,
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
  const keyOf = (contract: Pick<Contract, 'itemId' | 'name' | 'startsOn' | 'endsOn'>, occurrence: number) =>
    `${contract.itemId} ${contract.name} ${contract.startsOn ?? ''} ${contract.endsOn ?? ''} ${occurrence}`;
  const occurrences = new Map<string, number>();
  const nextKey = (contract: Pick<Contract, 'itemId' | 'name' | 'startsOn' | 'endsOn'>) => {
    const base = keyOf(contract, 0);
    const occurrence = (occurrences.get(base) ?? 0) + 1;
    occurrences.set(base, occurrence);
    return keyOf(contract, occurrence);
  };
  const knownByKey = new Map(known.map((contract) => [nextKey(contract), contract]));
  occurrences.clear();

  const itemOf = (name: string, publisher: string): ItemId => {
    const match = matchName({ rawName: name, publisher, version: '' });
    return items.ensure({ productId: match.kind === 'matched' ? match.productId : null, name, vendor: publisher });
  };

  const put = (contract: Omit<Contract, 'id'>) => {
    const earlier = knownByKey.get(nextKey(contract));
    if (!earlier) {
      items.addLicence(contract.itemId, contract.seats, contract.annualCostCents);
      newContracts.push({ ...contract, id: nextId() });
      count(counts, 'new');
      samples.add({ kind: 'new', what: contract.name, reasonKey: 'import.newContract', params: { seats: contract.seats } });
      return;
    }
    // What the file does not say stays as it is, and so do the terms, which a person may have put right.
    const seats = contract.seats === 0 ? earlier.seats : contract.seats;
    const annualCostCents = contract.annualCostCents ?? earlier.annualCostCents;
    if (earlier.seats === seats && earlier.annualCostCents === annualCostCents) {
      count(counts, 'unchanged');
      return;
    }
    items.addLicence(contract.itemId, seats - earlier.seats, difference(annualCostCents, earlier.annualCostCents));
    changedContracts.push({ ...earlier, seats, annualCostCents });
    count(counts, 'changed');
    samples.add({ kind: 'changed', what: contract.name, reasonKey: 'import.contractChanged', params: { seats } });
  };

  for (const licence of collected.licences) {
    const endsOn = licence.expiresOn ?? licence.terminatesOn;
    const itemId = itemOf(licence.name, licence.publisher);
    count(softwareCounts, items.isNew(itemId) ? 'new' : 'changed');
    put({
      itemId,
      name: licence.name,
      supplier: licence.supplier,
      startsOn: licence.purchasedOn,
      endsOn,
      renewal: endsOn === null ? 'none' : 'express',
      renewalMonths: endsOn === null ? 0 : termMonths(licence.purchasedOn, endsOn),
      noticeDays: 0,
      seats: licence.seats ?? 0,
      annualCostCents: annualCostOf(licence),
    });
  }
  for (const contract of collected.contracts) {
    const renewal = contract.renewal ?? (contract.endsOn === null ? 'none' : 'express');
    put({
      itemId: itemOf(contract.productName === '' ? contract.name : contract.productName, contract.supplier),
      name: contract.name,
      supplier: contract.supplier,
      startsOn: contract.startsOn,
      endsOn: contract.endsOn,
      renewal,
      renewalMonths: contract.renewalMonths ?? (renewal === 'none' ? 0 : 12),
      noticeDays: contract.noticeDays ?? 0,
      seats: contract.seats ?? 0,
      annualCostCents: contract.annualCostCents,
    });
  }
  return { newContracts, changedContracts };
}

function difference(now: Cents | null, before: Cents | null): Cents | null {
  if (now === null && before === null) return null;
  return cents((now ?? 0) - (before ?? 0));
}
