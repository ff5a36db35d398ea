"""What one sees is what one hands over: the export of a list, of another look at a register, of one record."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import _
from dossier.model.activity import Activity
from dossier.model.measure import Measure
from dossier.report.parts import ACTION_PLAN, SCREENING
from dossier.report.scope import selection_of
from dossier.store.edit import Change, Edit
from dossier.ui.desk import Desk
from dossier.ui.export.request import ExportRequest
from dossier.ui.pages.dpias import DpiasPage
from dossier.ui.pages.measures import ACTIVITIES, PLAN, RECORDS, SHEETS, MeasuresPage
from tests.factories import NOW, record

from .desks import desk_with, page_of, shown
from .exports import export_window, laid_out, page_text, text_of, written


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Desk:
    return desk_with(
        tmp_path,
        record("organisation", name="Éco"),
        record("activity", name="Paie"),
        record("activity", name="Vivier"),
        record("measure", name="Chiffrement", state="prevue", sheet=1),
    )


@pytest.fixture
def asked(desk: Desk) -> list[ExportRequest]:
    requests: list[ExportRequest] = []
    desk.asked_for_export.connect(requests.append)
    return requests


def test_a_list_that_shows_nothing_is_not_exported_and_says_why(
    desk: Desk, asked: list[ExportRequest], qtbot: QtBot
) -> None:
    page = page_of(qtbot, desk, Activity)
    assert page.listing is not None
    page.listing.field.setText("zzzz")
    qtbot.waitUntil(lambda: not page.export_button.isEnabled())
    assert page.export_button.toolTip() == _("The list shows nothing to export: empty the filter.")
    page.export_button.click()
    assert asked == []
    page.export()  # by any other way: nothing chosen stays nothing
    assert asked[0].selected == {Activity: frozenset()}
    page.listing.field.clear()
    qtbot.waitUntil(page.export_button.isEnabled)
    page.export_button.click()
    assert asked[1] == ExportRequest((Activity,))


def test_nothing_chosen_writes_none_of_the_list(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    window = export_window(qtbot, desk, tmp_path, ExportRequest((Activity,), {Activity: frozenset()}))
    text = text_of(written(qtbot, window))
    assert "Paie" not in text
    assert "Vivier" not in text
    window.close()


def test_what_remains_to_be_done_is_exported_as_the_plan(
    desk: Desk, asked: list[ExportRequest], tmp_path: Path, qtbot: QtBot
) -> None:
    page = MeasuresPage(desk)
    shown(qtbot, page)
    for look, request in (
        (PLAN, (ACTION_PLAN,)),
        (ACTIVITIES, (Measure,)),
        (SHEETS, (Measure,)),
        (RECORDS, (Measure,)),
    ):
        page.show_look(look)
        page.export_button.click()
        assert asked[-1] == ExportRequest(request)
    window = export_window(qtbot, desk, tmp_path, asked[0])
    assert window.scope.ticked == {"action_plan"}
    text = text_of(written(qtbot, window))
    assert _("Action plan") in text
    assert "Chiffrement" in text
    window.close()
    page.show_look(SHEETS)
    page.show_sheet(25)
    assert not page.export_button.isEnabled()
    page.show_look(PLAN)
    assert page.export_button.isEnabled()


def test_the_screening_is_exported_where_it_is_seen(desk: Desk, asked: list[ExportRequest], qtbot: QtBot) -> None:
    page = DpiasPage(desk)
    shown(qtbot, page)
    page.export_button.click()
    activity = desk.dossier.of(Activity)[0]
    page.show_record(activity.id)
    page.export_button.click()
    assert asked == [ExportRequest((SCREENING,)), ExportRequest((SCREENING,), selection_of([activity]))]


def test_one_record_alone_is_that_of_the_day(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    activity = desk.dossier.of(Activity)[0]
    desk.history.do(Edit("later", (Change(activity, activity.with_(name="Paie et congés")),)))
    window = export_window(qtbot, desk, tmp_path, ExportRequest(alone=desk.dossier.of(Activity)[0]))
    assert "Paie et congés" in page_text(window)
    window.options.state_on.editor.line.setText("01/01/2001")
    window.options.state_on.editor.done.emit()
    laid_out(qtbot, window)
    assert not window.place.begin.isEnabled()
    assert window.place.begin.toolTip() == _("The journal of this dossier begins later: choose another day.")
    window.options.state_on.editor.line.setText(f"{NOW:%d/%m/%Y}")
    window.options.state_on.editor.done.emit()
    laid_out(qtbot, window)
    assert window.place.begin.isEnabled()
    window.close()


def test_what_cannot_be_is_not_created_and_says_why(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    window = export_window(qtbot, desk, tmp_path)
    for field, day in ((window.options.first, "30/06/2026"), (window.options.last, "01/01/2026")):
        field.editor.line.setText(day)
        field.editor.done.emit()
    laid_out(qtbot, window)
    assert window.place.begin.toolTip() == _("The period ends before it begins: choose other days.")
    assert not window.place.begin.isEnabled()
    window.options.first.editor.line.setText("")
    window.options.first.editor.done.emit()
    laid_out(qtbot, window)
    assert window.place.begin.isEnabled()
    window.close()
