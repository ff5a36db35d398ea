"""The strings of a document drawn again by a raw reportlab canvas, one `drawString` a line: what export is held to."""

import io
import time
from collections.abc import Callable
from typing import Any
from unittest import mock

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dossier.report.page import Page

Line = tuple[float, float, str, float]
"""Position in points, text, size."""


def replay_seconds(export: Callable[[], object]) -> float:
    """Seconds a canvas needs for the strings of one export, at the positions they have; layout is not counted."""
    pages = _recorded(export)
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        _draw(pages)
        best = min(best, time.perf_counter() - began)
    return best


def _recorded(export: Callable[[], object]) -> list[list[Line]]:
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
