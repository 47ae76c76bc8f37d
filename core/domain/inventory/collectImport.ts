import { type IsoDate, laterDate } from '../calendar.ts';
import type { AccountRecord, ContractRecord, ImportRecord, LicenceRecord, ProgressRecord, SoftwareRecord } from './importRecords.ts';
import type { AccountKind } from './inventory.ts';

export type CollectedAccount = {
  readonly login: string;
  readonly kind: AccountKind;
  readonly departmentPath: readonly string[];
  readonly isEnabled: boolean;
  readonly lastActiveOn: IsoDate | null;
  /** Licences and services, sorted and joined by a line feed: equal texts are equal uses. */
  readonly usageKey: string;
};

export type CollectedSoftware = {
  readonly rawName: string;
  readonly publisher: string;
  readonly version: string;
  readonly installations: number;
  /** True when it comes from inventories of single machines, which list everything, libraries included. */
  readonly isFromDevices: boolean;
};

/** What the files of one import say together, before the plan is looked at. */
export type CollectedImport = {
  readonly accounts: ReadonlyMap<string, CollectedAccount>;
  readonly software: readonly CollectedSoftware[];
  readonly licences: readonly LicenceRecord[];
  readonly contracts: readonly ContractRecord[];
  readonly progress: readonly ProgressRecord[];
  /**
   * Product → devices of single-machine inventories on which any of its names was found; a machine with two language
   * versions of the same product is one installation of it.
   */
  readonly devicesByProduct: ReadonlyMap<string, number>;
  /** Licence or service → accounts, from reports whose users are concealed. */
  readonly concealedUses: ReadonlyMap<string, number>;
};

export type ImportCollector = { add(records: readonly ImportRecord[]): void; finish(): CollectedImport };

/** Says which product a name is, for counting devices; null where it is none. */
export type ProductOf = (name: { readonly rawName: string; readonly publisher: string; readonly version: string }) => string | null;

type SoftwareSum = {
  rawName: string;
  publisher: string;
  version: string;
  installations: number;
  isFromDevices: boolean;
  lastDevice: string | null;
  productId: string | null;
};

/**
 * Joins records of any number of files into what they say together. Accounts join by sign-in name: a later file adds
 * its department, licences and services to what an earlier one said. Software joins by name, publisher and version;
 * the same find on the same device counts once, however many rows (32 and 64 bits, per user, per language) it has.
 *
 * Example: two records of `7-Zip` on device `PC1` and one on `PC2` give one line with 2 installations.
 */
export function createImportCollector(productOf: ProductOf): ImportCollector {
  const accounts = new Map<string, CollectedAccount>();
  const software = new Map<string, SoftwareSum>();
  const licences: LicenceRecord[] = [];
  const contracts: ContractRecord[] = [];
  const progress: ProgressRecord[] = [];
  const concealedUses = new Map<string, number>();
  const devices = new Map<string, { count: number; lastDevice: string }>();

  // Thousands of accounts have the same uses: they share one text.
  const usageKeys = new Map<string, string>();
  const shareUsageKey = (key: string): string => {
    const known = usageKeys.get(key);
    if (known === undefined) usageKeys.set(key, key);
    return known ?? key;
  };
  const addUse = (name: string, count: number) => concealedUses.set(name, Math.max(concealedUses.get(name) ?? 0, count));

  return {
    add(records) {
      for (const record of records) {
        switch (record.kind) {
          case 'account':
            accounts.set(record.login, joinAccount(accounts.get(record.login), record, shareUsageKey));
            break;
          case 'software':
            countDevice(devices, addSoftware(software, record, productOf).productId, record.device);
            break;
          case 'licence':
            licences.push(record);
            break;
          case 'contract':
            contracts.push(record);
            break;
          case 'progress':
            progress.push(record);
            break;
          case 'accountCounts':
            for (const [name, count] of Object.entries(record.accountsByLicence)) addUse(name, count);
            for (const [name, count] of Object.entries(record.accountsByService)) addUse(serviceUse(name), count);
            break;
        }
      }
    },
    finish: () => ({
      accounts,
      software: [...software.values()].map(({ lastDevice: _, productId: __, ...rest }) => rest),
      devicesByProduct: new Map([...devices].map(([product, { count }]) => [product, count])),
      licences,
      contracts,
      progress,
      concealedUses,
    }),
  };
}

function addSoftware(software: Map<string, SoftwareSum>, record: SoftwareRecord, productOf: ProductOf): SoftwareSum {
  const key = `${record.rawName}\u0000${record.publisher}\u0000${record.version}`;
  const known = software.get(key);
  if (!known) {
    const { rawName, publisher, version, installations, device } = record;
    const sum = { rawName, publisher, version, installations, isFromDevices: device !== null, lastDevice: device, productId: productOf(record) };
    software.set(key, sum);
    return sum;
  }
  // Inventories arrive device by device, so remembering the last device is enough to count each once.
  if (record.device !== null && known.lastDevice === record.device) return known;
  known.installations += record.installations;
  known.lastDevice = record.device;
  known.isFromDevices &&= record.device !== null;
  return known;
}

function countDevice(devices: Map<string, { count: number; lastDevice: string }>, productId: string | null, device: string | null): void {
  if (productId === null || device === null) return;
  const known = devices.get(productId);
  if (!known) devices.set(productId, { count: 1, lastDevice: device });
  else if (known.lastDevice !== device) {
    known.count++;
    known.lastDevice = device;
  }
}

/** The name under which a service of a usage report is looked up; reports say `Exchange`, the catalogue `exchange online`. */
function serviceUse(service: string): string {
  return service === 'Exchange' || service === 'SharePoint' ? `${service} Online` : `Microsoft ${service}`;
}

const sharedMailbox = /^(shared|postfach|funktion|poststelle|info|service|boite|bal)[-_.]/;
const room = /^(room|raum|saal|salle)[-_.]/;
const serviceAccount = /^(svc|srv|sa|dienst|system)[-_.]/;

function guessKind(login: string): AccountKind {
  if (room.test(login)) return 'room';
  if (sharedMailbox.test(login)) return 'shared';
  if (serviceAccount.test(login)) return 'service';
  return 'person';
}

function usageKeyOf(record: AccountRecord, earlier: string): string {
  if (record.services.length === 0 && record.licences.length === 0) return earlier;
  if (record.services.length === 0 && record.licences.length === 1 && earlier === '') return record.licences[0] as string;
  const uses = new Set(earlier === '' ? [] : earlier.split('\n'));
  for (const licence of record.licences) uses.add(licence);
  for (const service of record.services) uses.add(serviceUse(service));
  return [...uses].sort().join('\n');
}

function joinAccount(earlier: CollectedAccount | undefined, record: AccountRecord, shareUsageKey: (key: string) => string): CollectedAccount {
  const lastActiveOn =
    earlier?.lastActiveOn && record.lastActiveOn
      ? laterDate(earlier.lastActiveOn, record.lastActiveOn)
      : (record.lastActiveOn ?? earlier?.lastActiveOn ?? null);
  return {
    login: record.login,
    kind: record.accountKind ?? earlier?.kind ?? guessKind(record.login),
    departmentPath: record.departmentPath.length > 0 ? record.departmentPath : (earlier?.departmentPath ?? []),
    isEnabled: record.isEnabled ?? earlier?.isEnabled ?? true,
    lastActiveOn,
    usageKey: shareUsageKey(usageKeyOf(record, earlier?.usageKey ?? '')),
  };
}
