"""Files that take the place of others only when they are complete, and never the place of a dossier."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dossier.errors import CannotWrite
from dossier.i18n import _
from dossier.store.disk import reason_of
from dossier.store.file import is_dossier
from dossier.store.whole import moved_when_complete


@contextmanager
def replaced_when_complete(target: Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `target` when the block ends well; raises CannotWrite."""
    if is_dossier(target):
        raise CannotWrite(_("{path} is a dossier: nothing was changed; choose another name.", path=target))
    try:
        with moved_when_complete(target) as partial, partial.open("wb") as file:
            yield file
    except OSError as error:
        raise CannotWrite(
            _(
                "{path} could not be written ({reason}): what was there before is untouched; choose another place.",
                path=target,
                reason=reason_of(error),
            )
        ) from error
