"""Durations compared in the calendar, and the reference that is near what a retention period is called."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.law.durations import is_longer, is_shorter
from dossier.law.periods import days_after, months_after
from dossier.law.retention import RetentionReference, reference_called, reference_for, references
from dossier.law.settings import maximum_of, reference_values
from dossier.model.dossier import Dossier
from dossier.model.record import Duration, Unit
from dossier.model.vocabulary import PersonCategory, RetentionPhase


def lasting(text: str) -> Duration:
    count, unit = text.split()
    return Duration(count=int(count), unit={"h": Unit.HOUR, "d": Unit.DAY, "m": Unit.MONTH, "y": Unit.YEAR}[unit])


def most(reference: RetentionReference, phase: RetentionPhase | None = None) -> Duration | None:
    value = maximum_of(reference_values(Dossier("d"), date(2026, 11, 22)), reference, phase)
    return value.duration if value else None


@pytest.mark.parametrize(
    ("one", "other"),
    [("13 m", "1 y"), ("37 m", "3 y"), ("2 m", "58 d"), ("32 d", "1 m"), ("367 d", "1 y"), ("1 y", "364 d"),
     ("49 h", "2 d"), ("400 d", "13 m"), ("10 y", "3651 d"), ("1 d", "23 h")],
)  # fmt: skip
def test_what_is_longer_from_whatever_day(one: str, other: str) -> None:
    assert is_longer(lasting(one), lasting(other))
    assert is_shorter(lasting(other), lasting(one))
    assert not is_longer(lasting(other), lasting(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("12 m", "1 y"), ("30 d", "1 m"), ("28 d", "1 m"), ("366 d", "1 y"), ("365 d", "12 m"), ("48 h", "2 d"),
     ("0 d", "0 m")],
)  # fmt: skip
def test_what_depends_on_the_day_is_neither_longer_nor_shorter(one: str, other: str) -> None:
    assert not is_longer(lasting(one), lasting(other))
    assert not is_shorter(lasting(one), lasting(other))


DURATIONS = st.builds(Duration, count=st.integers(0, 400), unit=st.sampled_from(Unit))


def end_of(start: date, duration: Duration) -> float:
    if duration.unit in (Unit.MONTH, Unit.YEAR):
        return 24.0 * months_after(start, duration.count * (12 if duration.unit is Unit.YEAR else 1)).toordinal()
    return 24.0 * start.toordinal() + duration.count * (24 if duration.unit is Unit.DAY else 1)


@given(DURATIONS, DURATIONS, st.dates(date(2022, 1, 1), date(2030, 12, 31)))
def test_a_longer_duration_ends_no_earlier_from_any_day(one: Duration, other: Duration, start: date) -> None:
    if is_longer(one, other):
        assert end_of(start, one) >= end_of(start, other)


@given(st.builds(Duration, count=st.integers(), unit=st.sampled_from(Unit)))
def test_any_count_can_be_compared(duration: Duration) -> None:
    assert not is_longer(duration, duration)


def test_a_period_never_leaves_the_calendar() -> None:
    assert months_after(date(9999, 12, 31), 1) == date(9999, 12, 31)
    assert months_after(date(1, 1, 31), -1) == date(1, 1, 31)
    assert days_after(date(9999, 12, 31), 10**9) == date.max
    assert days_after(date(1, 1, 1), -1) == date.min
    assert days_after(date(2026, 2, 28), 1) == date(2026, 2, 28) + timedelta(days=1)


NOTHING: tuple[PersonCategory, ...] = ()
CUSTOMERS = (PersonCategory.CUSTOMERS,)


@pytest.mark.parametrize(
    ("name", "persons", "code"),
    [
        ("Données de prospects", NOTHING, "R-PRO"),
        ("Factures et avoirs", CUSTOMERS, "R-FAC"),
        ("Documents et pièces comptables", CUSTOMERS, "R-FAC"),
        ("Données relatives aux achats", CUSTOMERS, "R-FAC"),
        ("Carte bancaire : preuve en cas de réclamation", CUSTOMERS, "R-CB"),
        ("Carte à débit différé : preuve en cas de réclamation", CUSTOMERS, "R-CB-DIFF"),
        ("Cryptogramme", CUSTOMERS, "R-CVV"),
        ("Données du client", CUSTOMERS, "R-CLI"),
        ("Données du compte client", CUSTOMERS, "R-CLI"),
        ("Notes d'entretien", (PersonCategory.CANDIDATES,), "R-CAN"),
        ("CV et lettres de motivation", NOTHING, "R-CAN"),
        ("Bulletins de paie", (PersonCategory.EMPLOYEES,), "R-PAIE"),
        ("Registre unique du personnel", (PersonCategory.EMPLOYEES,), "R-RUP"),
        ("Cookies", (PersonCategory.SITE_VISITORS,), "R-COO"),
        ("Données de mesure d’audience", (PersonCategory.SITE_VISITORS,), "R-COO-DON"),
        ("Journaux d'accès", NOTHING, "R-LOG"),
        ("Formulaires de contact et demandes de devis", (PersonCategory.PROSPECTS,), "R-CON"),
        ("Liste d'opposition à la prospection", NOTHING, "R-OPP"),
        ("Invoices", NOTHING, "R-FAC"),
    ],
)
def test_what_is_kept_finds_its_reference(name: str, persons: tuple[PersonCategory, ...], code: str) -> None:
    found = reference_for(name, persons)
    assert found
    assert found.code == code


@pytest.mark.parametrize(
    ("name", "persons"),
    [
        ("Ensemble des données de l’activité", NOTHING),
        ("Ensemble des données de l’activité", (PersonCategory.SITE_VISITORS,)),
        ("Données de l’activité", (PersonCategory.CUSTOMERS, PersonCategory.BUSINESS_CONTACTS)),
        ("Logiciel de gestion", NOTHING),
        ("Copies de sauvegarde", CUSTOMERS),
        ("", NOTHING),
    ],
)
def test_where_nothing_is_near_no_reference_is_proposed(name: str, persons: tuple[PersonCategory, ...]) -> None:
    assert reference_for(name, persons) is None


def test_three_years_for_prospects_is_the_reference() -> None:
    prospects = reference_called("R-PRO")
    assert prospects
    maximum = most(prospects, RetentionPhase.ACTIVE)
    assert maximum
    assert not is_longer(lasting("3 y"), maximum)
    assert not is_longer(lasting("36 m"), maximum)
    assert is_longer(lasting("37 m"), maximum)


def test_a_reference_depends_on_the_phase_and_is_the_longest_where_none_is_stated() -> None:
    customers = reference_called("R-CLI")
    assert customers
    assert most(customers, RetentionPhase.ACTIVE) == lasting("3 y")
    assert most(customers) == most(customers, RetentionPhase.INTERMEDIATE) == lasting("5 y")
    assert customers.minimum() is None


def test_a_legal_minimum_is_no_maximum() -> None:
    invoices, logs = reference_called("R-FAC"), reference_called("R-LOG")
    assert invoices
    assert logs
    assert (invoices.minimum(), most(invoices)) == (lasting("10 y"), None)
    assert (logs.minimum(), most(logs)) == (lasting("6 m"), lasting("12 m"))
    assert invoices.legal == "art. L123-22 C. com."


def test_every_reference_is_found_by_its_own_phrases_or_persons() -> None:
    for reference in references():
        assert reference.phrases or reference.persons
        assert reference_called(reference.code) is reference
        for phrase in reference.phrases:
            assert reference_for(phrase.replace("*", "")) is reference, phrase
