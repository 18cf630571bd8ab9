CREATE TABLE released_link (
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
CREATE UNIQUE INDEX released_link_pair ON released_link (object_key, issue_key);
CREATE INDEX released_link_issue ON released_link (issue_key);
CREATE TABLE released_snapshot (
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
CREATE TABLE released_alias (
  from_key BYTEA PRIMARY KEY,
  from_tracker TEXT NOT NULL,
  from_id TEXT NOT NULL,
  to_key BYTEA NOT NULL,
  to_tracker TEXT NOT NULL,
  to_id TEXT NOT NULL
);
CREATE TABLE released_outbox (
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
CREATE INDEX released_outbox_turn ON released_outbox (lane_key, state, sequence);
CREATE INDEX released_outbox_state ON released_outbox (state, sequence);
CREATE INDEX released_outbox_age ON released_outbox (state, created_at, sequence);
CREATE TABLE released_outbox_lane (
  lane_key BYTEA PRIMARY KEY,
  head BIGINT NOT NULL,
  wake_at BIGINT NOT NULL
);
CREATE INDEX released_outbox_lane_wake ON released_outbox_lane (wake_at, head);
CREATE TABLE released_inbox (
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
CREATE INDEX released_inbox_turn ON released_inbox (lane_key, state, sequence);
CREATE INDEX released_inbox_age ON released_inbox (state, received_at, sequence);
CREATE TABLE released_inbox_lane (
  lane_key BYTEA PRIMARY KEY,
  head BIGINT NOT NULL,
  wake_at BIGINT NOT NULL
);
CREATE INDEX released_inbox_lane_wake ON released_inbox_lane (wake_at, head);
CREATE TABLE released_cursor (
  feed_key BYTEA PRIMARY KEY,
  tracker TEXT NOT NULL,
  feed TEXT NOT NULL,
  value TEXT NOT NULL,
  saves BIGINT NOT NULL
);
CREATE TABLE released_lease (
  name_key BYTEA PRIMARY KEY,
  name TEXT NOT NULL,
  owner TEXT NOT NULL,
  fence BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  held BOOLEAN NOT NULL
);
CREATE TABLE released_fingerprint (
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
CREATE INDEX released_fingerprint_rule ON released_fingerprint (rule_key, fingerprint);
CREATE INDEX released_fingerprint_issue ON released_fingerprint (issue_key);
CREATE INDEX released_fingerprint_due ON released_fingerprint (due_at, fingerprint);
CREATE TABLE released_budget (
  name_key BYTEA PRIMARY KEY,
  name TEXT NOT NULL,
  begin_at BIGINT NOT NULL,
  spent INTEGER NOT NULL
);
CREATE TABLE released_audit (
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
CREATE INDEX released_audit_subject ON released_audit (subject_key, sequence);
CREATE TABLE released_audit_end (
  id INTEGER PRIMARY KEY,
  sequence BIGINT NOT NULL
);
CREATE TABLE released_history (
  installed_rank INTEGER NOT NULL,
  version VARCHAR(50),
  description VARCHAR(200) NOT NULL,
  type VARCHAR(20) NOT NULL,
  script VARCHAR(1000) NOT NULL,
  checksum INTEGER,
  installed_by VARCHAR(100) NOT NULL,
  installed_on TIMESTAMP NOT NULL DEFAULT now(),
  execution_time INTEGER NOT NULL,
  success BOOLEAN NOT NULL
);
ALTER TABLE released_history ADD CONSTRAINT released_history_pk PRIMARY KEY (installed_rank);
CREATE INDEX released_history_s_idx ON released_history (success);
INSERT INTO released_link ("id", "object_key", "issue_key", "object_type", "object_database", "object_schema", "object_name", "object_qualified_name", "object_version_hash", "object_modified_at", "tracker", "issue_id", "type", "created_by", "created_at", "direction")
  VALUES ('\x4c31', '\xe691f3c518a7e6b488a5eba78ef29529fcd44066a1fa6e7d31176154861bb434', '\x231f198d8df5bf573294f3a675b3a083c937741992666733e664980ce7783ce4', 'TABLE', 'shop', 'sales', 'orders', 'shop.sales.orders', NULL, NULL, 'Tracker', '1', 'MANUAL', 'alice', 1767603600000000000, 'BIDIRECTIONAL');
INSERT INTO released_link ("id", "object_key", "issue_key", "object_type", "object_database", "object_schema", "object_name", "object_qualified_name", "object_version_hash", "object_modified_at", "tracker", "issue_id", "type", "created_by", "created_at", "direction")
  VALUES ('\x4c32206772c3b6c39f6520e8a1a820eda0bdedba802061006220eda0bd201a20277827205c6e2022', '\x54d063548ce04bd29cb7c040a400ddf91034c4c12db42c22b9fabf008d05adb8', '\xf2f27e717f8a019e24706fe5b85e743556e6cc0738388e1626bab255e0c6b0a1', 'VIEW', 'shop', 'Ä', 'größe 表 🚀 a0000b d83d 001a ''x'' \n "', 'shop.Ä.größe 表 🚀 a0000b d83d 001a ''x'' \n "', 'abc', 7000000009, 'Tracker', 'größe 表 🚀 a0000b d83d 001a ''x'' \n "', 'MANUAL', 'größe 表 🚀 a0000b d83d 001a ''x'' \n "', -1, 'BIDIRECTIONAL');
INSERT INTO released_snapshot ("issue_key", "tracker", "issue_id", "provider", "project", "display_key", "url", "title", "status_name", "status_category", "status_resolution", "priority", "labels", "assignee", "created_at", "updated_at", "document", "seen_at", "deleted", "saves")
  VALUES ('\x231f198d8df5bf573294f3a675b3a083c937741992666733e664980ce7783ce4', 'Tracker', '1', 'github', 'acme/app', '#1', 'https://tracker.example/1', 'größe 表 🚀 a0000b d83d 001a ''x'' \n "', 'Done', 'DONE', 'COMPLETED', 'high', 'größe 表 🚀 a0000b d83d 001a ''x'' \\n "

a\nb
', 'bob', 0, 5000000007, '{"title":"größe 表 🚀 a0000b d83d 001a ''x'' \n ""}', 1767603600000000000, TRUE, 1);
INSERT INTO released_snapshot ("issue_key", "tracker", "issue_id", "provider", "project", "display_key", "url", "title", "status_name", "status_category", "status_resolution", "priority", "labels", "assignee", "created_at", "updated_at", "document", "seen_at", "deleted", "saves")
  VALUES ('\x421cd30583cc6a9dfc21b881cb4ef0081edd3785cffb9afbac8c8818f39b64f8', 'Tracker', '2', 'in-memory', 'acme/app', '#2', 'https://tracker.example/2', 'Issue 2', NULL, NULL, NULL, NULL, '', NULL, NULL, NULL, 'bare', 1767603600000000000, FALSE, 1);
INSERT INTO released_alias ("from_key", "from_tracker", "from_id", "to_key", "to_tracker", "to_id")
  VALUES ('\x0cf9591ac6479550194abe9f05e10c16e51b7ac5d057e5bdd4fdf9736f245587', 'Tracker', 'old', '\x421cd30583cc6a9dfc21b881cb4ef0081edd3785cffb9afbac8c8818f39b64f8', 'Tracker', '2');
INSERT INTO released_outbox ("sequence", "entry_key", "lane_key", "id", "tracker", "target", "operation", "marker", "payload", "actor", "created_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (1, '\x8e116c49963a73862e62e6cdd3e7cf0edaffd68893960ae635d84ef862af5b27', '\x72ff6b02949dad95006c343e3db3150090d3afb49f6bbdb92fdc17607997a85c', 'W1', 'Tracker', 'a', 'CREATE_ISSUE', 'marker-of-W1', 'payload of W1', 'alice', 1767603600000000000, 'DONE', 1, 1, 'done', 0);
INSERT INTO released_outbox ("sequence", "entry_key", "lane_key", "id", "tracker", "target", "operation", "marker", "payload", "actor", "created_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (2, '\xb59647cdd908261acd70b49a55dbef865a30995a2a3c23052e9febc04dc89573', '\x1f6d62f997f5d9527a64b501dcd5990320feefd6c092ab92b1e31e4015e6e019', 'W2', 'Tracker', 'b', 'CREATE_ISSUE', 'marker-of-W2', 'payload of W2', 'alice', 1767603600000000000, 'FAILED', 1, 1, 'größe 表 🚀 a0000b d83d 001a ''x'' \n "', 0);
INSERT INTO released_outbox ("sequence", "entry_key", "lane_key", "id", "tracker", "target", "operation", "marker", "payload", "actor", "created_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (3, '\x36c54bdb51e165f95c5a663c6bff0d08659ceca8dfa6c21b10653f8049756b58', '\x8b953848dbdef3d57b32bf32f6eed2d67327b260a83d0937b3eea45e655a4c90', 'W3', 'Tracker', 'c', 'CREATE_ISSUE', 'marker-of-W3', 'payload of W3', 'alice', 1767603600000000000, 'PENDING', 1, 1, 'not yet', 1767607200000000000);
INSERT INTO released_outbox ("sequence", "entry_key", "lane_key", "id", "tracker", "target", "operation", "marker", "payload", "actor", "created_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (4, '\xc3722821a4a28fd92a73d5dbbd2b1a765f2a24cc69b35246d7580af39a66b4af', '\x17c4947dafd1c630d8b035a160e265b8000d5f57e6818f763db0d77f914fb2ec', 'W4', 'Tracker', 'd', 'CREATE_ISSUE', 'marker-of-W4', 'payload of W4', 'alice', 1767603600000000000, 'CLAIMED', 1, 1, NULL, 1767607200000000000);
INSERT INTO released_outbox ("sequence", "entry_key", "lane_key", "id", "tracker", "target", "operation", "marker", "payload", "actor", "created_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (5, '\xd13c022885756ff987b0db7fc883b613479485ba81559184e836922e154e2833', '\x17c4947dafd1c630d8b035a160e265b8000d5f57e6818f763db0d77f914fb2ec', 'W5', 'Tracker', 'd', 'CREATE_ISSUE', 'marker-of-W5', 'payload of W5', 'alice', 1767603600000000000, 'PENDING', 0, 0, NULL, 0);
INSERT INTO released_outbox ("sequence", "entry_key", "lane_key", "id", "tracker", "target", "operation", "marker", "payload", "actor", "created_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (6, '\x829b5a779607fddb9d8b2e59321128450d4312b7b589360b6fa5ee27edc8ee74', '\x006fa2891c46ba1531ac24af8065db66da1d5bcaee7569799602943a04cf20c6', 'W6', 'Tracker', 'e', 'CREATE_ISSUE', 'marker-of-W6', 'payload of W6', 'alice', 1767603600000000000, 'PENDING', 0, 0, NULL, 0);
INSERT INTO released_outbox_lane ("lane_key", "head", "wake_at")
  VALUES ('\x006fa2891c46ba1531ac24af8065db66da1d5bcaee7569799602943a04cf20c6', 6, 0);
INSERT INTO released_outbox_lane ("lane_key", "head", "wake_at")
  VALUES ('\x17c4947dafd1c630d8b035a160e265b8000d5f57e6818f763db0d77f914fb2ec', 4, 1767607200000000000);
INSERT INTO released_outbox_lane ("lane_key", "head", "wake_at")
  VALUES ('\x8b953848dbdef3d57b32bf32f6eed2d67327b260a83d0937b3eea45e655a4c90', 3, 1767607200000000000);
INSERT INTO released_inbox ("sequence", "entry_key", "lane_key", "tracker", "delivery_id", "kind", "payload", "received_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (1, '\x0dec299a31ce0faf89e310f964517fce20a6de9d2bf20f97a8c3668c95208dac', '\x72ff6b02949dad95006c343e3db3150090d3afb49f6bbdb92fdc17607997a85c', 'a', 'D1', 'issues', '\x', 1767603600000000000, 'DONE', 1, 1, 'done', 1767607200000000000);
INSERT INTO released_inbox ("sequence", "entry_key", "lane_key", "tracker", "delivery_id", "kind", "payload", "received_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (2, '\x05800f0f66671ff4bb67cc13ba13185627f2ac16c796d0bc467a06a17370c590', '\x1f6d62f997f5d9527a64b501dcd5990320feefd6c092ab92b1e31e4015e6e019', 'b', 'D2', 'issues', '\x7061796c6f6164206f66204432', 1767603600000000000, 'FAILED', 1, 1, 'given up', 1767607200000000000);
INSERT INTO released_inbox ("sequence", "entry_key", "lane_key", "tracker", "delivery_id", "kind", "payload", "received_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (3, '\xc3b7d540726eb3bd99d30ef06254afb449064d87b4ed348aa4a10952d3441c84', '\x8b953848dbdef3d57b32bf32f6eed2d67327b260a83d0937b3eea45e655a4c90', 'c', 'D3', 'issues', '\x7061796c6f6164206f66204433', 1767603600000000000, 'PENDING', 1, 1, 'not yet', 1767607200000000000);
INSERT INTO released_inbox ("sequence", "entry_key", "lane_key", "tracker", "delivery_id", "kind", "payload", "received_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (4, '\x6a73b0b169495097e8f22d3fd3b5f082bdb7d174f10e08c2d422b8dc129c68d3', '\x17c4947dafd1c630d8b035a160e265b8000d5f57e6818f763db0d77f914fb2ec', 'd', 'D4', 'issues', '\x7061796c6f6164206f66204434', 1767603600000000000, 'CLAIMED', 1, 1, NULL, 1767607200000000000);
INSERT INTO released_inbox ("sequence", "entry_key", "lane_key", "tracker", "delivery_id", "kind", "payload", "received_at", "state", "attempts", "fence", "outcome", "due_at") OVERRIDING SYSTEM VALUE
  VALUES (5, '\x8fbd57be25ea861fc8fbf13365964dbd8e5d269af5c77163240ae485eba173f8', '\x17c4947dafd1c630d8b035a160e265b8000d5f57e6818f763db0d77f914fb2ec', 'd', 'D5', 'issues', '\x7061796c6f6164206f66204435', 1767603600000000000, 'PENDING', 0, 0, NULL, 0);
INSERT INTO released_inbox_lane ("lane_key", "head", "wake_at")
  VALUES ('\x17c4947dafd1c630d8b035a160e265b8000d5f57e6818f763db0d77f914fb2ec', 4, 1767607200000000000);
INSERT INTO released_inbox_lane ("lane_key", "head", "wake_at")
  VALUES ('\x8b953848dbdef3d57b32bf32f6eed2d67327b260a83d0937b3eea45e655a4c90', 3, 1767607200000000000);
INSERT INTO released_cursor ("feed_key", "tracker", "feed", "value", "saves")
  VALUES ('\x88e72caeb4ca5f3bcc4ca87f70939db43a9cc1941bb6b87642359317d27dbd2a', 'Tracker', 'issues', 'größe 表 🚀 a0000b d83d 001a ''x'' \n "', 1);
INSERT INTO released_lease ("name_key", "name", "owner", "fence", "ends_at", "held")
  VALUES ('\x5e10ac2caa20b843df1163ae44c4d7728e3303b51755762872b416ee2e1f1c9d', 'free', 'node', 1, 1767607200000000000, FALSE);
INSERT INTO released_lease ("name_key", "name", "owner", "fence", "ends_at", "held")
  VALUES ('\x85582e6d76b9a47a43b7caca6ec98fd666a0935a872aad360217c7f488f3e367', 'held', 'node', 1, 1767607200000000000, TRUE);
INSERT INTO released_fingerprint ("fingerprint", "rule_key", "rule", "outbox_id", "claimed_at", "issue_key", "tracker", "issue_id", "document", "due_at", "saves")
  VALUES ('\x4631', '\x1e2fe0b2131579247144120adbc3ae66a56c5517f1e6535506367bcc9ff944f6', 'Rule', 'W1', 1767603600000000000, NULL, NULL, NULL, 'first', NULL, 1);
INSERT INTO released_fingerprint ("fingerprint", "rule_key", "rule", "outbox_id", "claimed_at", "issue_key", "tracker", "issue_id", "document", "due_at", "saves")
  VALUES ('\x4632206772c3b6c39f6520e8a1a820eda0bdedba802061006220eda0bd201a20277827205c6e2022', '\x1e2fe0b2131579247144120adbc3ae66a56c5517f1e6535506367bcc9ff944f6', 'Rule', 'W1', 1767603600000000000, '\x231f198d8df5bf573294f3a675b3a083c937741992666733e664980ce7783ce4', 'Tracker', '1', 'note', 1767603600000000000, 1);
INSERT INTO released_budget ("name_key", "name", "begin_at", "spent")
  VALUES ('\x6a972d04bb044210c6a203bf749140e95c6d8a6329790d22c428ff5330d2b918', 'issues', 1767603600000000000, 1);
INSERT INTO released_audit ("sequence", "subject_key", "at", "actor", "action", "subject", "details", "previous_hash", "hash")
  VALUES (1, '\x8e3ba9daff670e0a36f968852c41bcc891ee83656ece2b86fcb8b74ae1a1a58b', 1767603600000000000, 'alice', 'issue.created', 'first', 'tracker
Tracker
', '0000000000000000000000000000000000000000000000000000000000000000', '73817550f834341af7aa9313e1b3cb1d74c2e3fd9c463e351c6b80c3adfd557b');
INSERT INTO released_audit ("sequence", "subject_key", "at", "actor", "action", "subject", "details", "previous_hash", "hash")
  VALUES (2, '\x82b4ae137c4763ef88e9f86a837d8f6ceba2f9252880a12da96c9b8533168dc2', 1999999999, 'größe 表 🚀 a0000b d83d 001a ''x'' \n "', 'issue.created', 'größe 表 🚀 a0000b d83d 001a ''x'' \n "', 'a
größe 表 🚀 a0000b d83d 001a ''x'' \\n "
', '73817550f834341af7aa9313e1b3cb1d74c2e3fd9c463e351c6b80c3adfd557b', 'c2fec5d77d4add6e01c52a8e8fce126090af1d7e098acf7384fc5a6b6e1a10d9');
INSERT INTO released_audit ("sequence", "subject_key", "at", "actor", "action", "subject", "details", "previous_hash", "hash")
  VALUES (3, '\x8e3ba9daff670e0a36f968852c41bcc891ee83656ece2b86fcb8b74ae1a1a58b', 1767603600000000000, 'alice', 'link.removed', 'first', '', 'c2fec5d77d4add6e01c52a8e8fce126090af1d7e098acf7384fc5a6b6e1a10d9', '969fa55fa3aefc9f2f4e3b3dcada18f9b3ed2937baecec19eafb4b46294fe351');
INSERT INTO released_audit_end ("id", "sequence")
  VALUES (1, 3);
INSERT INTO released_history ("installed_rank", "version", "description", "type", "script", "checksum", "installed_by", "installed_on", "execution_time", "success")
  VALUES (1, '1', 'stores', 'SQL', 'postgresql/V1__stores.sql', 588219307, 'issuelink', '2026-01-05 09:00:00', 328, TRUE);
ALTER TABLE released_outbox ALTER COLUMN sequence RESTART WITH 7;
ALTER TABLE released_inbox ALTER COLUMN sequence RESTART WITH 6;
