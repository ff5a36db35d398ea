-- Inspection pack, balancing tests, screening, values set in a dossier. Frozen.

ALTER TABLE organisation ADD COLUMN alsace_moselle INTEGER;

ALTER TABLE organisation ADD COLUMN logo TEXT REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE activity ADD COLUMN dpia_screened_on TEXT;

ALTER TABLE purpose ADD COLUMN balancing_necessity TEXT;

ALTER TABLE purpose ADD COLUMN balancing_impact TEXT;

ALTER TABLE purpose ADD COLUMN balancing_safeguards TEXT;

ALTER TABLE purpose ADD COLUMN balancing_holds TEXT;

ALTER TABLE purpose ADD COLUMN balancing_on TEXT;

ALTER TABLE purpose ADD COLUMN balancing_by TEXT;

ALTER TABLE authority_exchange ADD COLUMN report_on TEXT;

ALTER TABLE authority_question ADD COLUMN parts TEXT;

CREATE TABLE legal_setting (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  key TEXT,
  duration INTEGER,
  duration_unit TEXT,
  reason TEXT,
  since TEXT,
  decided_by TEXT
) STRICT;

ALTER TABLE hand_over ADD COLUMN purpose TEXT;

ALTER TABLE hand_over ADD COLUMN state_on TEXT;

ALTER TABLE hand_over ADD COLUMN pages INTEGER;

ALTER TABLE hand_over ADD COLUMN signed_by TEXT;

ALTER TABLE hand_over ADD COLUMN archive_name TEXT;

ALTER TABLE hand_over ADD COLUMN archive_sha256 TEXT;

ALTER TABLE hand_over ADD COLUMN choices TEXT;

CREATE TABLE hand_over_documents (
  record TEXT NOT NULL REFERENCES hand_over(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  target TEXT NOT NULL REFERENCES document(id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (record, position)
) STRICT, WITHOUT ROWID;
