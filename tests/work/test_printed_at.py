"""A document bears the time of its organisation, whatever the zone of the computer, and SOURCE_DATE_EPOCH where set."""

from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
import pytest

from dossier.errors import InvalidInput
from dossier.model.breach import Breach
from dossier.model.evidence import HandOver
from dossier.report.scope import Scope
from dossier.store.store import Store
from dossier.work.breach_papers import export_worksheet
from dossier.work.changes import export_changes
from dossier.work.export import export_annual_report, export_incident_sheet, export_pdf, export_record
from dossier.work.hand_over import Recipient, hand_over_edit, handed_over_files
from tests.factories import AUTHOR, NOW, make_store, record
from tests.report.test_options import text_of

LATE = datetime(2026, 12, 31, 22, 30, tzinfo=UTC)  # the next year in Tokyo
IN_TOKYO, IN_LIMA = (LATE.astimezone(ZoneInfo(name)) for name in ("Asia/Tokyo", "America/Lima"))
Write = Callable[[Store, Path, datetime], object]


def pack(store: Store, target: Path, now: datetime) -> None:
    export_pdf(store.dossier, target, Scope("fr", now, "full"), file=store.path)


def alone(store: Store, target: Path, now: datetime) -> None:
    export_record(store.dossier, store.dossier.of(Breach)[0], target, Scope("fr", now))


def annual(store: Store, target: Path, now: datetime) -> None:
    export_annual_report(store.dossier, target, 2026, Scope("fr", now, "full"), store.path)


def worksheet(store: Store, target: Path, now: datetime) -> None:
    export_worksheet(store.dossier, store.dossier.of(Breach)[0], target, "fr", now)


def incident_sheet(store: Store, target: Path, now: datetime) -> None:
    export_incident_sheet(target, "fr", now, store.dossier)


def handed_over(store: Store, target: Path, now: datetime) -> None:
    handed_over_files(store.path, store.dossier, target, Scope("fr", now))


def changes(store: Store, target: Path, now: datetime) -> None:
    export_changes(store.path, store.dossier, store.dossier.of(HandOver)[0], target, now)


DOCUMENTS: tuple[Write, ...] = (pack, alone, annual, worksheet, incident_sheet, handed_over, changes)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    records = [record("organisation", name="Éco", zone="Indian/Reunion"), record("breach", name="Courriel égaré")]
    made = make_store(tmp_path / "a.dossier", records)
    handed = handed_over_files(made.path, made.dossier, tmp_path / "before.pdf", Scope("fr", NOW))
    made.apply(hand_over_edit(made.dossier, handed, Recipient("CNIL"), NOW), AUTHOR, NOW)
    return made


@pytest.mark.parametrize("write", DOCUMENTS)
def test_one_instant_makes_one_document_wherever_the_computer_is(write: Write, store: Store, tmp_path: Path) -> None:
    made = []
    with store:
        for now in (IN_TOKYO, IN_LIMA):
            write(store, tmp_path / "a.pdf", now)
            made.append(sha256((tmp_path / "a.pdf").read_bytes()).digest())
    assert made[0] == made[1]
    with pikepdf.open(tmp_path / "a.pdf") as document:
        assert str(document.docinfo["/CreationDate"]) == "D:20270101023000+04'00'"


def test_the_day_that_is_printed_is_that_of_the_organisation(store: Store, tmp_path: Path) -> None:
    with store:
        pack(store, tmp_path / "a.pdf", IN_LIMA)
    assert "1er janvier 2027 à 02:30 (UTC+04:00)" in text_of((tmp_path / "a.pdf").read_bytes())


@pytest.mark.parametrize("write", DOCUMENTS)
def test_a_time_that_was_asked_for_is_that_of_every_document(
    write: Write, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    with store:
        write(store, tmp_path / "a.pdf", LATE)
        with pikepdf.open(tmp_path / "a.pdf") as document:
            assert str(document.docinfo["/CreationDate"]) == "D:20260921181320+04'00'"
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
        with pytest.raises(InvalidInput, match="SOURCE_DATE_EPOCH"):
            write(store, tmp_path / "no.pdf", LATE)
    assert not list(tmp_path.glob("*no.pdf*"))
