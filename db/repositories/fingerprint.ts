import { createHash } from 'node:crypto';
import type { ContentTable } from '../contentTables.ts';
import type { ReadDb } from './readDb.ts';

/**
 * What the fingerprint covers, table by table, each row as one JSON array in the order of keys that belong to the
 * content. Numbers are replaced by ids, so that the order in which rows were written cannot show. Left out: history,
 * the tables of `outsideFingerprint`, which rank a unit gives next, and the order of the tasks' list. `account_states` is ordered by place, which
 * is the content's own key and the order of its index.
 */
export const fingerprintQueries: readonly { readonly name: string; readonly sql: string }[] = [
  { name: 'plan', sql: 'SELECT json_array(name, administration, country, region, currency, template_id, starts_on) FROM plan' },
  { name: 'assumptions', sql: 'SELECT json_array(key, value) FROM assumptions ORDER BY key' },
  {
    name: 'units',
    sql: `SELECT json_array(unit.id, parent.id, unit.name, unit.path, unit.role) FROM units AS unit LEFT JOIN units AS parent ON parent.number = unit.parent_number ORDER BY unit.id`,
  },
  {
    name: 'tracks',
    sql: `SELECT json_array(id, key, name, position, moves_accounts, accounts_per_week, training_minutes_per_account, crew_minutes_per_account) FROM tracks ORDER BY id`,
  },
  {
    name: 'track_phases',
    sql: `SELECT json_array(track.id, phase.position, phase.kind, phase.working_days)
      FROM tracks AS track JOIN track_phases AS phase ON phase.track_number = track.number ORDER BY track.id, phase.position`,
  },
  {
    name: 'items',
    sql: `SELECT json_array(item.id, item.name, item.product_id, item.vendor, track.id, item.installations, item.seats, item.accounts, item.annual_cost_cents)
      FROM items AS item LEFT JOIN tracks AS track ON track.number = item.track_number ORDER BY item.id`,
  },
  {
    name: 'accounts',
    sql: `SELECT json_array(unit.id, account.unit_rank, account.id, account.login, account.kind, account.is_enabled, account.last_active_on, profile.items)
      FROM units AS unit CROSS JOIN accounts AS account ON account.unit_number = unit.number
      LEFT JOIN (SELECT usage_profile_number, json_group_array(item_id ORDER BY item_id) AS items FROM usage_profile_items GROUP BY usage_profile_number) AS profile
        ON profile.usage_profile_number = account.usage_profile_number
      ORDER BY unit.id, account.unit_rank`,
  },
  {
    name: 'raw_names',
    sql: `SELECT json_array(raw_name, publisher, version, installations, match_kind, match_product_id, match_confidence, match_rule, match_alias, item_id)
      FROM raw_names ORDER BY raw_name, publisher, version`,
  },
  {
    name: 'contracts',
    sql: 'SELECT json_array(id, item_id, name, supplier, starts_on, ends_on, renewal, renewal_months, notice_days, seats, annual_cost_cents) FROM contracts ORDER BY id',
  },
  { name: 'decisions', sql: 'SELECT json_array(item_id, strategy, replacement_id, reasons, is_overridden, note) FROM decisions ORDER BY item_id' },
  {
    name: 'waves',
    sql: `SELECT json_array(wave.id, track.id, wave.number, wave.is_pilot, wave.account_count)
      FROM waves AS wave JOIN tracks AS track ON track.number = wave.track_number ORDER BY wave.id`,
  },
  {
    name: 'wave_parts',
    sql: `SELECT json_array(part.wave_id, part.position, unit.id, part.first_rank, part.last_rank, part.account_count)
      FROM wave_parts AS part JOIN units AS unit ON unit.number = part.unit_number ORDER BY part.wave_id, part.position`,
  },
  {
    name: 'tasks',
    sql: `SELECT json_array(task.id, track.id, task.kind, task.phase, task.wave_id, task.name, task.working_days, task.account_count, task.starts_on, task.finishes_on, task.not_before)
      FROM tasks AS task JOIN tracks AS track ON track.number = task.track_number ORDER BY task.id`,
  },
  {
    name: 'task_links',
    sql: 'SELECT json_array(from_task_id, to_task_id, lag_working_days, reason_key) FROM task_links ORDER BY from_task_id, to_task_id, reason_key',
  },
  {
    name: 'freezes',
    sql: `SELECT json_array(freeze.id, freeze.name, freeze.starts_on, freeze.finishes_on, track.id)
      FROM freezes AS freeze LEFT JOIN tracks AS track ON track.number = freeze.track_number ORDER BY freeze.id`,
  },
  { name: 'capacities', sql: 'SELECT json_array(resource, minutes_per_day) FROM capacities ORDER BY resource' },
  {
    name: 'account_states',
    sql: `SELECT json_array(track.id, stored.state, unit.id, stored.unit_rank, stored.reason, stored.changed_on)
      FROM tracks AS track CROSS JOIN (SELECT 'exception' AS name UNION ALL SELECT 'migrated' UNION ALL SELECT 'problem') AS state CROSS JOIN units AS unit
      CROSS JOIN account_states AS stored ON stored.track_number = track.number AND stored.state = state.name AND stored.unit_number = unit.number
      ORDER BY track.id, state.name, unit.id, stored.unit_rank`,
  },
  { name: 'scenarios', sql: 'SELECT json_array(id, name, changes) FROM scenarios ORDER BY id' },
];

/**
 * Content that the fingerprint does not cover, and why. A paper that was approved must still be told from another plan's
 * when somebody has saved how they like to look at a table.
 */
export const outsideFingerprint: Readonly<Partial<Record<ContentTable, string>>> = {
  imports: 'where rows came from: the same content may come from other files',
  usage_profiles: 'a number and nothing else; what it stands for is covered with the accounts',
  baselines: 'approving a plan is not planning: the paper that was approved must still fit the plan that it shows',
  baseline_tasks: 'as its baseline',
  baseline_costs: 'as its baseline',
  import_sources: 'as imports: what a source said is compared with the next import, and is no figure of the plan',
  source_names: 'as its source',
  source_items: 'as its source',
  source_accounts: 'as its source',
  source_devices: 'as its source',
  source_contracts: 'as its source',
  imported_paths: 'as its source',
  name_rules: 'what a rule has decided stands in the names and items, which are covered; by itself it only speaks to the next import',
  named_columns: 'how a table was read; what was read of it is covered, and by itself this is only offered to the next import',
  mailboxes: 'what a report measured on one day, which changes no figure and no date of the plan',
  status: 'up to which day the planning took things as done; the dates that came of it are covered',
  views: 'ways of looking at the plan, which change no figure and no date of it',
};

/** Each update crosses into native code, which costs more than the hashing of one row. */
const rowsPerUpdate = 512;

/** SHA-256, hex, over all content. The same content gives the same fingerprint in every file. */
export function fingerprintOf(db: ReadDb): () => string {
  const statements = fingerprintQueries.map(({ name, sql }) => ({ name, rows: db.values<string>(sql) }));
  return () => {
    const hash = createHash('sha256');
    for (const { name, rows } of statements) {
      hash.update(`${name}\n`);
      let batch: string[] = [];
      for (const row of rows.iterate()) {
        batch.push(row);
        if (batch.length < rowsPerUpdate) continue;
        hash.update(`${batch.join('\n')}\n`);
        batch = [];
      }
      hash.update(`${batch.join('\n')}\n`);
    }
    return hash.digest('hex');
  };
}
