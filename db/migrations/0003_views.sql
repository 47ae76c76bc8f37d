-- Columns, order and filter of a table under a name that somebody gave them. The definition is read by its version's schema;
-- one from a newer version stays as it is.
CREATE TABLE views (
  id TEXT PRIMARY KEY,
  table_name TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  UNIQUE (table_name, name)
) STRICT, WITHOUT ROWID;
