"""The sheet to fill by hand: one page whatever the dossier holds, valid, and with whom to hand it to."""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from dossier.i18n import CODES, Code, language
from dossier.model.organisation import ContactRole
from dossier.model.record import Record
from dossier.model.text import clean
from dossier.report.incident_sheet import INTRODUCTION, TITLE
from dossier.work.export import export_incident_sheet
from tests.factories import filled_dossier, make_store, record

from .packs import HOSTILE
from .reading import assert_valid, opened, plain, tagged

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=ZoneInfo("Europe/Paris"))


def sheet(folder: Path, lang: Code, *records: Record) -> bytes:
    target = folder / "sheet.pdf"
    if not records:
        export_incident_sheet(target, lang, NOW)
    else:
        with make_store(folder / "a.dossier", list(records)) as store:
            export_incident_sheet(target, lang, NOW, store.dossier)
    return target.read_bytes()


def words(data: bytes) -> str:
    return " ".join(plain(each.text) for each in tagged(data))


@pytest.mark.parametrize("lang", CODES)
def test_one_page_without_a_dossier(lang: Code, tmp_path: Path) -> None:
    data = sheet(tmp_path, lang)
    assert len(opened(data).pages) == 1
    told, say = words(data), language(lang)
    for text in (
        TITLE,
        INTRODUCTION,
        "What happened?",
        "Is it still going on?",
        "Not known",
        "Signature",
        "Hand it to",
    ):
        assert plain(say(text)) in told
    assert "72" in told
    assert "art. 33" in told
    assert_valid(data)


@pytest.mark.parametrize("lang", CODES)
def test_one_page_whatever_the_dossier_holds(lang: Code, tmp_path: Path) -> None:
    text = clean(" ".join(HOSTILE) * 20)
    officers = [record("dpo_designation", name=text, phone="01 02 03 04 05") for _ in range(9)]
    data = sheet(tmp_path, lang, record("organisation", name=text), *officers)
    assert len(opened(data).pages) == 1
    assert_valid(data)


def test_one_page_for_a_dossier_with_every_field_filled(tmp_path: Path) -> None:
    assert len(opened(sheet(tmp_path, "en", *filled_dossier())).pages) == 1


def test_it_names_the_contact_for_breaches_and_the_officer_of_today(tmp_path: Path) -> None:
    organisation = record("organisation", name="Éco")
    data = sheet(
        tmp_path,
        "fr",
        organisation,
        record("contact", organisation=organisation.id, name="Astreinte", role=ContactRole.BREACHES, phone="06 01"),
        record("contact", organisation=organisation.id, name="Standard", role=ContactRole.GENERAL),
        record("dpo_designation", name="Camille Martin", phone="06 02", email="dpo@eco.example"),
        record("dpo_designation", name="Ancien", ended_on=date(2026, 11, 21)),
    )
    told = words(data)
    assert "Éco" in told
    assert "Astreinte, 06 01" in told
    assert "Camille Martin, 06 02, dpo@eco.example" in told
    assert "Standard" not in told
    assert "Ancien" not in told
