"""The icons: each file is one line drawing in one colour, and can be painted."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from dossier.ui import icons

FILES = sorted(icons.FOLDER.glob("*.svg"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_a_line_in_the_colour_asked(app: QApplication, file: Path) -> None:
    drawing = file.read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24" fill="none" stroke="currentColor"' in drawing
    assert f'stroke-width="{icons.STROKE}"' in drawing
    assert not re.search(r"#[0-9A-Fa-f]{3}|rgb|style=", drawing)
    image = icons.pixmap(file.stem, "#FF0000", 24, 1).toImage()
    inked = [(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 128]
    assert len(inked) > 2
    assert all(image.pixelColor(x, y).name() == "#ff0000" for x, y in inked)


def test_what_stands_for_a_meaning_has_its_own_outline(app: QApplication) -> None:
    tones = ("blocking", "major", "minor", "check", "info", "ok", "none")
    assert len({bytes(icons.svg(tone, "#000000")) for tone in tones}) == len(tones)


def test_an_icon_leaves_a_gap_before_its_words(app: QApplication) -> None:
    image: QImage = icons.pixmap("plus", "#000000", 16, 2, gap=4).toImage()
    assert (image.width(), image.height()) == (40, 32)
    assert image.pixelColor(36, 16) == QColor(0, 0, 0, 0)
