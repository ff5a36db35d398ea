"""The overview: what is due next, the 25 sheets, contracts, transfers; each a way to its list."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from dossier.model.dossier import Dossier
from dossier.model.vocabulary import TransferMechanism
from dossier.ui.deadlines.due_row import DueRow
from dossier.ui.desk import Desk
from dossier.ui.navigation import Only, Place
from dossier.ui.overview.facts import facts_of
from dossier.ui.pages.kind_page import KindPage
from dossier.ui.pages.measures import MeasuresPage
from dossier.ui.pages.overview import OverviewPage
from dossier.ui.widgets.painting import two_lines
from dossier.ui.windows import Windows
from tests.factories import NOW, record
from tests.ui.desks import desk_with, settle, shown
from tests.ui.opening import window_on, windows
from tests.ui.window_check import problems

__all__ = ["windows"]

TODAY = NOW.date()
MISSING = record("processor", name="CELESTE", role="sous_traitant")
SIGNED = record("processor", name="STRIPE", role="sous_traitant", signed_on="2026-01-01")
OPEN_ROLE = record("processor", name="META")
JOINT = record("processor", name="Groupe", role="responsable_conjoint")
LONDON = record("transfer", name="Londres", country="GB", mechanism="adequation")
DELHI = record("transfer", name="Delhi", country="IN")
OVER = record("transfer", name="Tokyo", country="JP", ended_on="2026-01-01")
BACKUP = record("measure", name="Sauvegarde", sheet=17, state="en_place")
LATE = record("action", name="Chiffrer", due_on="2026-11-10", state="a_faire")
ALL = (MISSING, SIGNED, OPEN_ROLE, JOINT, LONDON, DELHI, OVER, BACKUP, LATE)


@pytest.fixture
def desk(app: QApplication, tmp_path: Path) -> Desk:
    return desk_with(tmp_path, record("organisation", name="Éco"), *ALL)


def page_on(qtbot: QtBot, desk: Desk, width: int = 1200, height: int = 820) -> OverviewPage:
    page = OverviewPage(desk)
    shown(qtbot, page, width, height)
    desk.watch.begin()
    qtbot.waitUntil(lambda: page.below.transfers is not None and bool(page.deadlines.rows))
    settle()
    return page


def test_what_the_charts_tell() -> None:
    facts = facts_of(Dossier("d").with_records(((None, one) for one in ALL), 1, ""), TODAY)
    assert facts.contracts.asked == {MISSING.id, SIGNED.id, OPEN_ROLE.id}
    assert facts.contracts.without == {MISSING.id}
    assert facts.contracts.to_qualify == {OPEN_ROLE.id}
    resting = [(one.mechanism, set(one.transfers)) for one in facts.mechanisms]
    assert resting == [(None, {DELHI.id}), (TransferMechanism.ADEQUACY, {LONDON.id})]
    assert facts_of(Dossier("d"), date.max).mechanisms == ()


def test_each_chart_says_its_numbers_without_colour(qtbot: QtBot, desk: Desk) -> None:
    page = page_on(qtbot, desk)
    below = page.below
    assert below.contracts
    assert below.transfers
    assert below.sheets
    bars = [row.accessibleName() for row in (*below.contracts.rows, *below.transfers.rows) if row.isVisible()]
    assert [bar.replace("\u00a0", " ") for bar in bars] == [
        "Sans contrat signé au dossier : 1 sur 3",
        "Rôle à qualifier : 1 sur 3",
        "Aucun mécanisme indiqué : 1 sur 2",
        "Décision d’adéquation (art. 45) : 1 sur 2",
    ]
    assert below.sheets.squares[16].accessibleName().startswith("Fiche 17\u00a0: ")
    assert "sans preuve" in below.sheets.squares[16].accessibleName()
    assert below.sheets.unproved.accessibleName() == "25 sans preuve"


def test_a_bar_leads_to_its_records_alone_and_back_to_all(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    window = window_on(windows, tmp_path, record("organisation"), *ALL)
    overview = window.pages.page("overview")
    assert isinstance(overview, OverviewPage)
    qtbot.waitUntil(lambda: overview.below.contracts is not None)
    assert overview.below.contracts
    overview.below.contracts.rows[0].click()
    page = window.pages.currentWidget()
    assert isinstance(page, KindPage)
    assert page.listing
    model = page.listing.model
    assert [model.record_at(row).title for row in range(model.rowCount())] == ["CELESTE"]
    assert page.listing.only_button.text() == "Uniquement\u00a0: Sans contrat signé au dossier"
    page.listing.only_button.click()
    assert (model.rowCount(), page.listing.only_button.isVisible()) == (4, False)


def test_a_square_leads_to_the_measures_of_its_sheet(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    window = window_on(windows, tmp_path, record("organisation"), *ALL)
    overview = window.pages.page("overview")
    assert isinstance(overview, OverviewPage)
    qtbot.waitUntil(lambda: overview.below.sheets is not None)
    assert overview.below.sheets
    overview.below.sheets.squares[16].click()
    page = window.pages.currentWidget()
    assert isinstance(page, MeasuresPage)
    assert page.sheets.sheet == 17


def test_arrows_walk_the_squares_of_which_tab_reaches_one(qtbot: QtBot, desk: Desk) -> None:
    page, places = page_on(qtbot, desk), list[Place]()
    sheets = page.below.sheets
    desk.asked_for_place.connect(places.append)
    assert sheets
    sheets.squares[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Return):
        QTest.keyClick(sheets.squares[0].window().focusWidget(), key)
    assert places == [Place("measure", asked=2)]
    tabbed = [one.covered.sheet.number for one in sheets.squares if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert tabbed == [2]


def test_the_next_deadline_leads_to_its_field(qtbot: QtBot, desk: Desk) -> None:
    page, places = page_on(qtbot, desk), list[Place]()
    desk.asked_for_place.connect(places.append)
    assert page.deadlines.note.text() == "1 en retard"
    page.deadlines.rows[0].click()
    assert places == [Place("action", LATE.id, "due_on")]


def test_a_bar_of_what_is_gone_shows_no_record(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    window = window_on(windows, tmp_path, record("organisation"), *ALL)
    window.pages.go(Place("processor", asked=Only("Partis", frozenset({"gone"}))))
    page = window.pages.currentWidget()
    assert isinstance(page, KindPage)
    assert page.listing
    assert page.listing.model.rowCount() == 0
    window.desk.go_to(MISSING)
    assert page.listing.model.rowCount() == 4


@pytest.mark.parametrize("size", [(1200, 820), (1040, 600)])
def test_nothing_is_cut_or_nameless(qtbot: QtBot, desk: Desk, size: tuple[int, int]) -> None:
    assert problems(page_on(qtbot, desk, *size)) == []


def test_it_fits_a_window_of_1440_by_900(qtbot: QtBot, windows: Windows, tmp_path: Path) -> None:
    breach = record("breach", name="Courriel envoyé à tous", aware_at={"at": "2026-11-22T09:00:00+00:00"})
    begun = (record("activity", name="Paie"), record("procedure", name="Violations"), record("dpo_designation"))
    window = window_on(windows, tmp_path, record("organisation", name="Éco"), breach, *begun, *ALL)
    window.resize(1440, 900)
    overview = window.pages.page("overview")
    assert isinstance(overview, OverviewPage)
    window.desk.watch.begin()
    qtbot.waitUntil(lambda: overview.below.transfers is not None and bool(overview.findChildren(DueRow)))
    settle()
    assert isinstance(overview.body, QScrollArea)
    assert overview.body.verticalScrollBar().maximum() == 0


def test_the_first_window_waits_for_no_chart() -> None:
    looked = "import sys, dossier.ui.windows, dossier.ui.main_window, dossier.ui.pages.overview; "
    late = ("dossier.law.deadlines", "dossier.law.security_guide", "dossier.ui.overview.sheets_card")
    said = f"print([name for name in {late} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", looked + said], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_text_is_broken_at_a_word_and_nothing_of_it_is_lost(app: QApplication) -> None:
    text = "Finalité « Recevoir les demandes de contact et de devis » sans base de l’art. 6(1) au dossier"
    first, second = two_lines(text, "body", 260)
    assert second
    assert f"{first} {second}" == text
    assert two_lines("Paie", "body", 260) == ("Paie", "")
