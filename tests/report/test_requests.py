"""The log of requests read back out of the PDF: each period with its computation, the statistics, who may see whom."""

from pathlib import Path
from typing import Any

import pytest

from dossier.i18n import Code
from dossier.model.fields import fields_of
from dossier.model.record import Record
from dossier.model.request import Request
from dossier.report.registers import Profile, Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, filled_dossier, make_store, record, word

from .reading import assert_valid, plain, tagged
from .test_processors import table


def printed(folder: Path, *records: Record, lang: Code = "en", profile: Profile = "full") -> bytes:
    with make_store(folder / "a.dossier", list(records)) as store:
        export_pdf(store.dossier, folder / "a.pdf", Scope(lang, NOW, profile, (Request,)))
    return (folder / "a.pdf").read_bytes()


def text_of(data: bytes) -> str:
    return plain(" ".join(each.text for each in tagged(data)))


def request(received: str, **values: Any) -> Record:
    return record("request", **{"name": "Copy of my data", "rights": ["acces"], "received_on": received, **values})


def several() -> list[Record]:
    who = {"requester": "Ms A.", "concerned": "Mr A.", "channel": "courriel"}
    paused = request("2026-10-14", **who, answered_on="2026-11-20", decision="refusee")
    paused = paused.with_(refusal_reasons="Manifestly excessive, with reasons")
    days = {"started_on": "2026-10-16", "ended_on": "2026-10-26"}
    pause = record("request_pause", request=paused.id, reason="identite", **days)
    return [paused, pause, request("2026-10-14"), request("2025-03-05", answered_on="2025-04-08")]


@pytest.mark.parametrize("profile", ["full", "authority"])
def test_each_request_tells_its_period_and_how_it_was_computed(tmp_path: Path, profile: Profile) -> None:
    data = printed(tmp_path, *several(), profile=profile)
    assert_valid(data)
    text = text_of(data)
    for words in (
        "Answer due Tuesday 2026-11-24",
        "10 days of suspension: Tuesday 2026-11-24",
        "2026-11-14 is a Saturday: Monday 2026-11-16",
        "Proof of identity awaited",
        "Manifestly excessive, with reasons",
        "Answered in time",
        "Answered late",
        "6 days late",
        "Computation of the period",
        "Ms A. Person concerned, if another: Mr A.",
    ):
        assert words in text


def test_the_holidays_of_alsace_and_moselle_count_where_the_organisation_is_there(tmp_path: Path) -> None:
    local = record("organisation", name="Éco", alsace_moselle=True)
    assert "Answer due Tuesday 2026-04-07" in text_of(printed(tmp_path, local, request("2026-03-03")))


def test_the_statistics_are_one_row_a_year_below_all_of_them(tmp_path: Path) -> None:
    rows = table(printed(tmp_path, *several()), "Statistics of requests")
    assert rows[0][:3] == ["Year of receipt", "Requests", "Rights exercised"]
    assert rows[1:] == [
        ["Together", "3", "Access (art. 15): 3", "1 of 2", "1", "1", "0", "35.5"],
        ["2026", "2", "Access (art. 15): 2", "1 of 1", "0", "1", "0", "37"],
        ["2025", "1", "Access (art. 15): 1", "0 of 1", "1", "0", "0", "34"],
    ]


def test_it_is_told_in_french_too(tmp_path: Path) -> None:
    data = printed(tmp_path, *several(), lang="fr")
    assert_valid(data)
    text = text_of(data)
    assert "14/11/2026 est un samedi : lundi 16/11/2026" in text
    assert "Statistiques des demandes" in text


def test_one_request_alone_has_its_row_and_a_column_of_requesters_only_where_one_is_named(tmp_path: Path) -> None:
    data = printed(tmp_path, request("2026-11-10"))
    assert_valid(data)
    heads = [plain(each.text) for each in tagged(data) if each.role == "TH"]
    assert "Answer due" in heads
    assert "Requester" not in heads


def test_every_value_that_is_stored_is_still_printed(tmp_path: Path) -> None:
    data = printed(tmp_path, *filled_dossier())
    assert_valid(data)
    texts = [field for field in fields_of(Request) if field.type is str and field.target is None]
    names = [field for field in texts if field.name not in ("id", "reference", "aliases")]
    text = text_of(data)
    assert [field.name for field in names if plain(word(Request, field)) not in text] == []
