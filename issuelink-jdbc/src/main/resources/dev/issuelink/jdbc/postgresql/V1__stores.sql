-- What lookups go by is a key: SHA-256 over the parts of an identity, so that names of any length and any letters do.
-- Ids that are listed in order are bytes that sort as Java sorts strings. Times are nanoseconds since 1970 in UTC.
-- Text is plain, save that U+0000, U+001A and halves of surrogate pairs are written as U+001A and four hex digits.

CREATE TABLE ${p}link (
  id BYTEA PRIMARY KEY,
  object_key BYTEA NOT NULL,
  issue_key BYTEA NOT NULL,
  object_type TEXT NOT NULL,
  object_database TEXT,
  object_schema TEXT,
  object_name TEXT NOT NULL,
  object_qualified_name TEXT NOT NULL,
  object_version_hash TEXT,
  object_modified_at BIGINT,
  tracker TEXT NOT NULL,
  issue_id TEXT NOT NULL,
  type TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  direction TEXT NOT NULL
);
CREATE UNIQUE INDEX ${p}link_pair ON ${p}link (object_key, issue_key);
CREATE INDEX ${p}link_issue ON ${p}link (issue_key);

CREATE TABLE ${p}snapshot (
  issue_key BYTEA PRIMARY KEY,
  tracker TEXT NOT NULL,
  issue_id TEXT NOT NULL,
  provider TEXT NOT NULL,
  project TEXT NOT NULL,
  display_key TEXT NOT NULL,
  url TEXT NOT NULL,
  title TEXT,
  status_name TEXT,
  status_category TEXT,
  status_resolution TEXT,
  priority TEXT,
  labels TEXT NOT NULL,
  assignee TEXT,
  created_at BIGINT,
  updated_at BIGINT,
  document TEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  deleted BOOLEAN NOT NULL,
  saves BIGINT NOT NULL
);

CREATE TABLE ${p}alias (
  from_key BYTEA PRIMARY KEY,
  from_tracker TEXT NOT NULL,
  from_id TEXT NOT NULL,
  to_key BYTEA NOT NULL,
  to_tracker TEXT NOT NULL,
  to_id TEXT NOT NULL
);

CREATE TABLE ${p}outbox (
  sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry_key BYTEA NOT NULL UNIQUE,
  lane_key BYTEA NOT NULL,
  id TEXT NOT NULL,
  tracker TEXT NOT NULL,
  target TEXT NOT NULL,
  operation TEXT NOT NULL,
  marker TEXT NOT NULL,
  payload TEXT NOT NULL,
  actor TEXT NOT NULL,
  created_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  fence BIGINT NOT NULL,
  outcome TEXT,
  due_at BIGINT NOT NULL
);
CREATE INDEX ${p}outbox_turn ON ${p}outbox (lane_key, state, sequence);
CREATE INDEX ${p}outbox_state ON ${p}outbox (state, sequence);
CREATE INDEX ${p}outbox_age ON ${p}outbox (state, created_at, sequence);

-- One row for each target that has pending or claimed writes: whose turn it is, and from when on.
CREATE TABLE ${p}outbox_lane (
  lane_key BYTEA PRIMARY KEY,
  head BIGINT NOT NULL,
  wake_at BIGINT NOT NULL
);
CREATE INDEX ${p}outbox_lane_wake ON ${p}outbox_lane (wake_at, head);

CREATE TABLE ${p}inbox (
  sequence BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entry_key BYTEA NOT NULL UNIQUE,
  lane_key BYTEA NOT NULL,
  tracker TEXT NOT NULL,
  delivery_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  payload BYTEA NOT NULL,
  received_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  fence BIGINT NOT NULL,
  outcome TEXT,
  due_at BIGINT NOT NULL
);
CREATE INDEX ${p}inbox_turn ON ${p}inbox (lane_key, state, sequence);
CREATE INDEX ${p}inbox_age ON ${p}inbox (state, received_at, sequence);

CREATE TABLE ${p}inbox_lane (
  lane_key BYTEA PRIMARY KEY,
  head BIGINT NOT NULL,
  wake_at BIGINT NOT NULL
);
CREATE INDEX ${p}inbox_lane_wake ON ${p}inbox_lane (wake_at, head);

CREATE TABLE ${p}cursor (
  feed_key BYTEA PRIMARY KEY,
  tracker TEXT NOT NULL,
  feed TEXT NOT NULL,
  value TEXT NOT NULL,
  saves BIGINT NOT NULL
);

CREATE TABLE ${p}lease (
  name_key BYTEA PRIMARY KEY,
  name TEXT NOT NULL,
  owner TEXT NOT NULL,
  fence BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  held BOOLEAN NOT NULL
);

CREATE TABLE ${p}fingerprint (
  fingerprint BYTEA PRIMARY KEY,
  rule_key BYTEA NOT NULL,
  rule TEXT NOT NULL,
  outbox_id TEXT NOT NULL,
  claimed_at BIGINT NOT NULL,
  issue_key BYTEA,
  tracker TEXT,
  issue_id TEXT,
  document TEXT NOT NULL,
  due_at BIGINT,
  saves BIGINT NOT NULL
);
CREATE INDEX ${p}fingerprint_rule ON ${p}fingerprint (rule_key, fingerprint);
CREATE INDEX ${p}fingerprint_issue ON ${p}fingerprint (issue_key);
CREATE INDEX ${p}fingerprint_due ON ${p}fingerprint (due_at, fingerprint);

CREATE TABLE ${p}budget (
  name_key BYTEA PRIMARY KEY,
  name TEXT NOT NULL,
  begin_at BIGINT NOT NULL,
  spent INTEGER NOT NULL
);

CREATE TABLE ${p}audit (
  sequence BIGINT PRIMARY KEY,
  subject_key BYTEA NOT NULL,
  at BIGINT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX ${p}audit_subject ON ${p}audit (subject_key, sequence);

-- One row, the end of the chain. Whoever appends locks it, so that the chain is one.
CREATE TABLE ${p}audit_end (
  id INTEGER PRIMARY KEY,
  sequence BIGINT NOT NULL
);
INSERT INTO ${p}audit_end (id, sequence) VALUES (1, 0);
