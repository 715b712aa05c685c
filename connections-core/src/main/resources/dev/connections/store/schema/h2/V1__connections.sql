-- The tables of the connections store, version 1. This file never changes; later versions come in files of their own.
-- Names begin with connections_; a store with another prefix replaces that.
-- Times are microseconds since 1970 in UTC. What is secret is in "sealed" only, and encrypted.
-- Keys are the bytes of their UTF-8, because H2 has one collation for all; UTF8TOSTRING(id) shows them.

CREATE TABLE IF NOT EXISTS connections_record (
  tenant VARBINARY(1020) NOT NULL,
  kind VARBINARY(32) NOT NULL,
  id VARBINARY(255) NOT NULL,
  incarnation BIGINT NOT NULL,
  version BIGINT NOT NULL,
  format INTEGER NOT NULL,
  sealed VARBINARY(1048576) NOT NULL,
  ix_due VARBINARY(1020),
  ix_name VARBINARY(1020),
  ix_email VARBINARY(1020),
  ix_service VARBINARY(1020),
  ix_connection VARBINARY(1020),
  ix_subject VARBINARY(1020),
  ix_environment VARBINARY(1020),
  ix_status VARBINARY(1020),
  ix_account VARBINARY(1020),
  ix_key VARBINARY(1020),
  ix_created_by VARBINARY(1020),
  rest VARCHAR(1048576),
  searched VARCHAR(1048576),
  lease_owner VARBINARY(65536),
  lease_until BIGINT,
  fence BIGINT NOT NULL,
  intent VARBINARY(1048576),
  next_allowed BIGINT,
  failure VARBINARY(1048576),
  prev_owner VARBINARY(65536),
  prev_until BIGINT,
  prev_intent VARBINARY(1048576),
  PRIMARY KEY (tenant, kind, id)
);

CREATE INDEX IF NOT EXISTS connections_record_due ON connections_record (tenant, kind, ix_due);
CREATE INDEX IF NOT EXISTS connections_record_connection ON connections_record (tenant, kind, ix_connection, id);
CREATE INDEX IF NOT EXISTS connections_record_account ON connections_record (tenant, kind, ix_account, id);
CREATE INDEX IF NOT EXISTS connections_record_subject ON connections_record (tenant, kind, ix_subject, id);
CREATE INDEX IF NOT EXISTS connections_record_service ON connections_record (tenant, kind, ix_service, id);
CREATE INDEX IF NOT EXISTS connections_record_key ON connections_record (tenant, kind, ix_key, id);

CREATE TABLE IF NOT EXISTS connections_meta (
  meta_name VARCHAR(32) NOT NULL PRIMARY KEY,
  meta_value BIGINT NOT NULL
);

INSERT INTO connections_meta (meta_name, meta_value) SELECT 'format', 1
  WHERE NOT EXISTS (SELECT 1 FROM connections_meta WHERE meta_name = 'format');
INSERT INTO connections_meta (meta_name, meta_value) SELECT 'schema', 1
  WHERE NOT EXISTS (SELECT 1 FROM connections_meta WHERE meta_name = 'schema');
