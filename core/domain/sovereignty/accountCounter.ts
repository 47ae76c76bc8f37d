import type { ItemId } from '../ids.ts';
import type { Item, UsageProfile } from '../inventory/inventory.ts';

export type ItemInUse = Pick<Item, 'id' | 'productId' | 'accounts'>;

/** What runs and who uses it: the plan's items and the usage profiles of its accounts. */
export type Use = { readonly items: readonly ItemInUse[]; readonly profiles: readonly UsageProfile[] };

/** Between `accounts` and `atMost` lies the true number; the two are equal when it is known exactly. */
export type AccountCount = { readonly accounts: number; readonly atMost: number };

/**
 * Gives a function that counts the accounts which use at least one of some items, each account once.
 * An account whose usage is known stands in exactly one profile, so profiles are added up: exact. For an item that no
 * profile names, only the item's own number of accounts is known, and nobody knows whether these are the same people as
 * those of another item: `accounts` takes the largest single number that is certain, `atMost` adds everything up.
 *
 * Example: profiles {mail, chat} of 70 and {mail} of 30 accounts, and the item `cad` with 20 accounts in no profile.
 * mail or chat: 100, at most 100. mail or cad: 100, at most 120. cad alone: 20, at most 20.
 */
export function createAccountCounter({ items, profiles }: Use): (affected: Iterable<ItemId>) => AccountCount {
  const profilesOf = new Map<ItemId, UsageProfile[]>();
  for (const profile of profiles) {
    for (const itemId of new Set(profile.itemIds)) {
      const known = profilesOf.get(itemId);
      if (known) known.push(profile);
      else profilesOf.set(itemId, [profile]);
    }
  }
  const accountsOf = new Map(items.map((item) => [item.id, item.accounts]));
  return (affected) => {
    const affectedProfiles = new Set<UsageProfile>();
    let largest = 0;
    let sum = 0;
    for (const itemId of new Set(affected)) {
      const itemProfiles = profilesOf.get(itemId);
      if (itemProfiles) for (const profile of itemProfiles) affectedProfiles.add(profile);
      else {
        const accounts = accountsOf.get(itemId) ?? 0;
        largest = Math.max(largest, accounts);
        sum += accounts;
      }
    }
    let counted = 0;
    for (const profile of affectedProfiles) counted += profile.accountCount;
    return { accounts: Math.max(counted, largest), atMost: counted + sum };
  };
}
