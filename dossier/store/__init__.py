"""Where a dossier is kept: one SQLite file, one door for writes, a journal."""

from dossier.store import driver as driver  # chooses the driver before anything imports sqlite_utils
