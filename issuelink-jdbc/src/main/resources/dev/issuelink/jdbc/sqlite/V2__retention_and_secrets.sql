-- One row, the place after which the audit trail begins: that of the last entry that was forgotten.
CREATE TABLE ${p}audit_anchor (
  id INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL,
  hash TEXT NOT NULL
);
INSERT INTO ${p}audit_anchor (id, sequence, hash)
  VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Secrets that trackers exchanged, encrypted by the host's cipher; never in clear.
CREATE TABLE ${p}secret (
  name_key BLOB PRIMARY KEY,
  name TEXT NOT NULL,
  sealed BLOB NOT NULL,
  saves INTEGER NOT NULL
);

-- No row, or one: the export that is being imported, and how far it was read.
CREATE TABLE ${p}import (
  id INTEGER PRIMARY KEY,
  identity TEXT NOT NULL,
  line INTEGER NOT NULL,
  place INTEGER NOT NULL
);
