"""The assessments read back out of the PDF: screening, risks, matrix, opinion, consultation."""

from pathlib import Path
from typing import Any

import pytest

from dossier.i18n import Code
from dossier.model.dpia import Dpia, DpiaRisk
from dossier.model.fields import fields_of
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.registers import Profile, Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, filled_dossier, make_store, record, word

from .reading import assert_valid, plain, tagged
from .test_processors import table

SCREENING = "Processing activities"


def printed(folder: Path, *records: Record, lang: Code = "en", profile: Profile = "full") -> bytes:
    with make_store(folder / "a.dossier", list(records)) as store:
        export_pdf(store.dossier, folder / "a.pdf", Scope(lang, NOW, profile, (PackPart.DPIAS,)))
    return (folder / "a.pdf").read_bytes()


def text_of(data: bytes) -> str:
    return plain(" ".join(each.text for each in tagged(data)))


def assessed() -> list[Record]:
    alerts = record("activity", name="Alerts", dpia_list=["6"], dpia_criteria=["donnees_sensibles"])
    made = record("dpia", name="Alerts", activities=[alerts.id], consulted_on="2026-11-02", dpo_opinion="Favourable")
    made = made.with_(overview="From receipt to closure", proportionality="Nothing less intrusive")
    risks: list[dict[str, Any]] = [
        {"event": "acces_illegitime", "severity": "maximal", "likelihood": "important", "impacts": "Reprisals"},
        {"event": "disparition", "severity": "important", "likelihood": "important"},
    ]
    risks[0] |= {"residual_severity": "important", "residual_likelihood": "limite"}
    risks[1] |= {"residual_severity": "important", "residual_likelihood": "important"}
    return [alerts, made, *(record("dpia_risk", dpia=made.id, **values) for values in risks)]


def video() -> Record:
    return record(
        "activity",
        name="CCTV",
        dpia_criteria=["surveillance", "personnes_vulnerables"],
        dpia_screened_on="2026-09-14",
        dpia_waiver="Two cameras",
    )


def test_every_activity_has_its_row_above_the_sheets(tmp_path: Path) -> None:
    data = printed(tmp_path, *assessed(), video(), record("activity", name="Newsletter"))
    assert_valid(data)
    rows = table(data, SCREENING)
    head = ["Reference", "Processing activity", "Criteria met", "CNIL’s list", "Screened on", "Conclusion", "DPIA"]
    assert rows[0] == [*head, "Why none is made"]
    told = {row[1]: row[2:] for row in rows[1:]}
    assert told["Alerts"][0].startswith("1 of 9")
    assert told["Alerts"][3] == "DPIA required"
    assert told["Alerts"][-2:] == ["AIPD-001", ""]
    assert told["CCTV"][2:] == ["2026-09-14", "DPIA probably required", "Not filled in", "Two cameras"]
    assert told["Newsletter"][0] == "Not filled in"
    assert told["Newsletter"][3] == "Not screened yet"


def test_what_an_assessment_ticks_counts_for_the_activity_it_covers(tmp_path: Path) -> None:
    loyalty = record("activity", name="Loyalty", dpia_criteria=["evaluation"])
    made = record("dpia", name="Loyalty", activities=[loyalty.id], criteria=["evaluation", "grande_echelle"])
    row = table(printed(tmp_path, loyalty, made), SCREENING)[1]
    assert row[2] == "2 of 9 Evaluation or scoring Large scale"


def test_an_authority_reads_the_facts_without_our_conclusion(tmp_path: Path) -> None:
    data = printed(tmp_path, *assessed(), video(), profile="authority")
    assert_valid(data)
    assert "Conclusion" not in table(data, SCREENING)[0]
    assert "DPIA probably required" not in text_of(data)
    assert "high risk" not in text_of(data)
    assert "A before" in text_of(data)


def test_the_screening_prints_where_no_assessment_was_made(tmp_path: Path) -> None:
    data = printed(tmp_path, video())
    assert_valid(data)
    assert [row[1] for row in table(data, SCREENING)[1:]] == ["CCTV"]


def test_the_matrix_is_a_table_whose_cells_name_the_marks(tmp_path: Path) -> None:
    data = printed(tmp_path, *assessed())
    assert_valid(data)
    rows = table(data, "Matrix of the risks")
    assert rows[0] == ["Severity, likelihood", "1 Negligible", "2 Limited", "3 Significant", "4 Maximal"]
    assert [row[0] for row in rows[1:]] == ["4 Maximal", "3 Significant", "2 Limited", "1 Negligible"]
    assert rows[1][3] == "high risk A before"
    assert rows[2][2:4] == ["A after", "high risk D before; D after"]
    assert rows[4][1:] == ["", "", "", ""]


def test_the_sections_stand_in_the_order_of_the_method(tmp_path: Path) -> None:
    data = printed(tmp_path, *assessed())
    heads = [plain(each.text) for each in tagged(data) if each.role.startswith("H")]
    wanted = ["Context", "Fundamental principles", "Risks", "Matrix of the risks", "Validation"]
    wanted += ["Prior consultation", "Period of the consultation"]
    places = [heads.index(one) for one in wanted]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", ["by 2026-12-28, or by 2027-02-08", "8 weeks", "Not verified", "Reprisals", "Favourable"]),
        (
            "fr",
            ["au plus tard le 28/12/2026, ou le 08/02/2027", "8 semaines", "Non vérifié", "risque élevé A avant"],
        ),
    ],
)
def test_the_consultation_says_by_when_the_cnil_answers(tmp_path: Path, lang: Code, words: list[str]) -> None:
    data = printed(tmp_path, *assessed(), lang=lang)
    assert_valid(data)
    assert [one for one in words if one not in text_of(data)] == []


def test_every_value_that_is_stored_is_still_printed(tmp_path: Path) -> None:
    data = printed(tmp_path, *filled_dossier())
    assert_valid(data)
    text = text_of(data)
    for kind in (Dpia, DpiaRisk):
        texts = [field for field in fields_of(kind) if field.type is str and field.target is None]
        names = [field for field in texts if field.name not in ("id", "reference", "aliases")]
        assert [field.name for field in names if plain(word(kind, field)) not in text] == []
