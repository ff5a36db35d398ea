-- The breach log: who logged and who decided, assessments that are kept, deletions that say why. Frozen.

ALTER TABLE breach ADD COLUMN logged_at TEXT;

ALTER TABLE breach ADD COLUMN logged_at_zone TEXT;

ALTER TABLE breach ADD COLUMN logged_at_precision TEXT;

ALTER TABLE breach ADD COLUMN logged_by TEXT;

ALTER TABLE breach ADD COLUMN remedies_lasting TEXT;

ALTER TABLE breach ADD COLUMN risk TEXT;

ALTER TABLE breach ADD COLUMN decided_by TEXT;

ALTER TABLE breach ADD COLUMN decided_at TEXT;

ALTER TABLE breach ADD COLUMN decided_at_zone TEXT;

ALTER TABLE breach ADD COLUMN decided_at_precision TEXT;

ALTER TABLE breach_assessment ADD COLUMN struck_out INTEGER;

CREATE TABLE removal (
  id TEXT PRIMARY KEY REFERENCES record(id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT UNIQUE,
  aliases TEXT,
  name TEXT,
  removed_kind TEXT,
  reason TEXT,
  removed_at TEXT,
  removed_at_zone TEXT,
  removed_at_precision TEXT,
  removed_by TEXT
) STRICT;
