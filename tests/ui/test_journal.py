"""The journal page: what changed, before and after, newest first, more when one scrolls."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.store.edit import Change, Edit
from dossier.ui.desk import Desk
from dossier.ui.pages import journal_model
from dossier.ui.pages.journal import JournalPage
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.record_link import RecordLink
from dossier.work.edits import change_of_field, creation, deletion
from tests.factories import record

from .desks import desk_with, settle, shown


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Desk:
    return desk_with(tmp_path, record("organisation", name="Éco"), record("processor", name="Stripe"))


def words(page: JournalPage) -> list[str]:
    settle()
    return [label.text() for label in page.details.findChildren(Label) if label.isVisible()]


def page_on(desk: Desk, qtbot: QtBot) -> JournalPage:
    page = JournalPage(desk)
    shown(qtbot, page)
    return page


def rename(desk: Desk, name: str) -> None:
    (processor,) = desk.dossier.of(type(record("processor")))
    desk.history.do(change_of_field([processor], "name", name))


def test_a_change_shows_the_words_before_and_after(desk: Desk, qtbot: QtBot) -> None:
    rename(desk, "Stripe Europe")
    page = page_on(desk, qtbot)
    assert page.model.index(0, 0).data().startswith("Stripe Europe")
    found = words(page)
    assert found.index("Stripe") < found.index("Stripe Europe")
    assert any("22/11/2026 13:05" in text and "Camille Martin" in text for text in found)


def test_new_entries_come_on_top_of_an_open_page(desk: Desk, qtbot: QtBot) -> None:
    page = page_on(desk, qtbot)
    before = page.model.rowCount()
    rename(desk, "Stripe Europe")
    assert page.model.rowCount() == before + 1
    assert "Stripe" in page.model.index(0, 0).data()
    assert page.model.entry(0).sequence == desk.dossier.sequence


def test_the_way_to_the_record(desk: Desk, qtbot: QtBot) -> None:
    rename(desk, "Stripe Europe")
    page = page_on(desk, qtbot)
    asked: list[object] = []
    desk.asked_for.connect(asked.append)
    page.details.findChildren(RecordLink)[0].click()
    page.table.activated.emit(page.proxy.index(0, 0))
    assert [one.title for one in asked] == ["Stripe Europe"] * 2  # type: ignore[attr-defined]


def test_a_record_that_is_gone_is_still_told(desk: Desk, qtbot: QtBot) -> None:
    made = record("processor", name="Éphémère")
    desk.history.do(creation(made))
    desk.history.do(deletion(desk.dossier, [desk.dossier.get(made.id) or made]))
    page = page_on(desk, qtbot)
    assert "Éphémère" in words(page)
    assert page.details.findChildren(RecordLink) == []


def test_the_filter_folds_and_clears(desk: Desk, qtbot: QtBot) -> None:
    rename(desk, "Prélèvement")
    page = page_on(desk, qtbot)
    whole = page.proxy.rowCount()
    page.focus_filter()
    page.filter.setText("PRELEV")
    assert 0 < page.proxy.rowCount() < whole
    page.filter.setText("aucune")
    assert page.proxy.rowCount() == 0
    assert any(words(page))
    page.filter.clear()
    assert page.proxy.rowCount() == whole


def test_older_entries_are_read_as_one_scrolls(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal_model, "BLOCK", 50)
    many = [record("system", name=f"Système {number}") for number in range(120)]
    desk.history.do(Edit("Lot", tuple(Change(None, one) for one in many)))
    page = page_on(desk, qtbot)
    assert page.model.rowCount() == 50
    for _turn in range(5):
        page.table.scrollToBottom()
        qtbot.wait(20)
    assert page.model.rowCount() == desk.dossier.sequence - 1  # the checkpoint at the creation is not shown
    sequences = [page.model.entry(row).sequence for row in range(page.model.rowCount())]
    assert sequences == sorted(set(sequences), reverse=True)


def test_an_erased_entry_says_so(desk: Desk, qtbot: QtBot) -> None:
    rename(desk, "Stripe Europe")
    connection = desk.history.store.connection
    connection.execute("DELETE FROM journal_payload WHERE sequence = ?", (desk.dossier.sequence,))
    page = page_on(desk, qtbot)
    assert "Stripe Europe" not in words(page)
    assert len(words(page)) >= 3
