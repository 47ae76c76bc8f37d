-- Approved plans, frozen. `fingerprint` is the plan's when it was approved, as it is printed on the paper that was
-- decided upon. `task_id` refers to nothing: a task that is no longer planned was approved all the same.

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

-- What moving costs, by calendar year and track; without a track what belongs to none.
CREATE TABLE baseline_costs (
  baseline_id TEXT NOT NULL REFERENCES baselines (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  year INTEGER NOT NULL,
  track_number INTEGER REFERENCES tracks (number),
  cost_cents INTEGER NOT NULL,
  PRIMARY KEY (baseline_id, position)
) STRICT, WITHOUT ROWID;
