import type { MatchReason } from '../../../core/domain/catalogue/match.ts';
import type { AccountId, ContractId, ImportSourceId, ItemId, ProductId, TrackId, UnitId } from '../../../core/domain/ids.ts';
import type { CollectedAccount, CollectedImport, CollectedSource } from '../../../core/domain/inventory/collectImport.ts';
import { contractKeys } from '../../../core/domain/inventory/contractKeys.ts';
import type { ImportBase, ImportProduct } from '../../../core/domain/inventory/importDraft.ts';

const product = (id: string, name: string, track: string, includes: string[] = []): ImportProduct => ({
  id: id as ProductId,
  name,
  vendorName: 'Microsoft',
  track,
  includes: includes as ProductId[],
});
export const products = new Map(
  [
    product('microsoft-365-e3', 'Microsoft 365 E3', 'office', ['exchange-online', 'microsoft-teams']),
    product('exchange-online', 'Exchange Online', 'mail'),
    product('microsoft-teams', 'Microsoft Teams', 'chat'),
  ].map((entry) => [entry.id, entry]),
);
export const match = ({ rawName }: { rawName: string }): MatchReason => {
  if (rawName.startsWith('KB')) return { kind: 'noise', rule: 'patch' };
  const found = [...products.values()].find((entry) => entry.name === rawName);
  return found ? { kind: 'matched', productId: found.id, confidence: 1, rule: 'exactAlias', alias: rawName.toLowerCase() } : { kind: 'unmatched' };
};

/** `after` keeps the ids of a later import apart from those of an earlier one. */
export function numberedIds(after: number) {
  const made = new Map<string, number>();
  const make = (kind: string) => {
    const number = (made.get(kind) ?? after) + 1;
    made.set(kind, number);
    return `${kind}-${number}`;
  };
  return {
    unit: () => make('unit') as UnitId,
    account: () => make('account') as AccountId,
    item: () => make('item') as ItemId,
    contract: () => make('contract') as ContractId,
    source: () => make('source') as ImportSourceId,
  };
}

export type Lists = Partial<CollectedSource> & Partial<Pick<CollectedImport, 'accounts' | 'mailboxes' | 'progress' | 'concealedUses'>>;
/** What one source's files say. */
export function collect({ accounts = new Map(), mailboxes = new Map(), progress = [], concealedUses = new Map(), ...lists }: Lists): CollectedImport {
  const { licences = [], contracts = [] } = lists;
  const source: CollectedSource = {
    form: 'list',
    isPartial: false,
    software: [],
    devices: [],
    devicesByProduct: new Map(),
    logins: new Set(accounts.keys()),
    licences,
    contracts,
    contractKeys: contractKeys([...licences, ...contracts]),
    ...lists,
  };
  return { accounts, mailboxes, progress, concealedUses, sources: [source], sameMachines: [], maybeSame: [] };
}
export const empty: ImportBase = {
  administration: 'Stadt Beispiel',
  units: [],
  accounts: new Map(),
  mailboxes: new Map(),
  usageProfiles: new Map(),
  items: [],
  rawNames: [],
  contracts: [],
  sources: [],
  importedPaths: new Map(),
  trackIds: new Map([
    ['mail', 'track-mail' as TrackId],
    ['office', 'track-office' as TrackId],
  ]),
};
export const person = (login: string, departmentPath: string[], usageKey = ''): [string, CollectedAccount] => [
  login,
  { login, kind: 'person', departmentPath, isEnabled: true, lastActiveOn: null, usageKey },
];
