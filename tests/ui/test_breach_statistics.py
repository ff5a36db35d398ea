"""The page of the statistics: what it counts, what it compares with, and how one gets there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.model.record import Record
from dossier.model.vocabulary_procedures import BreachOrigin
from dossier.paths import user_yardstick
from dossier.ui import theme
from dossier.ui.pages.breach_statistics import StatisticsPage
from dossier.ui.pages.breaches import BreachesPage
from dossier.ui.side import STATISTICS
from dossier.ui.widgets.bars import BarRow, Bars
from dossier.ui.widgets.empty import EmptyState
from dossier.ui.widgets.labels import Label
from dossier.ui.windows import Windows
from dossier.work.edits import creation
from dossier.work.yardstick import keep, read_yardstick
from tests.factories import NOW, record
from tests.law.test_breach_clock import moment

from .desks import desk_with, settle, shown
from .opening import window_on, windows
from .window_check import problems

__all__ = ["windows"]

SAMPLE = """Extraction générée le 18 mars 2026;;;;;;;;
Date de réception de la notification ;Secteur d'activité de l'organisme concerné;Natures de la violation;\
Nombre de personnes impactées;Typologies des données impactées;Données sensibles;Origines de l'incident;\
Causes de l'incident;Information des personnes
2025-12;Construction;Perte de la confidentialité;Entre 0 et 5 personnes;;;Équipement perdu ou volé;;
2025-11;Construction;Perte de la confidentialité;Entre 0 et 5 personnes;;;Équipement perdu ou volé;;
2024-11;Construction;Perte de la confidentialité;Entre 0 et 5 personnes;;;Autre;;
2024-10;Construction;Perte de la confidentialité;Entre 0 et 5 personnes;;;Drone égaré;;
"""


def breaches() -> list[Record]:
    found = [
        record("breach", aware_at=moment("2025-03-10T09:00"), origins=(BreachOrigin.DEVICE,)),
        record("breach", aware_at=moment("2025-04-10T09:00"), origins=(BreachOrigin.HACKING,)),
        record("breach", aware_at=moment("2026-03-10T09:00"), origins=(BreachOrigin.HACKING,)),
    ]
    sent = record("breach_notification", breach=found[0].id, type="initiale", sent_at=moment("2025-03-11T16:30"))
    return [*found, sent]


@pytest.fixture
def published(tmp_path: Path) -> Path:
    path = tmp_path / "notifications.csv"
    path.write_bytes(SAMPLE.encode("cp1252"))
    return path


def page_over(qtbot: QtBot, folder: Path, *records: Record, size: tuple[int, int] = (1150, 800)) -> StatisticsPage:
    page = StatisticsPage(desk_with(folder, record("organisation", name="Éco"), *records))
    shown(qtbot, page, *size)
    counted(qtbot, page)
    return page


def counted(qtbot: QtBot, page: StatisticsPage) -> None:
    qtbot.waitUntil(lambda: page.year.count() > 0)
    settle()


def chart(page: StatisticsPage, title: str) -> str:
    """What a screen reader says of a chart."""
    (found,) = [bars for bars in page.charts.findChildren(Bars) if bars.accessibleName().startswith(f"{title}. ")]
    return found.accessibleName().removeprefix(f"{title}. ").replace("\u00a0", " ")


def words(page: StatisticsPage) -> str:
    return " | ".join(label.text().replace("\u00a0", " ") for label in page.findChildren(Label) if label.isVisible())


def choose(page: StatisticsPage, words_: str) -> None:
    page.year.setCurrentText(words_)
    page.year.activated.emit(page.year.currentIndex())
    settle()


@pytest.fixture
def english(app: QApplication) -> Iterator[None]:
    use_language("en")
    yield
    use_language("fr")


def test_a_chart_says_every_value_and_the_year_chooses(english: None, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_over(qtbot, tmp_path, *breaches())
    hacking = "Hacking, malware (for example ransomware) and/or phishing"
    assert chart(page, "Origin of the incident") == f"{hacking}: 2 (67 %); Device lost or stolen: 1 (33 %)"
    assert chart(page, "By year") == "2025: 2 (67 %); 2026: 1 (33 %)"
    assert "31 h 30" in words(page)
    choose(page, "2026")
    assert chart(page, "Origin of the incident") == f"{hacking}: 1 (100 %)"
    assert chart(page, "By month").startswith("2026-01: 0 (0 %); ")
    choose(page, "All years")
    assert chart(page, "By year") == "2025: 2 (67 %); 2026: 1 (33 %)"


def test_the_table_holds_the_same_numbers(english: None, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_over(qtbot, tmp_path, *breaches())
    page.look.parts[1].click()
    settle()
    assert page.table.isVisible()
    model = page.numbers
    rows = [[str(model.index(r, c).data()).replace("\u00a0", " ") for c in range(5)] for r in range(model.rowCount())]
    assert ["Origin of the incident", "Device lost or stolen", "1", "33 %", ""] in rows
    told = sum(len(bars.rows) for bars in page.charts.findChildren(Bars))
    assert len(rows) == told + 6


def test_it_is_counted_again_when_a_breach_is_added(english: None, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_over(qtbot, tmp_path, *breaches())
    choose(page, "2026")
    page.desk.history.do(creation(record("breach", aware_at=moment("2026-05-10T09:00"))))
    qtbot.waitUntil(lambda: "2026-05: 1" in chart(page, "By month"))
    assert page.year.currentText() == "2026"


def test_without_a_breach_it_says_what_will_be_here(english: None, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_over(qtbot, tmp_path)
    assert [one.isVisible() for one in page.findChildren(EmptyState)] == [True]


def test_without_the_cnils_file_one_line_says_how_to_compare(english: None, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_over(qtbot, tmp_path, *breaches())
    assert "data.gouv.fr" in words(page)
    assert "CNIL" not in chart(page, "Origin of the incident")


def test_the_cnils_file_is_read_from_the_page_and_marked_beside_the_bars(
    english: None, qtbot: QtBot, tmp_path: Path, published: Path
) -> None:
    page = page_over(qtbot, tmp_path, *breaches())
    own = chart(page, "By year")
    page.read_notifications(published)
    qtbot.waitUntil(lambda: "CNIL" in chart(page, "Origin of the incident"))
    assert user_yardstick().exists()
    assert "Device lost or stolen: 1 (33 %), CNIL 50 %" in chart(page, "Origin of the incident")
    assert chart(page, "By year") == own
    assert "Extraction générée le 18 mars 2026" in words(page)
    assert "the 4 notifications that the CNIL published (all years of its file, read on 2026-11-22)" in words(page)
    choose(page, "2025")
    assert "the 2 notifications that the CNIL published (2025," in words(page)
    assert "Device lost or stolen: 1 (50 %), CNIL 100 %" in chart(page, "Origin of the incident")


def test_what_was_kept_before_is_compared_with_at_once(
    english: None, qtbot: QtBot, tmp_path: Path, published: Path
) -> None:
    keep(read_yardstick(published, NOW))
    page = page_over(qtbot, tmp_path, *breaches())
    assert "Device lost or stolen: 1 (33 %), CNIL 50 %" in chart(page, "Origin of the incident")


def test_another_file_is_refused_in_one_sentence(english: None, qtbot: QtBot, tmp_path: Path) -> None:
    page = page_over(qtbot, tmp_path, *breaches())
    (tmp_path / "bank.csv").write_text("Date;Montant\n2025-01-01;12\n", encoding="utf-8")
    said: list[tuple[str, str]] = []
    page.desk.said.connect(lambda tone, sentence: said.append((tone, sentence)))
    page.read_notifications(tmp_path / "bank.csv")
    qtbot.waitUntil(lambda: any(tone == "major" for tone, _sentence in said))
    assert not user_yardstick().exists()
    assert "CNIL" not in chart(page, "Origin of the incident")


def test_the_length_of_a_bar_and_the_place_of_its_mark_are_shares(app: QApplication, qtbot: QtBot) -> None:
    k = theme.tokens()
    bars = Bars("Cause", [BarRow("Vol", "1", 0.5, "50 %", 0.75, "CNIL 75 %"), BarRow("Autre", "0", 0.0, "0 %")])
    shown(qtbot, bars, 600, 80)
    image = bars.grab().toImage()
    middle = [QColor(image.pixelColor(x, 14)).name().upper() for x in range(image.width())]
    bar, mark = middle.count(k.tone("info").solid), middle.index(k.text, middle.index(k.tone("info").solid))
    first, last = middle.index(k.tone("info").solid), len(middle) - 1 - middle[::-1].index(k.line)
    assert bar / (last - first) == pytest.approx(0.5, abs=0.03)
    assert (mark - first) / (last - first) == pytest.approx(0.75, abs=0.03)
    assert k.tone("info").solid not in [QColor(image.pixelColor(x, 42)).name().upper() for x in range(image.width())]


def test_the_menu_and_the_page_of_the_breaches_lead_here_and_back(windows: Windows, tmp_path: Path) -> None:
    made = window_on(windows, tmp_path, *breaches())
    (action,) = [one for one in made.menus.actions() if one.text().replace("&", "") == "Statistiques des violations"]
    action.trigger()
    settle()
    page = made.pages.currentWidget()
    assert isinstance(page, StatisticsPage)
    assert made.pages.here.page == STATISTICS
    assert page.year.hasFocus()
    made.step(-1)
    made.go_to_page("breach")
    settle()
    log = made.pages.currentWidget()
    assert isinstance(log, BreachesPage)
    log.statistics_button.click()
    settle()
    assert made.pages.currentWidget() is page


@pytest.mark.parametrize("size", [(1160, 820), (980, 620)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_cut(stretched: None, qtbot: QtBot, tmp_path: Path, published: Path, size: tuple[int, int]) -> None:
    keep(read_yardstick(published, NOW))
    page = page_over(qtbot, tmp_path, *breaches(), size=size)
    assert problems(page) == []
    page.look.parts[1].click()
    settle()
    assert problems(page) == []
