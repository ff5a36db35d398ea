"""The page of the statistics of requests: what it counts, of which year, and where each number leads."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import Code, use_language
from dossier.model.record import Record
from dossier.model.request import Request
from dossier.ui.pages.request_statistics import CHARTS, LISTS, RequestStatisticsPage
from dossier.ui.widgets.bars import Bars
from dossier.ui.widgets.empty import EmptyState
from dossier.ui.widgets.labels import Label
from dossier.work.edits import creation
from tests.factories import record

from .desks import desk_with, settle, shown
from .window_check import problems


def requests() -> list[Record]:
    return [
        record("request", rights=("acces",), received_on="2025-03-03", answered_on="2025-03-13", decision="satisfaite"),
        record("request", rights=("acces", "effacement"), received_on="2026-03-02", answered_on="2026-06-01"),
        record("request", rights=("effacement",), received_on="2026-09-01", channel="courriel"),
        record("request", received_on="2026-11-20"),
    ]


def page_over(qtbot: QtBot, folder: Path, *records: Record, width: int = 1150) -> RequestStatisticsPage:
    page = RequestStatisticsPage(desk_with(folder, record("organisation", name="Éco"), *records))
    shown(qtbot, page, width, 800)
    qtbot.waitUntil(lambda: page.counted is not None)
    settle()
    return page


def lines(page: RequestStatisticsPage) -> list[tuple[str, str, str]]:
    model = page.table.lines
    return [tuple(model.index(row, place).data() for place in range(3)) for row in range(model.rowCount())]


def choose(qtbot: QtBot, page: RequestStatisticsPage, year: str) -> None:
    page.counted = None
    page.year.setCurrentIndex(page.year.findText(year))
    page.year.activated.emit(page.year.currentIndex())
    qtbot.waitUntil(lambda: page.counted is not None)
    settle()


def test_all_years_are_counted_by_what_was_asked_and_how_it_was_answered(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    use_language("en")
    page = page_over(qtbot, tmp_path, *requests())
    figures = [label.accessibleName().replace("\u00a0", " ") for label in page.charts.findChildren(Label)]
    assert "Answered in time: 50 % 1 of 2" in figures
    assert "Median days to answer: 50.5" in figures
    counted = [(words, n) for words, n, _share in lines(page)]
    assert ("2026, Year of receipt", "3") in counted
    assert ("Answer overdue, Standing", "1") in counted
    assert ("Not stated, Rights exercised", "1") in counted
    charts = [bars.accessibleName().replace("\u00a0", " ") for bars in page.charts.findChildren(Bars)]
    assert "Year of receipt. 2025: 1 (25 %); 2026: 3 (75 %)" in charts


def test_a_year_counts_its_own_and_a_number_leads_to_its_list(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    use_language("en")
    page = page_over(qtbot, tmp_path, *requests())
    choose(qtbot, page, "2026")
    page.look.parts[1].click()
    settle()
    assert not any("Year of receipt" in words for words, *_others in lines(page))
    row = next(place for place, line in enumerate(lines(page)) if line[0].startswith("Answer overdue"))
    with qtbot.waitSignal(page.desk.asked_for_place) as asked:
        page.table.clicked.emit(page.table.lines.index(row, 0))
    place = asked.args[0]
    (overdue,) = [one for one in page.desk.dossier.of(Request) if one.id in place.asked.ids]
    assert (place.page, str(overdue.received_on)) == ("request", "2026-09-01")
    assert place.asked.words == "Standing, Answer overdue"


def test_an_edit_is_counted_and_without_a_request_the_page_says_what_it_is_for(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_over(qtbot, tmp_path)
    assert any(empty.isVisible() for empty in page.findChildren(EmptyState))
    page.counted = None
    assert page.desk.history.do(creation(requests()[2]))
    qtbot.waitUntil(lambda: page.counted is not None)
    assert not any(empty.isVisible() for empty in page.findChildren(EmptyState))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("look", [CHARTS, LISTS])
def test_the_page_holds_in_both_languages_and_small(
    app: QApplication, qtbot: QtBot, tmp_path: Path, language: Code, look: str
) -> None:
    use_language(language)
    page = page_over(qtbot, tmp_path, *requests(), width=860)
    page.look.parts[[CHARTS, LISTS].index(look)].click()
    settle()
    assert problems(page) == []
