-- What people decided about raw names, which holds for every later import.
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

-- Until now a rule stood only in the names that it had taken. Of two for one text the last in this order held, so it has the lower id.
INSERT INTO name_rules (id, pattern, text, publisher, effect, product_id)
  SELECT printf('rule-%06d', row_number() OVER (ORDER BY match_alias DESC, publisher DESC)), 'exact', match_alias, publisher, 'product', max(match_product_id)
  FROM raw_names WHERE match_kind = 'matched' AND match_rule = 'userRule' GROUP BY match_alias, publisher;

-- A rule may also say that a name is noise, or an item of its own; the name then says which rule it was.
CREATE TABLE new_raw_names (
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
INSERT INTO new_raw_names
  SELECT number, raw_name, publisher, version, installations, match_kind, match_product_id, match_confidence, match_rule, match_alias, item_id, import_number FROM raw_names;
DROP TABLE raw_names;
ALTER TABLE new_raw_names RENAME TO raw_names;
CREATE INDEX raw_names_by_installations ON raw_names (installations DESC);
CREATE INDEX raw_names_by_match ON raw_names (match_kind, installations DESC);
CREATE INDEX raw_names_by_item ON raw_names (item_id) WHERE item_id IS NOT NULL;
