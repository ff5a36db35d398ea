"""A reader finds the way: contents, bookmarks, links and page numbers lead where they say."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdf

from dossier.report.content import Chapter, Column, Grid, LinkedText, Sheet
from dossier.report.scope import Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, make_store, record

from .packs import EMPTY, NAMES, pdf, register, sheet, written
from .reading import assert_valid, opened, plain, tagged


def headings(data: bytes) -> dict[str, int]:
    """Page number (from 1) of each heading."""
    return {plain(each.text): each.pages[0] for each in tagged(data) if each.role in ("H1", "H2") and each.pages}


def numbered_pages(pdf: Any) -> dict[tuple[int, int], int]:
    return {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}


def links(data: bytes) -> Iterator[tuple[int, str, int, float]]:
    """Page, description, page led to and height there, of each link within the document."""
    document = opened(data)
    numbers = numbered_pages(document)
    for number, page in enumerate(document.pages, 1):
        for annotation in (one for one in page.get("/Annots", []) if "/Dest" in one):
            destination = annotation.Dest
            yield number, str(annotation.Contents), numbers[destination[0].objgen], float(destination[3])


def test_contents_lead_to_the_pages_they_name() -> None:
    data = pdf("small")
    places = headings(data)
    listed = [(text, page) for number, text, page, _ in links(data) if number == 2]
    assert len(listed) == 2 + len(NAMES)
    for described, page in listed:
        title, number = described.rsplit(", page ", 1)
        assert int(number) == page == places[plain(title)]


def test_contents_show_what_they_lead_to() -> None:
    shown = [plain(each.text) for each in tagged(pdf("small")) if each.role == "Link" and "TOCI" in each.path]
    assert shown[:3] == ["Organisme 3", "Registre 4", "TRT-000 – Gestion de la paie 5"]


def test_rows_of_the_summary_lead_to_their_sheets() -> None:
    data = pdf("small")
    places = headings(data)
    rows = [(text, page) for number, text, page, _ in links(data) if text.startswith("TRT") and "page" not in text]
    assert [text for text, _ in rows] == [f"TRT-{i:03d}" for i in range(len(NAMES))]
    for reference, page in rows:
        assert page == next(number for title, number in places.items() if title.startswith(reference))


def test_destinations_are_just_above_the_heading() -> None:
    chapters = [register([f"Nom {i}" for i in range(12)])]
    data, _ = written(replace(EMPTY, chapters=chapters))
    heights: dict[int, list[float]] = {}
    for number, text, page, height in links(data):
        if number == 2 and "TRT" in text:
            heights.setdefault(page, []).append(height)
    assert len(heights) > 3
    for found in heights.values():
        assert found == sorted(found, reverse=True)
        assert len(set(found)) == len(found)
        assert all(54 < height < 842 - 54 for height in found)


def test_what_would_lead_to_a_sheet_that_is_not_there_is_text_and_no_link() -> None:
    grid = Grid([Column("a", 1), Column("b", 1)], lambda: [(LinkedText("x", "unknown"), "y")])
    data, _ = written(replace(EMPTY, chapters=[Chapter("Seul", parts=[grid])]))
    assert [text for _number, text, _page, _ in links(data) if text == "x"] == []
    assert [each.role for each in tagged(data) if each.text == "x"] == ["TH"]
    assert_valid(data)


def test_a_finding_about_what_has_no_sheet_leads_nowhere(tmp_path: Path) -> None:
    other = record("statement", reference="DEC-002", name="Les données sont gardées un an")
    mine = record("statement", reference="DEC-001", name="Rien n’est gardé", contradicts=(other.id,))
    activity = record("activity", reference="TRT-001", name="Paie")
    with make_store(tmp_path / "a.dossier", [record("organisation", name="Éco"), mine, other, activity]) as store:
        export_pdf(store.dossier, tmp_path / "a.pdf", Scope("fr", NOW, "full"), file=store.path)
    data = (tmp_path / "a.pdf").read_bytes()
    found = {text for _number, text, _page, _ in links(data)}
    assert {"TRT-001", "ORG-001"} <= found
    assert [plain(each.text) for each in tagged(data) if each.role == "TH"].count("DEC-001") == 2
    assert not found & {"DEC-001", "DEC-002"}
    assert_valid(data)


def test_a_row_that_goes_on_overleaf_leads_to_its_sheet() -> None:
    grid = Grid([Column("a", 1), Column("b", 1)], lambda: [(LinkedText("x", "record-1"), "Ligne.\n" * 150)])
    chapter = Chapter("Seul", "", [grid], lambda: [sheet("Paie", 1)], landscape=False, keys=["record-1"])
    data, _ = written(replace(EMPTY, chapters=[chapter]))
    assert [page for _number, text, page, _ in links(data) if text == "x"] == [headings(data)["TRT-001 – Paie"]]


def test_keys_are_not_written_in_the_file() -> None:
    data = pdf("small")
    with opened(data) as document:
        document.save(
            stream := io.BytesIO(),
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    assert b"record-1" not in stream.getvalue()


def test_bookmarks_name_chapters_then_sheets() -> None:
    reader = pypdf.PdfReader(io.BytesIO(pdf("small")))
    places = headings(pdf("small"))
    outline: list[Any] = reader.outline
    titles = [each.title for each in outline if not isinstance(each, list)]
    assert [plain(title) for title in titles] == ["Organisme", "Registre"]
    sheets = next(each for each in outline if isinstance(each, list))
    assert len(sheets) == len(NAMES)
    for bookmark in sheets:
        page = reader.get_destination_page_number(bookmark)
        assert page is not None
        assert page + 1 == places[plain(bookmark.title)]


def test_many_sheets_are_grouped_by_two_hundred() -> None:
    chapter = Chapter("Fiches", sheets=lambda: (sheet("x", number) for number in range(450)))
    outline: list[Any] = pypdf.PdfReader(
        io.BytesIO(written(replace(EMPTY, language="en", chapters=[chapter]))[0])
    ).outline
    groups = outline[1]
    assert [each.title for each in groups if not isinstance(each, list)] == [
        "Sheets 1 to 200", "Sheets 201 to 400", "Sheets 401 to 450",
    ]  # fmt: skip
    assert [len(each) for each in groups if isinstance(each, list)] == [200, 200, 50]


def test_each_page_but_the_cover_has_its_number_and_the_running_title() -> None:
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf("small"))).pages]
    assert "Page 1 /" not in pages[0]
    for number, text in enumerate(pages[1:], 2):
        assert f"Page {number} / {len(pages)}" in text
        assert "Société Exemple SAS · Dossier de contrôle · Confidentiel" in text


def test_a_long_title_is_cut_in_bookmarks_only() -> None:
    title = "Titre très long " * 3_000
    chapters = [Chapter("Chapitre", sheets=lambda: [Sheet(title, [])])]
    data, _ = written(replace(EMPTY, chapters=chapters))
    assert plain(title) in {plain(each.text) for each in tagged(data)}
    document = opened(data)
    titles = [str(item.get("/Title", "")) for item in document.objects if isinstance(item, pikepdf.Dictionary)]
    assert max(map(len, titles)) == 201


def test_no_contents_where_there_is_nothing_to_list() -> None:
    document = opened(pdf("empty"))
    assert len(document.pages) == 1
