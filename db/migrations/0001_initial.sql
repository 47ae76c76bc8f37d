-- Content. Every table that follows carries change-log triggers, which db/changeLog.ts generates.
-- Tables to which many rows point have a `number` of their own beside the id: it keeps 60,000 accounts times a dozen
-- tracks small and quick. Numbers never leave db/.

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
CREATE INDEX units_by_path ON units (path);
CREATE INDEX units_by_parent ON units (parent_number);

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
CREATE INDEX usage_profile_items_by_item ON usage_profile_items (item_id);

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
CREATE INDEX accounts_by_usage_profile ON accounts (usage_profile_number);

CREATE TABLE raw_names (
  number INTEGER PRIMARY KEY,
  raw_name TEXT NOT NULL,
  publisher TEXT NOT NULL,
  version TEXT NOT NULL,
  installations INTEGER NOT NULL CHECK (installations >= 0),
  match_kind TEXT NOT NULL CHECK (match_kind IN ('matched', 'noise', 'unmatched')),
  match_product_id TEXT,
  match_confidence REAL CHECK (match_confidence BETWEEN 0 AND 1),
  match_rule TEXT,
  match_alias TEXT,
  item_id TEXT REFERENCES items (id),
  import_number INTEGER REFERENCES imports (number),
  UNIQUE (raw_name, publisher, version),
  CHECK ((match_kind = 'matched') = (match_product_id IS NOT NULL)),
  CHECK ((match_kind = 'matched') = (match_confidence IS NOT NULL)),
  CHECK ((match_kind = 'matched') = (match_alias IS NOT NULL)),
  CHECK ((match_kind = 'unmatched') = (match_rule IS NULL))
) STRICT;
CREATE INDEX raw_names_by_installations ON raw_names (installations DESC);
CREATE INDEX raw_names_by_match ON raw_names (match_kind, installations DESC);
CREATE INDEX raw_names_by_item ON raw_names (item_id) WHERE item_id IS NOT NULL;

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
CREATE INDEX contracts_by_item ON contracts (item_id);

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

-- Accounts of one unit from `first_rank` to `last_rank`; no last rank means to the unit's end, later arrivals included.
CREATE TABLE wave_parts (
  wave_id TEXT NOT NULL REFERENCES waves (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  unit_number INTEGER NOT NULL REFERENCES units (number),
  first_rank INTEGER NOT NULL CHECK (first_rank >= 0),
  last_rank INTEGER CHECK (last_rank >= first_rank),
  account_count INTEGER NOT NULL CHECK (account_count >= 0),
  PRIMARY KEY (wave_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX wave_parts_by_unit ON wave_parts (unit_number);

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
CREATE INDEX tasks_by_wave ON tasks (wave_id);

CREATE TABLE task_links (
  from_task_id TEXT NOT NULL REFERENCES tasks (id),
  to_task_id TEXT NOT NULL REFERENCES tasks (id),
  lag_working_days INTEGER NOT NULL,
  reason_key TEXT NOT NULL,
  PRIMARY KEY (from_task_id, to_task_id, reason_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_links_by_target ON task_links (to_task_id);

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

-- Only accounts that are no longer simply planned. The account's place and kind stand here again so that a wave, which is
-- a range of places, is counted from one index; whoever changes them in `accounts` rewrites them in the same command.
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
CREATE INDEX account_states_by_place ON account_states (track_number, state, account_kind, unit_number, unit_rank);
CREATE INDEX migrated_account_states_by_day ON account_states (track_number, changed_on, account_kind) WHERE state = 'migrated';
CREATE INDEX problem_account_states_by_reason ON account_states (track_number, reason, account_kind) WHERE state = 'problem';

CREATE TABLE scenarios (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT, WITHOUT ROWID;

-- History. `sequence` counts every command that was answered, undo and redo included: it is the plan's revision.

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
CREATE INDEX commands_to_undo ON commands (sequence) WHERE kind = 'do' AND state = 'done' AND row_count > 0;
CREATE INDEX commands_to_redo ON commands (sequence) WHERE kind = 'do' AND state = 'undone';

-- What the arrays in `changes` mean. A shape is never changed, so images from before a migration stay readable.
CREATE TABLE change_shapes (
  number INTEGER PRIMARY KEY,
  table_name TEXT NOT NULL,
  key_columns TEXT NOT NULL CHECK (json_valid(key_columns)),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  UNIQUE (table_name, key_columns, columns)
) STRICT;

-- One row for each changed row, or, with `bulk_row_count`, one for a whole load whose images lie in `change_chunks`.
-- Bit n of `changed_columns` says that column n of the shape changed; `before` and `after` hold only those.
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

-- Deflated JSON of at most 10,000 rows: [key, after], [key, before] or [key, before, after], by the kind of the change.
CREATE TABLE change_chunks (
  position INTEGER NOT NULL REFERENCES changes (position),
  chunk INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  images BLOB NOT NULL,
  PRIMARY KEY (position, chunk)
) STRICT;

-- The command that is open, and whether triggers write its rows. Without an open command the triggers refuse every write.
CREATE TABLE log_state (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  command_sequence INTEGER,
  logs_rows INTEGER CHECK (logs_rows IN (0, 1)),
  CHECK ((command_sequence IS NULL) = (logs_rows IS NULL))
) STRICT;
INSERT INTO log_state (number, command_sequence, logs_rows) VALUES (1, NULL, NULL);
