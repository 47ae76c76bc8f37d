-- Columns that a person named for a table with these headings; the next import of such a table offers them. Rows are
-- only added, and the newest counts: an import can then be taken back whatever was named for its headings later.
CREATE TABLE named_columns (
  number INTEGER PRIMARY KEY,
  headings TEXT NOT NULL CHECK (json_valid(headings)),
  file_name TEXT NOT NULL,
  columns TEXT NOT NULL CHECK (json_valid(columns))
) STRICT;
