"""The register of breaches and their sheets, read back out of the PDF as an inspector would."""

import io
import itertools
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pikepdf
import pytest

from dossier.i18n import CODES, Code, language
from dossier.law.enisa import score_of
from dossier.model.breach import Breach, BreachAssessment
from dossier.model.fields import fields_of
from dossier.model.record import Knowledge, KnownMoment, KnownNumber, Moment, Precision, Record
from dossier.model.text import field_text
from dossier.model.vocabulary import Level
from dossier.model.vocabulary_procedures import (
    BreachNature,
    BreachRisk,
    BreachRole,
    BreachState,
    EnisaData,
    EnisaIdentification,
    NotificationType,
)
from dossier.report.registers import Profile, Scope
from dossier.work.edits import deletion, with_traces
from dossier.work.export import export_pdf
from tests.factories import AUTHOR, filled_dossier, make_store, record

from .reading import Tagged, assert_valid, plain, tagged

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 22, 10, 0, tzinfo=PARIS)


def moment(text: str, precision: Precision = Precision.MINUTE) -> Moment:
    return Moment(at=datetime.fromisoformat(text).replace(tzinfo=PARIS).astimezone(UTC), precision=precision)


def printed(
    folder: Path, *records: Record, lang: Code = "en", profile: Profile = "authority", reason: str = ""
) -> bytes:
    """The PDF of the breaches alone; with a reason, the last record is deleted before."""
    with make_store(folder / "a.dossier", list(records)) as store:
        if reason:
            doomed = store.dossier.get(records[-1].id)
            assert doomed
            edit = with_traces(deletion(store.dossier, [doomed]), store.dossier, AUTHOR, NOW, reason)
            store.apply(edit, AUTHOR, NOW)
        export_pdf(store.dossier, folder / "a.pdf", Scope(lang, NOW, profile, (Breach,)))
    return (folder / "a.pdf").read_bytes()


def row(elements: Sequence[Tagged], reference: str, nth: int = 0) -> str:
    """What a table says in the nth row that this reference names."""
    places = [
        place
        for place, each in enumerate(elements)
        if plain(each.text) == reference and each.role in ("TH", "Link") and "Table" in each.path
    ]
    following = elements[places[nth] + 1 :]
    end = next((place for place, each in enumerate(following) if each.role not in ("TD", "Link")), len(following))
    return " | ".join(plain(each.text) for each in following[:end])


def said(data: bytes, label: str) -> str:
    """The value beside a label of a sheet."""
    elements = tagged(data)
    beside = itertools.pairwise(elements)
    (value,) = [
        value for each, value in beside if plain(each.text) == label and (each.role, value.role) == ("TH", "TD")
    ]
    return plain(value.text)


def notified(breach: Record, text: str, type_: NotificationType = NotificationType.INITIAL, **values: Any) -> Record:
    return record("breach_notification", breach=breach.id, name="CNIL", type=type_, sent_at=moment(text), **values)


DELAYS: dict[str, tuple[dict[str, Any], str, str]] = {
    "in time": ({"aware_at": moment("2026-11-16T14:05")}, "2026-11-18T17:15", "after 51 h 10, in time"),
    "late": (
        {"aware_at": moment("2026-10-24T08:30")},  # summer time ends in between: 72 elapsed hours
        "2026-10-27T15:35",
        "after 80 h 05, late by 8 h 05",
    ),
    "told by the processor": (
        {"processor_alerted_at": moment("2026-11-16T14:05")},
        "2026-11-16T15:05",
        "after 1 h, in time",
    ),
    "known to the day": (
        {"aware_at": moment("2026-11-16T14:05", Precision.DAY)},
        "2026-11-17T01:00",
        "after 25 h at most, in time",
    ),
    "before awareness": (
        {"aware_at": moment("2026-11-16T14:05")},
        "2026-11-16T13:05",
        "1 h before the start, one of the two dates is to be corrected",
    ),
}


@pytest.mark.parametrize("case", DELAYS)
def test_the_delay_is_told_in_the_register_in_the_computation_and_beside_what_was_sent(
    case: str, tmp_path: Path
) -> None:
    values, sent, words = DELAYS[case]
    breach = record("breach", name="Courriel", role=BreachRole.CONTROLLER, **values)
    data = printed(tmp_path, breach, notified(breach, sent))
    assert said(data, "Delay") == words
    elements = tagged(data)
    assert words in row(elements, "VIO-2026-001")
    assert words in row(elements, "NOT-001")


