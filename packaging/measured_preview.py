"""The export window over a file: prints, as JSON, the seconds of what its preview does.

`section`: from a changed choice to a page of the section painted; `turn`: any page once all are laid out; `blocked`:
the longest that each of these choices held the event loop at once; `cancel`: from a choice made while all pages are
being laid out to the end of that work.
"""

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QThreadPool

from dossier.app import build
from dossier.ui.export.window import ExportWindow

_MOST = 60.0  # seconds that anything may take
_IDLE = 0.001
_TURNS = 20


def main(path: Path) -> int:
    app, made = build(path, lambda: datetime.now().astimezone())
    made.show()
    window = ExportWindow(made, made.desk)
    window.show()
    _until(lambda: bool(window.preview.parts))
    sections = [_section(window, place) for place in range(len(window.sections.parts))]
    print(
        json.dumps(
            {
                "section": [seconds for seconds, _blocked in sections],
                "blocked": [blocked for _seconds, blocked in sections],
                "cancel": [_cancelled(window) for _time in range(5)],
                "turn": _turned(window),
            }
        )
    )
    window.close()
    made.close()
    del app
    return 0


def _section(window: ExportWindow, place: int) -> tuple[float, float]:
    """Another language, looking at one section; then what was asked for is over before the next."""
    seen: list[object] = []
    window.looking.begun.connect(seen.append)
    window._part = window.sections.parts[place]
    began = time.perf_counter()
    window.options.language.parts[(place + 1) % 2].click()  # it begins in the first
    longest = _until(lambda: bool(seen))
    window.preview.paper.repaint()
    seconds = time.perf_counter() - began
    window.looking.stop()
    _until(lambda: not QThreadPool.globalInstance().activeThreadCount())
    return seconds, longest


def _cancelled(window: ExportWindow) -> float:
    window.refresh()
    told: list[int] = []
    window.looking.laid_out.connect(told.append)
    _until(lambda: bool(told) or bool(window.preview.parts))
    began = time.perf_counter()
    window.looking.stop()
    _until(lambda: not QThreadPool.globalInstance().activeThreadCount())
    return time.perf_counter() - began


def _turned(window: ExportWindow) -> list[float]:
    """Pages all over the document."""
    window.refresh()
    _until(lambda: not window.looking.is_busy)
    pages = len(window.preview.preview.pages) if window.preview.preview else 0
    seconds = []
    for turn in range(_TURNS):
        began = time.perf_counter()
        window.preview.turn(pages * (turn + 1) // (_TURNS + 1) - window.preview.page)
        window.preview.paper.repaint()
        seconds.append(time.perf_counter() - began)
    return seconds


def _until(condition: Callable[[], bool]) -> float:
    """Serve the event loop until it is so; gives back the longest turn."""
    longest, end = 0.0, time.perf_counter() + _MOST
    while not condition() and time.perf_counter() < end:
        began = time.perf_counter()
        QCoreApplication.processEvents()
        longest = max(longest, time.perf_counter() - began)
        time.sleep(_IDLE)
    return longest


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
