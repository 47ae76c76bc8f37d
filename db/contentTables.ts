/**
 * The tables that hold a plan's content, parents before children. Each of them is logged, undone and, unless
 * `outsideFingerprint` says why not, part of the fingerprint; a table that is not named here is history or book-keeping.
 */
export const contentTables = [
  'plan',
  'assumptions',
  'imports',
  'units',
  'tracks',
  'track_phases',
  'items',
  'usage_profiles',
  'usage_profile_items',
  'accounts',
  'raw_names',
  'contracts',
  'decisions',
  'waves',
  'wave_parts',
  'tasks',
  'task_links',
  'freezes',
  'capacities',
  'account_states',
  'scenarios',
  'baselines',
  'baseline_tasks',
  'baseline_costs',
  'views',
  'import_sources',
  'source_names',
  'source_items',
  'source_accounts',
  'source_devices',
  'source_contracts',
  'imported_paths',
  'name_rules',
  'named_columns',
  'mailboxes',
  'status',
] as const;

export type ContentTable = (typeof contentTables)[number];
