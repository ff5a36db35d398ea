"""What is wrong or missing: a dossier and a day in, findings out."""
