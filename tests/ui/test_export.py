"""The export in the background: written, stopped, failed, and what leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dossier.errors import CannotWrite
from dossier.i18n import _
from dossier.model.processor import Processor
from dossier.ui.background import Progress, Task
from dossier.ui.desk import Desk
from dossier.ui.dialogs import export
from dossier.ui.dialogs.export import ExportDialog
from tests.factories import record

from .desks import desk_with, settle, shown
from .opening import said
from .window_check import problems


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Desk:
    return desk_with(tmp_path, record("organisation", name="Éco 𐍈"), record("processor", name="Stripe", notes="Secret"))


@pytest.fixture
def dialog(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[ExportDialog]:
    holder = QWidget()
    shown(qtbot, holder)
    made = ExportDialog(holder, desk)
    made.show()
    made.path.setText(str(tmp_path / "essai.pdf"))
    settle()
    yield made
    holder.close()


def test_a_pdf_in_the_language_asked(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.language.set_value("en")
    dialog.begin.click()
    assert dialog.stop.isVisible()
    qtbot.waitUntil(lambda: dialog.begin.isVisible(), timeout=20_000)
    pages = PdfReader(tmp_path / "essai.pdf").pages
    text = "\n".join(page.extract_text() for page in pages)
    assert "Processors" in text
    assert "Secret" not in text
    assert any(str(tmp_path / "essai.pdf") in words and str(len(pages)) in words for words in said(dialog))
    assert any("𐍈" in words for words in said(dialog))


def test_only_the_registers_that_are_ticked(dialog: ExportDialog) -> None:
    assert dialog.scope().only == ()
    dialog._tick(False)
    assert not dialog.begin.isEnabled()
    dialog.kinds[Processor].setChecked(True)
    assert dialog.scope().only == (Processor,)
    assert dialog.scope().profile == "authority"
    dialog.audience.set_value("full")
    assert dialog.scope().profile == "full"


def test_an_export_is_stopped(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def endless(_dossier: object, _target: Path, _scope: object, progress: Progress) -> None:
        for page in range(10**9):
            progress(page)

    monkeypatch.setattr(export, "export_pdf", endless)
    dialog.begin.click()
    qtbot.waitUntil(lambda: bool(dialog.pages.text()), timeout=5000)
    dialog.stop.click()
    qtbot.waitUntil(lambda: dialog.begin.isVisible(), timeout=5000)
    assert said(dialog) == [f"{_('Stopped.')} {_('Nothing was written.')}"]
    assert not (tmp_path / "essai.pdf").exists()


def test_escape_stops_what_nobody_waits_for(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []

    def endless(_dossier: object, _target: Path, _scope: object, progress: Progress) -> None:
        try:
            for page in range(10**9):
                progress(page)
        finally:
            ended.append(True)

    monkeypatch.setattr(export, "export_pdf", endless)
    dialog.begin.click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: bool(ended), timeout=5000)


def test_a_place_that_cannot_be_written_says_why(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    dialog.path.setText(str(tmp_path / "absent" / "essai.pdf"))
    dialog.begin.click()
    qtbot.waitUntil(lambda: bool(said(dialog)), timeout=10_000)
    assert "essai.pdf" in said(dialog)[0]


def test_the_dialog_has_no_problem(dialog: ExportDialog) -> None:
    dialog.resize(dialog.minimumSize())
    settle()
    assert problems(dialog) == []


def test_a_task_gives_back_a_value_or_a_sentence(app: QApplication, qtbot: QtBot) -> None:
    task = Task(lambda _progress: ("a", "value"))
    with qtbot.waitSignal(task.done) as done:
        task.start()
    assert done.args == [("a", "value")]

    def refuse(_progress: Progress) -> None:
        raise CannotWrite("full")

    refused = Task(refuse)
    with qtbot.waitSignal(refused.failed) as failed:
        refused.start()
    assert failed.args == ["full"]


def test_a_task_that_crashes_is_seen(app: QApplication, qtbot: QtBot) -> None:
    def crash(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        Task(crash).start()
        qtbot.waitUntil(lambda: bool(caught), timeout=5000)
    assert caught[0][0] is ZeroDivisionError
