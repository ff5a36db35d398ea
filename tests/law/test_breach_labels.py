"""The CNIL's words for breaches: every code has them, the French window says them, and a label finds its code again."""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dossier.i18n import french_typography, language
from dossier.law.breach_labels import LISTS, term_of, wording
from dossier.law.data import law_data
from dossier.model.record import Term
from dossier.model.vocabulary import OURS
from dossier.model.vocabulary_procedures import BreachNature, BreachOrigin

TERMS = [term for list_ in LISTS for term in list_]
OF_THE_CNIL = [term for term in TERMS if wording(term)]

APOSTROPHES = ("'", "’", "''", "’’")
SPACES = (" ", "\u00a0", "\u202f", "  ")


def name(term: Term) -> str:
    return f"{type(term).__name__}.{term.name}"


@pytest.mark.parametrize("term", TERMS, ids=name)
def test_a_code_has_the_words_of_the_cnil_unless_it_says_that_it_is_ours(term: Term) -> None:
    assert (wording(term) is None) == (term.source == OURS)


def test_only_these_codes_are_ours() -> None:
    """What a form must be able to say before anything is known, and notifications that go elsewhere."""
    elsewhere = {"OTHER_AUTHORITY", "CONTROLLER", "POLICE", "INSURER"}
    ours = {"BreachNature.UNKNOWN", "BreachOrigin.UNKNOWN"} | {f"NotificationType.{one}" for one in elsewhere}
    assert {name(term) for term in TERMS if not wording(term)} == ours


@pytest.mark.parametrize("term", OF_THE_CNIL, ids=name)
def test_the_french_window_says_what_the_cnil_says(term: Term) -> None:
    """But for our typography: apostrophes, no-break spaces, and the accents that the CNIL leaves off its capitals."""
    words = wording(term)
    assert words is not None
    assert language("fr")(term.label).replace("É", "E") == french_typography(words.label).replace("É", "E")


def test_the_data_name_only_lists_and_codes_that_exist() -> None:
    assert {name: set(codes) for name, codes in law_data("breach_labels")["lists"].items()} == {
        list_.__name__: {term.value for term in list_ if wording(term)} for list_ in LISTS
    }


@pytest.mark.parametrize("term", OF_THE_CNIL, ids=name)
def test_a_label_and_its_older_forms_find_their_code(term: Term) -> None:
    words = wording(term)
    assert words is not None
    assert {term_of(type(term), label) for label in (words.label, *words.aliases)} == {term}


@given(st.sampled_from(OF_THE_CNIL), st.data())
def test_a_label_finds_its_code_however_it_was_typed(term: Term, data: st.DataObject) -> None:
    words = wording(term)
    assert words is not None
    assert term_of(type(term), "".join(typed(character, data.draw) for character in words.label)) == term


def typed(character: str, draw: Callable[[st.SearchStrategy[str]], str]) -> str:
    if character in "'’":
        return draw(st.sampled_from(APOSTROPHES))
    if character == " ":
        return draw(st.sampled_from(SPACES))
    decomposed = unicodedata.normalize("NFD", character)
    return draw(st.sampled_from((character, character.upper(), character.lower(), decomposed, decomposed[0])))


def test_words_that_no_list_has_find_nothing() -> None:
    assert [term_of(list_, "Une catégorie nouvelle") for list_ in LISTS] == [None] * len(LISTS)
    assert term_of(BreachNature, "") is None


def test_what_was_not_seen_in_its_source_says_so() -> None:
    seen, not_seen = wording(BreachOrigin.HACKING), wording(BreachOrigin.PAPER_DISPOSAL)
    assert seen is not None
    assert not_seen is not None
    assert (seen.verified, not_seen.verified) == (True, False)
    assert "18 mars 2026" in seen.source
    assert "juillet 2023" in not_seen.source
