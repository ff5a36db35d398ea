"""The page of transfers: where each stands, the decision quoted, what is proposed, the impact assessment."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dossier.i18n import Code, use_language
from dossier.model.processor import SubProcessor
from dossier.model.record import Record
from dossier.model.transfer import Transfer, TransferAssessment
from dossier.model.vocabulary import Answer, AssessmentConclusion
from dossier.store.edit import Change, Edit
from dossier.ui.desk import Desk
from dossier.ui.navigation import Pages, place_of
from dossier.ui.pages.transfers import TransfersPage
from dossier.ui.transfers.around import COUNTRIES, DECISIONS, PROPOSED
from dossier.ui.transfers.view import TransferView
from dossier.ui.widgets.lines_table import LinesTable
from dossier.ui.widgets.table import CELL, Cell
from tests.factories import NOW, record
from tests.ui.desks import desk_with, on_its_first_record, reading_desk, settle, shown
from tests.ui.window_check import problems

ADEQUACY, CLAUSES = "adequation", "cct_2021_914"
CLAUSES_WORDS = "Clauses contractuelles types"


def transfer(**values: Any) -> Record:
    return record("transfer", **{"name": "Paiement en ligne", "importer": "Stripe, Inc.", "country": "US", **values})


def stripe(**values: Any) -> Record:
    return record("processor", **{"name": "Stripe Europe", "role": "sous_traitant", "country": "IE", **values})


def wait() -> None:
    """What is computed away from the window's thread is shown."""
    for _turn in range(3):
        QThreadPool.globalInstance().waitForDone()
        settle()


def page_on(qtbot: QtBot, desk: Desk, width: int = 1180, height: int = 800) -> TransfersPage:
    page = on_its_first_record(qtbot, TransfersPage(desk), width, height)
    wait()
    return page


def view_of(page: TransfersPage) -> TransferView:
    assert isinstance(page.view, TransferView)
    return page.view


def states(page: TransfersPage) -> list[tuple[str, str]]:
    """The state of each transfer with what is lacking."""
    assert page.listing
    model = page.listing.model
    cells = [model.index(row, 1).data(CELL) for row in range(model.rowCount())]
    return [(cell.words, cell.second) for cell in cells]


def lines(table: LinesTable) -> list[list[str]]:
    found = []
    for row in range(table.lines.rowCount()):
        cells: list[Cell] = [table.lines.index(row, place).data(CELL) for place in range(table.lines.columnCount())]
        found.append(["|".join(filter(None, (cell.words, cell.second))) for cell in cells])
    return found


def plain(text: str) -> str:
    """With the spaces that French typography does not break as plain ones."""
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def says(page: TransfersPage) -> str:
    """Everything that the law says of the transfer that is shown."""
    law = view_of(page).law
    quotes = [quote for quote in (law.country, law.mechanism) if quote.isVisible()]
    words = [label.text() for quote in quotes for label in (quote.title, quote.words, quote.source)]
    return plain("\n".join([*words, law.ended.accessibleName() if law.ended.isVisible() else ""]))


def test_the_list_says_where_each_transfer_stands_and_what_is_lacking(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    roles = {"exporter_role": "responsable", "importer_role": "sous_traitant"}
    page = page_on(
        qtbot,
        desk_with(
            tmp_path,
            transfer(mechanism=ADEQUACY),
            transfer(country="CH", mechanism=ADEQUACY),
            transfer(country="IN", mechanism=CLAUSES, module="3", annexes="oui", **roles),
            transfer(country="001", mechanism="aucun"),
            transfer(country="US", mechanism="privacy_shield"),
            transfer(country="DE"),
            transfer(country="US", ended_on="2020-01-31", mechanism="privacy_shield"),
        ),
    )
    assert states(page) == [
        ("À vérifier", "certification à vérifier"),
        ("Couvert", "2000/518/CE"),
        ("À vérifier", "module inadapté (+1)"),
        ("Sans fondement", "aucun fondement noté"),
        ("Sans fondement", "ne peut plus servir"),
        ("Dans l’EEE", ""),
        ("Transfert terminé", ""),
    ]


def test_the_decision_is_quoted_with_scope_dates_source_and_day(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, transfer(mechanism=ADEQUACY), transfer(country="CH", mechanism=ADEQUACY)))
    told = says(page)
    for words in ("(UE) 2023/1795 du 10/07/2023", "Data Privacy Framework", "C-703/25 P", "vérifiée le 22/11/2026"):
        assert words in told
    assert page.listing
    page.listing.choose(page.desk.dossier.of(Transfer)[1].id)
    assert "source non relue : à vérifier avant de s’y fier" in says(page)


