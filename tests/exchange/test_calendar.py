"""A deadline in a calendar: read by the rules of RFC 5545, without the code that wrote it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from dossier.errors import InvalidInput
from dossier.exchange.calendar import breach_calendar
from dossier.i18n import language
from dossier.law.breach_clock import clock_of
from dossier.model.breach import Breach
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
