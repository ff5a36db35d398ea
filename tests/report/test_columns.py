"""The columns of a table: no word cut that need not be, rows as low as they can be, figures below one another."""

import io
from collections.abc import Iterator
from dataclasses import replace
from operator import itemgetter
from typing import Any

import pikepdf
import pytest

from dossier.report.archive import Archive
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Bars, Chapter, Column, Grid, Part, ShareText
from dossier.report.stylesheet import Stylesheet

from .packs import EMPTY, written
from .reading import font_maps, opened
from .structure_check import fused_words

STYLES = Stylesheet(Archive(io.BytesIO()))
COUNTED = [("Année", "", ""), ("2025", "7", "9 %"), ("2026", "1 104", "91 %")]


def test_columns_give_way_so_that_no_word_of_a_title_is_cut() -> None:
    columns = [Column("Référence", 9), Column("Vraisemblance", 0.5), Column("Anticonstitutionnellement", 1)]
    data, _ = written(replace(EMPTY, chapters=[Chapter("Titres", parts=[Grid(columns, list)])]))
    document = opened(data)
    content = document.pages[2].Contents[0].read_bytes()
    assert b"(Vraisemblance)" in content
    assert b"(Anticonstitutionnellement)" in content


def test_neither_references_nor_articles_are_cut_beside_a_long_text() -> None:
    rows = [(f"{kind}-{i:03d}", "manque (art. 30(1)(f))", "mot " * 90) for i, kind in enumerate(["ORG", "MEN"] * 9)]
    names: list[TextColumn[tuple[str, str, str]]] = [
        TextColumn("Réf.", lambda row: row[0]),
        TextColumn("Durée", lambda row: row[1]),
        TextColumn("Texte", lambda row: row[2]),
    ]
    chapter = Chapter("Chapitre", parts=[grid_of(names, rows)], landscape=False)
    document = opened(written(replace(EMPTY, chapters=[chapter]))[0])
    content = document.pages[2].Contents[0].read_bytes()
    assert b"(ORG-000)" in content
    assert b"(MEN-001)" in content
    assert b"30\\(1\\)\\(f\\)" in content


def test_a_long_name_in_another_script_cuts_no_word_of_the_others() -> None:
    rows = [
        ("TRT-001", "Vidéosurveillance", "Gestionnaire"),
        ("TRT-002", "上海数据处理与客户关系管理有限公司合同", "x"),
    ]
    names: list[TextColumn[tuple[str, str, str]]] = [
        TextColumn("Référence", lambda row: row[0]),
        TextColumn("Libellé", lambda row: row[1]),
        TextColumn("Qui", lambda row: row[2]),
    ]
    columns = [*names, *[TextColumn[Any](f"Caractéristique {n}", lambda row: row[2]) for n in range(4)]]
    data = written(replace(EMPTY, chapters=[Chapter("Registre", parts=[grid_of(columns, rows)])]))[0]
    document = opened(data)
    content = document.pages[2].Contents[0].read_bytes()
    assert b"(TRT-001)" in content
    assert b"(Gestionnaire)" in content
    assert fused_words(data) == []


def placed(part: Part) -> Iterator[tuple[str, float]]:
    """What a chapter of one part shows, each line with its left edge in points."""
    document = opened(written(replace(EMPTY, chapters=[Chapter("Chapitre", parts=[part], landscape=False)]))[0])
    fonts, font, left = font_maps(document), "", 0.0
    for instruction in pikepdf.parse_content_stream(document.pages[-1].Contents[0]):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            font = str(operands[0])
        elif operator == "Tm":
            left = float(operands[4])
        elif operator == "'":
            yield "".join([fonts[font].get(code, "?") for code in bytes(operands[0])]), left


def test_figures_of_a_table_end_below_one_another_and_below_their_title() -> None:
    columns = [TextColumn[Any](title, itemgetter(n)) for n, title in enumerate(("Année", "Nombre", "Part"))]
    found = dict(placed(grid_of(columns, COUNTED[1:])))
    header, cell = STYLES.summary.header, STYLES.summary.value
    assert header is not None
    for title, *texts in (("Nombre", "7", "1 104"), ("Part", "9\u00a0%", "91\u00a0%")):
        shown = {text.replace("\u00a0", " "): left for text, left in found.items()}
        ends = [shown[text.replace("\u00a0", " ")] + cell.width(text) for text in texts]
        assert ends == pytest.approx([shown[title] + header.width(title)] * 2, abs=0.01)
    assert found["2025"] == found["2026"] == found["Année"]


def test_figures_of_a_chart_end_below_one_another() -> None:
    bars = [("Une chose", "7", ShareText("9 %", 0.09)), ("Une autre", "104", ShareText("91 %", 0.91))]
    found = {text.replace("\u00a0", " "): left for text, left in placed(Bars(bars))}
    width = STYLES.bars.value.width
    for few, many in (("7", "104"), ("9 %", "91 %")):
        assert found[few] + width(few) == pytest.approx(found[many] + width(many), abs=0.01)


def test_columns_are_as_wide_as_makes_the_rows_low_in_all() -> None:
    """One column makes four rows high, another the eight others a little: by arithmetic √5 is the best proportion."""
    rows = [("x", "mot " * 6, "a")] * 8 + [("x", "mot " * 6, "mot " * 60)] * 4
    columns = [TextColumn[Any](title, itemgetter(n)) for n, title in enumerate(("Un", "Deux", "Trois"))]
    _first, usual, uneven = grid_of(columns, rows).columns
    assert 2 < uneven.share / usual.share < 3.5


def test_a_long_title_gets_room_from_columns_that_have_it() -> None:
    columns = [TextColumn[Any](title, lambda row: "1") for title in ("Un", "Jours pour répondre (médiane)", "Trois")]
    _first, long, short = grid_of(columns, [0]).columns
    assert long.share > 2 * short.share


def test_a_column_that_no_row_fills_is_left_out_unless_it_is_the_first_or_stays() -> None:
    columns = [TextColumn[Any](title, itemgetter(n)) for n, title in enumerate(("Code", "Vide", "Tard"))]
    columns.append(TextColumn("Reste", itemgetter(1), stays=True))
    rows = [("", "", "")] * 300 + [("", "", "enfin")]
    assert [one.title for one in grid_of(columns, rows).columns] == ["Code", "Tard", "Reste"]
