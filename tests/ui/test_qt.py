"""The Qt that is installed: what would make the window die, or be missing from a bundle."""

import sys

from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication, QLabel


def test_calls_that_return_nothing_keep_none_alive(app: QApplication) -> None:
    """PySide6 6.12.0 on Python 3.11 loses a reference to None at each of them, and aborts after some thousand."""
    label = QLabel()
    label.setText("first")
    before = sys.getrefcount(None)
    for i in range(200):
        label.setText(str(i))
    assert sys.getrefcount(None) > before - 100


def test_the_images_of_the_style_sheet_can_be_read(app: QApplication) -> None:
    assert b"svg" in QImageReader.supportedImageFormats()
