"""The export window follows the dossier: what is written in it meanwhile is offered, counted, and taken away again."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import _
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.evidence import Waiver
from dossier.model.processor import Processor
from dossier.model.record import Record
from dossier.model.system import System
from dossier.model.vocabulary_pack import PackPart
from dossier.store.edit import Change, Edit
from dossier.ui.desk import Desk
from dossier.ui.export.request import ExportRequest
from dossier.ui.export.window import ExportWindow
from tests.factories import record

from .desks import desk_with
from .exports import export_window, laid_out, page_text, written

BREACHES, REGISTER = PackPart.BREACHES, PackPart.REGISTER


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Desk:
    return desk_with(
        tmp_path,
        record("organisation", name="Éco"),
        record("activity", name="Paie"),
        record("processor", name="Stripe"),
    )


def write(desk: Desk, *records: Record) -> None:
    assert desk.history.do(Edit("écrit", tuple(Change(None, one) for one in records)))


def offered(window: ExportWindow, part: PackPart) -> list[str]:
    """What can be ticked in a section, as it is read."""
    row = window.sections.rows[part]
    return [box.box.accessibleName() for box in row.boxes.values() if not box.isHidden()]


def sections_counted(window: ExportWindow) -> str:
    """How many sections leave, of how many; the pages that follow are longer by what was written meanwhile."""
    return window.sections.summary.text().split(" · ")[0]


def test_an_incident_logged_meanwhile_is_offered_counted_and_seen_until_it_is_undone(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window = export_window(qtbot, desk, tmp_path)
    counted = sections_counted(window)
    assert offered(window, BREACHES) == []
    assert not window.sections.rows[BREACHES].box.isEnabled()
    write(desk, record("breach", name="Courriel égaré"))
    assert offered(window, BREACHES)[0] == f"{_(Breach.kind.menu)} (1)"
    assert window.sections.rows[BREACHES].chosen == {Breach}
    assert window.scope.only == ()
    window.sections.rows[BREACHES].button.click()
    laid_out(qtbot, window)
    assert "Courriel égaré" in page_text(window)
    assert sections_counted(window) == "9 sur 10"
    desk.history.undo()
    laid_out(qtbot, window)
    assert offered(window, BREACHES) == []
    assert BREACHES not in window.sections.parts
    assert sections_counted(window) == counted == "8 sur 9"
    desk.history.redo()
    assert window.sections.rows[BREACHES].chosen == {Breach}
    window.close()


def test_a_register_that_begins_is_ticked_where_its_section_was_asked_for_and_nowhere_else(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    window = export_window(qtbot, desk, tmp_path, ExportRequest((REGISTER,)))
    write(desk, record("system", name="SIRH"), record("breach", name="Courriel"), record("activity", name="Achats"))
    assert f"{_(Activity.kind.menu)} (2)" in offered(window, REGISTER)
    assert System in window.sections.rows[REGISTER].chosen
    assert not window.sections.rows[BREACHES].chosen
    assert window.scope.only == (REGISTER,)
    window.sections.nothing.click()
    write(desk, record("measure", name="Badge"))
    assert not window.sections.parts
    assert not window.place.begin.isEnabled()
    window.close()


def test_what_was_unticked_stays_so_and_an_internal_section_that_was_ticked_too(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    write(desk, record("waiver", name="Attendre"))
    window = export_window(qtbot, desk, tmp_path)
    findings = window.sections.rows[PackPart.FINDINGS]
    findings.boxes[Waiver].box.click()
    window.sections.rows[PackPart.PROCESSORS].box.click()
    before = window.scope
    write(desk, record("processor", name="Mollie"))
    assert (window.scope.only, window.scope.ticked) == (before.only, before.ticked)
    assert Processor not in window.scope.kinds()
    assert window.scope.ticked == {"waiver"}
    window.close()


def test_an_exchange_that_begins_is_offered_and_one_that_ends_stays_chosen(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    exchange = record("authority_exchange", name="Contrôle", case_reference="CTX-4471")
    write(desk, exchange)
    (kept,) = (one for one in desk.dossier if one.id == exchange.id)
    window = export_window(qtbot, desk, tmp_path, ExportRequest(exchange=kept))  # type: ignore[arg-type]
    question = record("authority_question", exchange=exchange.id, name="Les contrats", parts=("sous_traitants",))
    write(desk, record("authority_exchange", name="Plainte"), question)
    assert window.recipient.exchange.count() == 3
    assert window.recipient.asked_parts == {PackPart.PROCESSORS}
    mark = window.sections.rows[PackPart.PROCESSORS].button.mark
    assert mark is not None
    assert mark[0] == _("asked")
    desk.history.do(Edit("fin", (Change(kept, kept.with_(outcome="cloture")),)))
    assert window.recipient.chosen_exchange is not None
    assert window.recipient.chosen_exchange.id == exchange.id
    window.close()


def test_a_record_alone_that_is_deleted_is_no_longer_written_and_comes_back_as_it_is(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    (processor,) = desk.dossier.of(Processor)
    window = export_window(qtbot, desk, tmp_path, ExportRequest(alone=processor))
    desk.history.do(Edit("nom", (Change(processor, processor.with_(name="Mollie")),)))
    laid_out(qtbot, window)
    assert "Mollie" in page_text(window)
    desk.history.do(Edit("retrait", (Change(desk.dossier.of(Processor)[0], None),)))
    assert not window.place.begin.isEnabled()
    assert window.preview.note.text() == _("This record is no longer in the dossier.")
    desk.history.undo()
    laid_out(qtbot, window)
    assert "Mollie" in page_text(window)
    window.close()


def test_the_window_bears_the_time_that_was_asked_for_and_refuses_what_is_none(
    desk: Desk, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    window = export_window(qtbot, desk, tmp_path)
    assert b"2026-09-21T16:13:20+02:00" in written(qtbot, window)
    window.close()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    window = export_window(qtbot, desk, tmp_path)
    assert "SOURCE_DATE_EPOCH" in window.preview.note.text()
    window.close()
