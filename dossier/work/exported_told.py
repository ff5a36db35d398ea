"""What is said of an export in the window and in the terminal: of its recipient, its characters, its documents."""

from collections.abc import Iterator

from dossier.errors import FileLocked
from dossier.i18n import N_, _
from dossier.store.store import Store
from dossier.work.enclosures import AS_THEY_ARE
from dossier.work.hand_over import HandedOver

WORKING_COPY = N_("A working copy: no recipient was named, and nothing was recorded in the dossier.")


def refuse_unrecorded(store: Store) -> None:
    """For a hand-over to somebody who is named: raises FileLocked where it could not be recorded."""
    if store.is_read_only:
        raise FileLocked(
            _(
                "This dossier is open to read only: the hand-over could not be recorded, so nothing was written; "
                "without a recipient it is a working copy."
            )
        )


def remarks(handed: HandedOver) -> Iterator[str]:
    """The documents whose file the dossier does not hold, and that names inside the others are not hidden."""
    absent = [handed.seen.get(one.document) for one in handed.scope.enclosed if not one.file]
    if absent:
        listed = ", ".join(one.reference for one in absent if one)
        yield _("Not handed over, because the dossier does not hold their files: {documents}", documents=listed)
    if handed.archive and handed.scope.hides_names:
        yield _(AS_THEY_ARE)
