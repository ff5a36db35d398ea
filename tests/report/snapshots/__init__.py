"""What documents say, as text that is read when it changes: made from the tags, in reading order.

`python -m tests.report.snapshots` rewrites the texts; what it changed is then read as any other change.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from dossier.exchange import dossier_json
from dossier.i18n import Code
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.processor import Processor
from dossier.model.vocabulary_pack import PackPart
from dossier.report.scope import Profile, Scope
from dossier.store.edit import Author
from dossier.store.store import Store
from dossier.work.breach_papers import export_worksheet
from dossier.work.convert import write_new
from dossier.work.export import export_annual_report, export_pdf, export_record

from ..reading import plain, tagged

FOLDER = Path(__file__).parent
REWRITE = "python -m tests.report.snapshots"
_NOW = datetime(2026, 11, 22, 11, 0, tzinfo=UTC)
_MANY, _SHOWN = 12, 5  # rows: of a longer table the first ones stand for all, as of the contents
_DIGEST = re.compile(r"[0-9a-f]{8}( [0-9a-f]{8}){7}")  # differ at each run, by the salt of the journal
_PAGE = re.compile(r" \d+$")

Export = Callable[[Dossier, Path, Path], object]
"""Writes one document of a dossier to a path; the last path is the dossier's own."""


_TELL_MORE = (PackPart.SUMMARY, PackPart.PROCESSORS, PackPart.SECURITY, PackPart.BREACHES, PackPart.FINDINGS)
"""The parts in which internal readers find more than others, with the annexes."""


def _pack(language: Code, profile: Profile, *only: PackPart) -> Export:
    return lambda dossier, target, file: export_pdf(dossier, target, Scope(language, _NOW, profile, only), file=file)


def _record(dossier: Dossier, target: Path, _file: Path) -> object:
    return export_record(dossier, dossier.of(Processor)[0], target, Scope("fr", _NOW))


def _worksheet(dossier: Dossier, target: Path, _file: Path) -> object:
    return export_worksheet(dossier, dossier.of(Breach)[0], target, "fr", _NOW)


def _annual_report(dossier: Dossier, target: Path, file: Path) -> object:
    return export_annual_report(dossier, target, 2026, Scope("fr", _NOW, "full"), file)


DOCUMENTS: dict[str, Export] = {
    "pack-authority-fr": _pack("fr", "authority"),
    "pack-full-fr": _pack("fr", "full", *_TELL_MORE, PackPart.ANNEXES),
    "pack-authority-en": _pack("en", "authority"),
    "processor-fr": _record,
    "worksheet-fr": _worksheet,
    "annual-report-fr": _annual_report,
}


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.txt"


def text_of(name: str) -> str:
    """The text of a document that is written now."""
    with TemporaryDirectory() as folder:
        file, target = Path(folder, "a.dossier"), Path(folder, "a.pdf")
        written = dossier_json.load((FOLDER / "dossier.json").read_bytes(), _NOW)
        write_new(file, written, Author("Camille Martin", "DPO", "session"), _NOW)
        with Store.read(file) as store:
            DOCUMENTS[name](store.dossier, target, file)
        return "\n".join(_DIGEST.sub("(digest)", line) for line in _lines(target.read_bytes())) + "\n"


@dataclass
class _Line:
    """A line to be: a paragraph, a heading, an entry of the contents, or a row with its cells."""

    role: str
    cells: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        text = " | ".join(plain(cell) for cell in self.cells)
        return f"{self.role:4} {_PAGE.sub('', text) if self.role == 'TOCI' else text}".rstrip()


def _lines(data: bytes) -> Iterator[str]:
    table: list[_Line] = []
    for line in _made(data):
        if line.role in ("TR", "TOCI"):
            table.append(line)
            continue
        yield from _shortened(table)
        table = []
        if line.role in ("H1", "H2"):
            yield ""
        if any(line.cells):
            yield str(line)
    yield from _shortened(table)


def _made(data: bytes) -> Iterator[_Line]:
    """One line for each row and each entry of the contents, whatever is tagged within; a table begins with one."""
    line = _Line("")
    for element in tagged(data):
        if {"TR", "TOCI"} & set(element.path):
            line.cells += [""] if element.role in ("TH", "TD") or not line.cells else []
            line.cells[-1] += element.text
        elif element.role in ("TR", "TOCI") or element.text or element.role == "Table":
            yield line
            line = _Line(element.role, [element.text] if element.text else [])
    yield line


def _shortened(table: Sequence[_Line]) -> Iterator[str]:
    many = len(table) > _MANY
    yield from map(str, table[: _SHOWN if many else len(table)])
    if many:
        yield f"     (and {len(table) - _SHOWN} more)"
