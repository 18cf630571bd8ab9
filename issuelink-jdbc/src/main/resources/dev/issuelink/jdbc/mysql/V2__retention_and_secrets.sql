-- One row, the place after which the audit trail begins: that of the last entry that was forgotten.
CREATE TABLE IF NOT EXISTS ${p}audit_anchor (
  id INTEGER PRIMARY KEY,
  sequence BIGINT NOT NULL,
  hash LONGTEXT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT IGNORE INTO ${p}audit_anchor (id, sequence, hash)
  VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

-- Secrets that trackers exchanged, encrypted by the host's cipher; never in clear.
CREATE TABLE IF NOT EXISTS ${p}secret (
  name_key BINARY(32) PRIMARY KEY,
  name LONGTEXT NOT NULL,
  sealed LONGBLOB NOT NULL,
  saves BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- No row, or one: the export that is being imported, and how far it was read.
CREATE TABLE IF NOT EXISTS ${p}import (
  id INTEGER PRIMARY KEY,
  identity LONGTEXT NOT NULL,
  line BIGINT NOT NULL,
  place BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- Tables of somebody else that have these names would have been taken for ours.
SELECT id, sequence, hash FROM ${p}audit_anchor LIMIT 0;
SELECT name_key, name, sealed, saves FROM ${p}secret LIMIT 0;
SELECT id, identity, line, place FROM ${p}import LIMIT 0;
