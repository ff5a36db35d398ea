"""The period to answer a person: one calendar month, suspensions, extension, weekends and French holidays."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.law.breach_deadlines import end_of
from dossier.law.holidays import is_working_day
from dossier.law.request_clock import RequestClock, RequestPhase, clock_in, clock_of, marketing_due
from dossier.law.request_deadlines import answers_due
from dossier.model.dossier import Dossier
from dossier.model.organisation import Organisation
from dossier.model.request import Request, RequestPause
from dossier.model.vocabulary_procedures import PauseReason, RequestState

OCTOBER = date(2026, 10, 14)


def request(received: date | None = OCTOBER, **values: Any) -> Request:
    return Request(id="r", received_on=received, **values)


def pause(
    start: date | None, end: date | None = None, reason: PauseReason | None = PauseReason.IDENTITY
) -> RequestPause:
    return RequestPause(id=f"{start}-{end}", request="r", started_on=start, ended_on=end, reason=reason)


def october(start: int, end: int | None = None, **values: Any) -> RequestPause:
    return pause(date(2026, 10, start), date(2026, 10, end) if end else None, **values)


def due(received: date, *pauses: RequestPause, **values: Any) -> date | None:
    return clock_of(request(received, **values), pauses).due


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-03-05", "2026-04-07"),  # 5 April 2026 is Easter Sunday, the 6th Easter Monday
        ("2027-03-05", "2027-04-05"),
        ("2026-01-31", "2026-03-02"),  # 28 February is a Saturday
        ("2028-01-31", "2028-02-29"),
        ("2026-10-14", "2026-11-16"),  # 14 November is a Saturday
        ("2026-11-30", "2026-12-30"),
        ("2026-12-01", "2027-01-04"),  # 1 January is a holiday and a Friday
        ("2026-12-31", "2027-02-01"),  # 31 January is a Sunday
        ("2026-04-01", "2026-05-04"),  # 1 May, then a weekend
    ],
)
def test_one_calendar_month_and_the_next_working_day(received: str, expected: str) -> None:
    assert due(date.fromisoformat(received)) == date.fromisoformat(expected)


def test_ten_paused_days_move_the_end_and_it_is_rolled_once_from_the_unrolled_day() -> None:
    assert due(OCTOBER, october(16, 26)) == date(2026, 11, 24)


def test_the_extension_counts_from_receipt() -> None:
    assert due(date(2026, 1, 31), extended=True) == date(2026, 4, 30)
    assert due(OCTOBER, extended=True) == date(2027, 1, 14)


def test_notice_of_the_extension_is_due_by_the_unextended_day() -> None:
    clock = clock_of(request(extended=True, extension_notified_on=date(2026, 11, 16)))
    assert clock.unextended_due == date(2026, 11, 16)
    assert clock.extension_in_time is True
    assert clock_of(request(extended=True, extension_notified_on=date(2026, 11, 17))).extension_in_time is False
    assert clock_of(request(extended=True)).extension_in_time is False
    assert clock_of(request(extension_notified_on=date(2026, 11, 17))).extension_in_time is None


def test_a_suspension_gives_more_time_to_tell_of_the_extension() -> None:
    told = request(extended=True, extension_notified_on=date(2026, 11, 24))
    assert clock_of(told, [october(16, 26)]).extension_in_time is True
    assert clock_of(told, [october(16)]).extension_in_time is True


def test_an_imprecise_request_suspends_as_an_unknown_identity_does() -> None:
    assert due(OCTOBER, october(16, 26, reason=PauseReason.PRECISION)) == date(2026, 11, 24)


def test_a_suspension_without_one_of_these_reasons_changes_nothing() -> None:
    assert due(OCTOBER, october(16, 26, reason=None)) == date(2026, 11, 16)


def test_days_that_two_suspensions_share_count_once() -> None:
    assert due(OCTOBER, october(16, 22), october(20, 26)) == date(2026, 11, 24)
    assert due(OCTOBER, october(16, 26), october(18, 20)) == date(2026, 11, 24)
    assert due(OCTOBER, october(20, 26), october(16, 20)) == date(2026, 11, 24)


def test_a_suspension_starts_neither_before_receipt_nor_after_the_end() -> None:
    assert due(OCTOBER, october(4, 24)) == date(2026, 11, 24)
    last, too_late = date(2026, 11, 16), date(2026, 11, 17)
    assert due(OCTOBER, pause(last, date(2026, 11, 26))) == date(2026, 11, 24)
    assert due(OCTOBER, pause(too_late, date(2026, 11, 27))) == date(2026, 11, 16)
    assert clock_of(request(), [pause(too_late)]).phase is RequestPhase.RUNNING


def test_a_second_suspension_may_start_in_the_time_that_the_first_gave() -> None:
    assert due(OCTOBER, october(16, 26), pause(date(2026, 11, 20), date(2026, 11, 24))) == date(2026, 11, 30)


def test_a_suspension_that_ends_before_it_starts_or_has_no_start_changes_nothing() -> None:
    assert due(OCTOBER, october(26, 16), pause(None, date(2026, 10, 30))) == date(2026, 11, 16)


def test_a_suspension_that_did_not_end_stops_the_period() -> None:
    clock = clock_of(request(), [october(20)])
    assert (clock.phase, clock.due, clock.suspended_since) == (RequestPhase.SUSPENDED, None, date(2026, 10, 20))
    assert clock.days_left(date(2027, 6, 1)) is None
    assert not clock.is_late(date(2027, 6, 1))
    assert clock.due_if_resumed(date(2026, 10, 30)) == due(OCTOBER, october(20, 30)) == date(2026, 11, 24)
    assert clock_of(request()).due_if_resumed(date(2026, 10, 30)) is None


def test_days_left_and_late() -> None:
    clock = clock_of(request())
    assert (clock.phase, clock.days_left(date(2026, 11, 9))) == (RequestPhase.RUNNING, 7)
    assert [clock.is_late(date(2026, 11, day)) for day in (16, 17)] == [False, True]


def test_an_answer_stops_the_clock_on_time_or_late() -> None:
    on_time, late = (clock_of(request(answered_on=date(2026, 11, day))) for day in (16, 17))
    assert [one.phase for one in (on_time, late)] == [RequestPhase.ANSWERED] * 2
    assert [one.on_time for one in (on_time, late)] == [True, False]
    assert not late.is_late(date(2027, 1, 1))


def test_a_request_answered_while_suspended_is_answered_on_time() -> None:
    clock = clock_of(request(answered_on=date(2026, 12, 30)), [october(20)])
    assert (clock.phase, clock.on_time, clock.suspended_since) == (RequestPhase.ANSWERED, True, None)


def test_a_request_that_is_closed_without_a_day_runs_no_clock() -> None:
    for state in (RequestState.CLOSED, RequestState.REFUSED):
        clock = clock_of(request(state=state))
        assert (clock.phase, clock.on_time) == (RequestPhase.ANSWERED, None)
        assert not clock.is_late(date.max)


def test_without_receipt_by_the_organisation_nothing_runs() -> None:
    assert clock_of(request(None)) == RequestClock(RequestPhase.UNKNOWN)
    assert clock_of(request(None, answered_on=OCTOBER)).phase is RequestPhase.ANSWERED


def test_the_suspensions_of_a_request_are_found_in_the_dossier() -> None:
    records = [request(), october(16, 26)]
    dossier = Dossier("d").with_records([(None, one) for one in records], 1, "")
    assert clock_in(dossier, request()).due == date(2026, 11, 24)


def test_good_friday_ends_no_period_where_the_organisation_is_in_alsace_or_moselle() -> None:
    received = request(date(2026, 3, 3))
    for local, expected in ((None, date(2026, 4, 3)), (False, date(2026, 4, 3)), (True, date(2026, 4, 7))):
        organisation = Organisation(id="o", name="Éco", alsace_moselle=local)
        dossier = Dossier("d").with_records([(None, organisation), (None, received)], 1, "")
        assert clock_in(dossier, received).due == expected
        (told,) = answers_due(dossier)
        assert told.due == end_of(expected, "Europe/Paris")


def test_a_marketing_objection_is_applied_within_48_hours() -> None:
    assert marketing_due(request(marketing_objection=True)) == date(2026, 10, 16)
    assert marketing_due(request()) is None
    assert marketing_due(request(None, marketing_objection=True)) is None


DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
PAUSES = st.lists(
    st.tuples(st.integers(-10, 120), st.integers(0, 60)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=4
)


def made(received: date, spans: list[tuple[int, int]]) -> list[RequestPause]:
    return [pause(received + timedelta(days=start), received + timedelta(days=end)) for start, end in spans]


@given(DAYS, PAUSES, st.booleans(), st.booleans())
def test_the_answer_is_due_on_a_working_day(
    received: date, spans: list[tuple[int, int]], extended: bool, alsace: bool
) -> None:
    clock = clock_of(request(received, extended=extended), made(received, spans), alsace_moselle=alsace)
    assert clock.due
    assert is_working_day(clock.due, alsace_moselle=alsace)
    assert clock.unextended_due
    assert clock.unextended_due <= clock.due


@given(DAYS, PAUSES, st.integers(0, 3), st.integers(0, 60), st.booleans())
def test_a_longer_suspension_never_brings_the_end_nearer(
    received: date, spans: list[tuple[int, int]], which: int, more: int, extended: bool
) -> None:
    longer = [(start, end + more if row == which else end) for row, (start, end) in enumerate(spans)]
    before, after = (clock_of(request(received, extended=extended), made(received, one)).due for one in (spans, longer))
    assert before
    assert after
    assert before <= after


@given(st.dates(), st.lists(st.tuples(st.none() | st.dates(), st.none() | st.dates()), max_size=3), st.booleans())
def test_no_dates_make_the_clock_fail(
    received: date, spans: list[tuple[date | None, date | None]], extended: bool
) -> None:
    clock = clock_of(request(received, extended=extended), [pause(*span) for span in spans])
    clock.due_if_resumed(date.max)
    assert clock.days_left(date.min) is None or clock.due is not None
