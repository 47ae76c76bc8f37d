-- Generated from db/migrations and db/changeLog.ts by `node db/printSchema.ts`. Do not edit.

CREATE TABLE schema_migrations (
  number INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  applied_at TEXT NOT NULL,
  app_version TEXT NOT NULL
) STRICT;

CREATE TABLE plan (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  name TEXT NOT NULL,
  administration TEXT NOT NULL,
  country TEXT NOT NULL,
  region TEXT,
  currency TEXT NOT NULL CHECK (currency = 'EUR'),
  template_id TEXT NOT NULL,
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE TABLE assumptions (
  key TEXT PRIMARY KEY,
  value REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE imports (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE units (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent_number INTEGER REFERENCES units (number) DEFERRABLE INITIALLY DEFERRED CHECK (parent_number <> number),
  name TEXT NOT NULL,
  path TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT 'regular' CHECK (role IN ('pilot', 'regular', 'onCall')),
  -- The rank that the unit's next account gets. It only grows: a rank that was given twice would carry a newcomer
  -- into a wave that was built for somebody who has moved away.
  next_rank INTEGER NOT NULL DEFAULT 0 CHECK (next_rank >= 0)
) STRICT;

CREATE TABLE tracks (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  moves_accounts INTEGER NOT NULL CHECK (moves_accounts IN (0, 1)),
  accounts_per_week INTEGER NOT NULL CHECK (accounts_per_week >= 0),
  training_minutes_per_account INTEGER NOT NULL CHECK (training_minutes_per_account >= 0),
  crew_minutes_per_account INTEGER NOT NULL CHECK (crew_minutes_per_account >= 0)
) STRICT;

CREATE TABLE track_phases (
  track_number INTEGER NOT NULL REFERENCES tracks (number),
  position INTEGER NOT NULL CHECK (position >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('assess', 'prepare', 'pilot', 'rollOut', 'parallelRun', 'switchOff')),
  working_days INTEGER NOT NULL CHECK (working_days >= 0),
  PRIMARY KEY (track_number, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  product_id TEXT,
  vendor TEXT NOT NULL,
  track_number INTEGER REFERENCES tracks (number),
  installations INTEGER NOT NULL CHECK (installations >= 0),
  seats INTEGER NOT NULL CHECK (seats >= 0),
  accounts INTEGER NOT NULL CHECK (accounts >= 0),
  annual_cost_cents INTEGER,
  import_number INTEGER REFERENCES imports (number)
) STRICT, WITHOUT ROWID;

CREATE TABLE usage_profiles (
  number INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE usage_profile_items (
  usage_profile_number INTEGER NOT NULL REFERENCES usage_profiles (number),
  item_id TEXT NOT NULL REFERENCES items (id),
  PRIMARY KEY (usage_profile_number, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE accounts (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  login TEXT NOT NULL UNIQUE,
  unit_number INTEGER NOT NULL REFERENCES units (number),
  unit_rank INTEGER NOT NULL CHECK (unit_rank >= 0),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'shared', 'room', 'service')),
  is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
  last_active_on TEXT CHECK (last_active_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  usage_profile_number INTEGER REFERENCES usage_profiles (number),
  import_number INTEGER REFERENCES imports (number),
  -- The unit hands each rank out once. The kind stands in the index because waves count only the kinds that move on their track.
  UNIQUE (unit_number, unit_rank, kind)
) STRICT;

CREATE TABLE named_columns (
  number INTEGER PRIMARY KEY,
  headings TEXT NOT NULL CHECK (json_valid(headings)),
  file_name TEXT NOT NULL,
  columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT;

CREATE TABLE mailboxes (
  account_number INTEGER PRIMARY KEY REFERENCES accounts (number),
  bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT;

CREATE TABLE contracts (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES items (id),
  name TEXT NOT NULL,
  supplier TEXT NOT NULL,
  starts_on TEXT CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ends_on TEXT CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  renewal TEXT NOT NULL CHECK (renewal IN ('tacit', 'express', 'none')),
  renewal_months INTEGER NOT NULL CHECK (renewal_months >= 0),
  notice_days INTEGER NOT NULL CHECK (notice_days >= 0),
  seats INTEGER NOT NULL CHECK (seats >= 0),
  annual_cost_cents INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
  item_id TEXT PRIMARY KEY REFERENCES items (id),
  strategy TEXT NOT NULL CHECK (strategy IN ('replace', 'keep', 'retire', 'undecided')),
  replacement_id TEXT,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  is_overridden INTEGER NOT NULL CHECK (is_overridden IN (0, 1)),
  note TEXT NOT NULL,
  CHECK ((strategy = 'replace') = (replacement_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE waves (
  id TEXT PRIMARY KEY,
  track_number INTEGER NOT NULL REFERENCES tracks (number),
  number INTEGER NOT NULL CHECK (number >= 1),
  is_pilot INTEGER NOT NULL CHECK (is_pilot IN (0, 1)),
  account_count INTEGER NOT NULL CHECK (account_count >= 0),
  UNIQUE (track_number, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE wave_parts (
  wave_id TEXT NOT NULL REFERENCES waves (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  unit_number INTEGER NOT NULL REFERENCES units (number),
  first_rank INTEGER NOT NULL CHECK (first_rank >= 0),
  last_rank INTEGER CHECK (last_rank >= first_rank),
  account_count INTEGER NOT NULL CHECK (account_count >= 0),
  PRIMARY KEY (wave_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL CHECK (position >= 0),
  track_number INTEGER NOT NULL REFERENCES tracks (number),
  kind TEXT NOT NULL CHECK (kind IN ('phase', 'wave', 'gate')),
  phase TEXT NOT NULL CHECK (phase IN ('assess', 'prepare', 'pilot', 'rollOut', 'parallelRun', 'switchOff')),
  wave_id TEXT REFERENCES waves (id),
  name TEXT NOT NULL,
  working_days INTEGER NOT NULL CHECK (working_days >= 0),
  account_count INTEGER NOT NULL CHECK (account_count >= 0),
  starts_on TEXT CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  finishes_on TEXT CHECK (finishes_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND finishes_on >= starts_on),
  not_before TEXT CHECK (not_before GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT, WITHOUT ROWID;

CREATE TABLE task_links (
  from_task_id TEXT NOT NULL REFERENCES tasks (id),
  to_task_id TEXT NOT NULL REFERENCES tasks (id),
  lag_working_days INTEGER NOT NULL,
  reason_key TEXT NOT NULL,
  PRIMARY KEY (from_task_id, to_task_id, reason_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE freezes (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  starts_on TEXT NOT NULL CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  finishes_on TEXT NOT NULL CHECK (finishes_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND finishes_on >= starts_on),
  track_number INTEGER REFERENCES tracks (number)
) STRICT, WITHOUT ROWID;

CREATE TABLE capacities (
  resource TEXT PRIMARY KEY CHECK (resource IN ('trainers', 'crew')),
  minutes_per_day INTEGER NOT NULL CHECK (minutes_per_day >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE account_states (
  account_number INTEGER NOT NULL REFERENCES accounts (number),
  track_number INTEGER NOT NULL REFERENCES tracks (number),
  unit_number INTEGER NOT NULL,
  unit_rank INTEGER NOT NULL,
  account_kind TEXT NOT NULL CHECK (account_kind IN ('person', 'shared', 'room', 'service')),
  state TEXT NOT NULL CHECK (state IN ('migrated', 'problem', 'exception')),
  reason TEXT NOT NULL,
  changed_on TEXT NOT NULL CHECK (changed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (account_number, track_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE scenarios (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT, WITHOUT ROWID;

CREATE TABLE commands (
  sequence INTEGER PRIMARY KEY,
  command_id TEXT NOT NULL UNIQUE,
  operation TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target_sequence INTEGER REFERENCES commands (sequence),
  -- `discarded`: undone, and then another command took its place.
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'discarded')),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  app_version TEXT NOT NULL,
  label_key TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  result TEXT NOT NULL CHECK (json_valid(result)),
  changed INTEGER NOT NULL,
  row_count INTEGER NOT NULL CHECK (row_count >= 0),
  first_position INTEGER NOT NULL,
  last_position INTEGER NOT NULL,
  CHECK ((kind = 'do') = (target_sequence IS NULL))
) STRICT;

CREATE TABLE change_shapes (
  number INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  key_columns TEXT NOT NULL CHECK (json_valid(key_columns)),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  UNIQUE (table_name, key_columns, columns)
) STRICT;

CREATE TABLE changes (
  position INTEGER PRIMARY KEY,
  command_sequence INTEGER NOT NULL REFERENCES commands (sequence),
  shape_number INTEGER NOT NULL REFERENCES change_shapes (number),
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
  row_key TEXT,
  changed_columns INTEGER,
  before TEXT,
  after TEXT,
  bulk_row_count INTEGER
) STRICT;

CREATE TABLE change_chunks (
  position INTEGER NOT NULL REFERENCES changes (position),
  chunk INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  images BLOB NOT NULL,
  PRIMARY KEY (position, chunk)
) STRICT;

CREATE TABLE log_state (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  command_sequence INTEGER,
  logs_rows INTEGER CHECK (logs_rows IN (0, 1)),
  CHECK ((command_sequence IS NULL) = (logs_rows IS NULL))
) STRICT;

CREATE TABLE baselines (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  approved_on TEXT NOT NULL CHECK (approved_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  approved_by TEXT NOT NULL,
  fingerprint TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE baseline_tasks (
  baseline_id TEXT NOT NULL REFERENCES baselines (id),
  task_id TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  track_number INTEGER NOT NULL REFERENCES tracks (number),
  kind TEXT NOT NULL CHECK (kind IN ('phase', 'wave', 'gate')),
  phase TEXT NOT NULL CHECK (phase IN ('assess', 'prepare', 'pilot', 'rollOut', 'parallelRun', 'switchOff')),
  name TEXT NOT NULL,
  account_count INTEGER NOT NULL CHECK (account_count >= 0),
  starts_on TEXT CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  finishes_on TEXT CHECK (finishes_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND finishes_on >= starts_on),
  PRIMARY KEY (baseline_id, task_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE baseline_costs (
  baseline_id TEXT NOT NULL REFERENCES baselines (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  year INTEGER NOT NULL,
  track_number INTEGER REFERENCES tracks (number),
  cost_cents INTEGER NOT NULL,
  PRIMARY KEY (baseline_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE views (
  id TEXT PRIMARY KEY,
  table_name TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  UNIQUE (table_name, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_sources (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  form TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE source_names (
  source_number INTEGER NOT NULL REFERENCES import_sources (number),
  raw_name_number INTEGER NOT NULL REFERENCES raw_names (number),
  installations INTEGER NOT NULL CHECK (installations >= 0),
  PRIMARY KEY (source_number, raw_name_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_items (
  source_number INTEGER NOT NULL REFERENCES import_sources (number),
  item_id TEXT NOT NULL REFERENCES items (id),
  installations INTEGER NOT NULL CHECK (installations >= 0),
  PRIMARY KEY (source_number, item_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_accounts (
  source_number INTEGER NOT NULL REFERENCES import_sources (number),
  account_number INTEGER NOT NULL REFERENCES accounts (number),
  PRIMARY KEY (source_number, account_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_devices (
  source_number INTEGER NOT NULL REFERENCES import_sources (number),
  device INTEGER NOT NULL,
  PRIMARY KEY (source_number, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE source_contracts (
  source_number INTEGER NOT NULL REFERENCES import_sources (number),
  key TEXT NOT NULL,
  contract_id TEXT NOT NULL REFERENCES contracts (id),
  said TEXT NOT NULL CHECK (json_valid(said)),
  PRIMARY KEY (source_number, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE imported_paths (
  path TEXT PRIMARY KEY,
  unit_number INTEGER NOT NULL REFERENCES units (number)
) STRICT, WITHOUT ROWID;

CREATE TABLE name_rules (
  id TEXT PRIMARY KEY,
  pattern TEXT NOT NULL CHECK (pattern IN ('exact', 'startsWith', 'contains')),
  text TEXT NOT NULL,
  -- Null: whoever published it; empty: only names without a publisher.
  publisher TEXT,
  effect TEXT NOT NULL CHECK (effect IN ('product', 'noise', 'ownItem')),
  product_id TEXT,
  CHECK ((effect = 'product') = (product_id IS NOT NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE "raw_names" (
  number INTEGER PRIMARY KEY,
  raw_name TEXT NOT NULL,
  publisher TEXT NOT NULL,
  version TEXT NOT NULL,
  installations INTEGER NOT NULL CHECK (installations >= 0),
  match_kind TEXT NOT NULL CHECK (match_kind IN ('matched', 'noise', 'ownItem', 'unmatched')),
  match_product_id TEXT,
  match_confidence REAL CHECK (match_confidence BETWEEN 0 AND 1),
  match_rule TEXT,
  match_alias TEXT,
  item_id TEXT REFERENCES items (id),
  import_number INTEGER REFERENCES imports (number),
  UNIQUE (raw_name, publisher, version),
  CHECK ((match_kind = 'matched') = (match_product_id IS NOT NULL)),
  CHECK ((match_kind = 'matched') = (match_confidence IS NOT NULL)),
  CHECK ((match_kind = 'matched' OR match_rule IS 'userRule') = (match_alias IS NOT NULL)),
  CHECK (match_kind <> 'ownItem' OR match_rule IS 'userRule'),
  CHECK ((match_kind = 'unmatched') = (match_rule IS NULL))
) STRICT;

CREATE TABLE status (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  status_on TEXT NOT NULL CHECK (status_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;

CREATE INDEX units_by_path ON units (path);

CREATE INDEX units_by_parent ON units (parent_number);

CREATE INDEX usage_profile_items_by_item ON usage_profile_items (item_id);

CREATE INDEX accounts_by_usage_profile ON accounts (usage_profile_number);

CREATE INDEX raw_names_by_installations ON raw_names (installations DESC);

CREATE INDEX raw_names_by_match ON raw_names (match_kind, installations DESC);

CREATE INDEX raw_names_by_item ON raw_names (item_id) WHERE item_id IS NOT NULL;

CREATE INDEX contracts_by_item ON contracts (item_id);

CREATE INDEX wave_parts_by_unit ON wave_parts (unit_number);

CREATE INDEX tasks_by_wave ON tasks (wave_id);

CREATE INDEX task_links_by_target ON task_links (to_task_id);

CREATE INDEX account_states_by_place ON account_states (track_number, state, account_kind, unit_number, unit_rank);

CREATE INDEX migrated_account_states_by_day ON account_states (track_number, changed_on, account_kind) WHERE state = 'migrated';

CREATE INDEX problem_account_states_by_reason ON account_states (track_number, reason, account_kind) WHERE state = 'problem';

CREATE INDEX commands_to_undo ON commands (sequence) WHERE kind = 'do' AND state = 'done' AND row_count > 0;

CREATE INDEX commands_to_redo ON commands (sequence) WHERE kind = 'do' AND state = 'undone';

CREATE INDEX source_names_by_name ON source_names (raw_name_number);

CREATE INDEX source_items_by_item ON source_items (item_id);

CREATE INDEX source_accounts_by_account ON source_accounts (account_number);

CREATE INDEX source_contracts_by_contract ON source_contracts (contract_id);

CREATE INDEX imported_paths_by_unit ON imported_paths (unit_number);

CREATE TRIGGER log_delete_account_states AFTER DELETE ON account_states WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 20, 'delete', json_array(OLD.account_number, OLD.track_number), json_array(OLD.unit_number, OLD.unit_rank, OLD.account_kind, OLD.state, OLD.reason, OLD.changed_on) FROM log_state; END;

CREATE TRIGGER log_delete_accounts AFTER DELETE ON accounts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 10, 'delete', json_array(OLD.number), json_array(OLD.id, OLD.login, OLD.unit_number, OLD.unit_rank, OLD.kind, OLD.is_enabled, OLD.last_active_on, OLD.usage_profile_number, OLD.import_number) FROM log_state; END;

CREATE TRIGGER log_delete_assumptions AFTER DELETE ON assumptions WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 2, 'delete', json_array(OLD.key), json_array(OLD.value) FROM log_state; END;

CREATE TRIGGER log_delete_baseline_costs AFTER DELETE ON baseline_costs WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 24, 'delete', json_array(OLD.baseline_id, OLD.position), json_array(OLD.year, OLD.track_number, OLD.cost_cents) FROM log_state; END;

CREATE TRIGGER log_delete_baseline_tasks AFTER DELETE ON baseline_tasks WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 23, 'delete', json_array(OLD.baseline_id, OLD.task_id), json_array(OLD.position, OLD.track_number, OLD.kind, OLD.phase, OLD.name, OLD.account_count, OLD.starts_on, OLD.finishes_on) FROM log_state; END;

CREATE TRIGGER log_delete_baselines AFTER DELETE ON baselines WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 22, 'delete', json_array(OLD.id), json_array(OLD.name, OLD.approved_on, OLD.approved_by, OLD.fingerprint) FROM log_state; END;

CREATE TRIGGER log_delete_capacities AFTER DELETE ON capacities WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 19, 'delete', json_array(OLD.resource), json_array(OLD.minutes_per_day) FROM log_state; END;

CREATE TRIGGER log_delete_contracts AFTER DELETE ON contracts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 12, 'delete', json_array(OLD.id), json_array(OLD.item_id, OLD.name, OLD.supplier, OLD.starts_on, OLD.ends_on, OLD.renewal, OLD.renewal_months, OLD.notice_days, OLD.seats, OLD.annual_cost_cents) FROM log_state; END;

CREATE TRIGGER log_delete_decisions AFTER DELETE ON decisions WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 13, 'delete', json_array(OLD.item_id), json_array(OLD.strategy, OLD.replacement_id, OLD.reasons, OLD.is_overridden, OLD.note) FROM log_state; END;

CREATE TRIGGER log_delete_freezes AFTER DELETE ON freezes WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 18, 'delete', json_array(OLD.id), json_array(OLD.name, OLD.starts_on, OLD.finishes_on, OLD.track_number) FROM log_state; END;

CREATE TRIGGER log_delete_import_sources AFTER DELETE ON import_sources WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 26, 'delete', json_array(OLD.number), json_array(OLD.id, OLD.form, OLD.name) FROM log_state; END;

CREATE TRIGGER log_delete_imported_paths AFTER DELETE ON imported_paths WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 32, 'delete', json_array(OLD.path), json_array(OLD.unit_number) FROM log_state; END;

CREATE TRIGGER log_delete_imports AFTER DELETE ON imports WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 3, 'delete', json_array(OLD.number), json_array(OLD.id, OLD.format, OLD.file_name, OLD.sha256) FROM log_state; END;

CREATE TRIGGER log_delete_items AFTER DELETE ON items WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 7, 'delete', json_array(OLD.id), json_array(OLD.name, OLD.product_id, OLD.vendor, OLD.track_number, OLD.installations, OLD.seats, OLD.accounts, OLD.annual_cost_cents, OLD.import_number) FROM log_state; END;

CREATE TRIGGER log_delete_mailboxes AFTER DELETE ON mailboxes WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 35, 'delete', json_array(OLD.account_number), json_array(OLD.bytes) FROM log_state; END;

CREATE TRIGGER log_delete_name_rules AFTER DELETE ON name_rules WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 33, 'delete', json_array(OLD.id), json_array(OLD.pattern, OLD.text, OLD.publisher, OLD.effect, OLD.product_id) FROM log_state; END;

CREATE TRIGGER log_delete_named_columns AFTER DELETE ON named_columns WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 34, 'delete', json_array(OLD.number), json_array(OLD.headings, OLD.file_name, OLD.columns) FROM log_state; END;

CREATE TRIGGER log_delete_plan AFTER DELETE ON plan WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 1, 'delete', json_array(OLD.number), json_array(OLD.name, OLD.administration, OLD.country, OLD.region, OLD.currency, OLD.template_id, OLD.starts_on) FROM log_state; END;

CREATE TRIGGER log_delete_raw_names AFTER DELETE ON raw_names WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 11, 'delete', json_array(OLD.number), json_array(OLD.raw_name, OLD.publisher, OLD.version, OLD.installations, OLD.match_kind, OLD.match_product_id, OLD.match_confidence, OLD.match_rule, OLD.match_alias, OLD.item_id, OLD.import_number) FROM log_state; END;

CREATE TRIGGER log_delete_scenarios AFTER DELETE ON scenarios WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 21, 'delete', json_array(OLD.id), json_array(OLD.name, OLD.changes) FROM log_state; END;

CREATE TRIGGER log_delete_source_accounts AFTER DELETE ON source_accounts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 29, 'delete', json_array(OLD.source_number, OLD.account_number), json_array() FROM log_state; END;

CREATE TRIGGER log_delete_source_contracts AFTER DELETE ON source_contracts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 31, 'delete', json_array(OLD.source_number, OLD.key), json_array(OLD.contract_id, OLD.said) FROM log_state; END;

CREATE TRIGGER log_delete_source_devices AFTER DELETE ON source_devices WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 30, 'delete', json_array(OLD.source_number, OLD.device), json_array() FROM log_state; END;

CREATE TRIGGER log_delete_source_items AFTER DELETE ON source_items WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 28, 'delete', json_array(OLD.source_number, OLD.item_id), json_array(OLD.installations) FROM log_state; END;

CREATE TRIGGER log_delete_source_names AFTER DELETE ON source_names WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 27, 'delete', json_array(OLD.source_number, OLD.raw_name_number), json_array(OLD.installations) FROM log_state; END;

CREATE TRIGGER log_delete_status AFTER DELETE ON status WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 36, 'delete', json_array(OLD.number), json_array(OLD.status_on) FROM log_state; END;

CREATE TRIGGER log_delete_task_links AFTER DELETE ON task_links WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 17, 'delete', json_array(OLD.from_task_id, OLD.to_task_id, OLD.reason_key), json_array(OLD.lag_working_days) FROM log_state; END;

CREATE TRIGGER log_delete_tasks AFTER DELETE ON tasks WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 16, 'delete', json_array(OLD.id), json_array(OLD.position, OLD.track_number, OLD.kind, OLD.phase, OLD.wave_id, OLD.name, OLD.working_days, OLD.account_count, OLD.starts_on, OLD.finishes_on, OLD.not_before) FROM log_state; END;

CREATE TRIGGER log_delete_track_phases AFTER DELETE ON track_phases WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 6, 'delete', json_array(OLD.track_number, OLD.position), json_array(OLD.kind, OLD.working_days) FROM log_state; END;

CREATE TRIGGER log_delete_tracks AFTER DELETE ON tracks WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 5, 'delete', json_array(OLD.number), json_array(OLD.id, OLD.key, OLD.name, OLD.position, OLD.moves_accounts, OLD.accounts_per_week, OLD.training_minutes_per_account, OLD.crew_minutes_per_account) FROM log_state; END;

CREATE TRIGGER log_delete_units AFTER DELETE ON units WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 4, 'delete', json_array(OLD.number), json_array(OLD.id, OLD.parent_number, OLD.name, OLD.path, OLD.role, OLD.next_rank) FROM log_state; END;

CREATE TRIGGER log_delete_usage_profile_items AFTER DELETE ON usage_profile_items WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 9, 'delete', json_array(OLD.usage_profile_number, OLD.item_id), json_array() FROM log_state; END;

CREATE TRIGGER log_delete_usage_profiles AFTER DELETE ON usage_profiles WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 8, 'delete', json_array(OLD.number), json_array() FROM log_state; END;

CREATE TRIGGER log_delete_views AFTER DELETE ON views WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 25, 'delete', json_array(OLD.id), json_array(OLD.table_name, OLD.name, OLD.definition) FROM log_state; END;

CREATE TRIGGER log_delete_wave_parts AFTER DELETE ON wave_parts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 15, 'delete', json_array(OLD.wave_id, OLD.position), json_array(OLD.unit_number, OLD.first_rank, OLD.last_rank, OLD.account_count) FROM log_state; END;

CREATE TRIGGER log_delete_waves AFTER DELETE ON waves WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, before) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 14, 'delete', json_array(OLD.id), json_array(OLD.track_number, OLD.number, OLD.is_pilot, OLD.account_count) FROM log_state; END;

CREATE TRIGGER log_insert_account_states AFTER INSERT ON account_states WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 20, 'insert', json_array(NEW.account_number, NEW.track_number), json_array(NEW.unit_number, NEW.unit_rank, NEW.account_kind, NEW.state, NEW.reason, NEW.changed_on) FROM log_state; END;

CREATE TRIGGER log_insert_accounts AFTER INSERT ON accounts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 10, 'insert', json_array(NEW.number), json_array(NEW.id, NEW.login, NEW.unit_number, NEW.unit_rank, NEW.kind, NEW.is_enabled, NEW.last_active_on, NEW.usage_profile_number, NEW.import_number) FROM log_state; END;

CREATE TRIGGER log_insert_assumptions AFTER INSERT ON assumptions WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 2, 'insert', json_array(NEW.key), json_array(NEW.value) FROM log_state; END;

CREATE TRIGGER log_insert_baseline_costs AFTER INSERT ON baseline_costs WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 24, 'insert', json_array(NEW.baseline_id, NEW.position), json_array(NEW.year, NEW.track_number, NEW.cost_cents) FROM log_state; END;

CREATE TRIGGER log_insert_baseline_tasks AFTER INSERT ON baseline_tasks WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 23, 'insert', json_array(NEW.baseline_id, NEW.task_id), json_array(NEW.position, NEW.track_number, NEW.kind, NEW.phase, NEW.name, NEW.account_count, NEW.starts_on, NEW.finishes_on) FROM log_state; END;

CREATE TRIGGER log_insert_baselines AFTER INSERT ON baselines WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 22, 'insert', json_array(NEW.id), json_array(NEW.name, NEW.approved_on, NEW.approved_by, NEW.fingerprint) FROM log_state; END;

CREATE TRIGGER log_insert_capacities AFTER INSERT ON capacities WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 19, 'insert', json_array(NEW.resource), json_array(NEW.minutes_per_day) FROM log_state; END;

CREATE TRIGGER log_insert_contracts AFTER INSERT ON contracts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 12, 'insert', json_array(NEW.id), json_array(NEW.item_id, NEW.name, NEW.supplier, NEW.starts_on, NEW.ends_on, NEW.renewal, NEW.renewal_months, NEW.notice_days, NEW.seats, NEW.annual_cost_cents) FROM log_state; END;

CREATE TRIGGER log_insert_decisions AFTER INSERT ON decisions WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 13, 'insert', json_array(NEW.item_id), json_array(NEW.strategy, NEW.replacement_id, NEW.reasons, NEW.is_overridden, NEW.note) FROM log_state; END;

CREATE TRIGGER log_insert_freezes AFTER INSERT ON freezes WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 18, 'insert', json_array(NEW.id), json_array(NEW.name, NEW.starts_on, NEW.finishes_on, NEW.track_number) FROM log_state; END;

CREATE TRIGGER log_insert_import_sources AFTER INSERT ON import_sources WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 26, 'insert', json_array(NEW.number), json_array(NEW.id, NEW.form, NEW.name) FROM log_state; END;

CREATE TRIGGER log_insert_imported_paths AFTER INSERT ON imported_paths WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 32, 'insert', json_array(NEW.path), json_array(NEW.unit_number) FROM log_state; END;

CREATE TRIGGER log_insert_imports AFTER INSERT ON imports WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 3, 'insert', json_array(NEW.number), json_array(NEW.id, NEW.format, NEW.file_name, NEW.sha256) FROM log_state; END;

CREATE TRIGGER log_insert_items AFTER INSERT ON items WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 7, 'insert', json_array(NEW.id), json_array(NEW.name, NEW.product_id, NEW.vendor, NEW.track_number, NEW.installations, NEW.seats, NEW.accounts, NEW.annual_cost_cents, NEW.import_number) FROM log_state; END;

CREATE TRIGGER log_insert_mailboxes AFTER INSERT ON mailboxes WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 35, 'insert', json_array(NEW.account_number), json_array(NEW.bytes) FROM log_state; END;

CREATE TRIGGER log_insert_name_rules AFTER INSERT ON name_rules WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 33, 'insert', json_array(NEW.id), json_array(NEW.pattern, NEW.text, NEW.publisher, NEW.effect, NEW.product_id) FROM log_state; END;

CREATE TRIGGER log_insert_named_columns AFTER INSERT ON named_columns WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 34, 'insert', json_array(NEW.number), json_array(NEW.headings, NEW.file_name, NEW.columns) FROM log_state; END;

CREATE TRIGGER log_insert_plan AFTER INSERT ON plan WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 1, 'insert', json_array(NEW.number), json_array(NEW.name, NEW.administration, NEW.country, NEW.region, NEW.currency, NEW.template_id, NEW.starts_on) FROM log_state; END;

CREATE TRIGGER log_insert_raw_names AFTER INSERT ON raw_names WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 11, 'insert', json_array(NEW.number), json_array(NEW.raw_name, NEW.publisher, NEW.version, NEW.installations, NEW.match_kind, NEW.match_product_id, NEW.match_confidence, NEW.match_rule, NEW.match_alias, NEW.item_id, NEW.import_number) FROM log_state; END;

CREATE TRIGGER log_insert_scenarios AFTER INSERT ON scenarios WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 21, 'insert', json_array(NEW.id), json_array(NEW.name, NEW.changes) FROM log_state; END;

CREATE TRIGGER log_insert_source_accounts AFTER INSERT ON source_accounts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 29, 'insert', json_array(NEW.source_number, NEW.account_number), json_array() FROM log_state; END;

CREATE TRIGGER log_insert_source_contracts AFTER INSERT ON source_contracts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 31, 'insert', json_array(NEW.source_number, NEW.key), json_array(NEW.contract_id, NEW.said) FROM log_state; END;

CREATE TRIGGER log_insert_source_devices AFTER INSERT ON source_devices WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 30, 'insert', json_array(NEW.source_number, NEW.device), json_array() FROM log_state; END;

CREATE TRIGGER log_insert_source_items AFTER INSERT ON source_items WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 28, 'insert', json_array(NEW.source_number, NEW.item_id), json_array(NEW.installations) FROM log_state; END;

CREATE TRIGGER log_insert_source_names AFTER INSERT ON source_names WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 27, 'insert', json_array(NEW.source_number, NEW.raw_name_number), json_array(NEW.installations) FROM log_state; END;

CREATE TRIGGER log_insert_status AFTER INSERT ON status WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 36, 'insert', json_array(NEW.number), json_array(NEW.status_on) FROM log_state; END;

CREATE TRIGGER log_insert_task_links AFTER INSERT ON task_links WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 17, 'insert', json_array(NEW.from_task_id, NEW.to_task_id, NEW.reason_key), json_array(NEW.lag_working_days) FROM log_state; END;

CREATE TRIGGER log_insert_tasks AFTER INSERT ON tasks WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 16, 'insert', json_array(NEW.id), json_array(NEW.position, NEW.track_number, NEW.kind, NEW.phase, NEW.wave_id, NEW.name, NEW.working_days, NEW.account_count, NEW.starts_on, NEW.finishes_on, NEW.not_before) FROM log_state; END;

CREATE TRIGGER log_insert_track_phases AFTER INSERT ON track_phases WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 6, 'insert', json_array(NEW.track_number, NEW.position), json_array(NEW.kind, NEW.working_days) FROM log_state; END;

CREATE TRIGGER log_insert_tracks AFTER INSERT ON tracks WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 5, 'insert', json_array(NEW.number), json_array(NEW.id, NEW.key, NEW.name, NEW.position, NEW.moves_accounts, NEW.accounts_per_week, NEW.training_minutes_per_account, NEW.crew_minutes_per_account) FROM log_state; END;

CREATE TRIGGER log_insert_units AFTER INSERT ON units WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 4, 'insert', json_array(NEW.number), json_array(NEW.id, NEW.parent_number, NEW.name, NEW.path, NEW.role, NEW.next_rank) FROM log_state; END;

CREATE TRIGGER log_insert_usage_profile_items AFTER INSERT ON usage_profile_items WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 9, 'insert', json_array(NEW.usage_profile_number, NEW.item_id), json_array() FROM log_state; END;

CREATE TRIGGER log_insert_usage_profiles AFTER INSERT ON usage_profiles WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 8, 'insert', json_array(NEW.number), json_array() FROM log_state; END;

CREATE TRIGGER log_insert_views AFTER INSERT ON views WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 25, 'insert', json_array(NEW.id), json_array(NEW.table_name, NEW.name, NEW.definition) FROM log_state; END;

CREATE TRIGGER log_insert_wave_parts AFTER INSERT ON wave_parts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 15, 'insert', json_array(NEW.wave_id, NEW.position), json_array(NEW.unit_number, NEW.first_rank, NEW.last_rank, NEW.account_count) FROM log_state; END;

CREATE TRIGGER log_insert_waves AFTER INSERT ON waves WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN INSERT INTO changes (command_sequence, shape_number, kind, row_key, after) SELECT CASE WHEN command_sequence IS NULL THEN RAISE(ABORT, 'write outside a command') ELSE command_sequence END, 14, 'insert', json_array(NEW.id), json_array(NEW.track_number, NEW.number, NEW.is_pilot, NEW.account_count) FROM log_state; END;

CREATE TRIGGER log_update_account_states AFTER UPDATE ON account_states WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.account_number IS NOT NEW.account_number OR OLD.track_number IS NOT NEW.track_number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 20, 'update', json_array(OLD.account_number, OLD.track_number), (OLD.unit_number IS NOT NEW.unit_number) * 1 + (OLD.unit_rank IS NOT NEW.unit_rank) * 2 + (OLD.account_kind IS NOT NEW.account_kind) * 4 + (OLD.state IS NOT NEW.state) * 8 + (OLD.reason IS NOT NEW.reason) * 16 + (OLD.changed_on IS NOT NEW.changed_on) * 32, '[' || substr(iif(OLD.unit_number IS NOT NEW.unit_number, ',' || json_quote(OLD.unit_number), '') || iif(OLD.unit_rank IS NOT NEW.unit_rank, ',' || json_quote(OLD.unit_rank), '') || iif(OLD.account_kind IS NOT NEW.account_kind, ',' || json_quote(OLD.account_kind), '') || iif(OLD.state IS NOT NEW.state, ',' || json_quote(OLD.state), '') || iif(OLD.reason IS NOT NEW.reason, ',' || json_quote(OLD.reason), '') || iif(OLD.changed_on IS NOT NEW.changed_on, ',' || json_quote(OLD.changed_on), ''), 2) || ']', '[' || substr(iif(OLD.unit_number IS NOT NEW.unit_number, ',' || json_quote(NEW.unit_number), '') || iif(OLD.unit_rank IS NOT NEW.unit_rank, ',' || json_quote(NEW.unit_rank), '') || iif(OLD.account_kind IS NOT NEW.account_kind, ',' || json_quote(NEW.account_kind), '') || iif(OLD.state IS NOT NEW.state, ',' || json_quote(NEW.state), '') || iif(OLD.reason IS NOT NEW.reason, ',' || json_quote(NEW.reason), '') || iif(OLD.changed_on IS NOT NEW.changed_on, ',' || json_quote(NEW.changed_on), ''), 2) || ']' FROM log_state WHERE OLD.unit_number IS NOT NEW.unit_number OR OLD.unit_rank IS NOT NEW.unit_rank OR OLD.account_kind IS NOT NEW.account_kind OR OLD.state IS NOT NEW.state OR OLD.reason IS NOT NEW.reason OR OLD.changed_on IS NOT NEW.changed_on; END;

CREATE TRIGGER log_update_accounts AFTER UPDATE ON accounts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.number IS NOT NEW.number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 10, 'update', json_array(OLD.number), (OLD.id IS NOT NEW.id) * 1 + (OLD.login IS NOT NEW.login) * 2 + (OLD.unit_number IS NOT NEW.unit_number) * 4 + (OLD.unit_rank IS NOT NEW.unit_rank) * 8 + (OLD.kind IS NOT NEW.kind) * 16 + (OLD.is_enabled IS NOT NEW.is_enabled) * 32 + (OLD.last_active_on IS NOT NEW.last_active_on) * 64 + (OLD.usage_profile_number IS NOT NEW.usage_profile_number) * 128 + (OLD.import_number IS NOT NEW.import_number) * 256, '[' || substr(iif(OLD.id IS NOT NEW.id, ',' || json_quote(OLD.id), '') || iif(OLD.login IS NOT NEW.login, ',' || json_quote(OLD.login), '') || iif(OLD.unit_number IS NOT NEW.unit_number, ',' || json_quote(OLD.unit_number), '') || iif(OLD.unit_rank IS NOT NEW.unit_rank, ',' || json_quote(OLD.unit_rank), '') || iif(OLD.kind IS NOT NEW.kind, ',' || json_quote(OLD.kind), '') || iif(OLD.is_enabled IS NOT NEW.is_enabled, ',' || json_quote(OLD.is_enabled), '') || iif(OLD.last_active_on IS NOT NEW.last_active_on, ',' || json_quote(OLD.last_active_on), '') || iif(OLD.usage_profile_number IS NOT NEW.usage_profile_number, ',' || json_quote(OLD.usage_profile_number), '') || iif(OLD.import_number IS NOT NEW.import_number, ',' || json_quote(OLD.import_number), ''), 2) || ']', '[' || substr(iif(OLD.id IS NOT NEW.id, ',' || json_quote(NEW.id), '') || iif(OLD.login IS NOT NEW.login, ',' || json_quote(NEW.login), '') || iif(OLD.unit_number IS NOT NEW.unit_number, ',' || json_quote(NEW.unit_number), '') || iif(OLD.unit_rank IS NOT NEW.unit_rank, ',' || json_quote(NEW.unit_rank), '') || iif(OLD.kind IS NOT NEW.kind, ',' || json_quote(NEW.kind), '') || iif(OLD.is_enabled IS NOT NEW.is_enabled, ',' || json_quote(NEW.is_enabled), '') || iif(OLD.last_active_on IS NOT NEW.last_active_on, ',' || json_quote(NEW.last_active_on), '') || iif(OLD.usage_profile_number IS NOT NEW.usage_profile_number, ',' || json_quote(NEW.usage_profile_number), '') || iif(OLD.import_number IS NOT NEW.import_number, ',' || json_quote(NEW.import_number), ''), 2) || ']' FROM log_state WHERE OLD.id IS NOT NEW.id OR OLD.login IS NOT NEW.login OR OLD.unit_number IS NOT NEW.unit_number OR OLD.unit_rank IS NOT NEW.unit_rank OR OLD.kind IS NOT NEW.kind OR OLD.is_enabled IS NOT NEW.is_enabled OR OLD.last_active_on IS NOT NEW.last_active_on OR OLD.usage_profile_number IS NOT NEW.usage_profile_number OR OLD.import_number IS NOT NEW.import_number; END;

CREATE TRIGGER log_update_assumptions AFTER UPDATE ON assumptions WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.key IS NOT NEW.key; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 2, 'update', json_array(OLD.key), (OLD.value IS NOT NEW.value) * 1, '[' || substr(iif(OLD.value IS NOT NEW.value, ',' || json_quote(OLD.value), ''), 2) || ']', '[' || substr(iif(OLD.value IS NOT NEW.value, ',' || json_quote(NEW.value), ''), 2) || ']' FROM log_state WHERE OLD.value IS NOT NEW.value; END;

CREATE TRIGGER log_update_baseline_costs AFTER UPDATE ON baseline_costs WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.baseline_id IS NOT NEW.baseline_id OR OLD.position IS NOT NEW.position; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 24, 'update', json_array(OLD.baseline_id, OLD.position), (OLD.year IS NOT NEW.year) * 1 + (OLD.track_number IS NOT NEW.track_number) * 2 + (OLD.cost_cents IS NOT NEW.cost_cents) * 4, '[' || substr(iif(OLD.year IS NOT NEW.year, ',' || json_quote(OLD.year), '') || iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(OLD.track_number), '') || iif(OLD.cost_cents IS NOT NEW.cost_cents, ',' || json_quote(OLD.cost_cents), ''), 2) || ']', '[' || substr(iif(OLD.year IS NOT NEW.year, ',' || json_quote(NEW.year), '') || iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(NEW.track_number), '') || iif(OLD.cost_cents IS NOT NEW.cost_cents, ',' || json_quote(NEW.cost_cents), ''), 2) || ']' FROM log_state WHERE OLD.year IS NOT NEW.year OR OLD.track_number IS NOT NEW.track_number OR OLD.cost_cents IS NOT NEW.cost_cents; END;

CREATE TRIGGER log_update_baseline_tasks AFTER UPDATE ON baseline_tasks WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.baseline_id IS NOT NEW.baseline_id OR OLD.task_id IS NOT NEW.task_id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 23, 'update', json_array(OLD.baseline_id, OLD.task_id), (OLD.position IS NOT NEW.position) * 1 + (OLD.track_number IS NOT NEW.track_number) * 2 + (OLD.kind IS NOT NEW.kind) * 4 + (OLD.phase IS NOT NEW.phase) * 8 + (OLD.name IS NOT NEW.name) * 16 + (OLD.account_count IS NOT NEW.account_count) * 32 + (OLD.starts_on IS NOT NEW.starts_on) * 64 + (OLD.finishes_on IS NOT NEW.finishes_on) * 128, '[' || substr(iif(OLD.position IS NOT NEW.position, ',' || json_quote(OLD.position), '') || iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(OLD.track_number), '') || iif(OLD.kind IS NOT NEW.kind, ',' || json_quote(OLD.kind), '') || iif(OLD.phase IS NOT NEW.phase, ',' || json_quote(OLD.phase), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.account_count IS NOT NEW.account_count, ',' || json_quote(OLD.account_count), '') || iif(OLD.starts_on IS NOT NEW.starts_on, ',' || json_quote(OLD.starts_on), '') || iif(OLD.finishes_on IS NOT NEW.finishes_on, ',' || json_quote(OLD.finishes_on), ''), 2) || ']', '[' || substr(iif(OLD.position IS NOT NEW.position, ',' || json_quote(NEW.position), '') || iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(NEW.track_number), '') || iif(OLD.kind IS NOT NEW.kind, ',' || json_quote(NEW.kind), '') || iif(OLD.phase IS NOT NEW.phase, ',' || json_quote(NEW.phase), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.account_count IS NOT NEW.account_count, ',' || json_quote(NEW.account_count), '') || iif(OLD.starts_on IS NOT NEW.starts_on, ',' || json_quote(NEW.starts_on), '') || iif(OLD.finishes_on IS NOT NEW.finishes_on, ',' || json_quote(NEW.finishes_on), ''), 2) || ']' FROM log_state WHERE OLD.position IS NOT NEW.position OR OLD.track_number IS NOT NEW.track_number OR OLD.kind IS NOT NEW.kind OR OLD.phase IS NOT NEW.phase OR OLD.name IS NOT NEW.name OR OLD.account_count IS NOT NEW.account_count OR OLD.starts_on IS NOT NEW.starts_on OR OLD.finishes_on IS NOT NEW.finishes_on; END;

CREATE TRIGGER log_update_baselines AFTER UPDATE ON baselines WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.id IS NOT NEW.id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 22, 'update', json_array(OLD.id), (OLD.name IS NOT NEW.name) * 1 + (OLD.approved_on IS NOT NEW.approved_on) * 2 + (OLD.approved_by IS NOT NEW.approved_by) * 4 + (OLD.fingerprint IS NOT NEW.fingerprint) * 8, '[' || substr(iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.approved_on IS NOT NEW.approved_on, ',' || json_quote(OLD.approved_on), '') || iif(OLD.approved_by IS NOT NEW.approved_by, ',' || json_quote(OLD.approved_by), '') || iif(OLD.fingerprint IS NOT NEW.fingerprint, ',' || json_quote(OLD.fingerprint), ''), 2) || ']', '[' || substr(iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.approved_on IS NOT NEW.approved_on, ',' || json_quote(NEW.approved_on), '') || iif(OLD.approved_by IS NOT NEW.approved_by, ',' || json_quote(NEW.approved_by), '') || iif(OLD.fingerprint IS NOT NEW.fingerprint, ',' || json_quote(NEW.fingerprint), ''), 2) || ']' FROM log_state WHERE OLD.name IS NOT NEW.name OR OLD.approved_on IS NOT NEW.approved_on OR OLD.approved_by IS NOT NEW.approved_by OR OLD.fingerprint IS NOT NEW.fingerprint; END;

CREATE TRIGGER log_update_capacities AFTER UPDATE ON capacities WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.resource IS NOT NEW.resource; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 19, 'update', json_array(OLD.resource), (OLD.minutes_per_day IS NOT NEW.minutes_per_day) * 1, '[' || substr(iif(OLD.minutes_per_day IS NOT NEW.minutes_per_day, ',' || json_quote(OLD.minutes_per_day), ''), 2) || ']', '[' || substr(iif(OLD.minutes_per_day IS NOT NEW.minutes_per_day, ',' || json_quote(NEW.minutes_per_day), ''), 2) || ']' FROM log_state WHERE OLD.minutes_per_day IS NOT NEW.minutes_per_day; END;

CREATE TRIGGER log_update_contracts AFTER UPDATE ON contracts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.id IS NOT NEW.id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 12, 'update', json_array(OLD.id), (OLD.item_id IS NOT NEW.item_id) * 1 + (OLD.name IS NOT NEW.name) * 2 + (OLD.supplier IS NOT NEW.supplier) * 4 + (OLD.starts_on IS NOT NEW.starts_on) * 8 + (OLD.ends_on IS NOT NEW.ends_on) * 16 + (OLD.renewal IS NOT NEW.renewal) * 32 + (OLD.renewal_months IS NOT NEW.renewal_months) * 64 + (OLD.notice_days IS NOT NEW.notice_days) * 128 + (OLD.seats IS NOT NEW.seats) * 256 + (OLD.annual_cost_cents IS NOT NEW.annual_cost_cents) * 512, '[' || substr(iif(OLD.item_id IS NOT NEW.item_id, ',' || json_quote(OLD.item_id), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.supplier IS NOT NEW.supplier, ',' || json_quote(OLD.supplier), '') || iif(OLD.starts_on IS NOT NEW.starts_on, ',' || json_quote(OLD.starts_on), '') || iif(OLD.ends_on IS NOT NEW.ends_on, ',' || json_quote(OLD.ends_on), '') || iif(OLD.renewal IS NOT NEW.renewal, ',' || json_quote(OLD.renewal), '') || iif(OLD.renewal_months IS NOT NEW.renewal_months, ',' || json_quote(OLD.renewal_months), '') || iif(OLD.notice_days IS NOT NEW.notice_days, ',' || json_quote(OLD.notice_days), '') || iif(OLD.seats IS NOT NEW.seats, ',' || json_quote(OLD.seats), '') || iif(OLD.annual_cost_cents IS NOT NEW.annual_cost_cents, ',' || json_quote(OLD.annual_cost_cents), ''), 2) || ']', '[' || substr(iif(OLD.item_id IS NOT NEW.item_id, ',' || json_quote(NEW.item_id), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.supplier IS NOT NEW.supplier, ',' || json_quote(NEW.supplier), '') || iif(OLD.starts_on IS NOT NEW.starts_on, ',' || json_quote(NEW.starts_on), '') || iif(OLD.ends_on IS NOT NEW.ends_on, ',' || json_quote(NEW.ends_on), '') || iif(OLD.renewal IS NOT NEW.renewal, ',' || json_quote(NEW.renewal), '') || iif(OLD.renewal_months IS NOT NEW.renewal_months, ',' || json_quote(NEW.renewal_months), '') || iif(OLD.notice_days IS NOT NEW.notice_days, ',' || json_quote(NEW.notice_days), '') || iif(OLD.seats IS NOT NEW.seats, ',' || json_quote(NEW.seats), '') || iif(OLD.annual_cost_cents IS NOT NEW.annual_cost_cents, ',' || json_quote(NEW.annual_cost_cents), ''), 2) || ']' FROM log_state WHERE OLD.item_id IS NOT NEW.item_id OR OLD.name IS NOT NEW.name OR OLD.supplier IS NOT NEW.supplier OR OLD.starts_on IS NOT NEW.starts_on OR OLD.ends_on IS NOT NEW.ends_on OR OLD.renewal IS NOT NEW.renewal OR OLD.renewal_months IS NOT NEW.renewal_months OR OLD.notice_days IS NOT NEW.notice_days OR OLD.seats IS NOT NEW.seats OR OLD.annual_cost_cents IS NOT NEW.annual_cost_cents; END;

CREATE TRIGGER log_update_decisions AFTER UPDATE ON decisions WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.item_id IS NOT NEW.item_id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 13, 'update', json_array(OLD.item_id), (OLD.strategy IS NOT NEW.strategy) * 1 + (OLD.replacement_id IS NOT NEW.replacement_id) * 2 + (OLD.reasons IS NOT NEW.reasons) * 4 + (OLD.is_overridden IS NOT NEW.is_overridden) * 8 + (OLD.note IS NOT NEW.note) * 16, '[' || substr(iif(OLD.strategy IS NOT NEW.strategy, ',' || json_quote(OLD.strategy), '') || iif(OLD.replacement_id IS NOT NEW.replacement_id, ',' || json_quote(OLD.replacement_id), '') || iif(OLD.reasons IS NOT NEW.reasons, ',' || json_quote(OLD.reasons), '') || iif(OLD.is_overridden IS NOT NEW.is_overridden, ',' || json_quote(OLD.is_overridden), '') || iif(OLD.note IS NOT NEW.note, ',' || json_quote(OLD.note), ''), 2) || ']', '[' || substr(iif(OLD.strategy IS NOT NEW.strategy, ',' || json_quote(NEW.strategy), '') || iif(OLD.replacement_id IS NOT NEW.replacement_id, ',' || json_quote(NEW.replacement_id), '') || iif(OLD.reasons IS NOT NEW.reasons, ',' || json_quote(NEW.reasons), '') || iif(OLD.is_overridden IS NOT NEW.is_overridden, ',' || json_quote(NEW.is_overridden), '') || iif(OLD.note IS NOT NEW.note, ',' || json_quote(NEW.note), ''), 2) || ']' FROM log_state WHERE OLD.strategy IS NOT NEW.strategy OR OLD.replacement_id IS NOT NEW.replacement_id OR OLD.reasons IS NOT NEW.reasons OR OLD.is_overridden IS NOT NEW.is_overridden OR OLD.note IS NOT NEW.note; END;

CREATE TRIGGER log_update_freezes AFTER UPDATE ON freezes WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.id IS NOT NEW.id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 18, 'update', json_array(OLD.id), (OLD.name IS NOT NEW.name) * 1 + (OLD.starts_on IS NOT NEW.starts_on) * 2 + (OLD.finishes_on IS NOT NEW.finishes_on) * 4 + (OLD.track_number IS NOT NEW.track_number) * 8, '[' || substr(iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.starts_on IS NOT NEW.starts_on, ',' || json_quote(OLD.starts_on), '') || iif(OLD.finishes_on IS NOT NEW.finishes_on, ',' || json_quote(OLD.finishes_on), '') || iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(OLD.track_number), ''), 2) || ']', '[' || substr(iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.starts_on IS NOT NEW.starts_on, ',' || json_quote(NEW.starts_on), '') || iif(OLD.finishes_on IS NOT NEW.finishes_on, ',' || json_quote(NEW.finishes_on), '') || iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(NEW.track_number), ''), 2) || ']' FROM log_state WHERE OLD.name IS NOT NEW.name OR OLD.starts_on IS NOT NEW.starts_on OR OLD.finishes_on IS NOT NEW.finishes_on OR OLD.track_number IS NOT NEW.track_number; END;

CREATE TRIGGER log_update_import_sources AFTER UPDATE ON import_sources WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.number IS NOT NEW.number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 26, 'update', json_array(OLD.number), (OLD.id IS NOT NEW.id) * 1 + (OLD.form IS NOT NEW.form) * 2 + (OLD.name IS NOT NEW.name) * 4, '[' || substr(iif(OLD.id IS NOT NEW.id, ',' || json_quote(OLD.id), '') || iif(OLD.form IS NOT NEW.form, ',' || json_quote(OLD.form), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), ''), 2) || ']', '[' || substr(iif(OLD.id IS NOT NEW.id, ',' || json_quote(NEW.id), '') || iif(OLD.form IS NOT NEW.form, ',' || json_quote(NEW.form), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), ''), 2) || ']' FROM log_state WHERE OLD.id IS NOT NEW.id OR OLD.form IS NOT NEW.form OR OLD.name IS NOT NEW.name; END;

CREATE TRIGGER log_update_imported_paths AFTER UPDATE ON imported_paths WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.path IS NOT NEW.path; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 32, 'update', json_array(OLD.path), (OLD.unit_number IS NOT NEW.unit_number) * 1, '[' || substr(iif(OLD.unit_number IS NOT NEW.unit_number, ',' || json_quote(OLD.unit_number), ''), 2) || ']', '[' || substr(iif(OLD.unit_number IS NOT NEW.unit_number, ',' || json_quote(NEW.unit_number), ''), 2) || ']' FROM log_state WHERE OLD.unit_number IS NOT NEW.unit_number; END;

CREATE TRIGGER log_update_imports AFTER UPDATE ON imports WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.number IS NOT NEW.number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 3, 'update', json_array(OLD.number), (OLD.id IS NOT NEW.id) * 1 + (OLD.format IS NOT NEW.format) * 2 + (OLD.file_name IS NOT NEW.file_name) * 4 + (OLD.sha256 IS NOT NEW.sha256) * 8, '[' || substr(iif(OLD.id IS NOT NEW.id, ',' || json_quote(OLD.id), '') || iif(OLD.format IS NOT NEW.format, ',' || json_quote(OLD.format), '') || iif(OLD.file_name IS NOT NEW.file_name, ',' || json_quote(OLD.file_name), '') || iif(OLD.sha256 IS NOT NEW.sha256, ',' || json_quote(OLD.sha256), ''), 2) || ']', '[' || substr(iif(OLD.id IS NOT NEW.id, ',' || json_quote(NEW.id), '') || iif(OLD.format IS NOT NEW.format, ',' || json_quote(NEW.format), '') || iif(OLD.file_name IS NOT NEW.file_name, ',' || json_quote(NEW.file_name), '') || iif(OLD.sha256 IS NOT NEW.sha256, ',' || json_quote(NEW.sha256), ''), 2) || ']' FROM log_state WHERE OLD.id IS NOT NEW.id OR OLD.format IS NOT NEW.format OR OLD.file_name IS NOT NEW.file_name OR OLD.sha256 IS NOT NEW.sha256; END;

CREATE TRIGGER log_update_items AFTER UPDATE ON items WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.id IS NOT NEW.id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 7, 'update', json_array(OLD.id), (OLD.name IS NOT NEW.name) * 1 + (OLD.product_id IS NOT NEW.product_id) * 2 + (OLD.vendor IS NOT NEW.vendor) * 4 + (OLD.track_number IS NOT NEW.track_number) * 8 + (OLD.installations IS NOT NEW.installations) * 16 + (OLD.seats IS NOT NEW.seats) * 32 + (OLD.accounts IS NOT NEW.accounts) * 64 + (OLD.annual_cost_cents IS NOT NEW.annual_cost_cents) * 128 + (OLD.import_number IS NOT NEW.import_number) * 256, '[' || substr(iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.product_id IS NOT NEW.product_id, ',' || json_quote(OLD.product_id), '') || iif(OLD.vendor IS NOT NEW.vendor, ',' || json_quote(OLD.vendor), '') || iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(OLD.track_number), '') || iif(OLD.installations IS NOT NEW.installations, ',' || json_quote(OLD.installations), '') || iif(OLD.seats IS NOT NEW.seats, ',' || json_quote(OLD.seats), '') || iif(OLD.accounts IS NOT NEW.accounts, ',' || json_quote(OLD.accounts), '') || iif(OLD.annual_cost_cents IS NOT NEW.annual_cost_cents, ',' || json_quote(OLD.annual_cost_cents), '') || iif(OLD.import_number IS NOT NEW.import_number, ',' || json_quote(OLD.import_number), ''), 2) || ']', '[' || substr(iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.product_id IS NOT NEW.product_id, ',' || json_quote(NEW.product_id), '') || iif(OLD.vendor IS NOT NEW.vendor, ',' || json_quote(NEW.vendor), '') || iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(NEW.track_number), '') || iif(OLD.installations IS NOT NEW.installations, ',' || json_quote(NEW.installations), '') || iif(OLD.seats IS NOT NEW.seats, ',' || json_quote(NEW.seats), '') || iif(OLD.accounts IS NOT NEW.accounts, ',' || json_quote(NEW.accounts), '') || iif(OLD.annual_cost_cents IS NOT NEW.annual_cost_cents, ',' || json_quote(NEW.annual_cost_cents), '') || iif(OLD.import_number IS NOT NEW.import_number, ',' || json_quote(NEW.import_number), ''), 2) || ']' FROM log_state WHERE OLD.name IS NOT NEW.name OR OLD.product_id IS NOT NEW.product_id OR OLD.vendor IS NOT NEW.vendor OR OLD.track_number IS NOT NEW.track_number OR OLD.installations IS NOT NEW.installations OR OLD.seats IS NOT NEW.seats OR OLD.accounts IS NOT NEW.accounts OR OLD.annual_cost_cents IS NOT NEW.annual_cost_cents OR OLD.import_number IS NOT NEW.import_number; END;

CREATE TRIGGER log_update_mailboxes AFTER UPDATE ON mailboxes WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.account_number IS NOT NEW.account_number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 35, 'update', json_array(OLD.account_number), (OLD.bytes IS NOT NEW.bytes) * 1, '[' || substr(iif(OLD.bytes IS NOT NEW.bytes, ',' || json_quote(OLD.bytes), ''), 2) || ']', '[' || substr(iif(OLD.bytes IS NOT NEW.bytes, ',' || json_quote(NEW.bytes), ''), 2) || ']' FROM log_state WHERE OLD.bytes IS NOT NEW.bytes; END;

CREATE TRIGGER log_update_name_rules AFTER UPDATE ON name_rules WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.id IS NOT NEW.id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 33, 'update', json_array(OLD.id), (OLD.pattern IS NOT NEW.pattern) * 1 + (OLD.text IS NOT NEW.text) * 2 + (OLD.publisher IS NOT NEW.publisher) * 4 + (OLD.effect IS NOT NEW.effect) * 8 + (OLD.product_id IS NOT NEW.product_id) * 16, '[' || substr(iif(OLD.pattern IS NOT NEW.pattern, ',' || json_quote(OLD.pattern), '') || iif(OLD.text IS NOT NEW.text, ',' || json_quote(OLD.text), '') || iif(OLD.publisher IS NOT NEW.publisher, ',' || json_quote(OLD.publisher), '') || iif(OLD.effect IS NOT NEW.effect, ',' || json_quote(OLD.effect), '') || iif(OLD.product_id IS NOT NEW.product_id, ',' || json_quote(OLD.product_id), ''), 2) || ']', '[' || substr(iif(OLD.pattern IS NOT NEW.pattern, ',' || json_quote(NEW.pattern), '') || iif(OLD.text IS NOT NEW.text, ',' || json_quote(NEW.text), '') || iif(OLD.publisher IS NOT NEW.publisher, ',' || json_quote(NEW.publisher), '') || iif(OLD.effect IS NOT NEW.effect, ',' || json_quote(NEW.effect), '') || iif(OLD.product_id IS NOT NEW.product_id, ',' || json_quote(NEW.product_id), ''), 2) || ']' FROM log_state WHERE OLD.pattern IS NOT NEW.pattern OR OLD.text IS NOT NEW.text OR OLD.publisher IS NOT NEW.publisher OR OLD.effect IS NOT NEW.effect OR OLD.product_id IS NOT NEW.product_id; END;

CREATE TRIGGER log_update_named_columns AFTER UPDATE ON named_columns WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.number IS NOT NEW.number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 34, 'update', json_array(OLD.number), (OLD.headings IS NOT NEW.headings) * 1 + (OLD.file_name IS NOT NEW.file_name) * 2 + (OLD.columns IS NOT NEW.columns) * 4, '[' || substr(iif(OLD.headings IS NOT NEW.headings, ',' || json_quote(OLD.headings), '') || iif(OLD.file_name IS NOT NEW.file_name, ',' || json_quote(OLD.file_name), '') || iif(OLD.columns IS NOT NEW.columns, ',' || json_quote(OLD.columns), ''), 2) || ']', '[' || substr(iif(OLD.headings IS NOT NEW.headings, ',' || json_quote(NEW.headings), '') || iif(OLD.file_name IS NOT NEW.file_name, ',' || json_quote(NEW.file_name), '') || iif(OLD.columns IS NOT NEW.columns, ',' || json_quote(NEW.columns), ''), 2) || ']' FROM log_state WHERE OLD.headings IS NOT NEW.headings OR OLD.file_name IS NOT NEW.file_name OR OLD.columns IS NOT NEW.columns; END;

CREATE TRIGGER log_update_plan AFTER UPDATE ON plan WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.number IS NOT NEW.number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 1, 'update', json_array(OLD.number), (OLD.name IS NOT NEW.name) * 1 + (OLD.administration IS NOT NEW.administration) * 2 + (OLD.country IS NOT NEW.country) * 4 + (OLD.region IS NOT NEW.region) * 8 + (OLD.currency IS NOT NEW.currency) * 16 + (OLD.template_id IS NOT NEW.template_id) * 32 + (OLD.starts_on IS NOT NEW.starts_on) * 64, '[' || substr(iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.administration IS NOT NEW.administration, ',' || json_quote(OLD.administration), '') || iif(OLD.country IS NOT NEW.country, ',' || json_quote(OLD.country), '') || iif(OLD.region IS NOT NEW.region, ',' || json_quote(OLD.region), '') || iif(OLD.currency IS NOT NEW.currency, ',' || json_quote(OLD.currency), '') || iif(OLD.template_id IS NOT NEW.template_id, ',' || json_quote(OLD.template_id), '') || iif(OLD.starts_on IS NOT NEW.starts_on, ',' || json_quote(OLD.starts_on), ''), 2) || ']', '[' || substr(iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.administration IS NOT NEW.administration, ',' || json_quote(NEW.administration), '') || iif(OLD.country IS NOT NEW.country, ',' || json_quote(NEW.country), '') || iif(OLD.region IS NOT NEW.region, ',' || json_quote(NEW.region), '') || iif(OLD.currency IS NOT NEW.currency, ',' || json_quote(NEW.currency), '') || iif(OLD.template_id IS NOT NEW.template_id, ',' || json_quote(NEW.template_id), '') || iif(OLD.starts_on IS NOT NEW.starts_on, ',' || json_quote(NEW.starts_on), ''), 2) || ']' FROM log_state WHERE OLD.name IS NOT NEW.name OR OLD.administration IS NOT NEW.administration OR OLD.country IS NOT NEW.country OR OLD.region IS NOT NEW.region OR OLD.currency IS NOT NEW.currency OR OLD.template_id IS NOT NEW.template_id OR OLD.starts_on IS NOT NEW.starts_on; END;

CREATE TRIGGER log_update_raw_names AFTER UPDATE ON raw_names WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.number IS NOT NEW.number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 11, 'update', json_array(OLD.number), (OLD.raw_name IS NOT NEW.raw_name) * 1 + (OLD.publisher IS NOT NEW.publisher) * 2 + (OLD.version IS NOT NEW.version) * 4 + (OLD.installations IS NOT NEW.installations) * 8 + (OLD.match_kind IS NOT NEW.match_kind) * 16 + (OLD.match_product_id IS NOT NEW.match_product_id) * 32 + (OLD.match_confidence IS NOT NEW.match_confidence) * 64 + (OLD.match_rule IS NOT NEW.match_rule) * 128 + (OLD.match_alias IS NOT NEW.match_alias) * 256 + (OLD.item_id IS NOT NEW.item_id) * 512 + (OLD.import_number IS NOT NEW.import_number) * 1024, '[' || substr(iif(OLD.raw_name IS NOT NEW.raw_name, ',' || json_quote(OLD.raw_name), '') || iif(OLD.publisher IS NOT NEW.publisher, ',' || json_quote(OLD.publisher), '') || iif(OLD.version IS NOT NEW.version, ',' || json_quote(OLD.version), '') || iif(OLD.installations IS NOT NEW.installations, ',' || json_quote(OLD.installations), '') || iif(OLD.match_kind IS NOT NEW.match_kind, ',' || json_quote(OLD.match_kind), '') || iif(OLD.match_product_id IS NOT NEW.match_product_id, ',' || json_quote(OLD.match_product_id), '') || iif(OLD.match_confidence IS NOT NEW.match_confidence, ',' || json_quote(OLD.match_confidence), '') || iif(OLD.match_rule IS NOT NEW.match_rule, ',' || json_quote(OLD.match_rule), '') || iif(OLD.match_alias IS NOT NEW.match_alias, ',' || json_quote(OLD.match_alias), '') || iif(OLD.item_id IS NOT NEW.item_id, ',' || json_quote(OLD.item_id), '') || iif(OLD.import_number IS NOT NEW.import_number, ',' || json_quote(OLD.import_number), ''), 2) || ']', '[' || substr(iif(OLD.raw_name IS NOT NEW.raw_name, ',' || json_quote(NEW.raw_name), '') || iif(OLD.publisher IS NOT NEW.publisher, ',' || json_quote(NEW.publisher), '') || iif(OLD.version IS NOT NEW.version, ',' || json_quote(NEW.version), '') || iif(OLD.installations IS NOT NEW.installations, ',' || json_quote(NEW.installations), '') || iif(OLD.match_kind IS NOT NEW.match_kind, ',' || json_quote(NEW.match_kind), '') || iif(OLD.match_product_id IS NOT NEW.match_product_id, ',' || json_quote(NEW.match_product_id), '') || iif(OLD.match_confidence IS NOT NEW.match_confidence, ',' || json_quote(NEW.match_confidence), '') || iif(OLD.match_rule IS NOT NEW.match_rule, ',' || json_quote(NEW.match_rule), '') || iif(OLD.match_alias IS NOT NEW.match_alias, ',' || json_quote(NEW.match_alias), '') || iif(OLD.item_id IS NOT NEW.item_id, ',' || json_quote(NEW.item_id), '') || iif(OLD.import_number IS NOT NEW.import_number, ',' || json_quote(NEW.import_number), ''), 2) || ']' FROM log_state WHERE OLD.raw_name IS NOT NEW.raw_name OR OLD.publisher IS NOT NEW.publisher OR OLD.version IS NOT NEW.version OR OLD.installations IS NOT NEW.installations OR OLD.match_kind IS NOT NEW.match_kind OR OLD.match_product_id IS NOT NEW.match_product_id OR OLD.match_confidence IS NOT NEW.match_confidence OR OLD.match_rule IS NOT NEW.match_rule OR OLD.match_alias IS NOT NEW.match_alias OR OLD.item_id IS NOT NEW.item_id OR OLD.import_number IS NOT NEW.import_number; END;

CREATE TRIGGER log_update_scenarios AFTER UPDATE ON scenarios WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.id IS NOT NEW.id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 21, 'update', json_array(OLD.id), (OLD.name IS NOT NEW.name) * 1 + (OLD.changes IS NOT NEW.changes) * 2, '[' || substr(iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.changes IS NOT NEW.changes, ',' || json_quote(OLD.changes), ''), 2) || ']', '[' || substr(iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.changes IS NOT NEW.changes, ',' || json_quote(NEW.changes), ''), 2) || ']' FROM log_state WHERE OLD.name IS NOT NEW.name OR OLD.changes IS NOT NEW.changes; END;

CREATE TRIGGER log_update_source_accounts AFTER UPDATE ON source_accounts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.source_number IS NOT NEW.source_number OR OLD.account_number IS NOT NEW.account_number;  END;

CREATE TRIGGER log_update_source_contracts AFTER UPDATE ON source_contracts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.source_number IS NOT NEW.source_number OR OLD.key IS NOT NEW.key; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 31, 'update', json_array(OLD.source_number, OLD.key), (OLD.contract_id IS NOT NEW.contract_id) * 1 + (OLD.said IS NOT NEW.said) * 2, '[' || substr(iif(OLD.contract_id IS NOT NEW.contract_id, ',' || json_quote(OLD.contract_id), '') || iif(OLD.said IS NOT NEW.said, ',' || json_quote(OLD.said), ''), 2) || ']', '[' || substr(iif(OLD.contract_id IS NOT NEW.contract_id, ',' || json_quote(NEW.contract_id), '') || iif(OLD.said IS NOT NEW.said, ',' || json_quote(NEW.said), ''), 2) || ']' FROM log_state WHERE OLD.contract_id IS NOT NEW.contract_id OR OLD.said IS NOT NEW.said; END;

CREATE TRIGGER log_update_source_devices AFTER UPDATE ON source_devices WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.source_number IS NOT NEW.source_number OR OLD.device IS NOT NEW.device;  END;

CREATE TRIGGER log_update_source_items AFTER UPDATE ON source_items WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.source_number IS NOT NEW.source_number OR OLD.item_id IS NOT NEW.item_id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 28, 'update', json_array(OLD.source_number, OLD.item_id), (OLD.installations IS NOT NEW.installations) * 1, '[' || substr(iif(OLD.installations IS NOT NEW.installations, ',' || json_quote(OLD.installations), ''), 2) || ']', '[' || substr(iif(OLD.installations IS NOT NEW.installations, ',' || json_quote(NEW.installations), ''), 2) || ']' FROM log_state WHERE OLD.installations IS NOT NEW.installations; END;

CREATE TRIGGER log_update_source_names AFTER UPDATE ON source_names WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.source_number IS NOT NEW.source_number OR OLD.raw_name_number IS NOT NEW.raw_name_number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 27, 'update', json_array(OLD.source_number, OLD.raw_name_number), (OLD.installations IS NOT NEW.installations) * 1, '[' || substr(iif(OLD.installations IS NOT NEW.installations, ',' || json_quote(OLD.installations), ''), 2) || ']', '[' || substr(iif(OLD.installations IS NOT NEW.installations, ',' || json_quote(NEW.installations), ''), 2) || ']' FROM log_state WHERE OLD.installations IS NOT NEW.installations; END;

CREATE TRIGGER log_update_status AFTER UPDATE ON status WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.number IS NOT NEW.number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 36, 'update', json_array(OLD.number), (OLD.status_on IS NOT NEW.status_on) * 1, '[' || substr(iif(OLD.status_on IS NOT NEW.status_on, ',' || json_quote(OLD.status_on), ''), 2) || ']', '[' || substr(iif(OLD.status_on IS NOT NEW.status_on, ',' || json_quote(NEW.status_on), ''), 2) || ']' FROM log_state WHERE OLD.status_on IS NOT NEW.status_on; END;

CREATE TRIGGER log_update_task_links AFTER UPDATE ON task_links WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.from_task_id IS NOT NEW.from_task_id OR OLD.to_task_id IS NOT NEW.to_task_id OR OLD.reason_key IS NOT NEW.reason_key; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 17, 'update', json_array(OLD.from_task_id, OLD.to_task_id, OLD.reason_key), (OLD.lag_working_days IS NOT NEW.lag_working_days) * 1, '[' || substr(iif(OLD.lag_working_days IS NOT NEW.lag_working_days, ',' || json_quote(OLD.lag_working_days), ''), 2) || ']', '[' || substr(iif(OLD.lag_working_days IS NOT NEW.lag_working_days, ',' || json_quote(NEW.lag_working_days), ''), 2) || ']' FROM log_state WHERE OLD.lag_working_days IS NOT NEW.lag_working_days; END;

CREATE TRIGGER log_update_tasks AFTER UPDATE ON tasks WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.id IS NOT NEW.id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 16, 'update', json_array(OLD.id), (OLD.position IS NOT NEW.position) * 1 + (OLD.track_number IS NOT NEW.track_number) * 2 + (OLD.kind IS NOT NEW.kind) * 4 + (OLD.phase IS NOT NEW.phase) * 8 + (OLD.wave_id IS NOT NEW.wave_id) * 16 + (OLD.name IS NOT NEW.name) * 32 + (OLD.working_days IS NOT NEW.working_days) * 64 + (OLD.account_count IS NOT NEW.account_count) * 128 + (OLD.starts_on IS NOT NEW.starts_on) * 256 + (OLD.finishes_on IS NOT NEW.finishes_on) * 512 + (OLD.not_before IS NOT NEW.not_before) * 1024, '[' || substr(iif(OLD.position IS NOT NEW.position, ',' || json_quote(OLD.position), '') || iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(OLD.track_number), '') || iif(OLD.kind IS NOT NEW.kind, ',' || json_quote(OLD.kind), '') || iif(OLD.phase IS NOT NEW.phase, ',' || json_quote(OLD.phase), '') || iif(OLD.wave_id IS NOT NEW.wave_id, ',' || json_quote(OLD.wave_id), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.working_days IS NOT NEW.working_days, ',' || json_quote(OLD.working_days), '') || iif(OLD.account_count IS NOT NEW.account_count, ',' || json_quote(OLD.account_count), '') || iif(OLD.starts_on IS NOT NEW.starts_on, ',' || json_quote(OLD.starts_on), '') || iif(OLD.finishes_on IS NOT NEW.finishes_on, ',' || json_quote(OLD.finishes_on), '') || iif(OLD.not_before IS NOT NEW.not_before, ',' || json_quote(OLD.not_before), ''), 2) || ']', '[' || substr(iif(OLD.position IS NOT NEW.position, ',' || json_quote(NEW.position), '') || iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(NEW.track_number), '') || iif(OLD.kind IS NOT NEW.kind, ',' || json_quote(NEW.kind), '') || iif(OLD.phase IS NOT NEW.phase, ',' || json_quote(NEW.phase), '') || iif(OLD.wave_id IS NOT NEW.wave_id, ',' || json_quote(NEW.wave_id), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.working_days IS NOT NEW.working_days, ',' || json_quote(NEW.working_days), '') || iif(OLD.account_count IS NOT NEW.account_count, ',' || json_quote(NEW.account_count), '') || iif(OLD.starts_on IS NOT NEW.starts_on, ',' || json_quote(NEW.starts_on), '') || iif(OLD.finishes_on IS NOT NEW.finishes_on, ',' || json_quote(NEW.finishes_on), '') || iif(OLD.not_before IS NOT NEW.not_before, ',' || json_quote(NEW.not_before), ''), 2) || ']' FROM log_state WHERE OLD.position IS NOT NEW.position OR OLD.track_number IS NOT NEW.track_number OR OLD.kind IS NOT NEW.kind OR OLD.phase IS NOT NEW.phase OR OLD.wave_id IS NOT NEW.wave_id OR OLD.name IS NOT NEW.name OR OLD.working_days IS NOT NEW.working_days OR OLD.account_count IS NOT NEW.account_count OR OLD.starts_on IS NOT NEW.starts_on OR OLD.finishes_on IS NOT NEW.finishes_on OR OLD.not_before IS NOT NEW.not_before; END;

CREATE TRIGGER log_update_track_phases AFTER UPDATE ON track_phases WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.track_number IS NOT NEW.track_number OR OLD.position IS NOT NEW.position; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 6, 'update', json_array(OLD.track_number, OLD.position), (OLD.kind IS NOT NEW.kind) * 1 + (OLD.working_days IS NOT NEW.working_days) * 2, '[' || substr(iif(OLD.kind IS NOT NEW.kind, ',' || json_quote(OLD.kind), '') || iif(OLD.working_days IS NOT NEW.working_days, ',' || json_quote(OLD.working_days), ''), 2) || ']', '[' || substr(iif(OLD.kind IS NOT NEW.kind, ',' || json_quote(NEW.kind), '') || iif(OLD.working_days IS NOT NEW.working_days, ',' || json_quote(NEW.working_days), ''), 2) || ']' FROM log_state WHERE OLD.kind IS NOT NEW.kind OR OLD.working_days IS NOT NEW.working_days; END;

CREATE TRIGGER log_update_tracks AFTER UPDATE ON tracks WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.number IS NOT NEW.number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 5, 'update', json_array(OLD.number), (OLD.id IS NOT NEW.id) * 1 + (OLD.key IS NOT NEW.key) * 2 + (OLD.name IS NOT NEW.name) * 4 + (OLD.position IS NOT NEW.position) * 8 + (OLD.moves_accounts IS NOT NEW.moves_accounts) * 16 + (OLD.accounts_per_week IS NOT NEW.accounts_per_week) * 32 + (OLD.training_minutes_per_account IS NOT NEW.training_minutes_per_account) * 64 + (OLD.crew_minutes_per_account IS NOT NEW.crew_minutes_per_account) * 128, '[' || substr(iif(OLD.id IS NOT NEW.id, ',' || json_quote(OLD.id), '') || iif(OLD.key IS NOT NEW.key, ',' || json_quote(OLD.key), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.position IS NOT NEW.position, ',' || json_quote(OLD.position), '') || iif(OLD.moves_accounts IS NOT NEW.moves_accounts, ',' || json_quote(OLD.moves_accounts), '') || iif(OLD.accounts_per_week IS NOT NEW.accounts_per_week, ',' || json_quote(OLD.accounts_per_week), '') || iif(OLD.training_minutes_per_account IS NOT NEW.training_minutes_per_account, ',' || json_quote(OLD.training_minutes_per_account), '') || iif(OLD.crew_minutes_per_account IS NOT NEW.crew_minutes_per_account, ',' || json_quote(OLD.crew_minutes_per_account), ''), 2) || ']', '[' || substr(iif(OLD.id IS NOT NEW.id, ',' || json_quote(NEW.id), '') || iif(OLD.key IS NOT NEW.key, ',' || json_quote(NEW.key), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.position IS NOT NEW.position, ',' || json_quote(NEW.position), '') || iif(OLD.moves_accounts IS NOT NEW.moves_accounts, ',' || json_quote(NEW.moves_accounts), '') || iif(OLD.accounts_per_week IS NOT NEW.accounts_per_week, ',' || json_quote(NEW.accounts_per_week), '') || iif(OLD.training_minutes_per_account IS NOT NEW.training_minutes_per_account, ',' || json_quote(NEW.training_minutes_per_account), '') || iif(OLD.crew_minutes_per_account IS NOT NEW.crew_minutes_per_account, ',' || json_quote(NEW.crew_minutes_per_account), ''), 2) || ']' FROM log_state WHERE OLD.id IS NOT NEW.id OR OLD.key IS NOT NEW.key OR OLD.name IS NOT NEW.name OR OLD.position IS NOT NEW.position OR OLD.moves_accounts IS NOT NEW.moves_accounts OR OLD.accounts_per_week IS NOT NEW.accounts_per_week OR OLD.training_minutes_per_account IS NOT NEW.training_minutes_per_account OR OLD.crew_minutes_per_account IS NOT NEW.crew_minutes_per_account; END;

CREATE TRIGGER log_update_units AFTER UPDATE ON units WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.number IS NOT NEW.number; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 4, 'update', json_array(OLD.number), (OLD.id IS NOT NEW.id) * 1 + (OLD.parent_number IS NOT NEW.parent_number) * 2 + (OLD.name IS NOT NEW.name) * 4 + (OLD.path IS NOT NEW.path) * 8 + (OLD.role IS NOT NEW.role) * 16 + (OLD.next_rank IS NOT NEW.next_rank) * 32, '[' || substr(iif(OLD.id IS NOT NEW.id, ',' || json_quote(OLD.id), '') || iif(OLD.parent_number IS NOT NEW.parent_number, ',' || json_quote(OLD.parent_number), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.path IS NOT NEW.path, ',' || json_quote(OLD.path), '') || iif(OLD.role IS NOT NEW.role, ',' || json_quote(OLD.role), '') || iif(OLD.next_rank IS NOT NEW.next_rank, ',' || json_quote(OLD.next_rank), ''), 2) || ']', '[' || substr(iif(OLD.id IS NOT NEW.id, ',' || json_quote(NEW.id), '') || iif(OLD.parent_number IS NOT NEW.parent_number, ',' || json_quote(NEW.parent_number), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.path IS NOT NEW.path, ',' || json_quote(NEW.path), '') || iif(OLD.role IS NOT NEW.role, ',' || json_quote(NEW.role), '') || iif(OLD.next_rank IS NOT NEW.next_rank, ',' || json_quote(NEW.next_rank), ''), 2) || ']' FROM log_state WHERE OLD.id IS NOT NEW.id OR OLD.parent_number IS NOT NEW.parent_number OR OLD.name IS NOT NEW.name OR OLD.path IS NOT NEW.path OR OLD.role IS NOT NEW.role OR OLD.next_rank IS NOT NEW.next_rank; END;

CREATE TRIGGER log_update_usage_profile_items AFTER UPDATE ON usage_profile_items WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.usage_profile_number IS NOT NEW.usage_profile_number OR OLD.item_id IS NOT NEW.item_id;  END;

CREATE TRIGGER log_update_usage_profiles AFTER UPDATE ON usage_profiles WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.number IS NOT NEW.number;  END;

CREATE TRIGGER log_update_views AFTER UPDATE ON views WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.id IS NOT NEW.id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 25, 'update', json_array(OLD.id), (OLD.table_name IS NOT NEW.table_name) * 1 + (OLD.name IS NOT NEW.name) * 2 + (OLD.definition IS NOT NEW.definition) * 4, '[' || substr(iif(OLD.table_name IS NOT NEW.table_name, ',' || json_quote(OLD.table_name), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(OLD.name), '') || iif(OLD.definition IS NOT NEW.definition, ',' || json_quote(OLD.definition), ''), 2) || ']', '[' || substr(iif(OLD.table_name IS NOT NEW.table_name, ',' || json_quote(NEW.table_name), '') || iif(OLD.name IS NOT NEW.name, ',' || json_quote(NEW.name), '') || iif(OLD.definition IS NOT NEW.definition, ',' || json_quote(NEW.definition), ''), 2) || ']' FROM log_state WHERE OLD.table_name IS NOT NEW.table_name OR OLD.name IS NOT NEW.name OR OLD.definition IS NOT NEW.definition; END;

CREATE TRIGGER log_update_wave_parts AFTER UPDATE ON wave_parts WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.wave_id IS NOT NEW.wave_id OR OLD.position IS NOT NEW.position; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 15, 'update', json_array(OLD.wave_id, OLD.position), (OLD.unit_number IS NOT NEW.unit_number) * 1 + (OLD.first_rank IS NOT NEW.first_rank) * 2 + (OLD.last_rank IS NOT NEW.last_rank) * 4 + (OLD.account_count IS NOT NEW.account_count) * 8, '[' || substr(iif(OLD.unit_number IS NOT NEW.unit_number, ',' || json_quote(OLD.unit_number), '') || iif(OLD.first_rank IS NOT NEW.first_rank, ',' || json_quote(OLD.first_rank), '') || iif(OLD.last_rank IS NOT NEW.last_rank, ',' || json_quote(OLD.last_rank), '') || iif(OLD.account_count IS NOT NEW.account_count, ',' || json_quote(OLD.account_count), ''), 2) || ']', '[' || substr(iif(OLD.unit_number IS NOT NEW.unit_number, ',' || json_quote(NEW.unit_number), '') || iif(OLD.first_rank IS NOT NEW.first_rank, ',' || json_quote(NEW.first_rank), '') || iif(OLD.last_rank IS NOT NEW.last_rank, ',' || json_quote(NEW.last_rank), '') || iif(OLD.account_count IS NOT NEW.account_count, ',' || json_quote(NEW.account_count), ''), 2) || ']' FROM log_state WHERE OLD.unit_number IS NOT NEW.unit_number OR OLD.first_rank IS NOT NEW.first_rank OR OLD.last_rank IS NOT NEW.last_rank OR OLD.account_count IS NOT NEW.account_count; END;

CREATE TRIGGER log_update_waves AFTER UPDATE ON waves WHEN (SELECT logs_rows FROM log_state) IS NOT 0 BEGIN SELECT RAISE(ABORT, 'write outside a command') WHERE (SELECT logs_rows FROM log_state) IS NULL; SELECT RAISE(ABORT, 'a row keeps its key') WHERE OLD.id IS NOT NEW.id; INSERT INTO changes (command_sequence, shape_number, kind, row_key, changed_columns, before, after) SELECT command_sequence, 14, 'update', json_array(OLD.id), (OLD.track_number IS NOT NEW.track_number) * 1 + (OLD.number IS NOT NEW.number) * 2 + (OLD.is_pilot IS NOT NEW.is_pilot) * 4 + (OLD.account_count IS NOT NEW.account_count) * 8, '[' || substr(iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(OLD.track_number), '') || iif(OLD.number IS NOT NEW.number, ',' || json_quote(OLD.number), '') || iif(OLD.is_pilot IS NOT NEW.is_pilot, ',' || json_quote(OLD.is_pilot), '') || iif(OLD.account_count IS NOT NEW.account_count, ',' || json_quote(OLD.account_count), ''), 2) || ']', '[' || substr(iif(OLD.track_number IS NOT NEW.track_number, ',' || json_quote(NEW.track_number), '') || iif(OLD.number IS NOT NEW.number, ',' || json_quote(NEW.number), '') || iif(OLD.is_pilot IS NOT NEW.is_pilot, ',' || json_quote(NEW.is_pilot), '') || iif(OLD.account_count IS NOT NEW.account_count, ',' || json_quote(NEW.account_count), ''), 2) || ']' FROM log_state WHERE OLD.track_number IS NOT NEW.track_number OR OLD.number IS NOT NEW.number OR OLD.is_pilot IS NOT NEW.is_pilot OR OLD.account_count IS NOT NEW.account_count; END;
