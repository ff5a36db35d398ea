"""A deadline in a calendar: read by the rules of RFC 5545, without the code that wrote it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dossier.errors import InvalidInput
from dossier.exchange.calendar import breach_calendar
from dossier.exchange.calendar import calendar as calendar_of
from dossier.i18n import language
from dossier.law.breach_clock import clock_of
from dossier.law.deadlines import everything_due
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from tests.factories import record

AWARE = datetime(2026, 11, 22, 15, 20, 30, tzinfo=UTC)
DUE = AWARE + timedelta(hours=72)


def breach(**values: Any) -> Breach:
    made = record("breach", reference="VIO-2026-003", name="Jeanne Dupont a perdu son portable", **values)
    assert isinstance(made, Breach)
    return made


AWARE_OF = breach(aware_at={"at": AWARE.isoformat()})


def calendar(now: datetime = AWARE, of: Breach = AWARE_OF, code: Any = "fr") -> bytes:
    return breach_calendar(of, clock_of(of), now, language(code))


def properties(data: bytes) -> list[tuple[str, str]]:
    """Names and values of the content lines, unfolded and unescaped (3.1, 3.3.11)."""
    text = data.decode().replace("\r\n ", "")
    assert text.endswith("\r\n")
    pairs = [line.split(":", 1) for line in text.removesuffix("\r\n").split("\r\n")]
    return [(name, value.replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n")) for name, value in pairs]


def values(data: bytes, name: str) -> list[str]:
    return [value for found, value in properties(data) if found == name]


def test_every_line_ends_with_cr_lf_and_is_at_most_75_octets() -> None:
    long = breach(aware_at={"at": AWARE.isoformat()}).with_(reference="VIO-2026-003-é" + "é, " * 60)
    for data in (calendar(), calendar(of=long)):
        assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")
        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        for line in data.split(b"\r\n"):
            line.decode()  # no character is cut
    assert values(calendar(of=long), "SUMMARY") == [f"{long.reference}\u00a0: notifier à la CNIL"]


def test_a_reference_with_control_characters_adds_no_line() -> None:
    odd = AWARE_OF.with_(reference="VIO\r\nATTENDEE:mailto:x@y.z")
    assert len(properties(calendar(of=odd))) == len(properties(calendar()))


def test_what_begins_ends_in_its_order() -> None:
    open_: list[str] = []
    for name, value in properties(calendar()):
        if name == "BEGIN":
            open_.append(value)
        elif name == "END":
            assert open_.pop() == value
    assert open_ == []
    assert values(calendar(), "BEGIN") == ["VCALENDAR", "VEVENT", *["VALARM"] * 4]


def test_the_event_is_the_deadline_in_utc_and_names_only_the_reference() -> None:
    data = calendar(code="en")
    assert values(data, "DTSTART") == ["20261125T152030Z"]
    assert values(data, "SUMMARY") == ["VIO-2026-003: notify the CNIL"]
    assert values(data, "VERSION") == ["2.0"]
    assert "Jeanne" not in data.decode()


def test_a_file_made_later_replaces_the_entry() -> None:
    first, later = calendar(), calendar(AWARE + timedelta(hours=1))
    assert values(first, "UID") == values(later, "UID")
    assert values(first, "DTSTAMP") == ["20261122T152030Z"]
    assert int(values(later, "SEQUENCE")[0]) > int(values(first, "SEQUENCE")[0])


@pytest.mark.parametrize(
    ("left", "triggers"),
    [
        (72, ["-PT48H", "-PT24H", "-PT6H", "PT0S"]),
        (48, ["-PT48H", "-PT24H", "-PT6H", "PT0S"]),
        (20, ["-PT6H", "PT0S"]),
        (-1, ["PT0S"]),
    ],
)
def test_it_reminds_of_what_is_still_to_come(left: int, triggers: list[str]) -> None:
    assert values(calendar(DUE - timedelta(hours=left)), "TRIGGER") == triggers


def test_a_breach_without_a_running_clock_has_no_entry() -> None:
    with pytest.raises(InvalidInput, match="VIO-2026-003"):
        calendar(of=breach(state="suspicion"))


def entries(*some: Record, code: Any = "fr") -> bytes:
    dossier = Dossier("d").with_records(((None, one) for one in some), 1, "")
    return calendar_of(everything_due(dossier, AWARE), AWARE, language(code))


REQUEST = record("request", reference="DR-2026-014", name="Accès de Jeanne Dupont", received_on="2026-11-02")
REVIEW = record("processor", reference="STT-001", name="CELESTE", next_review="2027-01-05")


def test_what_is_due_on_a_day_lasts_all_of_it() -> None:
    data = entries(REVIEW)
    assert values(data, "DTSTART;VALUE=DATE") == ["20270105"]
    assert values(data, "DTEND;VALUE=DATE") == []  # then it lasts one day (3.6.1)
    assert values(data, "TRIGGER") == []


def test_a_shared_calendar_tells_the_reference_and_what_is_due_and_nobody_s_name() -> None:
    data = entries(AWARE_OF, REQUEST, REVIEW)
    assert values(data, "SUMMARY") == [
        "VIO-2026-003\u00a0: notifier à la CNIL",
        "DR-2026-014\u00a0: répondre",
        "STT-001\u00a0: revue",
    ]
    assert "Demandes de droits, art. 12(3) RGPD" in values(data, "DESCRIPTION")
    assert not any(name in data.decode() for name in ("Jeanne", "CELESTE"))


def test_an_answer_is_told_some_days_before() -> None:
    assert values(entries(REQUEST), "TRIGGER") == ["-PT168H"]
    assert values(entries(REQUEST, code="en"), "DESCRIPTION")[1] == "DR-2026-014: answer (7 d left)"


def test_two_deadlines_of_one_record_are_two_entries_for_ever() -> None:
    both = REQUEST.with_(extended=True)
    identifiers = values(entries(both), "UID")
    assert len(set(identifiers)) == 2
    assert identifiers == values(entries(both.with_(name="Autre")), "UID")


def test_a_day_of_any_year_is_written_with_eight_digits() -> None:
    for day in ("9999-12-31", "0900-01-01"):
        entry = entries(record("action", reference="ACN-001", due_on=day))
        assert values(entry, "DTSTART;VALUE=DATE") == [day.replace("-", "")]
