"""Files written beside their place and moved there when complete: a failure leaves what was there before."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from dossier.errors import CannotWrite
from dossier.i18n import _
from dossier.store.disk import reason_of


@contextmanager
def replaced_when_complete(target: Path) -> Iterator[BinaryIO]:
    """A binary file that takes the place of `target` when the block ends well; raises CannotWrite."""
    partial = target.with_name(f".{target.name}.partial")
    try:
        try:
            with partial.open("wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWrite(
            _(
                "{path} could not be written ({reason}): what was there before is untouched; choose another place.",
                path=target,
                reason=reason_of(error),
            )
        ) from error
