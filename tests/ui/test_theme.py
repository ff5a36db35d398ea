"""The theme: a switch repaints what is open, and the fonts can be read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dossier.ui import theme
from dossier.ui.tokens import DARK, LIGHT, TYPE

from .gallery import gallery


def picture(widget: QWidget) -> QImage:
    QApplication.sendPostedEvents()
    return widget.grab().toImage()


def test_a_switch_repaints_everything_and_back(app: QApplication, qtbot: QtBot) -> None:
    window = gallery()
    qtbot.addWidget(window)
    window.show()
    window.setFocus()
    light = picture(window)
    theme.use("dark")
    dark = picture(window)
    theme.use("light")
    assert theme.tokens() is LIGHT
    assert dark != light
    assert picture(window) == light


def test_no_widget_keeps_the_ground_of_the_other_theme(app: QApplication, qtbot: QtBot) -> None:
    window = gallery()
    qtbot.addWidget(window)
    window.show()
    theme.use("dark")
    image = picture(window)
    kept = {LIGHT.surface, LIGHT.canvas, LIGHT.sidebar, LIGHT.sunken, LIGHT.selected}
    points = [(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)]
    seen = {image.pixelColor(x, y).name().upper() for x, y in points}
    assert DARK.surface in seen
    assert not (kept - {"#FFFFFF"}) & seen  # words on a primary button are white in both


def test_the_system_is_followed_until_the_user_chooses(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.use("system")
    assert theme.tokens() is (DARK if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT)
    theme.use("dark")
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.choice() == "dark"
    assert theme.tokens() is DARK


def test_fonts_grow_from_that_of_the_system(app: QApplication) -> None:
    before = app.font()
    for size in (10, 13, 20):
        app.setFont(QFont(before.families(), size))
        small = app.font()
        small.setPixelSize(size)
        app.setFont(small)
        theme.install(app, "light")
        base = max(13, size)
        assert QFontInfo(theme.font("body")).pixelSize() == base
        assert QFontInfo(theme.font("caption")).pixelSize() == max(12, round(base * 0.925))
        assert QFontInfo(theme.font("h1")).pixelSize() == round(base * 1.7)
    app.setFont(before)
    theme.install(app, "light")
    assert all(theme.font(role).weight() >= QFont.Weight.Normal for role in TYPE)
