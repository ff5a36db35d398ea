"""Passages in another language than the document's say so: quotes, verbatim texts, names, words of ours."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pikepdf
import pytest

from dossier.i18n import Code
from dossier.report.content import Chapter, Column, Grid
from dossier.report.scope import Scope
from dossier.report.spoken_language import language_of, quoting
from dossier.work.export import export_pdf
from tests.factories import NOW, make_store, record

from .packs import EMPTY, with_cell, written
from .reading import assert_valid, elements, font_maps, kids, opened, plain, tagged
from .structure_check import fused_words

IF_NO = "If no activity is observed over a period of 36 months, we undertake to make your information anonymous"
PROOF = "you may be asked to provide proof of identity"
LIFE = "Validity period 13 months maximum"
LIABLE = "We could not be held responsible for any hacking"
CHARTER = "Customer Personal Data Protection Charter"


def spoken(data: bytes) -> Iterator[tuple[str, str]]:
    """Every text of the pages, with the language in which it would be read aloud."""
    pdf = opened(data)
    languages = {
        (page, mcid): language_at(element, str(pdf.Root.Lang))
        for element, _path in elements(pdf.Root.StructTreeRoot.K, [])
        for page, mcid in (kid for kid in kids(element) if isinstance(kid, tuple))
    }
    maps = font_maps(pdf)
    for page in pdf.pages:
        yield from spoken_on(page, maps, languages)


def language_at(element: Any, document: str) -> str:
    while "/Lang" not in element:
        if "/P" not in element:
            return document
        element = element.P
    return str(element.Lang)


def spoken_on(page: Any, maps: dict[str, dict[int, str]], languages: dict[Any, str]) -> Iterator[tuple[str, str]]:
    font, stack, told = "", list[str](), dict[str, list[str]]()
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "Tf":
                font = str(operands[0])
            case "BDC" if stack:
                stack.append(str(operands[1].Lang))
            case "BDC":
                stack, told = [languages.get((page.obj.objgen, int(operands[1].get("/MCID", -1))), "")], {}
            case "Tj" | "'" if stack:
                text = "".join([maps[font].get(code, "?") for code in bytes(operands[0])])
                told.setdefault(stack[-1], []).append(text)
            case "EMC" if stack:
                stack.pop()
                if not stack:
                    yield from ((language, plain("".join(texts))) for language, texts in told.items())


def languages_of(words: str, data: bytes) -> set[str]:
    """The languages in which these words are read aloud, wherever they stand; not in running lines."""
    found = {language for language, text in spoken(data) if words in text}
    return found - {""}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> dict[Code, bytes]:
    """The complete pack in both languages of a French dossier that keeps what English sources say."""
    folder, activity = tmp_path_factory.mktemp("languages"), record("activity", name="Fichier des clients")
    charter = record("document", name=CHARTER, description="Charte publiée par la société")
    records = [
        record("organisation", name="Éco"),
        activity,
        charter,
        record("retention", activity=activity.id, name="Compte", raw_text=IF_NO),
        record("retention", activity=activity.id, name="Factures", raw_text="Gardées dix ans par la comptabilité"),
        record("procedure", name="Demandes", identity_text=PROOF),
        record("tracker", name="_ga", life_text=LIFE, banner_text="En continuant sur ce site, vous acceptez"),
        record("notice", name="Politique", language="en", disclaimer_text=LIABLE, summary="Ce que dit la politique"),
        record("statement", name="Identité", quote="proof of identity", source=charter.id),
    ]
    with make_store(folder / "a.dossier", records) as store:
        for code in ("fr", "en"):
            export_pdf(store.dossier, folder / f"{code}.pdf", Scope(code, NOW, "full"), file=store.path)
    return {code: (folder / f"{code}.pdf").read_bytes() for code in ("fr", "en")}


@pytest.mark.parametrize("code", ["fr", "en"])
@pytest.mark.parametrize("words", [IF_NO, PROOF, LIFE, LIABLE, CHARTER, "proof of identity"])
def test_what_an_english_source_says_is_read_in_english(words: str, code: Code, pack: dict[Code, bytes]) -> None:
    assert languages_of(words, pack[code]) == {"en"}


@pytest.mark.parametrize(
    "words",
    ["Gardées dix ans par la comptabilité", "En continuant sur ce site", "Ce que dit la politique", "Charte publiée"],
)
def test_what_is_of_the_dossier_is_read_in_its_language(words: str, pack: dict[Code, bytes]) -> None:
    assert languages_of(words, pack["fr"]) == languages_of(words, pack["en"]) == {"fr-FR"}


def test_our_own_words_in_another_language_say_so(pack: dict[Code, bytes]) -> None:
    assert languages_of("ENISA, Recommendations for a methodology", pack["fr"]) == {"en"}
    missing, _ = written(with_cell("\U0001f469"))
    assert languages_of("WOMAN", missing) == {"en"}
    assert languages_of("ne contient aucun", missing) == set() != languages_of("Caractères non affichés", missing)


def test_packs_with_passages_in_other_languages_are_valid(pack: dict[Code, bytes]) -> None:
    for data in pack.values():
        assert_valid(data)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (LIFE, "en"),
        ("Durée de validité : 13 mois au plus", "fr"),
        ("on a filled basket not completed", None),  # hardly a sentence
        ("Privacy policy (politique de confidentialité de SODEPAC)", None),  # both
        ("Stripe, Inc.", None),
        ("Die Daten werden nach drei Jahren gelöscht", None),
        ("", None),
    ],
)
def test_a_language_is_told_where_it_is_plain(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_long_text_is_told_by_its_beginning() -> None:
    assert language_of("the data of the " + "x" * 10**6) == "en"


@pytest.mark.parametrize(("code", "ours"), [("fr", "fr-FR"), ("en", "en-GB")])
def test_what_a_finding_quotes_is_read_in_the_language_of_the_dossier(
    code: Code, ours: str, pack: dict[Code, bytes]
) -> None:
    told = list(spoken(pack[code]))
    around = {"fr": "Finalité absente", "en": "No purpose"}[code]
    assert {language for language, text in told if around in text} == {ours}
    assert {language for language, text in told if "Fichier des clients" in text} <= {"fr", "fr-FR"}
    assert_valid(pack[code])


def test_a_sentence_of_several_lines_is_read_whole_and_in_order() -> None:
    quote = "des mots qui prennent plus d’une ligne de la cellule et que personne ne coupe " * 3
    sentence = f"“{quote}” has none; neither has “le registre”."
    grid = Grid([Column("a", 1), Column("b", 1)], lambda: [("k", quoting(sentence, "en", "fr"))])
    data, _ = written(replace(EMPTY, language="en", chapters=[Chapter("Chapter", parts=[grid])]))
    *_, cell = [element for element in tagged(data) if element.role == "TD"]
    assert plain(cell.text) == plain(sentence)
    assert {language for language, text in spoken(data) if "prennent" in text} == {"fr"}
    assert {language for language, text in spoken(data) if "has none; neither has" in text} == {"en-GB"}
    assert fused_words(data) == []
    assert_valid(data)
