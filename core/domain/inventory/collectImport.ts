import { type IsoDate, laterDate } from '../calendar.ts';
import { type CollectedSoftware, createSoftwareCollector, type MachineFile, momentOf, type ProductOf } from './collectSoftware.ts';
import { contractKeys } from './contractKeys.ts';
import type { AccountRecord, ContractRecord, ImportRecord, LicenceRecord, ProgressRecord, SoftwareRecord } from './importRecords.ts';
import type { AccountKind } from './inventory.ts';
import type { MachineIdentity } from './machineIdentity.ts';
import { type MaybeSame, maybeSameMachines } from './maybeSameMachines.ts';
import { ownText } from './ownText.ts';
import { findSameMachines, type FoundMachine, type SameMachine } from './sameMachines.ts';

export type CollectedAccount = {
  readonly login: string;
  readonly kind: AccountKind;
  readonly departmentPath: readonly string[];
  readonly isEnabled: boolean;
  readonly lastActiveOn: IsoDate | null;
  /** Licences and services, sorted and joined by a line feed: equal texts are equal uses. */
  readonly usageKey: string;
};

/** What the lists of one form say, as the next state of one source. */
export type CollectedSource = {
  /** The format; of a table with the kind of its records. */
  readonly form: string;
  /** Some of it tells only what changed, so that nothing is gone. */
  readonly isPartial: boolean;
  readonly software: readonly CollectedSoftware[];
  /** Hashes of the machines that single-machine inventories are of. */
  readonly devices: readonly number[];
  /**
   * Product → machines on which any of its names was found; a machine with two language versions of the same product is
   * one installation of it.
   */
  readonly devicesByProduct: ReadonlyMap<string, number>;
  readonly logins: ReadonlySet<string>;
  readonly licences: readonly LicenceRecord[];
  readonly contracts: readonly ContractRecord[];
  /** Of the licences and then of the contracts, see `contractKeys`. */
  readonly contractKeys: readonly string[];
};

/** What the files of one import say together, before the plan is looked at. */
export type CollectedImport = {
  readonly accounts: ReadonlyMap<string, CollectedAccount>;
  /** Sign-in name → bytes of its mailbox, as the last file says it. */
  readonly mailboxes: ReadonlyMap<string, number>;
  readonly sources: readonly CollectedSource[];
  readonly progress: readonly ProgressRecord[];
  /** Licence or service → accounts, from reports whose users are concealed. */
  readonly concealedUses: ReadonlyMap<string, number>;
  /** Inventories of machines that another tool's inventory of the same machine stands for. */
  readonly sameMachines: readonly SameMachine[];
  readonly maybeSame: readonly MaybeSame[];
};

export type ImportCollector = {
  add(records: readonly ImportRecord[], format: string): void;
  /** All records of a file that is of one machine; answers the files that count no longer, because another one is newer. */
  addMachine(records: readonly SoftwareRecord[], format: string, file: MachineFile & { readonly identity?: MachineIdentity }): readonly number[];
  /** A file of this format told only what changed. */
  markPartial(format: string): void;
  finish(): CollectedImport;
};

/**
 * Joins records of any number of files into what they say together. Accounts join by sign-in name: a later file adds
 * its department, licences and services to what an earlier one said. Software joins by name, publisher and version,
 * within one source.
 *
 * Example: two records of `7-Zip` on device `PC1` and one on `PC2` give one line with 2 installations.
 */
