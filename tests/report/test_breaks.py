"""Where pages end: what is read together stands together, whatever stands above it."""

import io
from dataclasses import replace

import pypdf
import pytest

from dossier.report.content import Chapter, Column, Grid, Pairs, Part, Sheet

from .packs import EMPTY, written
from .reading import Tagged, fullness, opened, tagged

ABOVE = range(26, 42)
COLUMNS = [Column("Colonne", 1), Column("Autre", 1)]


def below(count: int, *parts: Part) -> list[Tagged]:
    """What a sheet says below a table of so many rows."""
    filler = Pairs([(f"Champ {i}", "valeur") for i in range(count)])
    chapter = Chapter("Chapitre", sheets=lambda: [Sheet("Fiche", [filler, *parts])])
    elements = tagged(written(replace(EMPTY, chapters=[chapter]))[0])
    place = next(n for n, each in enumerate(elements) if each.text == f"Champ {count - 1}")
    return elements[place + 2 :]


def rows_of(lines: int, count: int, title: str = "") -> Grid:
    return Grid(COLUMNS, lambda: [(f"rang {i}", "\n".join(["x"] * lines)) for i in range(count)], title)


def pages_of(elements: list[Tagged]) -> list[int]:
    return [each.pages[0] for each in elements if each.text.startswith("rang ")]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("count", [2, 3])
def test_a_table_of_a_few_rows_is_not_cut(above: int, count: int) -> None:
    pages = pages_of(below(above, rows_of(9, count)))
    assert len(pages) == count
    assert len(set(pages)) == 1


@pytest.mark.parametrize("above", ABOVE)
def test_two_rows_stand_below_a_header_and_two_on_the_last_page(above: int) -> None:
    for count in (14, 15):
        elements = below(above, rows_of(5, count))
        pages = pages_of(elements)
        header = next(each.pages[0] for each in elements if each.text == "Colonne")
        assert pages.count(header) >= 2
        assert pages.count(pages[-1]) >= 2


@pytest.mark.parametrize("above", ABOVE)
def test_a_header_without_a_title_has_a_row_below_it(above: int) -> None:
    elements = below(above, rows_of(24, 4))
    header = next(each for each in elements if each.text == "Colonne")
    assert header.pages[0] == pages_of(elements)[0]


@pytest.mark.parametrize("above", ABOVE)
@pytest.mark.parametrize("lines", [3, 24])
def test_a_heading_within_a_sheet_has_what_follows_on_its_page(above: int, lines: int) -> None:
    elements = below(above, rows_of(lines, 12, "Titre"))
    (title,) = [each for each in elements if each.role == "H3"]
    assert title.pages[0] == pages_of(elements)[0]


@pytest.mark.parametrize("above", ABOVE)
def test_a_few_lines_at_the_end_of_a_sheet_have_more_above_them(above: int) -> None:
    """Where they go over to the next page, what is above them goes with them."""
    end = [Pairs([("Registres", "deux"), ("Autres", "trois")], "Mentions"), Pairs([("Statut", "Brouillon")], "Suivi")]
    places = {each.text: each.pages[0] for each in below(above, *end) if each.pages}
    assert places["Statut"] == places["Suivi"] == places["Mentions"]


def test_a_sheet_of_a_page_and_a_few_lines_stands_on_one_page() -> None:
    """A little air is taken from all its tables, and from between them."""
    section = Pairs([(f"Champ {i}", "valeur") for i in range(4)], "Section")
    last = Pairs([("Statut", "Brouillon")], "Suivi")
    chapter = Chapter("Fiches", sheets=lambda: [Sheet("Fiche", [*[section] * 6, last])])
    elements = tagged(written(replace(EMPTY, chapters=[chapter]))[0])
    assert {each.pages[0] for each in elements if each.role == "TD"} == {1, 3}


@pytest.mark.parametrize("count", [44, 84])
def test_the_last_rows_of_a_table_stand_closer_rather_than_alone(count: int) -> None:
    chapter = Chapter("Table", parts=[rows_of(1, count)], landscape=False)
    pages = pages_of(tagged(written(replace(EMPTY, chapters=[chapter]))[0]))
    assert pages.count(max(pages)) > 40


@pytest.mark.parametrize("count", range(20, 44))
def test_a_page_that_lies_across_is_not_turned_for_a_row_or_two(count: int) -> None:
    grid = Grid(COLUMNS, lambda: [("rang", "mot " * 80)] * count)
    chapter = Chapter("Table", parts=[grid])
    document = opened(written(replace(EMPTY, chapters=[chapter]))[0])
    assert fullness(document.pages[-1]) > 0.32


def test_the_pages_that_a_sheet_goes_on_to_say_which_it_is() -> None:
    rows = Pairs([(f"Champ {i}", "valeur") for i in range(80)])
    sheets = [Sheet(name, [rows]) for name in ("Première", "Seconde")]
    chapters = [Chapter("Fiches", sheets=sheets.copy, part="1. Un"), Chapter("Fin", "Texte.", part="2. Deux")]
    data = written(replace(EMPTY, chapters=chapters))[0]
    first, second = [each.pages[0] for each in tagged(data) if each.role == "H2"]
    texts = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    assert len(texts) > second + 1 > first + 2
    assert [text.count("Première") for text in texts[first - 1 : second]] == [1] * (second - first + 1)
    assert [text.count("Seconde") for text in texts[second - 1 :]] == [1] * (len(texts) - second) + [0]
