import type { ItemId } from '../../core/domain/ids.ts';
import type { UsageProfile } from '../../core/domain/inventory/inventory.ts';
import type { PlanReader, PlanWriter } from '../../core/ports/planStore.ts';
import type { ReadDb } from './readDb.ts';
import type { WriteDb } from './writeDb.ts';

type Read = Pick<PlanReader, 'usageProfiles'>;
type Write = Pick<PlanWriter, 'usageProfileId' | 'recountItemAccounts'> & {
  /** To be called when a command has changed the profiles' items. */
  forgetProfiles(): void;
};

export function usageProfileReads(db: ReadDb): Read {
  const select = db.rows<{ id: number; accountCount: number }>(`
    SELECT profile.number AS id, (SELECT count(*) FROM accounts WHERE usage_profile_number = profile.number) AS accountCount
    FROM usage_profiles AS profile ORDER BY profile.number`);
  const itemsOf = itemsOfProfiles(db);
  return {
    usageProfiles() {
      const items = itemsOf();
      return select.all().map((profile): UsageProfile => ({ ...profile, itemIds: items.get(profile.id) ?? [] }));
    },
  };
}

/** Item ids of each profile, in the order of the ids. */
function itemsOfProfiles(db: ReadDb): () => ReadonlyMap<number, ItemId[]> {
  const select = db.rows<{ profile: number; itemId: ItemId }>(
    'SELECT usage_profile_number AS profile, item_id AS itemId FROM usage_profile_items ORDER BY usage_profile_number, item_id',
  );
  return () => {
    const items = new Map<number, ItemId[]>();
    for (const { profile, itemId } of select.all()) {
      const list = items.get(profile);
      if (list) list.push(itemId);
      else items.set(profile, [itemId]);
    }
    return items;
  };
}

export function usageProfileWrites(db: WriteDb): Write {
  const itemsOf = itemsOfProfiles(db);
  const allNumbers = db.values<number>('SELECT number FROM usage_profiles ORDER BY number DESC');
  const insertProfile = db.change('INSERT INTO usage_profiles (number) VALUES (?)');
  const insertItem = db.change('INSERT INTO usage_profile_items (usage_profile_number, item_id) VALUES (?, ?)');
  const recount = db.change(`
    UPDATE items SET accounts = counted.accounts
    FROM (
      SELECT part.item_id, coalesce(sum(counted.account_count), 0) AS accounts
      FROM usage_profile_items AS part
      LEFT JOIN (SELECT usage_profile_number, count(*) AS account_count FROM accounts GROUP BY usage_profile_number) AS counted
        ON counted.usage_profile_number = part.usage_profile_number
      GROUP BY part.item_id
    ) AS counted
    WHERE items.id = counted.item_id AND items.accounts <> counted.accounts`);
  const keyOf = (itemIds: readonly ItemId[]) => JSON.stringify([...new Set(itemIds)].toSorted());
  // An import asks once for each account.
  const known = db.perCommand(() => {
    const items = itemsOf();
    const numbers = new Map<string, number>();
    // The lowest number wins where removing items made two profiles equal.
    for (const number of allNumbers.all()) numbers.set(keyOf(items.get(number) ?? []), number);
    return { numbers, last: allNumbers.get() ?? 0 };
  });
  return {
    usageProfileId(itemIds) {
      const key = keyOf(itemIds);
      const profiles = known.get();
      const found = profiles.numbers.get(key);
      if (found !== undefined) return found;
      const number = profiles.last + 1;
      insertProfile(number);
      for (const itemId of JSON.parse(key) as ItemId[]) insertItem(number, itemId);
      profiles.numbers.set(key, number);
      profiles.last = number;
      return number;
    },
    recountItemAccounts: () => void recount(),
    forgetProfiles: known.forget,
  };
}