STANDING: dict[str, tuple[dict[str, Any], str]] = {
    "one sentence": ({}, "Start of the period: No awareness is recorded: no period is computed."),
    "suspicion": (
        {"suspected_at": moment("2026-11-21T11:00")},
        "Start of the period: Suspicion: no period runs before a reasonable degree of certainty.",
    ),
    "running": ({"aware_at": moment("2026-11-21T23:50")}, "End of the period: 2026-11-24 23:50 (Paris)"),
    "over": (
        {"aware_at": moment("2026-11-10T09:00")},
        "End of the period: 2026-11-13 09:00 (Paris), passed if a risk is likely, no notification in the dossier",
    ),
    "decided against": (
        {"aware_at": moment("2026-11-10T09:00"), "notify": False, "notify_reasons": "Chiffré"},
        "Notification to the CNIL: None, by a decision whose reasons are recorded.",
    ),
    "processor, nobody named": (
        {"role": BreachRole.PROCESSOR, "aware_at": moment("2026-11-10T09:00")},
        "Controllers concerned: None is named in the dossier.",
    ),
}


@pytest.mark.parametrize("case", STANDING)
def test_what_is_still_due_ends_the_row(case: str, tmp_path: Path) -> None:
    values, words = STANDING[case]
    data = printed(tmp_path, record("breach", name="Courriel", **values), profile="full")
    assert words in row(tagged(data), "VIO-2026-001")
    assert_valid(data)


def test_a_processor_names_the_controllers_it_alerted_and_those_it_did_not(tmp_path: Path) -> None:
    breach = record("breach", name="Fuite", role=BreachRole.PROCESSOR, aware_at=moment("2026-11-19T10:00"))
    told = record("breach_party", breach=breach.id, name="Mairie", alerted_at=moment("2026-11-19T12:30"))
    data = printed(tmp_path, breach, told, record("breach_party", breach=breach.id, name="Lycée"))
    assert said(data, "Controllers alerted") == "Mairie: 2026-11-19 12:30 (Paris), after 2 h 30"
    assert said(data, "Controllers not alerted") == "Lycée"
    assert "art. 33(2)" in said(data, "Duty as processor")
    assert "72" not in row(tagged(data), "VIO-2026-001")


def test_the_computation_gives_its_steps_and_the_other_reading_as_information(tmp_path: Path) -> None:
    breach = record("breach", name="Courriel", aware_at=moment("2026-11-16T14:05"))
    data = printed(tmp_path, breach, profile="full")
    assert said(data, "Start of the period") == "2026-11-16 14:05 (Paris); awareness, with a reasonable certainty"
    assert said(data, "Length of the period").startswith("72 elapsed hours (art. 33(1))")
    assert said(data, "End of the period") == "2026-11-19 14:05 (Paris)"
    assert said(data, "On the date of this document") == "67 h 55 after the end of the period, if a risk is likely"
    information = said(data, "For information")
    assert "1182/71" in information
    assert "2026-11-19 15:00 (Paris)" in information
    assert "not verified" in information
    assert "2026-11-22" in said(data, "Legal data")


def register_breach() -> Breach:
    """A breach with everything that art. 33(5) asks to document."""
    made = record(
        "breach",
        name="Fichier de paie envoyé à un tiers",
        state=BreachState.CLOSED,
        role=BreachRole.CONTROLLER,
        facts="Envoi par erreur",
        nature=(BreachNature.CONFIDENTIALITY, BreachNature.INTEGRITY),
        started_at=KnownMoment(value=moment("2026-11-16T09:10"), state=Knowledge.ABOUT),
        ended_at=KnownMoment(value=moment("2026-11-16T18:00")),
        suspected_at=moment("2026-11-16T13:30"),
        aware_at=moment("2026-11-16T14:05"),
        persons_number=KnownNumber(value=46, state=Knowledge.ABOUT),
        records_number=KnownNumber(value=92),
        effects="Fraude possible",
        gravity=Level.SIGNIFICANT,
        previous_measures="Charte",
        remedies="Rappel du message",
        remedies_planned="Chiffrement",
        risk=BreachRisk.HIGH,
        notify=True,
        notify_reasons="NIR diffusé",
        closed_on=date(2026, 11, 21),
    )
    assert isinstance(made, Breach)
    return made


@pytest.mark.parametrize("lang", CODES)
def test_one_row_documents_a_breach(lang: Code, tmp_path: Path) -> None:
    breach = register_breach()
    told = row(tagged(printed(tmp_path, breach, lang=lang)), "VIO-2026-001")
    for field in fields_of(Breach):
        if field.name not in ("id", "reference", "status", "aliases"):
            for line in field_text(breach, field, language(lang), str).split("\n"):
                assert plain(line) in told, field.name


