"""What `dossier export` takes as a whole process, and an office suite for the same words from a spreadsheet."""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from dossier.report.content import Chapter, Pack
from dossier.report.scope import Scope
from dossier.store.store import Store
from dossier.work.composing import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from packaging import bench_data
else:
    import bench_data

OFFICE = shutil.which("soffice")
#: A process begins with the memory of the one that starts it: a small one starts it. After so many seconds, 0 for any,
#: it is ended with all that it started: an office suite is several processes.
_LAUNCHER = """
import os, signal, subprocess, sys, time
began = time.perf_counter()
process = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
signal.alarm(int(sys.argv[1]))
_number, status, used = os.wait4(process.pid, 0)
print(time.perf_counter() - began, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(status != 0)
"""
_TAGGED_ARCHIVE = (
    'pdf:calc_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
ENOUGH = 27  # times ours: an office suite that takes longer is ended
_SHEET = '<table:table table:name="{name}">{rows}</table:table>'
_FILE = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.3" '
    'office:mimetype="application/vnd.oasis.opendocument.spreadsheet" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document>"
)


class Took(NamedTuple):
    """A whole process, from its start to its end: seconds, those of a processor, and the peak of its memory."""

    seconds: float
    processor: float
    megabytes: float


def whole_process(path: Path, profile: str = "full") -> Took:
    """What `dossier export FILE OUT.pdf` takes."""
    command = [sys.executable, "-m", "dossier", "export", str(path), str(path.with_suffix(".pdf"))]
    took, has_ended = _alone([*command, "--profile", profile])
    if not has_ended:
        raise RuntimeError("the export failed")
    return took


def office_ratio(path: Path, ours: float) -> float | str:
    """How many times our seconds LibreOffice takes to make a tagged PDF/A of a spreadsheet with the same words, or why
    there is no figure; writing the spreadsheet is not counted."""
    if OFFICE is None:
        return "no soffice here"
    with Store.read(path) as store:
        pack = composed(store.dossier, Scope("fr", bench_data.NOW, "full"), path)
    spreadsheet = _spreadsheet(pack, path.with_suffix(".fods"))
    profile = f"-env:UserInstallation=file://{path.parent}/office"
    command = [OFFICE, profile, "--headless", "--convert-to", _TAGGED_ARCHIVE, "--outdir", str(path.parent)]
    took, has_ended = _alone([*command, str(spreadsheet)], patience=round(ENOUGH * ours) + 1)
    if took.seconds > ENOUGH * ours:
        return f"more than {ENOUGH}"
    return took.seconds / ours if has_ended else "the conversion failed"


def _alone(command: list[str], patience: int = 0) -> tuple[Took, bool]:
    """What a command took, and whether it came to its end."""
    launched = [sys.executable, "-c", _LAUNCHER, str(patience), *command]
    done = subprocess.run(launched, capture_output=True, text=True, check=False)
    return Took(*map(float, done.stdout.split())), done.returncode == 0


def _spreadsheet(pack: Pack, target: Path) -> Path:
    """A table for each chapter, a row for each row of it."""
    tables = (_SHEET.format(name=number, rows="".join(_rows(one))) for number, one in enumerate(pack.chapters, 1))
    target.write_text(_FILE.format(sheets="".join(tables)), encoding="utf-8")
    return target


def _rows(chapter: Chapter) -> Iterator[str]:
    yield _row((chapter.title, chapter.introduction))
    yield from (row for part in chapter.parts for row in _rows_of(part))
    for sheet in chapter.sheets() if chapter.sheets else ():
        yield _row((sheet.title,))
        yield from (row for part in sheet.parts for row in _rows_of(part))


def _rows_of(part: Any) -> Iterator[str]:
    """Whatever kind of part it is: its title, its columns, its rows or its text."""
    yield _row((getattr(part, "title", ""), getattr(part, "text", "")))
    yield _row([column.title for column in getattr(part, "columns", ())])
    rows = getattr(part, "rows", ())
    yield from map(_row, rows() if callable(rows) else rows)


def _row(texts: Iterable[str]) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(text)}</text:p></table:table-cell>'
        for text in texts
    )
    return f"<table:table-row>{cells}</table:table-row>"
