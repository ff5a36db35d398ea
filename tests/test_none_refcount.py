"""Calls of Qt that return nothing must not use up the references to None: this is why PySide6 is pinned."""

import sys

from PySide6.QtGui import QFont
from pytestqt.qtbot import QtBot

CALLS = 10_000
# Other objects hold None too, and may be made or collected meanwhile; the fault loses one reference at each call.
NOISE = 100


def test_calls_that_return_nothing_keep_the_references_to_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 on Python 3.11 fails it, and dies of it; from Python 3.12 on None cannot be used up."""
    font = QFont()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        font.setPixelSize(13)
    assert abs(sys.getrefcount(None) - before) < NOISE
