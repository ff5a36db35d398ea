"""Breaches in the shape of the CNIL's open data: every label is recognised or listed, and nothing is guessed."""

import io
from datetime import date
from pathlib import Path

import pytest

from dossier.errors import InvalidInput
from dossier.exchange.cnil_notifications import (
    COLUMNS,
    Notifications,
    ProposedNotification,
    Unknown,
    read_notifications,
)
from dossier.law.breach_labels import wording
from dossier.model.organisation import Sector
from dossier.model.vocabulary_procedures import (
    BreachCause,
    BreachData,
    BreachNature,
    BreachOrigin,
    InformPersons,
    PersonsBand,
)

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "samples" / "cnil-breaches" / "notifications.csv"

NOTE = "Extraction générée le 1er avril 2026 (nota : un incident compte plusieurs fois);;;;;;;;"
HEADER = ";".join(names[0] for names in COLUMNS.values())
CELLS = {
    "month": "2025-12",
    "sector": "Construction",
    "natures": "Perte de la confidentialité",
    "band": "Entre 6 et 50 personnes",
    "data": "Données de localisation",
    "sensitive": "",
    "origins": "Autre",
    "causes": "Inconnu",
    "informed": "Non déterminé pour le moment",
}


def line(**cells: str) -> str:
    return ";".join({**CELLS, **cells}.values())


def published(*lines: str, encoding: str = "cp1252") -> Notifications:
    return read_notifications(io.BytesIO("\r\n".join(lines).encode(encoding)))


def only(*lines: str, encoding: str = "cp1252") -> ProposedNotification:
    (proposal,) = published(*lines, encoding=encoding).proposals
    return proposal


@pytest.mark.skipif(not SAMPLE.exists(), reason="the published sample is not beside this checkout")
def test_every_label_of_the_published_sample_is_recognised() -> None:
    with SAMPLE.open("rb") as file:
        read = read_notifications(file)
        proposals = list(read.proposals)
    assert "18 mars 2026" in read.note
    assert len(proposals) == 10
    assert [one.unknown for one in proposals] == [()] * 10
    assert all(one.month and one.sector and one.natures and one.band and one.data for one in proposals)
    assert all(one.origins and one.causes and one.informed for one in proposals)
    assert [one.sensitive for one in proposals].count(True) == 3


def test_a_line_becomes_a_proposal_with_its_line_and_its_codes() -> None:
    assert only(NOTE, HEADER, line()) == ProposedNotification(
        line=3,
        month=date(2025, 12, 1),
        sector=Sector.CONSTRUCTION,
        natures=(BreachNature.CONFIDENTIALITY,),
        band=PersonsBand.TO_50,
        data=(BreachData.LOCATION,),
        sensitive=None,
        origins=(BreachOrigin.OTHER,),
        causes=(BreachCause.UNKNOWN,),
        informed=InformPersons.UNKNOWN,
    )


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig"])
def test_the_file_is_read_in_each_of_its_encodings(encoding: str) -> None:
    read = published(NOTE, HEADER, line(informed="Oui, les personnes ont été informées"), encoding=encoding)
    assert read.note.startswith("Extraction générée")
    assert [one.informed for one in read.proposals] == [InformPersons.YES]


def test_a_file_without_a_note_begins_with_its_header() -> None:
    read = published(HEADER, line())
    assert read.note == ""
    assert [one.line for one in read.proposals] == [2]


def test_older_and_badly_typed_headers_are_those_of_today() -> None:
    header = HEADER.replace("Typologies", "Typologie").replace("notification;", "notification\u00a0;").replace("'", "’")
    assert only(NOTE, header, line()).data == (BreachData.LOCATION,)


def test_columns_may_stand_in_another_order_and_others_are_named() -> None:
    read = published(f"Région;{HEADER}", f"Bretagne;{line()}")
    assert read.other_columns == ("Région",)
    assert [one.sector for one in read.proposals] == [Sector.CONSTRUCTION]


