"""What an authority reads in the chapters: what is known, without our questions, our marks and what nobody filled."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from dossier.errors import InvalidInput
from dossier.model.activity import Activity
from dossier.model.breach import Breach
from dossier.model.processor import Processor
from dossier.model.record import Moment, Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.parts import LEGAL_BASES, SCREENING, Piece
from dossier.report.scope import Profile, Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, make_store, record

from .test_options import text_of
from .test_parts import embedded
from .test_processors import table

PAY = record("activity", name="Pay")
NEWS = record("purpose", activity=PAY.id, name="News", basis="consentement")
SLIPS = record("purpose", activity=PAY.id, name="Slips")


def printed(folder: Path, part: PackPart | Piece, *records: Record, profile: Profile = "authority") -> bytes:
    folder.mkdir(exist_ok=True)
    with make_store(folder / "a.dossier", [record("organisation", name="Éco"), *records]) as store:
        export_pdf(store.dossier, folder / "a.pdf", Scope("en", NOW, profile, (part,)))
    return (folder / "a.pdf").read_bytes()


def test_a_legal_basis_has_its_column_on_a_sheet_however_few_purposes_have_one(tmp_path: Path) -> None:
    purposes = [record("purpose", activity=PAY.id, name=f"Purpose {n}") for n in range(4)]
    data = printed(tmp_path, Activity, PAY, *purposes[:3], purposes[3].with_(basis="contrat"))
    head, *rows = table(data, "Purposes")
    place = head.index("Legal basis")
    assert [row[place] for row in rows] == ["", "", "", "(b) Contract or pre-contractual measures"]


def test_the_legal_bases_are_counted_for_an_authority_only_where_every_purpose_has_one(tmp_path: Path) -> None:
    some = printed(tmp_path, LEGAL_BASES, PAY, NEWS, SLIPS)
    assert "Any processing must have one of the six legal bases of art. 6(1)." in text_of(some)
    assert "%" not in text_of(some)
    assert [row[-1] for row in table(some, "Purposes and their bases")[1:]] == ["Legal basis: (a) Consent", ""]
    assert "100 %" in text_of(printed(tmp_path / "each", LEGAL_BASES, PAY, NEWS))
    assert "50 %" in text_of(printed(tmp_path / "full", LEGAL_BASES, PAY, NEWS, SLIPS, profile="full"))


@pytest.mark.parametrize("chapter", [LEGAL_BASES, SCREENING])
def test_a_chapter_that_nobody_filled_is_not_handed_to_an_authority(tmp_path: Path, chapter: Piece) -> None:
    with pytest.raises(InvalidInput, match="Nothing of what is asked for"):
        printed(tmp_path, chapter, PAY, SLIPS)
    assert "Not filled in" in text_of(printed(tmp_path / "full", chapter, PAY, SLIPS, profile="full"))


def test_an_activity_that_nobody_screened_is_not_said_to_meet_no_criterion(tmp_path: Path) -> None:
    screened = record("activity", name="Badges", dpia_screened_on=date(2026, 3, 1))
    data = printed(tmp_path, SCREENING, PAY, screened)
    assert table(data, "Processing activities") == [
        ["Reference", "Processing activity", "Criteria met", "Screened on"],
        ["TRT-002", "Badges", "0 of 9", "2026-03-01"],
    ]
    assert "Screening of the activities (art. 35)" in text_of(data)


def test_what_is_to_be_named_or_qualified_is_our_task(tmp_path: Path) -> None:
    hosting = record("processor", name="", service="Hosting", role="a_qualifier", to_be_named=True)
    other = record("processor", name="Stripe", role="sous_traitant")
    recipient = record("recipient", activity=PAY.id, name="Hosts", to_be_named=True)
    kept = record("retention", activity=PAY.id, name="Slips", state="absente")
    tasks = ("To be named", "To be qualified", "What is known", "Neither duration")
    records = (PAY, hosting, other, recipient, kept)
    for kind in (Activity, Processor):
        data = printed(tmp_path / kind.kind.name, kind, *records)
        told = text_of(data)
        assert [words for words in tasks if words in told] == []
        assert "a_qualifier" not in str(embedded(data))
    assert "Hosting" in told
    assert "Role" in told
    full = text_of(printed(tmp_path / "full", Activity, *records, profile="full"))
    full += text_of(printed(tmp_path / "whole", Processor, *records, profile="full"))
    assert all(words in full for words in tasks)


def test_a_breach_that_was_not_notified_is_not_declared_late(tmp_path: Path) -> None:
    aware = Moment(at=datetime(2026, 11, 10, 8, tzinfo=UTC))
    breach = record("breach", name="Mail", aware_at=aware)
    told = text_of(printed(tmp_path, Breach, breach))
    judgements = ("passed", "after the end", "On the date of this document", "None in the dossier", "not verified")
    assert [words for words in judgements if words in told] == []
    assert "End of the period 2026-11-13 09:00 (Paris)" in told
    assert "the period ends 2026-11-13 10:00 (Paris). Source:" in told
    full = text_of(printed(tmp_path / "full", Breach, breach, profile="full"))
    assert all(words in full for words in judgements)
    due = text_of(printed(tmp_path / "due", Breach, breach.with_(risk="risque"), profile="full"))
    assert ("if a risk is likely" in full, "if a risk is likely" in due) == (True, False)


def test_a_notification_that_was_sent_late_is_told_with_its_delay(tmp_path: Path) -> None:
    breach = record("breach", name="Mail", aware_at=Moment(at=datetime(2026, 11, 10, 8, tzinfo=UTC)))
    at = Moment(at=datetime(2026, 11, 13, 9, tzinfo=UTC))
    sent = record("breach_notification", breach=breach.id, name="CNIL", type="initiale", sent_at=at)
    assert "late by 1 h" in text_of(printed(tmp_path, Breach, breach, sent))
