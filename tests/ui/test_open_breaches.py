"""The open breaches on the overview: what runs, what is late, what waits, and that there is none."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dossier.i18n import use_language
from dossier.model.record import Record
from dossier.ui.pages.open_breaches import LINES, ClockRow, Foremost, OpenBreaches
from dossier.ui.pages.overview import OverviewPage
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.clock import ClockFace
from dossier.ui.widgets.labels import Label
from tests.factories import NOW, add, record

from .desks import desk_with, settle, shown

ORGANISATION = record("organisation", name="Éco")


def aware(hours: float) -> dict[str, str]:
    return {"at": (NOW.fromtimestamp(NOW.timestamp() - hours * 3600, NOW.tzinfo)).isoformat()}


def breach(number: int, **values: Any) -> Record:
    return record("breach", reference=f"VIO-2026-{number:03d}", name=f"Incident {number}", **values)


def overview(qtbot: QtBot, folder: Path, *records: Record) -> OverviewPage:
    page = OverviewPage(desk_with(folder, ORGANISATION, *records))
    shown(qtbot, page)
    return page


def lines(page: OverviewPage) -> list[str]:
    """What the strip says, from top to bottom."""
    (strip,) = page.findChildren(OpenBreaches)
    faces = [face.accessibleName() for face in strip.findChildren(ClockFace) if face.isVisible()]
    rows = [row.accessibleName() for row in strip.findChildren(ClockRow) if row.isVisible()]
    return [words.replace("\u00a0", " ") for words in (*faces, *rows)]


def said(page: OverviewPage) -> list[str]:
    return [label.text() for label in page.findChildren(Label) if label.isVisible()]


def test_without_an_open_breach_one_line_says_so(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = overview(qtbot, tmp_path, breach(1, closed_on="2026-11-01", aware_at=aware(500)))
    assert "Aucune violation ouverte" in said(page)
    assert page.findChildren(OpenBreaches) == []


def test_every_running_clock_is_shown_the_one_that_ends_first_in_front(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = overview(
        qtbot,
        tmp_path,
        breach(1, state="suspicion"),
        breach(2, aware_at=aware(10)),
        breach(3, aware_at=aware(60)),
        breach(4, role="sous_traitant", aware_at=aware(70)),
        breach(5),
    )
    first, second, *others = lines(page)
    assert first.startswith("12 h restantes sur 72 h. À notifier au plus tard")
    assert second.startswith("VIO-2026-002 · Incident 2, 62 h restantes sur 72 h · ")
    assert [words.split(" · ")[0] for words in others] == ["VIO-2026-004", "VIO-2026-005", "VIO-2026-001"]
    assert "Alerter chaque responsable de traitement" in others[0]
    assert "Soupçon : aucun délai ne court" in others[2]
    assert "Aucune violation ouverte" not in said(page)


def test_what_is_late_is_said_with_the_reasons_that_are_asked_for(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    page = overview(qtbot, tmp_path, breach(1, aware_at=aware(75)))
    assert lines(page)[0].startswith("3 h de retard. Échéance passée")
    assert any("motifs du retard" in words for words in said(page))
    (foremost,) = page.findChildren(Foremost)
    assert foremost.findChildren(Button)[0].text() == "Notifier maintenant"


def test_the_words_follow_the_clock(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = overview(qtbot, tmp_path, breach(1, aware_at=aware(60)))
    page._desk.clock = lambda: NOW.fromtimestamp(NOW.timestamp() + 5400, NOW.tzinfo)
    page.findChildren(OpenBreaches)[0].tell_time()
    assert lines(page)[0].startswith("10 h 30 restantes")


def test_the_strip_follows_the_dossier(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = overview(qtbot, tmp_path)
    (made,) = add(page._desk.history.store, breach(1, aware_at=aware(1)))
    page._desk.history.changed.emit(None)
    settle()
    assert lines(page)[0].startswith("71 h")
    add(page._desk.history.store, record("breach_notification", breach=made.id, type="complete", sent_at=aware(0)))
    page._desk.history.changed.emit(None)
    settle()
    assert lines(page) == ["VIO-2026-001 · Incident 1, Notifiée à la CNIL dans le délai"]


def test_an_initial_notification_waits_for_its_supplement(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    notified = breach(1, aware_at=aware(10))
    sent = record("breach_notification", breach=notified.id, type="initiale", sent_at=aware(5))
    (line,) = lines(overview(qtbot, tmp_path, notified, sent))
    assert "Notifiée à la CNIL dans le délai · complément attendu au plus tard mer. 25 nov. 2026 à 09:05" in line


def test_a_supplement_that_did_not_come_is_said_to_be_expected_since(
    app: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    notified = breach(1, aware_at=aware(100))
    sent = record("breach_notification", breach=notified.id, type="initiale", sent_at=aware(90))
    (line,) = lines(overview(qtbot, tmp_path, notified, sent))
    assert "complément attendu depuis le" in line


def test_what_is_very_late_is_told_in_days(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = overview(qtbot, tmp_path, breach(1, aware_at=aware(72 + 240)))
    assert lines(page)[0].startswith("10 jours de retard")


def test_a_row_leads_to_its_record(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = overview(qtbot, tmp_path, breach(1, state="suspicion"))
    with qtbot.waitSignal(page._desk.asked_for) as asked:
        page.findChildren(ClockRow)[0].click()
    assert asked.args[0].reference == "VIO-2026-001"


def test_of_very_many_the_rest_is_counted(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    page = overview(qtbot, tmp_path, *(breach(number, aware_at=aware(number)) for number in range(1, 41)))
    assert len(lines(page)) == 1 + LINES
    (strip,) = page.findChildren(OpenBreaches)
    more = strip.findChildren(Button)[-1]
    assert more.text() == f"{40 - 1 - LINES} autres violations ouvertes"


@pytest.mark.parametrize("width", [760, 1150])
def test_no_word_is_cut(app: QApplication, qtbot: QtBot, tmp_path: Path, width: int, stretched: None) -> None:
    use_language("fr")
    page = overview(qtbot, tmp_path, breach(1, aware_at=aware(75)), breach(2, aware_at=aware(1)))
    page.resize(width, 700)

    def nothing_is_cut() -> None:
        wrapped = [label for label in page.findChildren(Label) if label.isVisible() and label.wordWrap()]
        assert wrapped
        assert [one.text() for one in wrapped if one.height() < one.heightForWidth(one.width())] == []

    qtbot.waitUntil(nothing_is_cut)  # what is found off the window's thread arrives when it is ready
