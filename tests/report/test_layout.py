"""The page: nothing outside the margins, no orphans, short sheets whole, headers on every page of a table."""

import io
from dataclasses import replace
from typing import Any

import pytest

from dossier.i18n import language
from dossier.report.archive import Archive
from dossier.report.content import Chapter, Column, Grid, Note, Pairs, Paragraph, Sheet
from dossier.report.layout import Composer
from dossier.report.page import Page

from .packs import EMPTY, NAMES, PACKS, pdf, register, with_cell, written
from .reading import opened, tagged


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Page, float, float, float, str]]:
    """Page, left, baseline, right and style of each line that is drawn while the test runs."""
    seen: list[tuple[Page, float, float, float, str]] = []
    draw = Page.show

    def show(page: Page, style: Any, x: float, y: float, lines: Any, tag: bytes) -> None:
        codes = style.face.font.state[style.face.registry].subsets[0]
        for number, line in enumerate(lines):
            text = "".join(chr(codes[code]) for code in line.replace(b"\\", b"").rstrip())
            seen.append((page, x, y - number * style.leading, x + style.width(text), f"{style.size}"))
        draw(page, style, x, y, lines, tag)

    monkeypatch.setattr(Page, "show", show)
    return seen


@pytest.mark.parametrize("name", ["small", "english", "long table", "long cell", "empty"])
def test_nothing_is_drawn_outside_the_margins(name: str, shown: list[tuple[Page, float, float, float, str]]) -> None:
    written(PACKS[name]())
    assert shown
    for page, left, baseline, right, _ in shown:
        assert left >= 54 - 1e-6
        assert right <= page.width - 54 + 1
        assert 54 <= baseline <= page.height - 62


def test_a_header_is_repeated_and_a_new_table_begins_after_four_hundred_rows() -> None:
    elements = tagged(pdf("long table"))
    assert [each.role for each in elements].count("Table") == 1 + 3  # the first is on the cover
    headers = [each for each in elements if each.text.strip() == "Libellé"]
    assert len(headers) == 3
    assert all(each.role == "TH" for each in headers)
    rows = [each for each in elements if each.text.startswith("REF-")]
    assert len(rows) == 1_100
    document = opened(pdf("long table"))
    for number in {each.pages[0] for each in rows}:
        assert b"Libell" in document.pages[number - 1].Contents[0].read_bytes().split(b"REF-")[0]


def pages_of_sheets(data: bytes) -> list[set[int]]:
    """The pages of each sheet."""
    places: list[set[int]] = []
    for each in tagged(data):
        if each.role == "H2":
            places.append(set())
        if places and each.path.count("Sect") == 2:
            places[-1].update(each.pages)
    return places


def test_short_sheets_are_whole_and_several_to_a_page() -> None:
    data, _ = written(replace(EMPTY, chapters=[register([f"Nom {i}" for i in range(20)])]))
    places = pages_of_sheets(data)
    assert len(places) == 20
    assert all(len(pages) == 1 for pages in places)
    assert len(set.union(*places)) <= 8


def of_height(points: float) -> Pairs:
    """A table of labels of about that height."""
    return Pairs([(f"Champ {i}", "valeur") for i in range(int(points / 19.5))])


def test_no_page_is_left_half_empty_before_a_sheet() -> None:
    sheets = [Sheet(f"Fiche {i}", [of_height(400)]) for i in range(6)]
    places = pages_of_sheets(written(replace(EMPTY, chapters=[Chapter("Fiches", sheets=lambda: sheets)]))[0])
    assert len(set.union(*places)) == 4


