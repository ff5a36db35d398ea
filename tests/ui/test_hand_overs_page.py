"""The page of hand-overs: what changed since one, and whether a PDF is what the dossier held, without leaving it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dossier.model.evidence import HandOver
from dossier.report.scope import Scope
from dossier.ui.desk import Desk
from dossier.ui.hand_overs.since import Since
from dossier.ui.hand_overs.view import HandOverView
from dossier.ui.pages.hand_overs import HandOversPage
from dossier.ui.widgets.banner import Banner
from dossier.work.hand_over import Recipient, hand_over_edit, handed_over_files
from tests.factories import NOW, record
from tests.ui.desks import desk_with, settle, shown


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = desk_with(tmp_path, record("organisation", name="Éco"), record("activity", name="Paie"))
    written = handed_over_files(made.history.store.path, made.dossier, tmp_path / "out.pdf", Scope("fr", NOW))
    assert made.history.do(hand_over_edit(made.dossier, written, Recipient("CNIL", "Contrôle"), NOW))
    return made


def page_on(qtbot: QtBot, desk: Desk) -> HandOversPage:
    page = HandOversPage(desk)
    shown(qtbot, page)
    page.show_record(desk.dossier.of(HandOver)[-1].id)
    settle()
    return page


def since_of(page: HandOversPage) -> Since:
    assert isinstance(page.view, HandOverView)
    return page.view.since


def answer(qtbot: QtBot, since: Since) -> str:
    QThreadPool.globalInstance().waitForDone()
    qtbot.waitUntil(since.verify.isEnabled)
    return " ".join(banner.accessibleName() for banner in since.findChildren(Banner) if not banner.isHidden())


def test_what_changed_since_is_written_where_asked(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, target = page_on(qtbot, desk), tmp_path / "changes.pdf"
    since = since_of(page)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(target), ""))
    since.changes.click()
    assert not since.changes.isEnabled()
    assert str(target) in answer(qtbot, since)
    assert target.read_bytes().startswith(b"%PDF-1.7")
    assert since.changes.isEnabled()


def test_a_pdf_is_verified_and_the_first_difference_said(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, pdf = page_on(qtbot, desk), tmp_path / "out.pdf"
    since = since_of(page)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(pdf), ""))
    since.verify.click()
    assert "out.pdf is what the dossier held." in answer(qtbot, since)
    pdf.write_bytes(pdf.read_bytes().replace(b"<pdf:Keywords>RGPD", b"<pdf:Keywords>RGPF"))
    since.verify.click()
    assert "What the file says about itself" in answer(qtbot, since)
    pdf.write_bytes(b"Bonjour")
    since.verify.click()
    assert "is not a PDF" in answer(qtbot, since)


def test_what_was_noted_by_hand_says_why_nothing_can_be_compared(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, record("hand_over", name="Clé USB")))
    since = since_of(page)
    assert not since.changes.isEnabled()
    assert "Noted by hand" in since.changes.toolTip()
    assert since.verify.isEnabled()
