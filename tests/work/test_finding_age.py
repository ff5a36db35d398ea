"""Since when a finding is there, as the journal tells it."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from dossier.checks.finding import Finding
from dossier.model.record import Record
from dossier.store.edit import Change, Edit
from dossier.store.store import Store
from dossier.work import finding_age
from dossier.work.finding_age import Age, age_of
from dossier.work.findings import find_in
from tests.factories import AUTHOR, NOW, make_store, record

UNSAFE, NO_PURPOSE, REVIEW_OVERDUE = "REG-05", "REG-02", "PRC-07"
LATER = NOW + timedelta(days=40)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return make_store(tmp_path / "a.dossier", [record("organisation", name="Éco"), record("activity", name="Paie")])


def activity(store: Store) -> Record:
    return next(one for one in store.dossier if one.kind.name == "activity")


def write(store: Store, at: datetime, before: Record | None, after: Record | None) -> Record | None:
    store.apply(Edit("change", (Change(before, after),)), AUTHOR, at)
    return after


def finding(store: Store, of: Record, check: str, now: datetime = LATER) -> Finding:
    return next(one for one in find_in(store.dossier, of, now, {}) if one.check.id == check)


def age(store: Store, of: Record, check: str, now: datetime = LATER) -> Age:
    return age_of(finding(store, of, check, now), store.dossier, store.path, now, lambda _number: None)


def test_it_is_there_since_the_change_that_brought_it(store: Store) -> None:
    """Also when it was there once before."""
    mended = activity(store).with_(security_text="Coffre")
    write(store, NOW + timedelta(days=1), activity(store), mended)
    write(store, NOW + timedelta(days=5), mended, mended.with_(security_text=""))
    write(store, NOW + timedelta(days=9), activity(store), activity(store).with_(name="Paie et congés"))
    assert age(store, activity(store), UNSAFE) == Age(NOW + timedelta(days=5), True)


def test_it_is_there_since_another_record_went(store: Store) -> None:
    purpose = record("purpose", activity=activity(store).id, name="Payer les salaires")
    write(store, NOW + timedelta(days=1), None, purpose)
    kept = next(one for one in store.dossier if one.id == purpose.id)
    write(store, NOW + timedelta(days=7), kept, None)
    assert age(store, activity(store), NO_PURPOSE) == Age(NOW + timedelta(days=7), True)


def test_it_is_there_since_the_record_was_made(store: Store) -> None:
    assert age(store, activity(store), UNSAFE) == Age(NOW, True)


def test_it_is_there_since_time_alone_brought_it(tmp_path: Path) -> None:
    processor = record("processor", name="Hébergeur", role="sous_traitant", last_review="2026-01-10")
    store = make_store(tmp_path / "a.dossier", [record("organisation", name="Éco"), processor])
    kept = next(one for one in store.dossier if one.id == processor.id)
    overdue = age(store, kept, REVIEW_OVERDUE, NOW + timedelta(days=365))
    assert overdue.is_exact
    assert overdue.since.date().isoformat() == "2027-01-10"


def test_what_is_older_than_what_is_looked_at_is_said_to_be_so(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(1, 6):
        write(store, NOW + timedelta(days=day), activity(store), activity(store).with_(name=f"Paie {day}"))
    monkeypatch.setattr(finding_age, "MOST", 3)
    assert age(store, activity(store), UNSAFE) == Age(NOW + timedelta(days=3), False)
