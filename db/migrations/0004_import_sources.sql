-- Where imports come from, and what each source said last. The next list from there is compared with it: what a source
-- no longer says is taken back, and only that. `form` is the format, of a table with the kind of its records.
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
CREATE INDEX source_names_by_name ON source_names (raw_name_number);

-- Not the sum of the names: a machine with two names of one product is one installation of it.
CREATE TABLE source_items (
  source_number INTEGER NOT NULL REFERENCES import_sources (number),
  item_id TEXT NOT NULL REFERENCES items (id),
  installations INTEGER NOT NULL CHECK (installations >= 0),
  PRIMARY KEY (source_number, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_items_by_item ON source_items (item_id);

CREATE TABLE source_accounts (
  source_number INTEGER NOT NULL REFERENCES import_sources (number),
  account_number INTEGER NOT NULL REFERENCES accounts (number),
  PRIMARY KEY (source_number, account_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_accounts_by_account ON source_accounts (account_number);

-- Machines by a hash of their names, which may tell who works there.
CREATE TABLE source_devices (
  source_number INTEGER NOT NULL REFERENCES import_sources (number),
  device INTEGER NOT NULL,
  PRIMARY KEY (source_number, device)
) STRICT, WITHOUT ROWID;

-- `said` is the contract as the source told it: where the plan's differs, a person has changed it since.
CREATE TABLE source_contracts (
  source_number INTEGER NOT NULL REFERENCES import_sources (number),
  key TEXT NOT NULL,
  contract_id TEXT NOT NULL REFERENCES contracts (id),
  said TEXT NOT NULL CHECK (json_valid(said)),
  PRIMARY KEY (source_number, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX source_contracts_by_contract ON source_contracts (contract_id);

-- Departments as files write them. A unit that a person gave another name is found again by it.
CREATE TABLE imported_paths (
  path TEXT PRIMARY KEY,
  unit_number INTEGER NOT NULL REFERENCES units (number)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_paths_by_unit ON imported_paths (unit_number);

-- Plans of before: each format that was imported is one source of the names and accounts that it brought.
INSERT INTO import_sources (id, form, name)
  SELECT min(id), iif(format = 'tabular', 'tabular software', format), min(file_name) FROM imports GROUP BY format ORDER BY min(number);
INSERT INTO import_sources (id, form, name)
  SELECT min(id) || '-accounts', 'tabular account', min(file_name) FROM imports WHERE format = 'tabular' HAVING count(*) > 0;
INSERT INTO source_names (source_number, raw_name_number, installations)
  SELECT source.number, raw.number, raw.installations
  FROM raw_names AS raw JOIN imports AS import ON import.number = raw.import_number
  JOIN import_sources AS source ON source.form = iif(import.format = 'tabular', 'tabular software', import.format);
INSERT INTO source_items (source_number, item_id, installations)
  SELECT said.source_number, raw.item_id, sum(said.installations)
  FROM source_names AS said JOIN raw_names AS raw ON raw.number = said.raw_name_number WHERE raw.item_id IS NOT NULL GROUP BY 1, 2;
INSERT INTO source_accounts (source_number, account_number)
  SELECT source.number, account.number
  FROM accounts AS account JOIN imports AS import ON import.number = account.import_number
  JOIN import_sources AS source ON source.form = iif(import.format = 'tabular', 'tabular account', import.format);
