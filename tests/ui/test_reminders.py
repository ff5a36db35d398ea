"""Reminders of running clocks: at their hours, once each, and at the next start what was missed."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

from dossier.model.record import Record
from dossier.store.store import Store
from dossier.ui.desk import Kept
from dossier.ui.main_window import MainWindow
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.work.preferences import Preferences
from tests.factories import add, make_store, record

from .desks import settle
from .opening import MARIE, said

AWARE = datetime(2026, 11, 22, 12, tzinfo=UTC)
DUE = AWARE + timedelta(hours=72)


class Running:
    """The program on one dossier, with a clock that the test turns."""

    def __init__(self, folder: Path) -> None:
        self.path, self.kept, self.now = folder / "essai.dossier", Kept(MARIE), AWARE
        self.window: MainWindow | None = None

    def start(self, now: datetime) -> list[str]:
        """What is said some time after the start at `now`."""
        self.now, self.kept = now, Kept(self.kept.preferences)
        self.window = MainWindow(Store.open(self.path, now), self.kept, lambda: self.now)
        self.window.show()
        return self.at(now)

    def at(self, now: datetime) -> list[str]:
        self.now = now
        assert self.window
        self.window.reminders.look()
        QThreadPool.globalInstance().waitForDone()
        settle()
        return [words.replace("\u00a0", " ") for words in said(self.window)]

    def stop(self) -> None:
        if self.window:
            self.window.close()
        settle()


@pytest.fixture
def running(app: QApplication, tmp_path: Path) -> Iterator[Callable[..., Running]]:
    made = Running(tmp_path)

    def over(*records: Record) -> Running:
        make_store(made.path, [record("organisation", name="Éco"), *records]).close()
        return made

    yield over
    made.stop()


def breach(number: int = 3, **values: Any) -> Record:
    values = {"aware_at": {"at": AWARE.isoformat()}, **values}
    return record("breach", reference=f"VIO-2026-{number:03d}", name="Courriel", **values)


def before(hours: float) -> datetime:
    return DUE - timedelta(hours=hours)


def test_a_running_clock_reminds_at_48_24_and_6_hours_and_at_its_end_once_each(running: Any) -> None:
    program = running(breach())
    assert program.start(before(49)) == []
    assert program.at(before(48.01)) == []
    (first,) = program.at(before(48))
    assert "VIO-2026-003 : il reste 48 h pour notifier à la CNIL" in first
    assert "mer. 25 nov. 2026 à 13:00 (Paris)" in first
    close(program)
    assert program.at(before(47)) == []
    assert "24 h" in program.at(before(24))[0]
    assert "6 h" in program.at(before(6))[0]
    (late,) = program.at(before(0))
    assert "motifs du retard" in late
    close(program)
    assert program.at(before(-30)) == []


def close(program: Running) -> None:
    assert program.window
    for banner in program.window.notices.findChildren(Banner):
        banner.findChildren(Button)[-1].click()
    settle()


def test_what_came_due_while_the_program_was_closed_is_said_at_the_next_start_in_one_banner(running: Any) -> None:
    program = running(breach(), breach(4, aware_at={"at": (AWARE + timedelta(hours=30)).isoformat()}))
    program.start(before(60))
    program.stop()
    (one,) = program.start(before(5))
    assert one.startswith("Pendant que le programme était fermé")
    assert "VIO-2026-003 : il reste 5 h" in one
    assert "VIO-2026-004 : il reste 35 h" in one
    program.stop()
    assert program.start(before(4.9)) == []


def test_a_program_that_was_killed_says_nothing_twice(running: Any) -> None:
    program = running(breach())
    program.start(before(50))
    assert len(program.at(before(48))) == 1
    again = Kept(Preferences.load(program.now))  # what is on the disk, without closing
    assert list(again.preferences.seen.values()) == [before(48)]


def test_what_was_notified_meanwhile_is_not_reminded_of(running: Any) -> None:
    program = running(breach())
    program.start(before(50))
    made = program.window.desk.dossier.called("VIO-2026-003")
    add(
        program.window.store,
        record("breach_notification", breach=made.id, type="complete", sent_at={"at": before(49).isoformat()}),
    )
    program.window.history.changed.emit(None)
    assert program.at(before(20)) == []


def test_a_supplement_that_is_due_is_reminded_of(running: Any) -> None:
    notified = breach()
    sent = record("breach_notification", breach=notified.id, type="initiale", sent_at={"at": AWARE.isoformat()})
    program = running(notified, sent)
    assert program.start(before(1)) == []
    assert "complément" in program.at(before(0))[0]


def test_a_breach_that_is_first_seen_late_is_shown_and_not_reminded_of(running: Any) -> None:
    assert running(breach()).start(before(-3)) == []


def test_the_banner_leads_to_the_record(running: Any) -> None:
    program = running(breach())
    program.start(before(50))
    program.at(before(24))
    (banner,) = [one for one in program.window.notices.findChildren(Banner) if one.isVisible()]
    banner.findChildren(Button)[0].click()
    assert program.window.pages.here.page == "breach"


def test_a_dossier_without_breaches_remembers_nothing(running: Any) -> None:
    program = running()
    program.start(before(50))
    program.stop()
    assert program.kept.preferences.seen == {}


def test_a_clock_that_was_set_back_takes_no_reminder_away(running: Any) -> None:
    program = running(breach())
    program.start(before(-100))
    program.stop()
    program.start(before(30))
    assert "24 h" in program.at(before(24))[0]


def badge(program: Any) -> str:
    assert program.window
    return str(program.window.side._buttons["breach"].accessibleName())


def test_the_sidebar_counts_what_is_open_and_says_what_is_late(running: Any) -> None:
    program = running(breach(), breach(4, aware_at=None, state="suspicion"))
    program.start(before(1))
    assert badge(program).endswith("2 ouvertes")
    program.at(before(-1))
    assert badge(program).endswith("1 en retard")
    made = program.window.desk.dossier.called("VIO-2026-003")
    sent = {"at": before(-1).isoformat()}
    add(program.window.store, record("breach_notification", breach=made.id, type="complete", sent_at=sent))
    program.window.history.changed.emit(None)
    program.at(before(-1))
    assert badge(program).endswith("2 ouvertes")


def midnight(day: str) -> datetime:
    """The beginning of a day of November in Paris."""
    return datetime.fromisoformat(f"2026-11-{day}T00:00:00+01:00").astimezone(UTC)


def test_an_answer_is_reminded_of_a_week_before_and_once_it_is_late(running: Any) -> None:
    program = running(record("request", reference="DR-2026-004", received_on="2026-10-14"))
    assert program.start(midnight("09") - timedelta(minutes=1)) == []
    (soon,) = program.at(midnight("09"))
    assert "DR-2026-004 : réponse due le lundi 16/11/2026" in soon
    close(program)
    assert program.at(midnight("17") - timedelta(minutes=1)) == []
    (late,) = program.at(midnight("17"))
    assert "la réponse était due le lundi 16/11/2026" in late
    program.stop()
    assert program.start(midnight("18")) == []


def test_an_answer_that_came_due_while_the_program_was_closed_is_said_and_leads_to_the_request(running: Any) -> None:
    program = running(record("request", received_on="2026-10-14"))
    program.start(midnight("08"))
    program.stop()
    (one,) = program.start(midnight("20"))
    assert one.startswith("Pendant que le programme était fermé")
    (banner,) = [each for each in program.window.notices.findChildren(Banner) if each.isVisible()]
    banner.findChildren(Button)[0].click()
    assert program.window.pages.here.page == "request"


def test_a_request_that_is_suspended_or_answered_is_not_reminded_of(running: Any) -> None:
    waiting = record("request", received_on="2026-10-14")
    pause = record("request_pause", request=waiting.id, reason="identite", started_on="2026-10-20")
    program = running(waiting, pause, record("request", received_on="2026-10-14", answered_on="2026-11-02"))
    program.start(midnight("08"))
    assert program.at(midnight("20")) == []
