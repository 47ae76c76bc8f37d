import type { SoftwareRecord } from './importRecords.ts';
import { ownText } from './ownText.ts';
import { createPairSet } from './pairSet.ts';

export type CollectedSoftware = {
  readonly rawName: string;
  readonly publisher: string;
  readonly version: string;
  readonly installations: number;
  /** True when it comes from inventories of single machines, which list everything, libraries included. */
  readonly isFromDevices: boolean;
};

/** Says which product a name is, for counting devices; null where it is none. */
export type ProductOf = (name: { readonly rawName: string; readonly publisher: string; readonly version: string }) => string | null;

/** A file of one machine: its place in the import, when its agent looked, and whether it told only what changed. */
export type MachineFile = { readonly file: number; readonly loggedAt: string | null; readonly isPartial: boolean };

type Machine = {
  readonly files: readonly number[];
  readonly lookedAt: string | null;
  /** Every file told only what changed. */
  readonly isPartial: boolean;
  readonly sums: readonly number[];
};

type Sum = { -readonly [Key in keyof CollectedSoftware]: CollectedSoftware[Key] } & {
  readonly number: number;
  readonly productNumber: number | null;
  /** False while only files of machines name it, of which newer ones may come. */
  isFound: boolean;
};

/**
 * Adds up finds of software by name, publisher and version. The same find on the same device counts once, however many
 * rows (32 and 64 bits, per user, per language) it has and in whatever order they come; a product is counted by the
 * devices on which any of its names was found.
 *
 * Of several inventories of one machine the newest counts alone, unless it tells only what changed: then it adds to the
 * older one. Where one of them does not say when it was made, they count together.
 *
 * Example: two records of `7-Zip 23` and one of `7-Zip 24` on `PC1`, one of `7-Zip 24` on `PC2`: 1 and 2 installations
 * of the names, 2 of the product.
 */
