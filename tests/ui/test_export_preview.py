"""The pages beside the choices: those of a section at once, then all of them, turned and made larger."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from dossier.i18n import _
from dossier.model.vocabulary_pack import PackPart
from dossier.report.redaction import Naming
from dossier.store.edit import Change, Edit
from dossier.ui.desk import Desk
from dossier.ui.export import choice
from dossier.ui.export.choice import FirstLook
from dossier.ui.export.looking import Looking
from dossier.ui.export.window import ExportWindow
from tests.factories import record

from .desks import desk_with, settle
from .exports import SOON, export_window, laid_out, page_text, read_in


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Desk:
    return desk_with(
        tmp_path,
        record("organisation", name="Éco"),
        record("processor", name="Stripe"),
        record("tracker", name="Mesure d’audience"),
    )


@pytest.fixture
def window(desk: Desk, tmp_path: Path, qtbot: QtBot) -> Iterator[ExportWindow]:
    made = export_window(qtbot, desk, tmp_path)
    yield made
    if isValid(made):
        made.close()


def test_a_section_is_seen_at_once_with_numbers_that_are_provisional(window: ExportWindow, qtbot: QtBot) -> None:
    seen: list[tuple[str, str, str]] = []

    def look(_look: FirstLook) -> None:
        seen.append((page_text(window), window.preview.note.text(), window.preview.where.text()))

    window.looking.begun.connect(look)
    window.sections.looked_at.emit(PackPart.TRACKERS)
    window.options.is_draft.box.click()
    laid_out(qtbot, window)
    ((text, note, where),) = seen
    assert "audience" in text
    assert _(PackPart.TRACKERS.label) in text
    assert note == _("Numbers are provisional: the other pages are being laid out…")
    assert where.endswith("…")
    assert not window.preview.note.text()
    assert "audience" in page_text(window)


def test_every_section_leads_to_its_page_and_tells_how_many_it_has(window: ExportWindow) -> None:
    preview = window.preview.preview
    assert preview is not None
    assert all(_(part.label) in text_at(window, page) for part, page in preview.parts.items())
    window.sections.rows[PackPart.PROCESSORS].button.click()
    assert window.preview.page == preview.parts[PackPart.PROCESSORS]
    counts = [int(row.button.pages.split()[0]) for row in window.sections.rows.values() if row.button.pages]
    assert sum(counts) + preview.parts[PackPart.SUMMARY] == len(preview.pages)


def test_a_choice_changes_what_is_seen(window: ExportWindow, qtbot: QtBot) -> None:
    window.sections.rows[PackPart.PROCESSORS].button.click()
    window.options.language.parts[1].click()
    laid_out(qtbot, window)
    assert "Processors" in page_text(window)


def test_what_is_typed_meanwhile_is_seen(window: ExportWindow, desk: Desk, qtbot: QtBot) -> None:
    window.sections.rows[PackPart.PROCESSORS].button.click()
    processor = next(one for one in desk.dossier if one.title == "Stripe")
    desk.history.do(Edit("Nom", (Change(processor, processor.with_(name="Mollie")),)))
    laid_out(qtbot, window)
    assert "Mollie" in page_text(window)


def test_pages_are_turned_by_keys_and_say_where_one_is(window: ExportWindow) -> None:
    window.preview.paper.setFocus()
    before = window.preview.page
    QTest.keyClick(window.preview.paper, Qt.Key.Key_PageDown)
    assert window.preview.page == before + 1
    total = len(window.preview.preview.pages) if window.preview.preview else 0
    assert _("Preview: page {page} of {total}", page=before + 2, total=total) in window.preview.paper.accessibleName()
    assert "Éco" in window.preview.paper.accessibleDescription()
    QTest.keyClick(window.preview.paper, Qt.Key.Key_PageUp)
    assert window.preview.page == before


def test_the_paper_is_made_larger(window: ExportWindow) -> None:
    width = window.preview.paper.width()
    window.preview.larger.click()
    assert window.preview.paper.width() == pytest.approx(width * 1.5, abs=4)
    assert window.preview.area.horizontalScrollBar().maximum() > 0


def test_nothing_ticked_shows_no_page_and_says_why(window: ExportWindow) -> None:
    window.sections.nothing.click()
    assert window.preview.preview is None
    assert window.preview.note.text() == _("Tick at least one section.")


def test_a_day_before_the_journal_is_told_in_a_sentence(window: ExportWindow, qtbot: QtBot) -> None:
    window.options.state_on.editor.line.setText("01/01/2001")
    window.options.state_on.editor.done.emit()
    laid_out(qtbot, window)
    assert window.preview.note.text() == _("The journal of this dossier begins later: choose another day.")


def test_another_choice_stops_what_was_being_laid_out(
    window: ExportWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []

    def endless(*arguments: object) -> None:
        progress = arguments[-1]
        assert callable(progress)
        try:
            for page in range(10**9):
                progress(page)
        finally:
            ended.append(True)

    monkeypatch.setattr(choice, "all_pages", endless)
    window.options.is_draft.box.click()
    said = _("Numbers are provisional: {said}…", said="")[:10]
    qtbot.waitUntil(lambda: window.looking._task is not None and said in window.preview.note.text(), timeout=SOON)
    qtbot.waitUntil(lambda: "…" in window.preview.note.text(), timeout=SOON)
    monkeypatch.undo()
    window.options.is_draft.box.click()
    laid_out(qtbot, window)
    assert window.preview.parts
    assert all(ended)


def test_the_page_is_seen_before_the_texts_are_looked_through(
    window: ExportWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = Event()

    def held(*_given: object) -> tuple[Naming, ...]:
        release.wait(SOON / 1000)
        return ()

    monkeypatch.setattr(choice, "namings", held)
    begun: list[object] = []
    window.looking.begun.connect(begun.append)
    window.options.hides_names.box.click()
    qtbot.waitUntil(lambda: bool(begun), timeout=SOON)
    assert page_text(window)
    assert _("The texts are being looked through…") in read_in(window)
    release.set()
    laid_out(qtbot, window)
    assert _("No text names anybody who is hidden, as far as can be seen.") in read_in(window)


def test_what_comes_too_late_is_not_shown(window: ExportWindow, qtbot: QtBot) -> None:
    shown: list[object] = []
    release, entered = Event(), Event()

    class Slow:
        def first_look(self, _progress: object) -> str:
            entered.set()
            release.wait(SOON / 1000)
            return "late"

    class Quick:
        def first_look(self, _progress: object) -> str:
            return "wanted"

        def namings(self, _progress: object) -> tuple[()]:
            return ()

        def all_pages(self, _progress: object) -> str:
            return "all of it"

    looking = Looking(window)
    looking.begun.connect(shown.append)
    looking.look(Slow())  # type: ignore[arg-type]
    qtbot.waitUntil(entered.is_set, timeout=SOON)
    looking.look(Quick())  # type: ignore[arg-type]
    release.set()
    qtbot.waitUntil(lambda: not looking.is_busy and not QThreadPool.globalInstance().activeThreadCount(), timeout=SOON)
    settle()
    assert shown == ["wanted"]


def text_at(window: ExportWindow, page: int) -> str:
    window.preview._turn_to(page)
    return page_text(window)
