"""Dossier: the GDPR dossier of an organisation, offline, in one file."""

__version__ = "0.1.0"