export function createSoftwareCollector(productOf: ProductOf) {
  const byName = new Map<string, Map<string, Sum[]>>();
  const sums: Sum[] = [];
  const deviceNumbers = new Map<string, number>();
  const productNumbers = new Map<string, number>();
  const devicesOfProduct: number[] = [];
  const findPairs = createPairSet();
  const productPairs = createPairSet();
  const machines = new Map<string, Machine>();
  let lastDevice: { readonly name: string; readonly number: number } | null = null;

  const deviceNumberOf = (name: string): number => {
    if (lastDevice?.name === name) return lastDevice.number;
    let number = deviceNumbers.get(name);
    if (number === undefined) {
      number = deviceNumbers.size;
      deviceNumbers.set(ownText(name), number);
    }
    lastDevice = { name, number };
    return number;
  };

  const productNumberOf = (record: SoftwareRecord): number | null => {
    const productId = productOf(record);
    if (productId === null) return null;
    let number = productNumbers.get(productId);
    if (number === undefined) {
      number = productNumbers.size;
      productNumbers.set(productId, number);
      devicesOfProduct.push(0);
    }
    return number;
  };

  const sumOf = (record: SoftwareRecord): Sum => {
    const byVersion = byName.get(record.rawName);
    const known = byVersion?.get(record.version)?.find((sum) => sum.publisher === record.publisher);
    if (known) return known;
    const rawName = ownText(record.rawName);
    const version = ownText(record.version);
    const sum = {
      number: sums.length,
      productNumber: productNumberOf(record),
      rawName,
      publisher: ownText(record.publisher),
      version,
      installations: 0,
      isFromDevices: record.device !== null,
      isFound: false,
    };
    sums.push(sum);
    const versions = byVersion ?? new Map<string, Sum[]>();
    if (!byVersion) byName.set(rawName, versions);
    const others = versions.get(version);
    if (others) others.push(sum);
    else versions.set(version, [sum]);
    return sum;
  };

  const countOnDevice = (sum: Sum, device: number, installations: number): void => {
    if (!findPairs.add(sum.number, device)) return;
    sum.isFound = true;
    sum.installations += installations;
    if (sum.productNumber !== null && productPairs.add(sum.productNumber, device)) (devicesOfProduct[sum.productNumber] as number)++;
  };

  return {
    add(record: SoftwareRecord): void {
      const sum = sumOf(record);
      if (record.device === null) {
        sum.installations += record.installations;
        sum.isFromDevices = false;
        sum.isFound = true;
        return;
      }
      countOnDevice(sum, deviceNumberOf(record.device), record.installations);
    },
    /** All that one file says of one machine. Answers the files that count no longer, be it an earlier one or this. */
    addMachine(device: string, records: readonly SoftwareRecord[], { file, loggedAt, isPartial }: MachineFile): readonly number[] {
      const sumNumbers = new Set(records.map((record) => sumOf(record).number));
      const found: Machine = { files: [file], lookedAt: momentOf(loggedAt), isPartial, sums: [...sumNumbers] };
      const known = machines.get(device);
      const order = known ? compareMoments(known.lookedAt, found.lookedAt) : null;
      if (known && order === 'second' && !isPartial) {
        machines.set(device, found);
        return known.files;
      }
      if (known && order === 'first' && !known.isPartial) return [file];
      machines.set(ownText(device), known ? unite(known, found) : found);
      return [];
    },
    /** Another tool's inventory of this machine counts: it stays a machine of this list, and counts nothing here. */
    dropMachine(device: string): void {
      const machine = machines.get(device);
      if (machine) machines.set(device, { ...machine, sums: [] });
    },
    /** All machines that are named so far, but those whose programs another tool counts. */
    deviceNames: () => [...deviceNumbers.keys(), ...[...machines].flatMap(([device, { sums: found }]) => (found.length > 0 ? [device] : []))],
    finish: () => {
      for (const [device, machine] of machines) {
        deviceNumberOf(device);
        for (const number of machine.sums) countOnDevice(sums[number] as Sum, deviceNumberOf(device), 1);
      }
      machines.clear();
      return {
        /** Hashes of the machines' names: names may tell who works there, and are not kept. */
        devices: [...deviceNumbers.keys()].map(hashOfName),
        software: sums.filter((sum) => sum.isFound).map(({ number: _, productNumber: __, isFound: ___, ...rest }): CollectedSoftware => rest),
        /** Product → devices on which any of its names was found. */
        devicesByProduct: new Map(
          [...productNumbers].flatMap(([id, number]) => ((devicesOfProduct[number] ?? 0) > 0 ? [[id, devicesOfProduct[number] as number]] : [])),
        ),
      };
    },
  };
}

/**
 * A moment as 14 digits, so that the later one is the larger text; what it leaves out counts as 0, its zone is not read.
 * Null for a moment that is not written year first.
 *
 * Example: `2026-01-02 03:04:05`, `2026-01-02T03:04:05Z` and `2026-01-02 3:04:05` are `20260102030405`, `2026-01-02` is
 * `20260102000000`, `2026-01-02T03:04+02:00` is `20260102030400`, `02.01.2026` is null.
 */
export function momentOf(text: string | null): string | null {
  const parts = text === null ? null : /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  return parts === null
    ? null
    : parts
        .slice(1)
        .map((part = '') => part.padStart(2, '0'))
        .join('');
}

/** Which of two moments is later; null where one is not known or they are the same. */
function compareMoments(first: string | null, second: string | null): 'first' | 'second' | null {
  if (first === null || second === null || first === second) return null;
  return first > second ? 'first' : 'second';
}

function unite(known: Machine, found: Machine): Machine {
  const lookedAt = known.lookedAt !== null && found.lookedAt !== null && found.lookedAt > known.lookedAt ? found.lookedAt : known.lookedAt;
  const isPartial = known.isPartial && found.isPartial;
  return { files: [...known.files, ...found.files], lookedAt, isPartial, sums: [...new Set([...known.sums, ...found.sums])] };
}

/** 53 bits of a name's hash (cyrb53, public domain): among 40,000 machines two share one with a chance of one in ten million. */
function hashOfName(name: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < name.length; index++) {
    const code = name.charCodeAt(index);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
