"""The register of transfers read back out of the PDF: the table by country, with what each is on the day."""

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from dossier.i18n import Code
from dossier.model.record import Record
from dossier.model.transfer import Transfer
from dossier.report.registers import Profile, Scope
from dossier.work.export import export_pdf, export_record
from tests.factories import NOW, make_store, record

from .reading import assert_valid, opened, plain, tagged
from .test_processors import table

TITLE = "Transfers by country on 2026-11-22"


def printed(folder: Path, *records: Record, lang: Code = "en", profile: Profile = "full", now: datetime = NOW) -> bytes:
    with make_store(folder / "a.dossier", list(records)) as store:
        export_pdf(store.dossier, folder / "a.pdf", Scope(lang, now, profile, (Transfer,)))
    return (folder / "a.pdf").read_bytes()


def transfer(**values: Any) -> Record:
    return record("transfer", **{"name": "Payments", "importer": "Stripe, Inc.", **values})


def words(data: bytes) -> str:
    return " ".join(plain(each.text) for each in tagged(data))


def test_each_country_is_told_with_its_transfers_and_the_decision_in_force(tmp_path: Path) -> None:
    clauses = transfer(country="IN", importer="Atos India", mechanism="cct_2021_914", onward=["GB"])
    assessed = record("transfer_assessment", transfer=clauses.id, conclusion="avec_mesures", made_on="2026-05-04")
    gb = transfer(country="GB", mechanism="adequation", importer="DataSoft Ltd")
    data = printed(tmp_path, clauses, assessed, gb, transfer(country="GB", mechanism="cct_2021_914"))
    assert_valid(data)
    head, *rows = table(data, TITLE)
    assert head == [
        *("Country", "On this day", "Transfers", "Importer", "Mechanism", "Impact assessment", "Decision", "End"),
    ]
    assert rows == [
        [
            *("India", "Third country", "TRF-001", "Atos India", "Standard contractual clauses 2021/914"),
            *("Possible with supplementary measures", "", ""),
        ],
        [
            *("United Kingdom", "Adequate", "TRF-001 (onward), TRF-002, TRF-003"),
            *("DataSoft Ltd; Stripe, Inc.", "Adequacy decision; Standard contractual clauses 2021/914"),
            *("To make", "(UE) 2021/1772", "2031-12-27"),
        ],
    ]


@pytest.mark.parametrize("profile", ["authority", "full"])
def test_the_day_of_the_legal_data_is_printed_with_each_decision_and_to_us_whether_its_source_was_read(
    tmp_path: Path, profile: Profile
) -> None:
    kept = [transfer(country="CH", mechanism="adequation"), transfer(country="US", mechanism="adequation")]
    data = printed(tmp_path, *kept, lang="fr", profile=profile)
    assert_valid(data)
    told = words(data)
    assert "Données juridiques du 22/11/2026." in told
    assert "Suisse : Décision 2000/518/CE du 26/07/2000. Tous les organismes." in told
    assert ("source non relue : à vérifier avant de s’y fier" in told) == (profile == "full")
    assert "Seulement les organismes inscrits au Data Privacy Framework" in told
    assert "Adéquat en partie" in told


def test_the_status_is_that_of_the_day_of_the_document(tmp_path: Path) -> None:
    later = NOW.replace(year=2032)
    data = printed(tmp_path, transfer(country="GB", mechanism="adequation"), now=later)
    head, row = table(data, "Transfers by country on 2032-11-22")
    assert row[1] == "Third country"
    assert [title for title in ("Decision", "End") if title in head] == []  # no row would fill them


def test_a_transfer_without_a_country_is_told_in_its_own_words(tmp_path: Path) -> None:
    data = printed(tmp_path, transfer(country_text="Anywhere in the group"), transfer(country_text=""))
    assert_valid(data)
    assert [row[0] for row in table(data, TITLE)[1:]] == ["Anywhere in the group", "Country not recorded"]


@pytest.mark.parametrize("profile", ["authority", "full"])
def test_an_authority_is_not_told_our_judgement_of_a_missing_assessment(tmp_path: Path, profile: Profile) -> None:
    data = printed(tmp_path, transfer(country="IN", mechanism="cct_2021_914"), profile=profile)
    assert_valid(data)
    assert ("To make" in words(data)) == (profile == "full")
    assert ("Not filled in" in words(data)) == (profile == "full")


@pytest.mark.parametrize("profile", ["authority", "full"])
def test_a_mechanism_that_nobody_recorded_is_named_to_internal_readers_only(tmp_path: Path, profile: Profile) -> None:
    data = printed(tmp_path, transfer(country="IN"), profile=profile)
    assert ("Not recorded" in words(data)) == (profile == "full")


def test_the_table_of_one_transfer_stands_above_its_sheet(tmp_path: Path) -> None:
    data = printed(tmp_path, transfer(name="Sauvegardes", country="US"))
    place = next(each.pages[0] for each in tagged(data) if plain(each.text) == TITLE)
    sheet = next(each.pages[0] for each in tagged(data) if each.role == "H2" and "Sauvegardes" in each.text)
    pdf = opened(data)
    _left, _low, wide, tall = (float(edge) for edge in pdf.pages[place - 1].mediabox)
    assert sheet == place
    assert wide < tall


def test_a_transfer_alone_quotes_the_decision_that_its_countries_rest_on(tmp_path: Path) -> None:
    with make_store(
        tmp_path / "a.dossier", [transfer(country="IN", onward=["GB"], mechanism="cct_2021_914"), transfer()]
    ) as store:
        alone = store.dossier.of(Transfer)[0]
        export_record(store.dossier, alone, tmp_path / "a.pdf", Scope("en", NOW))
    data = (tmp_path / "a.pdf").read_bytes()
    assert_valid(data)
    head, *rows = table(data, "The countries on 2026-11-22")
    assert head == ["Country", "On this day", "Decision", "End"]
    assert rows == [
        ["India", "Third country", "", ""],
        ["United Kingdom", "Adequate", "(UE) 2021/1772", "2031-12-27"],
    ]
    assert "United Kingdom: Decision (UE) 2021/1772 of" in words(data)
    assert "Legal data of 2026" in words(data)
