"""The cards of the overview, each in its file; those that count the whole dossier are made after the first paint."""
