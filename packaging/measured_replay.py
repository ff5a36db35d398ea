"""What an export takes, `measured_replay.py FILE [KIND ...]`, and a raw reportlab canvas that draws the strings of the
same pages again, one `drawString` a line: what export is held to."""

import gc
import io
import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dossier.model.catalog import kind_named
from dossier.report.page import Page
from dossier.report.scope import Scope
from dossier.store.store import Store
from dossier.work.export import export_pdf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from packaging import bench_data
else:
    import bench_data

BEST_OF = 3
Line = tuple[float, float, str, float]
"""Position in points, text, size."""


def figures_of(path: Path, only: list[str]) -> dict[str, float]:
    """Of the complete pack, or of some registers as an authority gets them, and of the canvas, in turn.

    They come after a first export, which the memory is of and which loads what is loaded once, and after the canvas has
    its font: neither side counts the start. `processor` is of the same, where other work takes a part of the seconds.
    """
    with Store.read(path) as store:
        dossier = store.dossier
    kinds = tuple(map(kind_named, only))
    scope, before = Scope("fr", bench_data.NOW, "authority" if only else "full", kinds), _megabytes()

    def export() -> int:
        return export_pdf(dossier, path.with_suffix(".pdf"), scope, file=path).pages

    pages, peak = export(), _megabytes()
    lines = _recorded(export)
    gc.freeze()  # the lines are of the measure
    taken = [_taken(export) + _taken(lambda: _draw(lines)) for _ in range(BEST_OF)]
    seconds, processor, raw, raw_processor = map(min, zip(*taken, strict=True))
    return {
        "pages": pages,
        "seconds": round(seconds, 3),
        "pages_per_second": round(pages / seconds),
        "megabytes_before": before,
        "peak_megabytes": peak,
        "ratio_to_canvas": round(seconds / raw, 2),
        "ratio_to_canvas_processor": round(processor / raw_processor, 2),
    }


def _taken(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds, and those of a processor."""
    began = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - began[0], time.process_time() - began[1]


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _recorded(export: Callable[[], object]) -> list[list[Line]]:
    """The lines of each page of an export, at the positions they have."""
    pages: dict[int, list[Line]] = {}
    original: Any = Page.show

    def show(page: Page, style: Any, x: float, y: float, lines: Any, tag: Any) -> Any:
        _font_of(style)
        codes = style.face.font.state[style.face.registry].subsets[0]
        for position, line in enumerate(lines):
            text = "".join(chr(codes[byte]) for byte in line.replace(b"\\", b"") if byte < len(codes))
            pages.setdefault(id(page), []).append((x, y - position * style.leading, text, style.size))
        kept.append(page)
        return original(page, style, x, y, lines, tag)

    kept: list[Page] = []
    with mock.patch.object(Page, "show", show):
        export()
    return list(pages.values())


def _font_of(style: Any) -> None:
    if "Replay" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Replay", style.face.font.face.filename))


def _draw(pages: list[list[Line]]) -> None:
    """As a canvas draws them, without any layout."""
    canvas = Canvas(io.BytesIO(), pageCompression=1)
    for lines in pages:
        size = 0.0
        canvas.setFont("Replay", 9)
        for x, y, text, wanted in lines:
            if wanted != size:
                canvas.setFont("Replay", wanted)
                size = wanted
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()


if __name__ == "__main__":
    print(json.dumps(figures_of(Path(sys.argv[1]), sys.argv[2:])))
