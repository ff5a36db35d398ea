"""Requests counted by the year of receipt: rights, answers in time, late or overdue, median days."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dossier.law.request_statistics import NO_YEAR, Outcome, RequestTally, request_statistics
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.model.vocabulary_procedures import Right
from tests.factories import record

TODAY = date(2026, 11, 22)


def counted(*records: Record) -> Mapping[int, RequestTally]:
    dossier = Dossier("test").with_records([(None, one) for one in records], 1, "")
    return request_statistics(dossier, TODAY)


def request(received: str | None, answered: str | None = None, **values: Any) -> Record:
    return record("request", received_on=received, answered_on=answered, **values)


def test_each_year_counts_what_was_received_in_it_the_last_first_and_the_undated_at_the_end() -> None:
    found = counted(request("2024-12-31", "2025-01-10"), request(None), request("2026-11-20"), request("2026-11-21"))
    assert [(year, tally.requests) for year, tally in found.items()] == [(2026, 2), (2024, 1), (NO_YEAR, 1)]


def test_answers_are_in_time_late_overdue_or_still_open() -> None:
    waiting = request("2026-09-01")
    pause = record("request_pause", request=waiting.id, reason="identite", started_on="2026-09-10")
    tally = counted(
        request("2026-10-14", "2026-11-16"),
        request("2026-10-14", "2026-11-17"),
        request("2026-10-14"),
        request("2026-11-14"),
        waiting,
        pause,
        request("2026-10-14", state="cloturee"),
    )[2026]
    assert {outcome: tally.of(outcome) for outcome in Outcome} == {
        Outcome.ON_TIME: 1,
        Outcome.LATE: 1,
        Outcome.OVERDUE: 1,
        Outcome.OPEN: 2,
        Outcome.UNDATED: 0,
        Outcome.UNKNOWN: 1,
    }
    assert tally.answered == 2


def test_a_request_without_its_day_of_receipt_is_not_counted_as_in_time() -> None:
    tally = counted(request(None))[NO_YEAR]
    assert (tally.of(Outcome.OPEN), tally.of(Outcome.UNDATED)) == (0, 1)


def test_a_request_counts_once_under_each_of_its_rights_in_the_order_of_the_law() -> None:
    tally = counted(request("2026-01-02", rights=["opposition", "acces"]), request("2026-01-02", rights=["acces"]))[
        2026
    ]
    assert list(tally.rights.items()) == [(Right.ACCESS, 2), (Right.OBJECTION, 1)]
    assert counted(request("2026-01-02"))[2026].rights == {None: 1}


def test_the_median_is_of_the_days_that_are_known() -> None:
    known = [request("2026-03-02", day) for day in ("2026-03-04", "2026-03-12", "2026-03-05", "2026-03-22")]
    assert counted(*known, request("2026-03-02"), request("2026-03-02", "2026-03-01"))[2026].median_days == 6.5
    assert counted(request("2026-03-02"))[2026].median_days is None
