-- The day of the status that the dates follow: what was not done on its evening is planned for the days after it. Without
-- a row nothing had been migrated when the dates were made.
CREATE TABLE status (
  number INTEGER PRIMARY KEY CHECK (number = 1),
  status_on TEXT NOT NULL CHECK (status_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]')
) STRICT;