def test_a_long_text_is_cut_in_its_row_and_whole_on_its_sheet(tmp_path: Path) -> None:
    facts = "mot " * 300 + "fin"
    elements = tagged(printed(tmp_path, record("breach", name="Long", facts=facts)))
    told = row(elements, "VIO-2026-001")
    assert "[…]" in told
    assert len(told) < 1_000
    assert facts in [plain(each.text) for each in elements]
    assert "A text that ends with […] stands in full on the sheet of the breach." in [each.text for each in elements]


def test_a_breach_of_one_sentence_prints_calmly(tmp_path: Path) -> None:
    data = printed(tmp_path, record("breach", name="Un ordinateur a disparu du bureau 12"))
    elements = tagged(data)
    assert "Un ordinateur a disparu du bureau 12" in row(elements, "VIO-2026-001")
    headings = [plain(each.text) for each in elements if each.role in ("H2", "H3")]
    assert headings == [
        "VIO-2026-001 – Un ordinateur a disparu du bureau 12",
        "Computation of the delay",
    ]
    assert_valid(data)


@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("profile", ["authority", "full"])
def test_a_breach_with_everything_filled_is_a_valid_document(lang: Code, profile: Profile, tmp_path: Path) -> None:
    assert_valid(printed(tmp_path, *filled_dossier(), lang=lang, profile=profile))


def test_the_timeline_is_told_oldest_first_and_keeps_what_was_struck_out(tmp_path: Path) -> None:
    breach = record("breach", name="Courriel")
    later = record("breach_event", breach=breach.id, at=moment("2026-11-16T16:30"), name="Onze destinataires", by="DPO")
    wrong = record("breach_event", breach=breach.id, at=moment("2026-11-16T15:00"), name="Neuf destinataires")
    undated = record("breach_event", breach=breach.id, name="Appel de la banque")
    data = printed(tmp_path, breach, undated, later, wrong.with_(struck_out=True))
    elements = tagged(data)
    order = [plain(each.text) for each in elements if each.role == "TH" and plain(each.text).startswith("EVT")]
    assert order == ["EVT-003", "EVT-002", "EVT-001"]
    struck_out = "2026-11-16 15:00 (Paris) |  | Struck out: Yes What happened: Neuf destinataires"
    assert row(elements, "EVT-003") == struck_out
    assert row(elements, "EVT-002") == "2026-11-16 16:30 (Paris) | DPO | Onze destinataires"


def test_an_assessment_that_was_replaced_is_kept_and_says_so(tmp_path: Path) -> None:
    breach = record("breach", name="Courriel")
    made = [
        record("breach_assessment", breach=breach.id, context=context, identification=EnisaIdentification.MAXIMUM)
        for context in (EnisaData.SIMPLE, EnisaData.FINANCIAL, EnisaData.SENSITIVE)
    ]
    elements = tagged(printed(tmp_path, breach, *made[:2], made[2].with_(struck_out=True)))
    told = [row(elements, f"EVA-00{n}") for n in (1, 2, 3)]
    assert "Replaced by EVA-002" in told[0]
    assert "In force" in told[1]
    assert "Struck out" in told[2]
    assert isinstance(made[1], BreachAssessment)
    score = score_of(made[1])
    assert score
    assert f"= {score.words(language('en'))}" in told[1]
    assert f"ENISA score: {score.words(language('en'))}" in row(elements, "VIO-2026-001")


def embedded(data: bytes) -> dict[str, list[dict[str, Any]]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        records: dict[str, list[dict[str, Any]]] = json.loads(pdf.attachments["dossier.json"].get_file().read_bytes())[
            "records"
        ]
    return records


def test_what_was_taken_out_stands_below_the_register_with_its_reason(tmp_path: Path) -> None:
    kept, gone = record("breach", name="Courriel"), record("breach", name="Essai")
    data = printed(tmp_path, kept, gone, reason="Essai de formation")
    elements = tagged(data)
    assert row(elements, "VIO-2026-002") == "2026-11-22 10:00 (Paris) | Essai de formation | Camille Martin, DPO"
    assert [one["name"] for one in embedded(data)["removal"]] == ["VIO-2026-002"]
    assert_valid(data)


def test_a_register_from_which_all_was_taken_out_still_says_so(tmp_path: Path) -> None:
    data = printed(tmp_path, record("breach", name="Essai"), reason="Essai de formation")
    assert "Essai de formation" in row(tagged(data), "VIO-2026-001")


def test_what_was_taken_out_of_another_register_is_not_named_here(tmp_path: Path) -> None:
    other = record("removal", name="DEM-2026-001", removed_kind="request", reason="Doublon")
    data = printed(tmp_path, record("breach", name="Courriel"), other)
    assert "DEM-2026-001" not in [plain(each.text) for each in tagged(data)]
