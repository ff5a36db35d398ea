"""The clock of a breach: when it starts, 72 elapsed hours, what stops it, and what runs none."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.law.breach_clock import Phase, clock_of, earliest, latest
from dossier.model.breach import Breach, BreachNotification, BreachParty
from dossier.model.record import Moment, Precision
from dossier.model.vocabulary_procedures import BreachRole, BreachState, NotificationType
from tests.factories import NOW, record

PARIS = ZoneInfo("Europe/Paris")
MARQUESAS = ZoneInfo("Pacific/Marquesas")


def moment(text: str, place: ZoneInfo = PARIS, fold: int = 0, precision: Precision = Precision.MINUTE) -> Moment:
    at = datetime.fromisoformat(text).replace(tzinfo=place, fold=fold)
    return Moment(at=at, zone=place.key, precision=precision)


def breach(**values: Any) -> Breach:
    made = record("breach", name="Courriel", **values)
    assert isinstance(made, Breach)
    return made


def sent(at: Moment, type_: NotificationType = NotificationType.INITIAL) -> BreachNotification:
    made = record("breach_notification", type=type_, sent_at=at)
    assert isinstance(made, BreachNotification)
    return made


def local(at: datetime | None, place: ZoneInfo = PARIS) -> str:
    assert at
    return f"{at.astimezone(place):%a %Y-%m-%d %H:%M %z}"


CASES = {
    "Friday evening": (moment("2026-11-20T16:30"), "Mon 2026-11-23 16:30 +0100", "Mon 2026-11-23 17:00 +0100"),
    "12:17": (moment("2026-11-22T12:17"), "Wed 2026-11-25 12:17 +0100", "Wed 2026-11-25 13:00 +0100"),
    "31 December": (moment("2026-12-31T23:59"), "Sun 2027-01-03 23:59 +0100", "Mon 2027-01-04 00:00 +0100"),
    "before summer time ends": (
        moment("2026-10-24T10:00"),
        "Tue 2026-10-27 09:00 +0100",
        "Tue 2026-10-27 10:00 +0100",
    ),
    "first 02:30 of the night": (
        moment("2026-10-25T02:30"),
        "Wed 2026-10-28 01:30 +0100",
        "Wed 2026-10-28 02:00 +0100",
    ),
    "second 02:30 of the night": (
        moment("2026-10-25T02:30", fold=1),
        "Wed 2026-10-28 02:30 +0100",
        "Wed 2026-10-28 03:00 +0100",
    ),
    "before summer time begins": (
        moment("2027-03-27T10:00"),
        "Tue 2027-03-30 11:00 +0200",
        "Tue 2027-03-30 12:00 +0200",
    ),
    "known to the day": (
        moment("2026-11-20T15:00", precision=Precision.DAY),
        "Mon 2026-11-23 00:00 +0100",
        "Mon 2026-11-23 01:00 +0100",
    ),
}


@pytest.mark.parametrize(("aware", "due", "regulation"), CASES.values(), ids=CASES)
def test_72_elapsed_hours(aware: Moment, due: str, regulation: str) -> None:
    clock = clock_of(breach(aware_at=aware))
    assert clock.phase is Phase.RUNNING
    assert (local(clock.due), local(clock.regulation_due)) == (due, regulation)


def test_the_hour_of_the_regulation_is_that_of_the_place() -> None:
    clock = clock_of(breach(aware_at=moment("2026-11-20T16:10", MARQUESAS)))
    assert local(clock.regulation_due, MARQUESAS) == "Mon 2026-11-23 17:00 -0930"


def test_a_suspicion_runs_no_clock_and_may_never_become_certain() -> None:
    suspected = breach(suspected_at=moment("2026-11-01T09:00"), state=BreachState.SUSPICION)
    assert clock_of(suspected) == clock_of(suspected.with_(suspected_at=None, state=BreachState.SUSPICION))
    assert clock_of(suspected).phase is Phase.SUSPICION
    assert clock_of(suspected).due is None
    assert clock_of(suspected.with_(state=BreachState.DISMISSED)).phase is Phase.DISMISSED
    assert clock_of(breach()).phase is Phase.UNKNOWN


def test_a_processors_breach_starts_when_it_informs_the_controller() -> None:
    told = moment("2026-11-20T18:00")
    assert clock_of(breach(processor_alerted_at=told)).start == told.at
    assert clock_of(breach(processor_alerted_at=told, aware_at=moment("2026-11-21T09:00"))).start == told.at
    before = moment("2026-11-19T09:00")
    assert clock_of(breach(processor_alerted_at=told, aware_at=before)).start == before.at


def test_as_processor_every_controller_is_alerted_and_no_hours_are_counted() -> None:
    ours = breach(role=BreachRole.PROCESSOR, aware_at=moment("2026-11-20T18:00"))
    assert (clock_of(ours).phase, clock_of(ours).due) == (Phase.ALERTING, None)
    one, other = (record("breach_party", role=BreachRole.CONTROLLER, name=name) for name in ("Alpha", "Bêta"))
    assert isinstance(one, BreachParty)
    assert isinstance(other, BreachParty)
    alerted = one.with_(alerted_at=moment("2026-11-20T19:00"))
    assert clock_of(ours, (), [alerted, other]).phase is Phase.ALERTING
    assert clock_of(ours, (), [alerted]).phase is Phase.ALERTED


def test_what_stops_the_clock() -> None:
    aware = breach(aware_at=moment("2026-11-20T16:30"))
    in_time, late = sent(moment("2026-11-23T16:30")), sent(moment("2026-11-23T16:31"))
    assert clock_of(aware, [in_time]).on_time is True
    assert clock_of(aware, [late]).on_time is False
    assert clock_of(aware, [late, in_time]).notified == earliest(in_time.sent_at or moment("2026-01-01"))
    assert clock_of(aware, [late]).needs_reasons(NOW)
    assert not clock_of(aware, [in_time]).needs_reasons(NOW + timedelta(days=9))
    assert clock_of(aware, [sent(moment("2026-11-21T10:00"), NotificationType.POLICE)]).is_running
    assert clock_of(aware, [sent(moment("2026-11-21T10:00"), NotificationType.SUPPLEMENTARY)]).is_running
    assert clock_of(aware.with_(notify=False)).is_running
    assert clock_of(aware.with_(notify=False, notify_reasons="Disque chiffré")).phase is Phase.NOT_NOTIFIED


def test_a_day_of_sending_tells_only_what_it_can() -> None:
    aware = breach(aware_at=moment("2026-11-20T16:30"))
    for day, on_time in (("2026-11-22", True), ("2026-11-23", None), ("2026-11-24", False)):
        assert clock_of(aware, [sent(moment(day, precision=Precision.DAY))]).on_time is on_time


def test_what_was_sent_before_the_clock_began_is_not_called_in_time() -> None:
    aware = breach(aware_at=moment("2026-11-20T16:30"))
    assert clock_of(aware, [sent(moment("2026-11-20T16:29"))]).on_time is None
    assert clock_of(aware, [sent(moment("2026-11-19", precision=Precision.DAY))]).on_time is None
    assert clock_of(aware, [sent(moment("2026-11-20", precision=Precision.DAY))]).on_time is True


def test_it_is_late_only_after_the_deadline_and_reminds_before() -> None:
    clock = clock_of(breach(aware_at=moment("2026-11-20T16:30")))
    due = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
    assert clock.due == due
    assert not clock.is_late(due)
    assert clock.is_late(due + timedelta(seconds=1))
    assert clock.left(due - timedelta(hours=54, minutes=40)) == timedelta(hours=54, minutes=40)
    assert [(due - at) // timedelta(hours=1) for at in clock.reminders()] == [48, 24, 6, 0]


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1)),
    st.sampled_from(["Europe/Paris", "America/Martinique", "Pacific/Noumea", "Indian/Reunion", "Pacific/Marquesas"]),
    st.integers(0, 1),
)
def test_whenever_and_wherever_it_is_72_hours(at: datetime, place: str, fold: int) -> None:
    aware = Moment(at=at.replace(tzinfo=ZoneInfo(place), fold=fold), zone=place)
    clock = clock_of(breach(aware_at=aware))
    assert clock.due
    assert clock.regulation_due
    assert clock.due - aware.at == timedelta(hours=72)
    assert timedelta(0) < clock.regulation_due - clock.due <= timedelta(hours=1)
    assert clock.regulation_due.astimezone(ZoneInfo(place)).minute == 0
    for precision in Precision:
        vague = aware.with_(precision=precision)
        assert earliest(vague) <= aware.at <= latest(vague)
