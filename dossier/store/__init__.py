"""Where a dossier is kept: one SQLite file, one door for writes, a journal."""
