"""Every text is in the document: whole, literal, in its order and language."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.report.archive import Archive
from dossier.report.cleaning import Cleaner
from dossier.report.content import Chapter, Column, Grid, LabelledText, Note, OwnText, Pack, Pairs, Paragraph, Part
from dossier.report.stylesheet import Stylesheet

from .packs import DATA, EMPTY, HOSTILE, LETTERS, WIDE, hostile, pdf, small, with_cell, written
from .reading import assert_valid, opened, plain, tagged


def part_texts(part: Part) -> Iterator[str]:
    match part:
        case Paragraph(text) | Note(text):
            yield text
        case Pairs(rows, title):
            yield from (title, *(text for row in rows for text in row))
        case Grid(columns, rows, title):
            yield from (title, *(column.title for column in columns), *(text for row in rows() for text in row))


def pack_texts(pack: Pack) -> Iterator[str]:
    """Every string of a document that its pages must show."""
    yield from (pack.title, pack.subject, pack.organisation, pack.confidentiality, *pack.notices)
    yield from (text for fact in pack.facts for text in fact)
    for chapter in pack.chapters:
        yield from (chapter.title, chapter.introduction, chapter.sheets_title)
        yield from (text for part in chapter.parts for text in part_texts(part))
        for sheet in chapter.sheets() if chapter.sheets else ():
            yield sheet.title
            yield from (text for part in sheet.parts for text in part_texts(part))


def test_each_string_is_the_text_of_an_element() -> None:
    shown = {plain(element.text) for element in tagged(pdf("small"))}
    assert {plain(text) for text in pack_texts(small())} - shown == {""} - shown


def test_each_string_is_found_by_another_reader() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf("small")))
    shown = "".join("".join([page.extract_text() for page in reader.pages]).split())
    for text in pack_texts(small()):
        assert "".join(text.split()) in shown


@pytest.mark.parametrize("width", [60, 500])
def test_labels_and_values_of_a_cell_are_read_in_order_and_in_their_language(width: float) -> None:
    pairs = [
        ("Basis (as stated):", "« Contrat »\nsecond paragraphe " + LETTERS),
        ("Empty:", ""),
        ("Longer label:", "x"),
    ]
    columns = [Column("a", 560 - width), Column("b", width)]
    grid = Grid(columns, lambda: [("k", LabelledText(pairs))])
    data, _ = written(replace(EMPTY, language="en", chapters=[Chapter("Chapter", parts=[grid])]))
    *_, cell = [element for element in tagged(data) if element.role == "TD"]
    assert "".join(cell.text.split()) == "".join("".join(label + value for label, value in pairs).split())
    assert cell.language == "fr-FR"
    content = b"".join(stream.read_bytes() for page in opened(data).pages for stream in page.Contents)
    assert content.count(b"/Span<</Lang(en-GB)>>BDC") >= len(pairs)
    assert_valid(data)


def test_a_value_that_is_a_word_of_the_program_is_in_its_language() -> None:
    grid = Grid(
        [Column("a", 1), Column("b", 1)], lambda: [("k", LabelledText([("Risk:", "High"), ("Why:", OwnText("NIR"))]))]
    )
    data, _ = written(replace(EMPTY, language="en", chapters=[Chapter("Chapter", parts=[grid])]))
    content = b"".join(stream.read_bytes() for page in opened(data).pages for stream in page.Contents)
    assert b"/Span<</Lang(en-GB)>>BDC ( High" in content
    assert b"( NIR" in content
    assert content.count(b"/Span<</Lang(en-GB)>>BDC") == 3
    assert_valid(data)


def test_a_column_is_wide_enough_for_its_words() -> None:
    word = "anticonstitutionnellement"
    for words, whole in (("", False), (f"un {word}", True)):
        grid = Grid([Column("a", 1), Column("b", 1, words), Column("c", 30)], lambda: [("k", word, "x")])
        data, _ = written(replace(EMPTY, chapters=[Chapter("Chapitre", parts=[grid])]))
        text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
        assert (word in text) is whole


def test_hostile_strings_are_shown_literally() -> None:
    shown = {plain(element.text) for element in tagged(pdf("hostile"))}
    for text in HOSTILE[:3]:
        assert plain(text) in shown
    assert plain(HOSTILE[-1]) in shown


def test_a_character_without_a_glyph_is_shown_as_its_code_point_and_listed() -> None:
    data, missing = written(with_cell("a \U0001f469 b 漢\u202ec\x07\ud800"))
    assert missing == {"\U0001f469", "漢", "\u202e", "\x07", "\ud800"}
    texts = [element.text for element in tagged(data)]
    assert "a [U+1F469] b [U+6F22][U+202E]c[U+0007][U+D800]" in texts
    last = texts[[element.role for element in tagged(data)].index("H1") :]
    for code in ("U+1F469", "U+6F22", "U+202E", "U+0007", "U+D800"):
        assert code in last


def test_characters_of_the_cover_are_listed_too() -> None:
    data, missing = written(replace(EMPTY, notices=["漢"], facts=[("字", "")], title="한"))
    assert missing == {"漢", "字", "한"}
    assert {"U+6F22", "U+5B57", "U+D55C"} <= {element.text for element in tagged(data)}


def test_nothing_is_listed_where_all_is_shown() -> None:
    data, missing = written(small())
    assert missing == frozenset()
    assert "U+" not in "".join([element.text for element in tagged(data)])


def test_a_cell_higher_than_a_page_is_split_and_complete() -> None:
    text = " ".join([f"mot{i}" for i in range(12_500)])[:100_000]
    cell = next(element for element in tagged(written(with_cell(text))[0]) if len(element.text) > 50_000)
    assert cell.text == text
    assert len(set(cell.pages)) > 10


@pytest.mark.parametrize("before", ["", "court "])
def test_a_long_word_is_split_and_fuses_again(before: str) -> None:
    text = before + "x1" * 5_000
    shown = [element.text for element in tagged(written(with_cell(text))[0])]
    assert text in shown


def test_lines_end_with_a_space_so_that_words_do_not_fuse() -> None:
    text = "registres tenus au titre du règlement " * 30
    shown = [element.text for element in tagged(written(with_cell(text + "\nfin"))[0])]
    assert (text + " fin") in shown


def test_a_line_that_changes_font_stays_one_line() -> None:
    """Characters beyond the first 256 come from a second font: the line must not move down between the two."""
    data = pdf("many letters")
    assert [each.text for each in tagged(data) if "avant" in each.text] == [f"{LETTERS} avant Ж après"]
    page = pypdf.PdfReader(io.BytesIO(data)).pages[2]
    assert "avant Ж après" in page.extract_text()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("5 %", "5\u00a0%"),
        ("« ici »", "«\u00a0ici\u00a0»"),
        ("art. 6", "art.\u00a06"),
        ("n° 3 ; a", "n°\u00a03\u00a0; a"),
        ("36 mois", "36\u00a0mois"),
        ("1 an et 10 jours", "1\u00a0an et 10\u00a0jours"),
        ("72 hours", "72\u00a0hours"),
        ("le 26 mars 2024", "le 26\u00a0mars 2024"),
        ("le 1er mai", "le 1er\u00a0mai"),
        ("Art. L34-5, § 2, p. 3", "Art.\u00a0L34-5, §\u00a02, p.\u00a03"),
        ("2 marsouins, 3 anses, cap. 4, p. ", "2 marsouins, 3 anses, cap. 4, p. "),
    ],
)
def test_lines_are_not_broken_before_punctuation_nor_after_a_number(typed: str, kept: str) -> None:
    assert cleaner()(typed) == kept


@pytest.mark.parametrize("width", [25.0, 60.0, 130.0])
def test_a_code_point_is_cut_only_where_it_is_wider_than_the_line(width: float) -> None:
    lines = STYLES.body.lines(cleaner()("漢字のcode漢字\x1a漢"), width)
    cut = [line for line in lines if line.count("[") != line.count("]")]
    assert bool(cut) == (STYLES.body.width("[U+6F22]") > width)


def test_words_that_are_held_together_are_parted_first_where_no_line_holds_them() -> None:
    assert STYLES.body.lines("art.\u00a030(1)(f)", 40) == ["art.\u00a0", "30(1)(f) "]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("a\u202fb", "a\u202fb"), ("a\u00a0b", "a\u00a0b"), ("a\u2009b", "a\u202fb"), ("a\u2011b", "a-b"),
     ("a\u00adb\u200b\ufeff", "ab"), ("a\r\nb\u2028c", "a\nb\nc"), ("e\u0301", "é"), ("✓\ufe0f", "✓"), ("a\tb", "a b")],
)  # fmt: skip
def test_spaces_and_hints_are_folded(typed: str, kept: str) -> None:
    assert cleaner()(typed) == kept


STYLES = Stylesheet(Archive(io.BytesIO()))


def cleaner() -> Cleaner:
    return Cleaner(STYLES.glyphs)


@settings(max_examples=150, deadline=None)
@given(st.text(), st.floats(5, 400))
def test_any_text_can_be_drawn_whole(text: str, width: float) -> None:
    clean, style = cleaner()(text), STYLES.body
    style.wrap(clean, width)
    for paragraph in clean.split("\n"):
        lines = style.lines(paragraph, width)
        assert "".join(lines) == paragraph + " "
        assert all(len(line.rstrip(" ")) <= 1 or style.width(line.rstrip(" ")) <= width + 1e-6 for line in lines)


def test_text_of_the_user_is_tagged_with_its_language() -> None:
    languages = {element.text.strip(): element.language for element in tagged(pdf("english"))}
    assert languages["Société Exemple SAS"] == "fr-FR"
    assert languages["Gestion de la paie"] == "fr-FR"
    assert languages["5 ans"] == "fr-FR"
    assert languages["Inspection pack"] == languages[f"Synthèse 1{WIDE}".strip()] == ""


def test_no_language_is_repeated_where_all_is_one() -> None:
    assert {element.language for element in tagged(pdf("small"))} == {""}


def test_the_words_of_the_engine_are_in_the_language_of_the_document() -> None:
    assert "Contents" in [element.text for element in tagged(pdf("english"))]


def test_data_are_not_cleaned() -> None:
    assert "\U0001f469" in DATA
    assert "\U0001f469" not in "".join([element.text for element in tagged(pdf("small"))])


def test_hostile_metadata_is_equal_in_both_places() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf("hostile")))
    assert reader.metadata is not None
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_title is not None
    assert reader.metadata.title == reader.xmp_metadata.dc_title["x-default"]
    assert reader.metadata.title.startswith(plain(hostile().title)[:8])


def test_own_text_is_a_string() -> None:
    assert OwnText("a") == "a"
