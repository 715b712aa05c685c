-- The tables of the connections store, version 1. This file never changes; later versions come in files of their own.
-- Names begin with connections_; a store with another prefix replaces that.
-- Times are microseconds since 1970 in UTC. What is secret is in "sealed" only, and encrypted.
-- InnoDB appends the id to each index by itself.

CREATE TABLE IF NOT EXISTS connections_record (
  tenant VARCHAR(255) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  id VARCHAR(255) NOT NULL,
  incarnation BIGINT NOT NULL,
  version BIGINT NOT NULL,
  format INTEGER NOT NULL,
  sealed LONGBLOB NOT NULL,
  ix_due VARCHAR(255),
  ix_name VARCHAR(255),
  ix_email VARCHAR(255),
  ix_service VARCHAR(255),
  ix_connection VARCHAR(255),
  ix_subject VARCHAR(255),
  ix_environment VARCHAR(255),
  ix_status VARCHAR(255),
  ix_account VARCHAR(255),
  ix_key VARCHAR(255),
  ix_created_by VARCHAR(255),
  rest MEDIUMTEXT,
  searched MEDIUMTEXT,
  lease_owner TEXT,
  lease_until BIGINT,
  fence BIGINT NOT NULL,
  intent MEDIUMBLOB,
  next_allowed BIGINT,
  failure MEDIUMBLOB,
  prev_owner TEXT,
  prev_until BIGINT,
  prev_intent MEDIUMBLOB,
  PRIMARY KEY (tenant, kind, id),
  INDEX connections_record_due (tenant, kind, ix_due),
  INDEX connections_record_connection (tenant, kind, ix_connection),
  INDEX connections_record_account (tenant, kind, ix_account),
  INDEX connections_record_subject (tenant, kind, ix_subject),
  INDEX connections_record_service (tenant, kind, ix_service),
  INDEX connections_record_key (tenant, kind, ix_key)
)
  ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;

CREATE TABLE IF NOT EXISTS connections_meta (
  meta_name VARCHAR(32) NOT NULL PRIMARY KEY,
  meta_value BIGINT NOT NULL
)
  ENGINE = InnoDB ROW_FORMAT = DYNAMIC CHARACTER SET utf8mb4 COLLATE utf8mb4_0900_bin;

INSERT IGNORE INTO connections_meta (meta_name, meta_value) VALUES ('format', 1);
INSERT IGNORE INTO connections_meta (meta_name, meta_value) VALUES ('schema', 1);