def test_a_mechanism_that_ended_is_said_with_its_day(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, transfer(mechanism_stated="Conformité au Safe Harbor")))
    assert "Safe Harbor : a pris fin le 06/10/2015" in says(page)


def test_only_the_fields_of_the_mechanism_are_shown_and_those_that_are_filled(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, desk_with(tmp_path, transfer(mechanism=ADEQUACY, approval_reference="BCR 12")))
    ground = view_of(page).ground
    seen = {key for key, section in ground.items() if section.isVisible()}
    assert seen == {"route", "listing", "approved", "stated"}


def test_the_module_that_fits_the_roles_is_told(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    roles = {"exporter_role": "responsable", "importer_role": "sous_traitant"}
    page = page_on(qtbot, desk_with(tmp_path, transfer(mechanism=CLAUSES, **roles)))
    assert "Module 2" in says(page)
    assert "art. 46(2)(c)" in says(page)
    assert "Demande une analyse d’impact" in says(page)


def test_what_the_registers_imply_is_created_with_one_press_and_taken_back_by_undo(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    party = stripe(remote_access=["CH"])
    sub = record("sub_processor", name="AWS", processor=party.id, country="US")
    desk = desk_with(tmp_path, transfer(country="JP"), party, sub)
    page = page_on(qtbot, desk)
    assert page.around.which.value == PROPOSED
    first, second = page.around.proposed.proposals
    assert plain(first.button.accessibleName()) == "Créer le transfert : Stripe Europe : Suisse"
    second.button.setFocus()
    QTest.keyClick(second.button, Qt.Key.Key_Return)
    wait()
    made = page.current_record()
    assert isinstance(made, Transfer)
    assert (made.importer, made.country, made.exporter) == ("AWS", "US", "Stripe Europe")
    assert desk.dossier.of(SubProcessor)[0].transfer == made.id
    assert len(page.around.proposed.proposals) == 1
    desk.history.undo()
    wait()
    assert desk.dossier.count(Transfer) == 1
    assert desk.dossier.of(SubProcessor)[0].transfer is None
    assert len(page.around.proposed.proposals) == 2


def test_an_empty_register_proposes_what_the_others_imply(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    desk = desk_with(tmp_path, stripe(country="US"))
    page = page_on(qtbot, desk)
    assert page.first.isVisible()
    page.first_proposed.proposals[0].button.click()
    wait()
    shown_now = page.current_record()
    assert shown_now
    assert shown_now.title == "Stripe Europe"
    assert page.around.which.value == DECISIONS


def test_the_decisions_tell_how_many_transfers_lean_on_each(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    kept = [transfer(country="GB", mechanism=ADEQUACY), transfer(country="GB", mechanism=CLAUSES)]
    page = page_on(qtbot, desk_with(tmp_path, *kept))
    page.around.show_part(DECISIONS)
    table = lines(page.around.decisions)
    assert table[0][:4] == [table[0][0], "(UE) 2021/1772|28/06/2021", "1", "27/12/2031"]
    assert [row[2] for row in table[1:]] == ["–"] * (len(table) - 1)
    assert table[0][4] == "22/11/2026|source lue"
    page.around.decisions.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.around.decisions, Qt.Key.Key_Return)
    assert "19 décembre 2025" in page.around.quoted.text()


def test_the_table_by_country_leads_to_a_transfer_with_the_keyboard(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    kept = [transfer(country="GB", mechanism=ADEQUACY, onward=["IN"]), transfer(country="US", mechanism=CLAUSES)]
    page = page_on(qtbot, desk_with(tmp_path, *kept))
    page.around.show_part(COUNTRIES)
    assert lines(page.around.countries) == [
        ["Royaume-Uni|Stripe, Inc.", "Adéquat|(UE) 2021/1772, jusqu’au 27/12/2031", "Décision d’adéquation", "1"],
        ["Inde|transfert ultérieur", "Pays tiers", "–", "1"],
        [
            "États-Unis|Stripe, Inc.",
            "Adéquat en partie|(UE) 2023/1795",
            "Clauses contractuelles types|AITD à faire",
            "1",
        ],
    ]
    page.around.countries.setFocus(Qt.FocusReason.TabFocusReason)
    page.around.countries.selectRow(2)
    QTest.keyClick(page.around.countries, Qt.Key.Key_Return)
    found = page.current_record()
    assert isinstance(found, Transfer)
    assert found.country == "US"


def test_an_impact_assessment_is_begun_written_in_free_order_and_concluded(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = desk_with(tmp_path, transfer(mechanism=CLAUSES, exporter="Éco", data="Cartes"))
    page = page_on(qtbot, desk)
    section = view_of(page).assessments
    QTest.keyClick(section.steps.rows[2], Qt.Key.Key_Return)
    settle()
    (made,) = desk.dossier.of(TransferAssessment)
    assert (made.made_on, made.name) == (NOW.date(), "Paiement en ligne")
    guided = page.assessment
    assert guided.isVisible()
    assert guided.form.field("step_3").input.has_keyboard()
    assert "Éco → Stripe, Inc." in guided.route.text()
    assert "art. 46(2)(c)" in guided.tool.text()
    assert any("cnil.fr" in label.text() for label in guided.findChildren(QLabel))
    assert "Données : Cartes" in plain(guided.known["step_1"].text())
    focused = QApplication.focusWidget()
    assert focused
    QTest.keyClicks(focused, "Section 702 du FISA")
    guided.back.click()
    (written,) = desk.dossier.of(TransferAssessment)
    assert written.step_3 == "Section 702 du FISA"
    assert not guided.isVisible()
    assert [row.accessibleName() for row in section.steps.rows][2].endswith("rédigée")


def test_what_is_typed_in_an_assessment_is_undone_step_by_step_and_the_page_stays(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    kept = transfer(mechanism=CLAUSES)
    desk = desk_with(tmp_path, kept, record("transfer_assessment", transfer=kept.id, step_1="Ancien"))
    page = page_on(qtbot, desk)
    (assessment,) = desk.dossier.of(TransferAssessment)
    page.show_assessment(assessment, "step_1")
    concluded = assessment.with_(conclusion=AssessmentConclusion.POSSIBLE)
    desk.history.do(Edit("x", (Change(assessment, concluded),)))
    wait()
    assert page.assessment.isVisible()
    assert states(page)[0][1] == "module à noter (+1)"
    desk.history.undo()
    wait()
    assert page.assessment.isVisible()
    page.assessment.delete_button.click()
    wait()
    assert not page.assessment.isVisible()
    assert desk.dossier.count(TransferAssessment) == 0


def test_a_link_to_an_assessment_leads_to_its_guided_page(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    kept = transfer(mechanism=CLAUSES)
    desk = desk_with(tmp_path, kept, record("transfer_assessment", transfer=kept.id))
    pages = Pages(desk)
    shown(qtbot, pages)
    pages.go(place_of(desk.dossier.of(TransferAssessment)[0], desk.dossier, "step_4"))
    page = pages.currentWidget()
    assert isinstance(page, TransfersPage)
    assert page.assessment.isVisible()
    assert page.assessment.form.field("step_4").input.has_keyboard()
    pages.go(place_of(kept, desk.dossier))
    assert not page.assessment.isVisible()


def test_a_dossier_open_to_read_only_proposes_and_creates_nothing(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_on(qtbot, reading_desk(tmp_path, transfer(country="JP"), stripe(country="US")))
    (proposal,) = page.around.proposed.proposals
    assert not proposal.button.isEnabled()
    assert not view_of(page).assessments.add_button.isEnabled()


def test_a_new_transfer_is_ready_to_be_named(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_on(qtbot, desk_with(tmp_path, transfer()))
    page.add_button.click()
    assert page.view.form.field("name").input.has_keyboard()


def everything() -> list[Record]:
    party = stripe(remote_access=["US", "IN", "MA"])
    kept = transfer(
        mechanism=CLAUSES, country="IN", mechanism_stated="Safe Harbor", onward=["PH"], dpf_active=Answer.NO
    )
    assessment = record("transfer_assessment", transfer=kept.id, step_1="Flux", step_2="CCT", made_on="2026-05-04")
    return [party, kept, assessment, transfer(mechanism=ADEQUACY), transfer(country="GB", mechanism=ADEQUACY)]


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("part", [PROPOSED, COUNTRIES, DECISIONS, "assessment"])
def test_nothing_is_cut_nameless_or_too_small(
    app: QApplication, qtbot: QtBot, tmp_path: Path, lang: Code, part: str
) -> None:
    use_language(lang)
    page = page_on(qtbot, desk_with(tmp_path, *everything()), 1180, 830)
    _show(page, part)
    assert problems(page) == []
    page.resize(1016, 620)
    wait()
    assert problems(page) == []


@pytest.mark.usefixtures("stretched")
@pytest.mark.parametrize("part", [PROPOSED, COUNTRIES, DECISIONS, "assessment"])
def test_words_a_third_longer_find_their_place(qtbot: QtBot, tmp_path: Path, part: str) -> None:
    page = page_on(qtbot, desk_with(tmp_path, *everything()), 1016, 620)
    _show(page, part)
    assert problems(page) == []


def _show(page: TransfersPage, part: str) -> None:
    if part == "assessment":
        page.show_assessment(page.desk.dossier.of(TransferAssessment)[0])
        page.assessment.form.complete()
    else:
        page.around.show_part(part)
    wait()