LISTS = [("natures", BreachNature), ("data", BreachData), ("origins", BreachOrigin), ("causes", BreachCause)]


@pytest.mark.parametrize(("column", "list_"), LISTS, ids=[column for column, _list in LISTS])
def test_all_labels_of_a_list_survive_in_one_cell(column: str, list_: type[BreachNature]) -> None:
    """Labels with commas, parentheses and « et/ou », joined by commas without a space."""
    of_the_cnil = [(term, words.label) for term in list_ if (words := wording(term))]
    read = only(NOTE, HEADER, line(**{column: ",".join(label for _term, label in of_the_cnil)}))
    assert getattr(read, column) == tuple(term for term, _label in of_the_cnil)
    assert read.unknown == ()


def test_a_sector_with_a_semicolon_is_quoted_and_its_apostrophe_doubled() -> None:
    assert only(NOTE, HEADER, line(sector="\"Commerce ; réparation d''automobiles et de motocycles\"")).sector == (
        Sector.TRADE
    )


@pytest.mark.parametrize(("cell", "said"), [("", None), ("Oui", True), ("Non", False)])
def test_a_blank_cell_says_nothing_of_sensitive_data(cell: str, said: bool | None) -> None:
    assert only(NOTE, HEADER, line(sensitive=cell)).sensitive is said


def test_what_is_in_no_list_is_kept_as_written_and_the_rest_is_read() -> None:
    read = only(NOTE, HEADER, line(origins="Autre,Drone égaré, avec sa carte", sector="Spatial", month="mai 2025"))
    assert read.origins == (BreachOrigin.OTHER,)
    assert (read.sector, read.month) == (None, None)
    assert set(read.unknown) == {
        Unknown("Date de réception de la notification", "mai 2025"),
        Unknown("Secteur d'activité de l'organisme concerné", "Spatial"),
        Unknown("Origines de l'incident", "Drone égaré, avec sa carte"),
    }


@pytest.mark.parametrize("month", ["2025-13", "2025-1", "0000-00", "12/2025", "2025-12-03"])
def test_a_month_that_is_none_is_listed(month: str) -> None:
    read = only(NOTE, HEADER, line(month=month))
    assert read.month is None
    assert [one.label for one in read.unknown] == [month]


def test_short_and_empty_lines_lose_nothing_and_stop_nothing() -> None:
    first, second = published(NOTE, HEADER, "", "2025-11;Enseignement", ";;;;;;;;", line()).proposals
    assert (first.line, first.sector, first.natures, first.unknown) == (4, Sector.EDUCATION, (), ())
    assert second.line == 6


def test_a_character_of_no_encoding_is_listed_with_its_label() -> None:
    text = "\n".join((NOTE, HEADER, line(origins="Autre \x81"))).encode("latin-1")
    (read,) = read_notifications(io.BytesIO(text)).proposals
    assert [one.label for one in read.unknown] == ["Autre \ufffd"]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\x00\x01\x02",
        b"PK\x03\x04 a workbook",
        b"a;b;c\n1;2;3\n",
        HEADER.replace(";Causes de l'incident", "").encode(),
        HEADER.replace(";", ",").encode(),
        b'"' + b"x" * 200_000,
    ],
    ids=["empty", "bytes", "workbook", "another table", "a column less", "commas", "a cell without end"],
)
def test_another_shape_is_refused_in_one_sentence_that_names_a_column(text: bytes) -> None:
    with pytest.raises(InvalidInput, match=r"not the CNIL’s list of notifications .*nothing was kept"):
        read_notifications(io.BytesIO(text))


def test_a_cell_without_end_further_down_says_after_which_line() -> None:
    read = published(NOTE, HEADER, line(), '"' + "x" * 200_000)
    with pytest.raises(InvalidInput, match="after line 3"):
        list(read.proposals)
