"""What falls due for the breaches of a dossier, and when to remind of it."""

from typing import Any

from dossier.law.breach_deadlines import Duty, deadlines
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from tests.factories import record

AWARE = {"at": "2026-11-22T12:00:00Z"}


def of(*records: Record) -> list[tuple[str, Duty, str, int]]:
    dossier = Dossier("test").with_records([(None, one) for one in records], 1, "")
    return [(one.record.reference, one.duty, f"{one.due:%d %H:%M}", len(one.reminders)) for one in deadlines(dossier)]


def breach(number: int, **values: Any) -> Record:
    return record("breach", reference=f"VIO-2026-{number:03d}", **values)


def sent(to: Record, type_: str = "initiale", **values: Any) -> Record:
    return record("breach_notification", breach=to.id, type=type_, sent_at={"at": "2026-11-23T08:00:00Z"}, **values)


def test_clocks_come_the_one_that_ends_first_in_front() -> None:
    later, sooner = breach(1, aware_at={"at": "2026-11-22T18:00:00Z"}), breach(2, aware_at=AWARE)
    assert of(later, sooner, breach(3, state="suspicion")) == [
        ("VIO-2026-002", Duty.NOTIFY, "25 12:00", 4),
        ("VIO-2026-001", Duty.NOTIFY, "25 18:00", 4),
    ]


def test_an_initial_notification_is_to_be_completed() -> None:
    notified = breach(1, aware_at=AWARE)
    assert of(notified, sent(notified)) == [("VIO-2026-001", Duty.SUPPLEMENT, "26 08:00", 1)]
    agreed = sent(notified, complement_due_on="2026-12-01")
    assert of(notified, agreed) == [("VIO-2026-001", Duty.SUPPLEMENT, "01 23:00", 1)]
    assert of(notified, sent(notified), sent(notified, "complementaire")) == []
    assert of(notified, sent(notified, "complete")) == []


def test_nothing_falls_due_for_what_is_over() -> None:
    assert of(breach(1, aware_at=AWARE, closed_on="2026-11-23"), breach(2, aware_at=AWARE, state="ecartee")) == []
