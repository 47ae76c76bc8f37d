-- How large the mailbox of an account was when a report last told it; accounts without a row are not known.
CREATE TABLE mailboxes (
  account_number INTEGER PRIMARY KEY REFERENCES accounts (number),
  bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT;
