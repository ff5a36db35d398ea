"""What `dossier export` takes as a whole process, and an office suite for the same words from a spreadsheet."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

from dossier.report.content import Chapter, Pack
from dossier.report.scope import Scope
from dossier.store.store import Store
from dossier.work.export import composed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from packaging import bench_data
else:
    import bench_data

OFFICE = shutil.which("soffice")
#: A process begins with the memory of the one that starts it: a small one starts it.
_LAUNCHER = """
import os, subprocess, sys, time
began = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_number, status, used = os.wait4(process.pid, 0)
print(time.perf_counter() - began, used.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
_TAGGED_ARCHIVE = (
    'pdf:calc_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"3"},'
    '"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
PATIENCE = 900  # seconds for one conversion
_SHEET = '<table:table table:name="{name}">{rows}</table:table>'
_FILE = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.3" '
    'office:mimetype="application/vnd.oasis.opendocument.spreadsheet" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    "<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body></office:document>"
)


def whole_process(path: Path) -> dict[str, float]:
    """Seconds and the peak of memory of `dossier export FILE OUT.pdf`, from its start to its end."""
    command = [sys.executable, "-m", "dossier", "export", str(path), str(path.with_suffix(".pdf"))]
    done = subprocess.run([sys.executable, "-c", _LAUNCHER, *command], capture_output=True, text=True, check=True)
    seconds, kilobytes = map(float, done.stdout.split())
    return {"seconds": seconds, "megabytes": kilobytes / 1024}


def office_seconds(path: Path) -> float | str:
    """Seconds that LibreOffice takes to make a tagged PDF/A of a spreadsheet with the same words, or why there is no
    figure; writing the spreadsheet is not counted."""
    if OFFICE is None:
        return "no soffice here"
    with Store.read(path) as store:
        spreadsheet = _spreadsheet(
            composed(store.dossier, Scope("fr", bench_data.NOW), path), path.with_suffix(".fods")
        )
    profile = f"-env:UserInstallation=file://{path.parent}/office"
    command = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        _TAGGED_ARCHIVE,
        "--outdir",
        str(path.parent),
        str(spreadsheet),
    ]
    began = time.perf_counter()
    try:
        subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return f"more than {PATIENCE} s"
    return time.perf_counter() - began


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
