-- What lookups go by is a key: SHA-256 over the parts of an identity, so that names of any length and any letters do.
-- Ids that are listed in order are bytes that sort as Java sorts strings. Times are nanoseconds since 1970 in UTC.
-- MySQL makes each table for good at once, so all of this can be done again after it was broken off.
-- Text is plain, save that U+0000, U+001A and halves of surrogate pairs are written as U+001A and four hex digits.

CREATE TABLE IF NOT EXISTS ${p}link (
  id VARBINARY(1000) PRIMARY KEY,
  object_key BINARY(32) NOT NULL,
  issue_key BINARY(32) NOT NULL,
  object_type LONGTEXT NOT NULL,
  object_database LONGTEXT,
  object_schema LONGTEXT,
  object_name LONGTEXT NOT NULL,
  object_qualified_name LONGTEXT NOT NULL,
  object_version_hash LONGTEXT,
  object_modified_at BIGINT,
  tracker LONGTEXT NOT NULL,
  issue_id LONGTEXT NOT NULL,
  type VARCHAR(32) NOT NULL,
  created_by LONGTEXT NOT NULL,
  created_at BIGINT NOT NULL,
  direction VARCHAR(32) NOT NULL,
  UNIQUE KEY ${p}link_pair (object_key, issue_key),
  KEY ${p}link_issue (issue_key)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ${p}snapshot (
  issue_key BINARY(32) PRIMARY KEY,
  tracker LONGTEXT NOT NULL,
  issue_id LONGTEXT NOT NULL,
  provider LONGTEXT NOT NULL,
  project LONGTEXT NOT NULL,
  display_key LONGTEXT NOT NULL,
  url LONGTEXT NOT NULL,
  title LONGTEXT,
  status_name LONGTEXT,
  status_category VARCHAR(32),
  status_resolution LONGTEXT,
  priority LONGTEXT,
  labels LONGTEXT NOT NULL,
  assignee LONGTEXT,
  created_at BIGINT,
  updated_at BIGINT,
  document LONGTEXT NOT NULL,
  seen_at BIGINT NOT NULL,
  deleted BOOLEAN NOT NULL,
  saves BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ${p}alias (
  from_key BINARY(32) PRIMARY KEY,
  from_tracker LONGTEXT NOT NULL,
  from_id LONGTEXT NOT NULL,
  to_key BINARY(32) NOT NULL,
  to_tracker LONGTEXT NOT NULL,
  to_id LONGTEXT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ${p}outbox (
  sequence BIGINT AUTO_INCREMENT PRIMARY KEY,
  entry_key BINARY(32) NOT NULL UNIQUE,
  lane_key BINARY(32) NOT NULL,
  id LONGTEXT NOT NULL,
  tracker LONGTEXT NOT NULL,
  target LONGTEXT NOT NULL,
  operation LONGTEXT NOT NULL,
  marker LONGTEXT NOT NULL,
  payload LONGTEXT NOT NULL,
  actor LONGTEXT NOT NULL,
  created_at BIGINT NOT NULL,
  state VARCHAR(32) NOT NULL,
  attempts INTEGER NOT NULL,
  fence BIGINT NOT NULL,
  outcome LONGTEXT,
  due_at BIGINT NOT NULL,
  KEY ${p}outbox_turn (lane_key, state, sequence),
  KEY ${p}outbox_state (state, sequence),
  KEY ${p}outbox_age (state, created_at, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row for each target that has pending or claimed writes: whose turn it is, and from when on.
CREATE TABLE IF NOT EXISTS ${p}outbox_lane (
  lane_key BINARY(32) PRIMARY KEY,
  head BIGINT NOT NULL,
  wake_at BIGINT NOT NULL,
  KEY ${p}outbox_lane_wake (wake_at, head)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ${p}inbox (
  sequence BIGINT AUTO_INCREMENT PRIMARY KEY,
  entry_key BINARY(32) NOT NULL UNIQUE,
  lane_key BINARY(32) NOT NULL,
  tracker LONGTEXT NOT NULL,
  delivery_id LONGTEXT NOT NULL,
  kind LONGTEXT NOT NULL,
  payload LONGBLOB NOT NULL,
  received_at BIGINT NOT NULL,
  state VARCHAR(32) NOT NULL,
  attempts INTEGER NOT NULL,
  fence BIGINT NOT NULL,
  outcome LONGTEXT,
  due_at BIGINT NOT NULL,
  KEY ${p}inbox_turn (lane_key, state, sequence),
  KEY ${p}inbox_age (state, received_at, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ${p}inbox_lane (
  lane_key BINARY(32) PRIMARY KEY,
  head BIGINT NOT NULL,
  wake_at BIGINT NOT NULL,
  KEY ${p}inbox_lane_wake (wake_at, head)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ${p}cursor (
  feed_key BINARY(32) PRIMARY KEY,
  tracker LONGTEXT NOT NULL,
  feed LONGTEXT NOT NULL,
  value LONGTEXT NOT NULL,
  saves BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ${p}lease (
  name_key BINARY(32) PRIMARY KEY,
  name LONGTEXT NOT NULL,
  owner LONGTEXT NOT NULL,
  fence BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  held BOOLEAN NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ${p}fingerprint (
  fingerprint VARBINARY(1000) PRIMARY KEY,
  rule_key BINARY(32) NOT NULL,
  rule LONGTEXT NOT NULL,
  outbox_id LONGTEXT NOT NULL,
  claimed_at BIGINT NOT NULL,
  issue_key BINARY(32),
  tracker LONGTEXT,
  issue_id LONGTEXT,
  document LONGTEXT NOT NULL,
  due_at BIGINT,
  saves BIGINT NOT NULL,
  KEY ${p}fingerprint_rule (rule_key, fingerprint),
  KEY ${p}fingerprint_issue (issue_key),
  KEY ${p}fingerprint_due (due_at, fingerprint)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ${p}budget (
  name_key BINARY(32) PRIMARY KEY,
  name LONGTEXT NOT NULL,
  begin_at BIGINT NOT NULL,
  spent INTEGER NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE IF NOT EXISTS ${p}audit (
  sequence BIGINT PRIMARY KEY,
  subject_key BINARY(32) NOT NULL,
  at BIGINT NOT NULL,
  actor LONGTEXT NOT NULL,
  action LONGTEXT NOT NULL,
  subject LONGTEXT NOT NULL,
  details LONGTEXT NOT NULL,
  previous_hash CHAR(64) NOT NULL,
  hash CHAR(64) NOT NULL,
  KEY ${p}audit_subject (subject_key, sequence)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What stands for rows that are not there yet: whoever wants to make one locks its place here.
CREATE TABLE IF NOT EXISTS ${p}place (
  id INTEGER PRIMARY KEY
) ENGINE = InnoDB;
INSERT IGNORE INTO ${p}place (id)
WITH RECURSIVE number (id) AS (SELECT 0 UNION ALL SELECT id + 1 FROM number WHERE id < 255) SELECT id FROM number;

-- One row, the end of the chain. Whoever appends locks it, so that the chain is one.
CREATE TABLE IF NOT EXISTS ${p}audit_end (
  id INTEGER PRIMARY KEY,
  sequence BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT IGNORE INTO ${p}audit_end (id, sequence) VALUES (1, 0);

-- Tables of somebody else that have these names would have been taken for ours.
SELECT id, object_key, issue_key, object_type, object_database, object_schema, object_name, object_qualified_name,
  object_version_hash, object_modified_at, tracker, issue_id, type, created_by, created_at, direction FROM ${p}link
  LIMIT 0;
SELECT issue_key, tracker, issue_id, provider, project, display_key, url, title, status_name, status_category,
  status_resolution, priority, labels, assignee, created_at, updated_at, document, seen_at, deleted, saves FROM
  ${p}snapshot LIMIT 0;
SELECT from_key, from_tracker, from_id, to_key, to_tracker, to_id FROM ${p}alias LIMIT 0;
SELECT sequence, entry_key, lane_key, id, tracker, target, operation, marker, payload, actor, created_at, state,
  attempts, fence, outcome, due_at FROM ${p}outbox LIMIT 0;
SELECT lane_key, head, wake_at FROM ${p}outbox_lane LIMIT 0;
SELECT sequence, entry_key, lane_key, tracker, delivery_id, kind, payload, received_at, state, attempts, fence,
  outcome, due_at FROM ${p}inbox LIMIT 0;
SELECT lane_key, head, wake_at FROM ${p}inbox_lane LIMIT 0;
SELECT feed_key, tracker, feed, value, saves FROM ${p}cursor LIMIT 0;
SELECT name_key, name, owner, fence, ends_at, held FROM ${p}lease LIMIT 0;
SELECT fingerprint, rule_key, rule, outbox_id, claimed_at, issue_key, tracker, issue_id, document, due_at, saves FROM
  ${p}fingerprint LIMIT 0;
SELECT name_key, name, begin_at, spent FROM ${p}budget LIMIT 0;
SELECT sequence, subject_key, at, actor, action, subject, details, previous_hash, hash FROM ${p}audit LIMIT 0;
SELECT id FROM ${p}place LIMIT 0;
SELECT id, sequence FROM ${p}audit_end LIMIT 0;
