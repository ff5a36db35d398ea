"""The worksheet on paper: every question with its answer and its state, where the outline comes from, a valid file."""

import io
from functools import cache

import pytest

from dossier.i18n import Code
from dossier.law.cnil_form import worksheet
from dossier.model.breach import Breach
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.report.pack import write_pack
from dossier.report.worksheet import worksheet_pack
from tests.factories import NOW, filled_dossier, record

from .reading import assert_valid, plain, tagged

SENTENCE = "Portable volé dans le train"
BREACHES = {"filled": filled_dossier(), "sentence": [record("breach", reference="VIO-2026-003", name=SENTENCE)]}


def dossier_of(records: list[Record]) -> Dossier:
    return Dossier("test").with_records([(None, one) for one in records], 1, "ab" * 32)


@cache
def pdf(name: str, code: Code) -> bytes:
    dossier = dossier_of(BREACHES[name])
    breach = dossier.of(Breach)[0]
    stream = io.BytesIO()
    write_pack(worksheet_pack(dossier, breach, worksheet(dossier, breach, NOW), code, NOW, "Dossier"), stream)
    return stream.getvalue()


def texts(name: str, code: Code) -> list[str]:
    return [plain(element.text) for element in tagged(pdf(name, code)) if element.text]


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("name", BREACHES)
def test_the_file_is_valid(name: str, code: Code) -> None:
    assert_valid(pdf(name, code))


def test_every_section_stands_in_its_order() -> None:
    found = [text.split(" · ")[0] for text in texts("sentence", "fr") if " · " in text]
    assert [int(number) for number in found if number.isdigit()] == list(range(1, 19))


@pytest.mark.parametrize(
    ("code", "caution"),
    [
        ("fr", "trame du téléservice de juillet 2023, non vérifiée sur le téléservice en ligne"),
        ("en", "outline of the form of July 2023, not checked against the live form"),
    ],
)
def test_it_says_where_the_order_and_the_words_come_from(code: Code, caution: str) -> None:
    assert sum(caution in text for text in texts("sentence", code)) == 2  # on the cover and above the answers


def test_each_answer_stands_beside_its_question_and_its_state() -> None:
    found = texts("sentence", "fr")
    at = found.index("Descriptif détaillé *")
    assert found[at + 1 : at + 3] == [SENTENCE, "Connu"]
    at = found.index("Natures de la violation", found.index("7 · Natures de la violation") + 1)
    assert "Manquant" in found[at + 1 : at + 3]


def test_the_questions_are_french_in_an_english_document_and_said_to_be() -> None:
    said = {plain(element.text): element.language for element in tagged(pdf("sentence", "en"))}
    assert said["Niveau de gravité *"].startswith("fr")
    assert said[SENTENCE].startswith("fr")
    assert said["Missing"] == ""
