"""The inspection pack of a dossier as a PDF file."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dossier import __version__
from dossier.exchange import dossier_json
from dossier.model.dossier import Dossier
from dossier.report.registers import Scope, inspection_pack
from dossier.work.files import replaced_when_complete

PRODUCER = f"Dossier {__version__}"
_BLOCK = 1024 * 1024


@dataclass(frozen=True)
class Exported:
    """A PDF that was written: its pages, its SHA-256, and the characters that its fonts could not show."""

    path: Path
    pages: int
    sha256: str
    not_shown: frozenset[str]


def export_pdf(dossier: Dossier, target: Path, scope: Scope, progress: Callable[[int], None] | None = None) -> Exported:
    """Write the PDF of a snapshot; an existing file is replaced only when the new one is complete.

    `progress` is told the number of pages after each page; what it raises stops the export and leaves no file.
    """
    pages = 0

    def count(written: int) -> None:
        nonlocal pages
        pages = written
        if progress:
            progress(written)

    from dossier.report.pack import write_pack  # reportlab: only who exports waits for it

    pack = inspection_pack(dossier, scope, lambda: dossier_json.dump(dossier, scope.shows, scope.told()), PRODUCER)
    with replaced_when_complete(target) as file:
        not_shown = write_pack(pack, file, count)
    return Exported(target, pages, _sha256(target), not_shown)


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
