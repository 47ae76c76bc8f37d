import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { accountQueries } from '../../db/repositories/accounts.ts';
import { accountOrderQueries } from '../../db/repositories/accountOrder.ts';
import { accountStateQueries } from '../../db/repositories/accountStates.ts';
import { fingerprintQueries } from '../../db/repositories/fingerprint.ts';
import { placeCountQueries } from '../../db/repositories/placeCounts.ts';
import { rawNameQueries } from '../../db/repositories/rawNames.ts';
import { stateCountQueries } from '../../db/repositories/stateCounts.ts';
import { openPlan, temporaryPlanPath } from '../support/temporaryPlan.ts';

describe('query plans', () => {
  const queries = {
    ...prefixed('accounts', accountQueries),
    ...prefixed('states', accountStateQueries),
    ...prefixed('order', accountOrderQueries),
    ...prefixed('counts', placeCountQueries),
    ...prefixed('sums', stateCountQueries),
    ...prefixed('rawNames', rawNameQueries),
  };

  function prefixed(prefix: string, group: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(group).map(([name, sql]) => [`${prefix}.${name}`, sql]));
  }
  function plans(wanted: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
    const path = temporaryPlanPath();
    openPlan(path, 'create').close();
    const database = new Sqlite(path, { readonly: true });
    database.function('lowered', (text) => text);
    try {
      return Object.fromEntries(
        Object.entries(wanted).map(([name, sql]) => {
          const prepared = database.prepare(`EXPLAIN QUERY PLAN ${sql.replace(/\?\d*/g, '1')}`);
          return [name, (prepared.all() as { detail: string }[]).map(({ detail }) => detail)];
        }),
      );
    } finally {
      database.close();
    }
  }

  it('of heavy queries use their indexes', () => {
    expect(plans(queries)).toMatchSnapshot();
  });

  it('sort nothing and read no table from end to end where pages are read', () => {
    const paged = Object.fromEntries(Object.entries(queries).filter(([name]) => /ofPlace\b|ofPlace[A-Z]|OfPlace|accounts\.byLogin$|rawNames\.page/.test(name)));
    expect(Object.keys(paged).length).toBeGreaterThan(8);
    for (const [name, steps] of Object.entries(plans(paged))) {
      const allowed = name.startsWith('states.ofPlaceInState') ? steps.filter((step) => !step.includes('USE TEMP B-TREE')) : steps;
      expect(
        allowed.filter((step) => step.includes('TEMP B-TREE') || /^SCAN (?!account USING INDEX|raw USING INDEX)/.test(step)),
        name,
      ).toEqual([]);
    }
  });

  it('of an order of all accounts read indexes from end to end, look up no row and sort nothing', () => {
    const found = plans(accountOrderQueries);
    for (const name of ['byLogin', 'ofKinds', 'ofPlaces', 'withLogin'] as const) expect(found[name]?.at(-1), name).toMatch(/USING COVERING INDEX/);
    expect(found.logins?.at(1)).toMatch(/USING COVERING INDEX/);
    expect(found.stored).toContain('SEARCH account_states USING COVERING INDEX migrated_account_states_by_day (track_number=?)');
    expect(
      Object.values(found)
        .flat()
        .filter((step) => step.includes('TEMP B-TREE')),
    ).toEqual([]);
  });

  it('of the fingerprint read accounts and states in the order of an index', () => {
    const found = plans(Object.fromEntries(fingerprintQueries.map(({ name, sql }) => [name, sql])));
    expect(found.accounts?.filter((step) => step.includes('B-TREE FOR ORDER BY'))).toEqual([]);
    expect(found.account_states?.filter((step) => step.includes('B-TREE FOR ORDER BY'))).toEqual([]);
  });
});
