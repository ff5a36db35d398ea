"""What validators do not see of a document: text without a tag, headings left out, fonts, links that lead nowhere,
lines whose words would fuse when they are read aloud."""

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from .reading import elements, font_maps, kids

_PARENTS = {
    "TH": {"TR"}, "TD": {"TR"}, "TR": {"Table"}, "TOCI": {"TOC"}, "Reference": {"TOCI"}, "LI": {"L"},
    "Lbl": {"LI"}, "LBody": {"LI"},
}  # fmt: skip
LEADS_OUT = re.compile(r"(?:https://[a-z0-9.:-]+(?:[/?#]\S*)?|mailto:[^@\s]+@[a-z0-9.-]+)", re.IGNORECASE | re.ASCII)
_LONGEST_PIECE = 12  # letters: a longer word may have been cut because no line holds it


def check_document(data: bytes) -> None:
    """Raises AssertionError naming what is wrong."""
    pdf = pikepdf.open(io.BytesIO(data))
    _check_catalog(pdf)
    _check_roles(pdf)
    _check_fonts(pdf)
    _check_links(pdf)
    for page in pdf.pages:
        _check_content(page)


def _check_catalog(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) in ("fr-FR", "en-GB")
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo["/Title"]).strip()


def _check_roles(pdf: pikepdf.Pdf) -> None:
    level, listed = 0, 0
    for element, path in elements(pdf.Root.StructTreeRoot.K, []):
        role = str(element.S)[1:]
        assert path[-1:] == [] or role not in _PARENTS or path[-1] in _PARENTS[role], f"{role} in {path}"
        if role == "TR":
            _check_headers(element)
        if role in ("H1", "H2", "H3", "H4", "H5", "H6"):
            assert int(role[1]) <= level + 1, f"{role} after H{level}"
            level, listed = int(role[1]), listed + (role == "H1")
    assert listed < 3 or "/Outlines" in pdf.Root, "chapters without bookmarks"


def _check_headers(row: Any) -> None:
    """A cell that heads the others of its row has the scope of a row; those of a row of headers that of a column."""
    cells = kids(row)
    headers = [cell for cell in cells if cell.S == "/TH"]
    assert all("/A" in cell and "/Scope" in cell.A for cell in headers), "a header cell without scope"
    scopes = [str(cell.A.Scope) for cell in headers]
    if len(cells) > len(headers):
        assert set(scopes) <= {"/Row"}, "a header of a row that is none"
    elif len(cells) > 1:
        assert set(scopes) == {"/Column"}, "a header of a column that is none"


def _check_fonts(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font":
            assert "/FontFile2" in item.FontDescriptor, "a font that is not embedded"
            assert "/ToUnicode" in item, "a font that cannot be copied from"


def _check_links(pdf: pikepdf.Pdf) -> None:
    """Bookmarks and links lead to pages of the document, or links to a page of the web or a mailbox; all of these are
    described, and stand on the page that they are of."""
    pages = {page.obj.objgen for page in pdf.pages}
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if annotation.Subtype == "/Link":
                assert str(annotation.Contents).strip(), "a link without a description"
                left, bottom, right, top = map(float, annotation.Rect)
                width, height = map(float, page.MediaBox[2:])
                assert 0 <= left < right <= width, "a link beside its page"
                assert 0 <= bottom < top <= height, "a link beside its page"
                if "/A" in annotation:
                    _check_way_out(annotation)
                else:
                    assert annotation.Dest[0].objgen in pages, "a link that leads nowhere"
                    is_here = annotation.Dest[0].objgen == page.obj.objgen
                    assert not (is_here and bottom <= float(annotation.Dest[3]) <= top), "a link to itself"
    for destination in _bookmarks(pdf.Root.get("/Outlines")):
        assert destination[0].objgen in pages, "a bookmark that leads nowhere"


def _check_way_out(link: Any) -> None:
    uri = str(link.A.URI)
    assert "/Dest" not in link, "a link to two places"
    assert set(link.A.keys()) == {"/S", "/URI"}, "a link that does more than lead somewhere"
    assert LEADS_OUT.fullmatch(uri), "a link to what is no page and no mailbox"
    *_words, described = str(link.Contents).split()
    assert uri.removeprefix("mailto:").startswith(described), "a link to another place than it says"


def _bookmarks(item: Any) -> Iterator[Any]:
    child = item.get("/First") if item is not None else None
    while child is not None:
        yield child.Dest
        yield from _bookmarks(child)
        child = child.get("/Next")


def _check_content(page: Any) -> None:
    """Everything that is drawn stands in a marked content; marked contents are balanced, and not one in another."""
    for stream in page.Contents:
        depth = 0
        for instruction in pikepdf.parse_content_stream(stream):
            operator = str(instruction.operator)
            depth += (operator in ("BDC", "BMC")) - (operator == "EMC")
            assert depth >= 0, "a marked content that ends twice"
            assert depth or operator not in ("Tj", "'", "f", "S"), "something drawn without a tag"
        assert depth == 0, "a marked content without an end"


def fused_words(data: bytes) -> list[str]:
    """Words of two lines of one element between which no space is written; a word longer than a line may be cut."""
    pdf = pikepdf.open(io.BytesIO(data))
    maps = font_maps(pdf)
    return [word for page in pdf.pages for word in _fused_on(page, maps)]


def _fused_on(page: Any, maps: dict[str, dict[int, str]]) -> Iterator[str]:
    font, before, begins = "", "", False
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "Tf":
            font = str(operands[0])
        elif operator in ("BDC", "EMC"):
            before = ""
        elif operator == "T*":
            begins = True
        elif operator in ("Tj", "'"):
            text = "".join([maps[font].get(code, "?") for code in bytes(operands[0])])
            if (begins or operator == "'") and before and not before.endswith((" ", "\u00a0")) and text[:1].strip():
                word = before.rsplit(" ", 1)[-1] + text.split(" ", 1)[0]
                if len(word) < _LONGEST_PIECE:
                    yield word
            before, begins = before + text, False