export function createImportCollector(productOf: ProductOf): ImportCollector {
  const accounts = new Map<string, CollectedAccount>();
  const mailboxes = new Map<string, number>();
  const sources = new Map<string, ReturnType<typeof createSourceCollector>>();
  const machines = new Map<string, FoundMachine>();
  const partialFormats = new Set<string>();
  const progress: ProgressRecord[] = [];
  const concealedUses = new Map<string, number>();

  // Thousands of accounts have the same uses: they share one text.
  const usageKeys = new Map<string, string>();
  const shareUsageKey = (key: string): string => {
    const known = usageKeys.get(key);
    if (known === undefined) usageKeys.set(key, key);
    return known ?? key;
  };
  const addUse = (name: string, count: number) => concealedUses.set(name, Math.max(concealedUses.get(name) ?? 0, count));
  const sourceOf = (format: string, kind: ImportRecord['kind']) => {
    const form = format === 'tabular' ? `tabular ${kind}` : format;
    const source = sources.get(form) ?? createSourceCollector(format, form, productOf);
    sources.set(form, source);
    return source;
  };

  return {
    add(records, format) {
      let login: string;
      for (const record of records) {
        switch (record.kind) {
          case 'account':
            login = joinInto(accounts, record, shareUsageKey);
            sourceOf(format, record.kind).logins.add(login);
            if (record.mailboxBytes !== undefined) mailboxes.set(login, record.mailboxBytes);
            break;
          case 'software':
            sourceOf(format, record.kind).software.add(record);
            break;
          case 'licence':
            sourceOf(format, record.kind).licences.push(record);
            break;
          case 'contract':
            sourceOf(format, record.kind).contracts.push(record);
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
    addMachine: (records, format, file) => {
      const device = records[0]?.device ?? null;
      if (device === null) return [];
      const superseded = sourceOf(format, 'software').software.addMachine(device, records, file);
      // What tells only changes adds to another inventory, wherever that is counted.
      if (file.identity && !file.isPartial && !superseded.includes(file.file)) {
        const lookedAt = momentOf(file.loggedAt);
        machines.set(`${format}\n${device}`, { form: format, device, file: file.file, identity: file.identity, lookedAt, programs: records.length });
      }
      return superseded;
    },
    markPartial: (format) => {
      partialFormats.add(format);
    },
    finish: () => {
      const sameMachines = findSameMachines([...machines.values()]);
      for (const { dropped } of sameMachines) sources.get(dropped.form)?.software.dropMachine(dropped.device);
      const named = [...sources].map(([form, { software }]) => ({ form, devices: software.deviceNames() }));
      const finished = [...sources.values()].map((source) => source.finish(partialFormats));
      const lists = finished.flatMap(({ form, software }, index) =>
        software.length === 0 ? [] : [{ form, devices: named[index]?.devices ?? [], names: software.map(({ rawName }) => rawName) }],
      );
      return { accounts, mailboxes, sources: finished, progress, concealedUses, sameMachines, maybeSame: maybeSameMachines(lists) };
    },
  };
}

function createSourceCollector(format: string, form: string, productOf: ProductOf) {
  const software = createSoftwareCollector(productOf);
  const logins = new Set<string>();
  const licences: LicenceRecord[] = [];
  const contracts: ContractRecord[] = [];
  return {
    software,
    logins,
    licences,
    contracts,
    finish: (partialFormats: ReadonlySet<string>): CollectedSource => ({
      form,
      isPartial: partialFormats.has(format),
      ...software.finish(),
      logins,
      licences,
      contracts,
      contractKeys: contractKeys([...licences, ...contracts]),
    }),
  };
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

function joinInto(accounts: Map<string, CollectedAccount>, record: AccountRecord, shareUsageKey: (key: string) => string): string {
  const earlier = accounts.get(record.login);
  const login = earlier?.login ?? ownText(record.login);
  accounts.set(login, joinAccount(login, earlier, record, shareUsageKey));
  return login;
}

function joinAccount(login: string, earlier: CollectedAccount | undefined, record: AccountRecord, shareUsageKey: (key: string) => string): CollectedAccount {
  const lastActiveOn =
    earlier?.lastActiveOn && record.lastActiveOn
      ? laterDate(earlier.lastActiveOn, record.lastActiveOn)
      : (record.lastActiveOn ?? earlier?.lastActiveOn ?? null);
  return {
    login,
    kind: record.accountKind ?? earlier?.kind ?? guessKind(login),
    departmentPath: record.departmentPath.length > 0 ? record.departmentPath : (earlier?.departmentPath ?? []),
    isEnabled: record.isEnabled ?? earlier?.isEnabled ?? true,
    lastActiveOn,
    usageKey: shareUsageKey(usageKeyOf(record, earlier?.usageKey ?? '')),
  };
}
