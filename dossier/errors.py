"""What the user can act on: one sentence that says what happened, that nothing was lost and what to do."""


class DossierError(Exception):
    """Base of the errors shown to the user as they are; `exit_code` is what the terminal returns."""

    exit_code = 1


class FileRefused(DossierError):
    """The file is not a dossier, is damaged, or comes from a newer version."""

    exit_code = 3


class FileLocked(DossierError):
    """Somebody else writes in the dossier."""

    exit_code = 4


class CannotWrite(DossierError):
    """The disk is full, the folder is read-only, the target exists."""

    exit_code = 5


class Conflict(DossierError):
    """The record was changed or deleted elsewhere since it was read, or is still used."""

    exit_code = 6


class NotFound(DossierError):
    """No record, kind or file of that name."""

    exit_code = 7


class InvalidInput(DossierError):
    """A file or an argument that cannot be read as what it should be."""

    exit_code = 8
