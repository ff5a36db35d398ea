"""What a dossier contains: kinds of records, declared once, without I/O and without Qt."""
