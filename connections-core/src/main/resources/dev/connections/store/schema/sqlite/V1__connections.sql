-- The tables of the connections store, version 1. This file never changes; later versions come in files of their own.
-- Names begin with connections_; a store with another prefix replaces that.
-- Times are microseconds since 1970 in UTC. What is secret is in "sealed" only, and encrypted.

CREATE TABLE IF NOT EXISTS connections_record (
  tenant TEXT COLLATE BINARY NOT NULL,
  kind TEXT COLLATE BINARY NOT NULL,
  id TEXT COLLATE BINARY NOT NULL,
  incarnation INTEGER NOT NULL,
  version INTEGER NOT NULL,
  format INTEGER NOT NULL,
  sealed BLOB NOT NULL,
  ix_due TEXT COLLATE BINARY,
  ix_name TEXT COLLATE BINARY,
  ix_email TEXT COLLATE BINARY,
  ix_service TEXT COLLATE BINARY,
  ix_connection TEXT COLLATE BINARY,
  ix_subject TEXT COLLATE BINARY,
  ix_environment TEXT COLLATE BINARY,
  ix_status TEXT COLLATE BINARY,
  ix_account TEXT COLLATE BINARY,
  ix_key TEXT COLLATE BINARY,
  ix_created_by TEXT COLLATE BINARY,
  rest TEXT COLLATE BINARY,
  searched TEXT COLLATE BINARY,
  lease_owner TEXT COLLATE BINARY,
  lease_until INTEGER,
  fence INTEGER NOT NULL,
  intent BLOB,
  next_allowed INTEGER,
  failure BLOB,
  prev_owner TEXT COLLATE BINARY,
  prev_until INTEGER,
  prev_intent BLOB,
  PRIMARY KEY (tenant, kind, id)
);

CREATE INDEX IF NOT EXISTS connections_record_due ON connections_record (tenant, kind, ix_due)
  WHERE ix_due IS NOT NULL;
CREATE INDEX IF NOT EXISTS connections_record_connection ON connections_record (tenant, kind, ix_connection, id)
  WHERE ix_connection IS NOT NULL;
CREATE INDEX IF NOT EXISTS connections_record_account ON connections_record (tenant, kind, ix_account, id)
  WHERE ix_account IS NOT NULL;
CREATE INDEX IF NOT EXISTS connections_record_subject ON connections_record (tenant, kind, ix_subject, id)
  WHERE ix_subject IS NOT NULL;
CREATE INDEX IF NOT EXISTS connections_record_service ON connections_record (tenant, kind, ix_service, id)
  WHERE ix_service IS NOT NULL;
CREATE INDEX IF NOT EXISTS connections_record_key ON connections_record (tenant, kind, ix_key, id)
  WHERE ix_key IS NOT NULL;

CREATE TABLE IF NOT EXISTS connections_meta (
  meta_name TEXT NOT NULL PRIMARY KEY,
  meta_value INTEGER NOT NULL
);

INSERT INTO connections_meta (meta_name, meta_value) VALUES ('format', 1) ON CONFLICT DO NOTHING;
INSERT INTO connections_meta (meta_name, meta_value) VALUES ('schema', 1) ON CONFLICT DO NOTHING;
