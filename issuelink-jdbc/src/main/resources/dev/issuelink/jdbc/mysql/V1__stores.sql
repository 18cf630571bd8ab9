-- What lookups go by is a key: SHA-256 over the parts of an identity, so that names of any length and any letters do.
-- Ids that are listed in order are bytes that sort as Java sorts strings. Times are nanoseconds since 1970 in UTC.
-- Text is plain, save that U+0000, U+001A and halves of surrogate pairs are written as U+001A and four hex digits.

CREATE TABLE ${p}link (
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
  direction VARCHAR(32) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE UNIQUE INDEX ${p}link_pair ON ${p}link (object_key, issue_key);
CREATE INDEX ${p}link_issue ON ${p}link (issue_key);

CREATE TABLE ${p}snapshot (
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

CREATE TABLE ${p}alias (
  from_key BINARY(32) PRIMARY KEY,
  from_tracker LONGTEXT NOT NULL,
  from_id LONGTEXT NOT NULL,
  to_key BINARY(32) NOT NULL,
  to_tracker LONGTEXT NOT NULL,
  to_id LONGTEXT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE ${p}outbox (
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
  due_at BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX ${p}outbox_turn ON ${p}outbox (lane_key, state, sequence);
CREATE INDEX ${p}outbox_state ON ${p}outbox (state, sequence);
CREATE INDEX ${p}outbox_age ON ${p}outbox (state, created_at, sequence);

-- One row for each target that has pending or claimed writes: whose turn it is, and from when on.
CREATE TABLE ${p}outbox_lane (
  lane_key BINARY(32) PRIMARY KEY,
  head BIGINT NOT NULL,
  wake_at BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX ${p}outbox_lane_wake ON ${p}outbox_lane (wake_at, head);

CREATE TABLE ${p}inbox (
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
  due_at BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX ${p}inbox_turn ON ${p}inbox (lane_key, state, sequence);
CREATE INDEX ${p}inbox_age ON ${p}inbox (state, received_at, sequence);

CREATE TABLE ${p}inbox_lane (
  lane_key BINARY(32) PRIMARY KEY,
  head BIGINT NOT NULL,
  wake_at BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX ${p}inbox_lane_wake ON ${p}inbox_lane (wake_at, head);

CREATE TABLE ${p}cursor (
  feed_key BINARY(32) PRIMARY KEY,
  tracker LONGTEXT NOT NULL,
  feed LONGTEXT NOT NULL,
  value LONGTEXT NOT NULL,
  saves BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE ${p}lease (
  name_key BINARY(32) PRIMARY KEY,
  name LONGTEXT NOT NULL,
  owner LONGTEXT NOT NULL,
  fence BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  held BOOLEAN NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE ${p}fingerprint (
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
  saves BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX ${p}fingerprint_rule ON ${p}fingerprint (rule_key, fingerprint);
CREATE INDEX ${p}fingerprint_issue ON ${p}fingerprint (issue_key);
CREATE INDEX ${p}fingerprint_due ON ${p}fingerprint (due_at, fingerprint);

CREATE TABLE ${p}budget (
  name_key BINARY(32) PRIMARY KEY,
  name LONGTEXT NOT NULL,
  begin_at BIGINT NOT NULL,
  spent INTEGER NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE ${p}audit (
  sequence BIGINT PRIMARY KEY,
  subject_key BINARY(32) NOT NULL,
  at BIGINT NOT NULL,
  actor LONGTEXT NOT NULL,
  action LONGTEXT NOT NULL,
  subject LONGTEXT NOT NULL,
  details LONGTEXT NOT NULL,
  previous_hash CHAR(64) NOT NULL,
  hash CHAR(64) NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE INDEX ${p}audit_subject ON ${p}audit (subject_key, sequence);

-- What stands for rows that are not there yet: whoever wants to make one locks its place here.
CREATE TABLE ${p}place (
  id INTEGER PRIMARY KEY
) ENGINE = InnoDB;
INSERT INTO ${p}place (id)
WITH RECURSIVE number (id) AS (SELECT 0 UNION ALL SELECT id + 1 FROM number WHERE id < 255) SELECT id FROM number;

-- One row, the end of the chain. Whoever appends locks it, so that the chain is one.
CREATE TABLE ${p}audit_end (
  id INTEGER PRIMARY KEY,
  sequence BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
INSERT INTO ${p}audit_end (id, sequence) VALUES (1, 0);