@pytest.mark.parametrize("count", range(28, 36))
def test_a_sheet_stands_closer_rather_than_leave_a_few_lines_on_a_page(count: int) -> None:
    """Whatever its length, what goes over to another page is more than a line or two."""
    parts = [
        Pairs([(f"Champ {part} {i}", "valeur") for i in range(count // 4)], f"Section {part}") for part in range(4)
    ]
    chapter = Chapter("Fiches", sheets=lambda: [Sheet("Fiche", [*parts, Pairs([("Statut", "Brouillon")], "Suivi")])])
    elements = tagged(written(replace(EMPTY, chapters=[chapter]))[0])
    pages = [each.pages[0] for each in elements if each.role in ("TH", "TD") and each.pages and each.pages[0] > 2]
    assert pages.count(4) == 0 or pages.count(4) > 4


def test_chapters_of_a_part_follow_one_another_where_there_is_room() -> None:
    short = [Chapter(f"Court {i}", parts=[of_height(180)], landscape=False, part="2. Partie") for i in range(2)]
    other = Chapter("Autre", parts=[of_height(100)], landscape=False, part="3. Suite")
    elements = tagged(written(replace(EMPTY, chapters=[*short, other]))[0])
    pages = {each.text: each.pages for each in elements if each.role == "H1"}
    assert pages["Court 0"] == pages["Court 1"] == [3]
    assert pages["Autre"] == [4]
    assert [each.text for each in elements if each.text == "2. Partie" and each.role == "P"] == ["2. Partie"]


def test_the_title_of_a_sheet_has_its_first_table_below_it() -> None:
    for above in range(420, 640, 10):
        sheet = Sheet("Fiche", [of_height(170), of_height(600)])
        chapter = Chapter("Chapitre", parts=[of_height(above)], sheets=[sheet].copy, landscape=False)
        elements = tagged(written(replace(EMPTY, chapters=[chapter]))[0])
        place = next(n for n, each in enumerate(elements) if each.role == "H2")
        below = next(each for each in elements[place:] if each.text == "Champ 0")
        assert below.pages == elements[place].pages


def test_a_chapter_called_as_its_part_has_one_title() -> None:
    parts = [Chapter(name, parts=[of_height(40)], part=f"{n}. {name}") for n, name in enumerate(NAMES[:2], 1)]
    elements = tagged(written(replace(EMPTY, chapters=parts))[0])
    assert [each.text for each in elements if each.role == "H1"][2:] == [f"{n}. {NAMES[n - 1]}" for n in (1, 2)]
    assert not [each for each in elements if each.role == "P" and each.text.startswith(("1.", "2."))]


@pytest.mark.parametrize("count", [*range(38, 48), *range(80, 92)])
def test_the_last_row_of_a_table_does_not_stand_alone(count: int) -> None:
    grid = Grid([Column("Colonne", 1), Column("Autre", 1)], lambda: [(f"rang {i}", "x") for i in range(count)])
    elements = tagged(written(replace(EMPTY, chapters=[Chapter("Table", parts=[grid])]))[0])
    pages = [each.pages[0] for each in elements if each.text.startswith("rang ")]
    assert len(pages) == count
    assert pages.count(pages[-1]) > 1


def test_short_texts_stand_upright_and_long_ones_across_the_page() -> None:
    for words, wide in ((3, False), (200, True)):
        row = ("x", "mot " * words)
        grid = Grid([Column("Colonne", 1), Column("Autre", 1)], [row].copy)
        document = opened(written(replace(EMPTY, chapters=[Chapter("Table", parts=[grid])]))[0])
        _left, _low, right, top = (float(edge) for edge in document.pages[2].mediabox)
        assert (right > top) == wide


@pytest.mark.parametrize("lines", range(2, 16))
def test_a_header_has_its_first_row_below_it(lines: int) -> None:
    row = ("cellule", "mot " * (lines * 12))
    grid = Grid([Column("Colonne", 1), Column("Autre", 1)], lambda: [row, *[row] * 3], "Titre")
    for above in range(300, 620, 20):
        chapter = Chapter("Chapitre", parts=[of_height(above), grid], landscape=False)
        elements = tagged(written(replace(EMPTY, chapters=[chapter]))[0])
        header = next(each for each in elements if each.text == "Colonne")
        assert header.pages == next(each for each in elements if each.text == "cellule").pages


def test_a_remark_stays_with_the_table_above_it() -> None:
    for count in range(30, 44):
        rows = [("rang", "x")] * count
        grid = Grid([Column("Colonne", 1), Column("Autre", 1)], rows.copy)
        chapter = Chapter("Chapitre", parts=[grid, Note("Une remarque.")], landscape=False)
        elements = tagged(written(replace(EMPTY, chapters=[chapter]))[0])
        (remark,) = [each.pages[0] for each in elements if each.text == "Une remarque."]
        assert remark in [each.pages[0] for each in elements if each.text == "rang"]


def test_a_sheet_longer_than_a_page_goes_on() -> None:
    rows = [(f"Champ {i}", "valeur " * 12) for i in range(80)]
    chapter = Chapter("Longues", sheets=lambda: [Sheet(name, [Pairs(rows)]) for name in NAMES[:2]])
    places = pages_of_sheets(written(replace(EMPTY, chapters=[chapter]))[0])
    assert [len(pages) for pages in places] == [3, 3]


@pytest.mark.parametrize("title", ["Titre de section", ""])
@pytest.mark.parametrize("count", range(24, 44, 2))
def test_headings_are_not_orphans(count: int, title: str) -> None:
    """Whatever stands above, headings and headers have what follows on their page."""
    filler = Pairs([(f"Champ {i}", "valeur") for i in range(count)])
    grid = Grid([Column("Colonne", 1), Column("Autre", 1)], lambda: [("cellule", "x")] * 3, title)
    chapter = Chapter("Chapitre", parts=[filler, grid], landscape=False)
    elements = tagged(written(replace(EMPTY, chapters=[chapter]))[0])
    titles = [each for each in elements if each.role == "H2"]
    header = next(each for each in elements if each.text == "Colonne")
    cell = next(each for each in elements if each.text == "cellule")
    assert [each.text for each in titles] == [title] * bool(title)
    assert all(each.pages == cell.pages for each in (*titles, header))


def test_a_paragraph_does_not_leave_a_line_alone() -> None:
    for count in range(30, 44):
        filler = Pairs([(f"Champ {i}", "valeur") for i in range(count)])
        chapter = Chapter("Chapitre", parts=[filler, Paragraph("mot " * 120)], landscape=False)
        data = written(replace(EMPTY, chapters=[chapter]))[0]
        document = opened(data)
        paragraph = next(each for each in tagged(data) if each.text.startswith("mot mot"))
        for page in set(paragraph.pages):
            content = document.pages[page - 1].Contents[0].read_bytes()
            assert content.count(b"(mot mot") >= 2


def test_sheets_follow_the_introduction_where_there_is_no_summary() -> None:
    sheet = Sheet("Fiche", [Paragraph("Texte.")])
    chapter = Chapter("Chapitre", "Introduction.", sheets=lambda: [sheet], sheets_title="Fiches")
    elements = tagged(written(replace(EMPTY, chapters=[chapter]))[0])
    assert "Fiches" not in [each.text for each in elements]
    assert {each.pages[0] for each in elements if each.text in ("Chapitre", "Introduction.", "Fiche", "Texte.")} == {3}


def test_a_title_that_moves_to_the_next_page_is_found_there() -> None:
    for words in range(1_040, 1_240, 20):
        introduction = "mot " * words
        chapter = Chapter("Chapitre", introduction, sheets=lambda: [Sheet("Fiche", [Paragraph("Texte. " * 90)])])
        data, _ = written(replace(EMPTY, chapters=[chapter]))
        title = next(each for each in tagged(data) if each.role == "H2")
        document = opened(data)
        destination = document.pages[1].Annots[1].Dest[0].objgen
        assert destination == document.pages[title.pages[0] - 1].obj.objgen


def test_no_page_of_sheets_where_there_are_none() -> None:
    chapter = replace(register([]), sheets=list)
    data, _ = written(replace(EMPTY, chapters=[chapter]))
    assert "Registre : fiches" not in "".join([each.text for each in tagged(data)])


def test_summaries_are_landscape_and_sheets_portrait() -> None:
    document = opened(pdf("small"))
    sizes = [(float(page.MediaBox[2]), float(page.MediaBox[3])) for page in document.pages]
    assert sizes[3] == (841.89, 595.28)
    assert set(sizes[:3] + sizes[4:]) == {(595.28, 841.89)}


def test_notices_stand_on_the_first_page() -> None:
    notices = [each for each in tagged(pdf("small")) if each.text.startswith(("Établi", "Version"))]
    assert [each.pages for each in notices] == [[1], [1]]
    assert [each.role for each in notices] == ["P", "P"]


def test_a_full_cover_goes_on_overleaf() -> None:
    facts = [(f"Fait {i}", "valeur " * 20) for i in range(40)]
    notices = ["Avis très long. " * 200] * 3
    data, _ = written(replace(EMPTY, facts=facts, notices=notices, chapters=[Chapter("Un", "Texte.")]))
    elements = tagged(data)
    pages = {page for each in elements if each.text.startswith(("Fait", "Avis")) for page in each.pages}
    assert pages == {1, 2, 3, 4}
    assert [each.text for each in elements if each.text.startswith("Avis")] == [notices[0].strip()] * 3
    assert next(each for each in elements if each.text == "Un").pages == [6]


def test_the_rest_of_a_page_is_used_by_a_row_higher_than_half_a_page() -> None:
    data, _ = written(with_cell("mot " * 4_000))
    cell = next(each for each in tagged(data) if each.text.startswith("mot mot"))
    assert cell.pages[0] == 3


def test_a_composer_without_a_page_says_so() -> None:
    composer = Composer(Archive(io.BytesIO()), language("fr"), "fr", None)
    with pytest.raises(RuntimeError):
        composer.new_page()
