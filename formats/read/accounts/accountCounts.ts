import type { IsoDate } from '../../../core/domain/calendar.ts';
import type { AccountCountsRecord } from '../../../core/domain/inventory/importRecords.ts';

type Uses = { readonly licences: readonly string[]; readonly services: readonly string[]; readonly lastActiveOn: IsoDate | null };

/** Sums over accounts that cannot be named; `key` only keeps an account with several rows from counting twice. */
export function createAccountCounts(): { add(key: string, uses: Uses): void; finish(): AccountCountsRecord | null } {
  const keys = new Set<string>();
  const byLicence = new Map<string, number>();
  const byService = new Map<string, number>();
  let lastActiveOn: IsoDate | null = null;
  const increase = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  return {
    add: (key, uses) => {
      keys.add(key);
      for (const licence of uses.licences) increase(byLicence, licence);
      for (const service of uses.services) increase(byService, service);
      if (uses.lastActiveOn && (!lastActiveOn || uses.lastActiveOn > lastActiveOn)) lastActiveOn = uses.lastActiveOn;
    },
    finish: () =>
      keys.size === 0
        ? null
        : {
            kind: 'accountCounts',
            row: 1,
            accounts: keys.size,
            lastActiveOn,
            accountsByLicence: Object.fromEntries(byLicence),
            accountsByService: Object.fromEntries(byService),
          },
  };
}
