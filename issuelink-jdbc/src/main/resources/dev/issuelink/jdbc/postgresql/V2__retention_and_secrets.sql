-- The entry after which the audit trail begins, once its oldest entries were forgotten: no row, or one.
CREATE TABLE ${p}audit_anchor (
  id INTEGER PRIMARY KEY,
  sequence BIGINT NOT NULL,
  hash TEXT NOT NULL
);

-- Secrets that trackers exchanged, encrypted by the host's cipher; never in clear.
CREATE TABLE ${p}secret (
  name_key BYTEA PRIMARY KEY,
  name TEXT NOT NULL,
  sealed BYTEA NOT NULL,
  saves BIGINT NOT NULL
);
