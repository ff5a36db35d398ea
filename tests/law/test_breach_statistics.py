"""Breaches counted: by year, by list, by delay; what is not known is counted as such."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.law.breach_clock import clock_of
from dossier.law.breach_statistics import DIMENSIONS, Outcome, Punctuality, Statistics, Tally, band_of, statistics
from dossier.model.breach import Breach, BreachNotification
from dossier.model.dossier import Dossier, Shelf
from dossier.model.fields import fields_of
from dossier.model.record import Knowledge, KnownMoment, KnownNumber, Moment, Precision, Record
from dossier.model.vocabulary_procedures import (
    BreachCause,
    BreachNature,
    BreachOrigin,
    BreachRole,
    BreachState,
    InformPersons,
    NotificationType,
    PersonsBand,
)
from tests.factories import NOW, record, values_of
from tests.law.test_breach_clock import breach, moment


def dossier_of(records: Iterable[Record]) -> Dossier:
    kinds = defaultdict[type[Record], dict[str, Record]](dict)
    for one in records:
        kinds[type(one)][one.id] = one
    return Dossier(
        "d", shelves={kind.kind.name: Shelf(kind, partial(dict, made), len(made)) for kind, made in kinds.items()}
    )


def counted(*records: Record) -> Statistics:
    return statistics(dossier_of(records), NOW)


def sent(about: Breach, at: Moment) -> Record:
    return record("breach_notification", breach=about.id, type=NotificationType.INITIAL, sent_at=at)


def number(value: int, to: int | None = None, state: Knowledge = Knowledge.EXACT) -> KnownNumber:
    return KnownNumber(value=value, to=to, state=state)


def small() -> Statistics:
    """Worked out by hand: two breaches of 2025, three of 2026, a dismissed suspicion, one without any date."""
    mail = breach(
        aware_at=moment("2025-03-10T09:00"),
        started_at=KnownMoment(value=moment("2025-03-09T09:00")),
        origins=(BreachOrigin.WRONG_RECIPIENT,),
        causes=(BreachCause.INTERNAL_ACCIDENTAL,),
        nature=(BreachNature.CONFIDENTIALITY,),
        persons_number=number(3),
        inform=InformPersons.YES,
    )
    ransom = breach(
        aware_at=moment("2025-12-31T23:30"),
        origins=(BreachOrigin.HACKING, BreachOrigin.PUBLICATION),
        causes=(BreachCause.EXTERNAL_MALICIOUS,),
        nature=(BreachNature.CONFIDENTIALITY, BreachNature.AVAILABILITY),
        persons_number=number(9000),
    )
    laptop = breach(
        aware_at=moment("2026-01-01T00:30"), origins=(BreachOrigin.DEVICE,), notify=False, notify_reasons="Chiffré"
    )
    theirs = breach(aware_at=moment("2026-02-02T10:00"), role=BreachRole.PROCESSOR)
    open_ = breach(aware_at=moment("2026-11-01T10:00"), persons_number=KnownNumber(state=Knowledge.UNKNOWN))
    dismissed = breach(suspected_at=moment("2026-05-05T10:00"), state=BreachState.DISMISSED)
    notices = [sent(mail, moment("2025-03-11T08:00")), sent(ransom, moment("2026-01-04T00:30"))]
    return counted(mail, ransom, laptop, theirs, open_, dismissed, breach(), *notices)


def test_a_small_log_counted_by_hand() -> None:
    found = small()
    assert {year: tally.breaches for year, tally in found.years.items()} == {2025: 2, 2026: 3}
    assert (found.total.breaches, found.dismissed, found.undated) == (6, 1, 1)
    of_2025, of_2026 = found.years[2025], found.years[2026]
    assert of_2025.counts["origins"] == {
        BreachOrigin.HACKING: 1,
        BreachOrigin.PUBLICATION: 1,
        BreachOrigin.WRONG_RECIPIENT: 1,
    }
    assert of_2025.counts["natures"] == {BreachNature.CONFIDENTIALITY: 2, BreachNature.AVAILABILITY: 1}
    assert of_2025.counts["band"] == {PersonsBand.TO_5: 1, PersonsBand.MORE: 1}
    assert of_2025.counts["informed"] == {InformPersons.YES: 1, None: 1}
    assert of_2025.counts["punctuality"] == {Punctuality.ON_TIME: 1, Punctuality.LATE: 1}
    assert of_2025.within == {24: 1, 48: 1, 72: 1}
    assert of_2025.to_notify.median == timedelta(hours=48)
    assert of_2025.to_notice.median == timedelta(days=1)
    assert of_2025.months == {3: 1, 12: 1}
    assert of_2026.counts["outcome"] == {Outcome.NOT_NOTIFIED: 1, Outcome.UNDECIDED: 1, Outcome.PROCESSOR: 1}
    assert of_2026.counts["punctuality"] == {Punctuality.OVERDUE: 1}
    assert of_2026.counts["origins"] == {BreachOrigin.DEVICE: 1, None: 2}
    assert found.total.on_time == 1 / 3
    assert found.total.notified == 2


def test_nothing_counted_says_nothing() -> None:
    found = counted()
    assert (found.total.breaches, dict(found.years)) == (0, {})
    assert (found.total.on_time, found.total.share(0), found.total.to_notify.median) == (None, 0.0, None)


def test_the_year_is_that_of_the_place_and_of_awareness_before_suspicion() -> None:
    late = breach(aware_at=Moment(at=datetime(2025, 12, 31, 23, 30, tzinfo=UTC)))
    suspected = breach(suspected_at=moment("2024-12-30T10:00"), aware_at=moment("2025-01-02T10:00"))
    logged = breach(logged_at=moment("2023-06-01T10:00"))
    assert set(counted(late, suspected, logged).years) == {2026, 2025, 2023}
    assert set(counted(breach(suspected_at=moment("2024-12-30T10:00"))).years) == {2024}


def punctual(aware: Moment, at: Moment) -> Tally:
    about = breach(aware_at=aware)
    return counted(about, sent(about, at)).total


def test_on_time_is_to_the_minute() -> None:
    aware = moment("2026-11-02T16:30")
    in_time, late = punctual(aware, moment("2026-11-05T16:30")), punctual(aware, moment("2026-11-05T16:31"))
    assert (in_time.on_time, in_time.within) == (1.0, {24: 0, 48: 0, 72: 1})
    assert (late.on_time, late.within) == (0.0, {24: 0, 48: 0, 72: 0})


def test_hours_are_elapsed_hours_when_summer_time_ends_and_begins() -> None:
    autumn = punctual(moment("2026-10-24T10:00"), moment("2026-10-25T09:00"))
    assert (autumn.to_notify.median, autumn.within[24]) == (timedelta(hours=24), 1)
    spring = punctual(moment("2026-03-28T10:00"), moment("2026-03-29T10:00"))
    assert (spring.to_notify.median, spring.within[24]) == (timedelta(hours=23), 1)


def test_a_day_of_sending_counts_only_where_it_is_certain() -> None:
    aware = moment("2026-11-02T16:30")
    for day, within, told in (
        ("2026-11-03", {24: 0, 48: 1, 72: 1}, Punctuality.ON_TIME),
        ("2026-11-05", {24: 0, 48: 0, 72: 0}, Punctuality.UNKNOWN),
        ("2026-11-06", {24: 0, 48: 0, 72: 0}, Punctuality.LATE),
    ):
        tally = punctual(aware, moment(day, precision=Precision.DAY))
        assert (tally.within, tally.counts["punctuality"], tally.to_notify.known) == (within, {told: 1}, 0)


def test_what_has_no_awareness_or_goes_back_in_time_has_no_delay() -> None:
    unknown = breach()
    found = counted(unknown, sent(unknown, moment("2026-11-05T10:00")))
    assert found.total.counts["punctuality"] == {Punctuality.UNKNOWN: 1}
    back = punctual(moment("2026-11-02T16:30"), moment("2026-11-01T16:30"))
    assert (back.to_notify.known, back.on_time) == (0, None)
    begun_after = breach(aware_at=moment("2026-11-02T16:30"), started_at=KnownMoment(value=moment("2026-11-03T16:30")))
    assert counted(begun_after).total.to_notice.known == 0


def test_a_suspicion_owes_nothing_and_a_running_clock_nothing_yet() -> None:
    suspected, running = breach(suspected_at=moment("2026-11-02T16:30")), breach(aware_at=moment("2026-11-21T16:30"))
    counts = counted(suspected, running).total.counts
    assert counts["outcome"] == {Outcome.UNDECIDED: 1, Outcome.SUSPICION: 1}
    assert counts["punctuality"] == {}


def test_bands_are_those_of_the_cnil() -> None:
    edges = {0: "0-5", 5: "0-5", 6: "6-50", 50: "6-50", 51: "51-300", 300: "51-300", 301: "301-5000"}
    edges |= {5000: "301-5000", 5001: "5001+"}
    assert {value: band_of(number(value)) for value in edges} == edges
    assert band_of(number(40, 50, Knowledge.RANGE)) is PersonsBand.TO_50
    assert band_of(number(400, state=Knowledge.ABOUT)) is PersonsBand.TO_5000
    not_told = (None, number(-1), number(40, 60, Knowledge.RANGE), number(9, 7, Knowledge.RANGE), KnownNumber())
    assert [band_of(one) for one in not_told] == [None] * 5


_moments = st.datetimes(datetime(2024, 12, 1), datetime(2026, 12, 1), timezones=st.just(UTC)).flatmap(
    lambda at: st.builds(Moment, at=st.just(at), precision=st.sampled_from(Precision))
)
_PLAIN = {"origins": "origins", "causes": "causes", "natures": "nature", "data": "data", "sensitive": "sensitive"}
_PLAIN |= {"persons": "persons", "role": "role", "state": "state", "informed": "inform"}


@st.composite
def _logs(draw: st.DrawFn) -> list[Record]:
    made: list[Record] = []
    for _ in range(draw(st.integers(0, 6))):
        values: dict[str, Any] = {
            name: draw(st.none() | _moments) for name in ("aware_at", "suspected_at", "processor_alerted_at")
        }
        for field in (field for field in fields_of(Breach) if field.name in _PLAIN.values()):
            one = values_of(field)
            values[field.name] = draw(st.lists(one, max_size=3).map(tuple) if field.many else st.none() | one)
        about = breach(**values, notify=draw(st.sampled_from([None, False])), notify_reasons="Chiffré")
        made.append(about)
        made += [sent(about, draw(_moments)) for _ in range(draw(st.integers(0, 2)))]
    return made


@settings(max_examples=60)
@given(_logs())
def test_it_agrees_with_a_plain_recount_and_with_the_clocks(log: list[Record]) -> None:
    dossier = dossier_of(log)
    found = statistics(dossier, NOW)
    breaches = [one for one in dossier.of(Breach) if one.state is not BreachState.DISMISSED]
    assert found.total.breaches == len(breaches) == sum(t.breaches for t in found.years.values()) + found.undated
    for name, attribute in _PLAIN.items():
        expected = Counter[Any]()
        for one in breaches:
            value = getattr(one, attribute)
            expected.update(set(value) or [None] if isinstance(value, tuple) else [value])
        assert found.total.counts[name] == expected
        assert list(found.total.counts[name]) == [term for term in (*DIMENSIONS[name], None) if expected[term]]
    clocks = [clock_of(one, dossier.children(BreachNotification, one.id)) for one in breaches]
    told = found.total.counts["punctuality"]
    assert told.get(Punctuality.OVERDUE, 0) == sum(clock.is_late(NOW) for clock in clocks)
    assert told.get(Punctuality.ON_TIME, 0) == sum(clock.on_time is True for clock in clocks)
    assert told.get(Punctuality.LATE, 0) == sum(clock.on_time is False for clock in clocks)
