-- The tables of the connections store, version 1. This file never changes; later versions come in files of their own.
-- Names begin with connections_; a store with another prefix replaces that.
-- Times are microseconds since 1970 in UTC. What is secret is in "sealed" only, and encrypted.
-- The room left in each page is for leases, which then change no index.

CREATE TABLE IF NOT EXISTS connections_record (
  tenant VARCHAR(255) COLLATE "C" NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  id VARCHAR(255) COLLATE "C" NOT NULL,
  incarnation BIGINT NOT NULL,
  version BIGINT NOT NULL,
  format INTEGER NOT NULL,
  sealed BYTEA NOT NULL,
  ix_due VARCHAR(255) COLLATE "C",
  ix_name VARCHAR(255) COLLATE "C",
  ix_email VARCHAR(255) COLLATE "C",
  ix_service VARCHAR(255) COLLATE "C",
  ix_connection VARCHAR(255) COLLATE "C",
  ix_subject VARCHAR(255) COLLATE "C",
  ix_environment VARCHAR(255) COLLATE "C",
  ix_status VARCHAR(255) COLLATE "C",
  ix_account VARCHAR(255) COLLATE "C",
  ix_key VARCHAR(255) COLLATE "C",
  ix_created_by VARCHAR(255) COLLATE "C",
  rest TEXT COLLATE "C",
  searched TEXT COLLATE "C",
  lease_owner TEXT COLLATE "C",
  lease_until BIGINT,
  fence BIGINT NOT NULL,
  intent BYTEA,
  next_allowed BIGINT,
  failure BYTEA,
  prev_owner TEXT COLLATE "C",
  prev_until BIGINT,
  prev_intent BYTEA,
  PRIMARY KEY (tenant, kind, id)
) WITH (fillfactor = 70);

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
  meta_name VARCHAR(32) COLLATE "C" NOT NULL PRIMARY KEY,
  meta_value BIGINT NOT NULL
);

INSERT INTO connections_meta (meta_name, meta_value) VALUES ('format', 1) ON CONFLICT DO NOTHING;
INSERT INTO connections_meta (meta_name, meta_value) VALUES ('schema', 1) ON CONFLICT DO NOTHING;
