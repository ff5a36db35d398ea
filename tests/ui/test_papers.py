"""Documents asked for from the window without choices: the sheet to fill by hand, the annual report."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dossier.i18n import _
from dossier.ui.main_window import MainWindow
from dossier.ui.widgets.buttons import plain

from .opening import said, window, windows

__all__ = ["window", "windows"]


def ask_for_sheet(window: MainWindow, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    words = plain(_("Incident sheet to &print…"))
    (action,) = [one for one in window.menus.actions() if plain(one.text()) == words]
    action.trigger()


def test_the_sheet_is_written_where_one_asks_and_can_be_opened(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "fiche.pdf"
    ask_for_sheet(window, target, monkeypatch)
    qtbot.waitUntil(lambda: bool(said(window)), timeout=10_000)
    assert str(target) in said(window)[0]
    (page,) = PdfReader(target).pages
    assert "Éco" in page.extract_text()


def test_a_sheet_does_not_take_the_place_of_the_dossier(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    copy = window.store.path.with_name("copie.pdf")
    copy.write_bytes(window.store.path.read_bytes())
    ask_for_sheet(window, copy, monkeypatch)
    qtbot.waitUntil(lambda: bool(said(window)), timeout=10_000)
    assert copy.read_bytes() == window.store.path.read_bytes()


def test_the_annual_report_is_written_for_the_year_one_chooses(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "rapport.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(target), ""))
    years = [one for one in window.menus.actions() if plain(one.text()).isdigit()]
    this = window.clock().year
    assert [plain(one.text()) for one in years] == [str(this), str(this - 1), str(this - 2)]
    years[0].trigger()
    qtbot.waitUntil(lambda: bool(said(window)), timeout=20_000)
    text = " ".join(page.extract_text() for page in PdfReader(target).pages)
    assert f"31 décembre {this}" in " ".join(text.split())
