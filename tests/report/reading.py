"""Reads a PDF from its tags, without the code that wrote it."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import page as page_validation
import pikepdf

OPERATORS = {
    *"fwJdmlS'",
    "BDC",
    "BMC",
    "EMC",
    "BT",
    "ET",
    "Tf",
    "TL",
    "Tm",
    "Tj",
    "T*",
    "rg",
    "RG",
    "re",
    "q",
    "Q",
    "cm",
    "Do",
}
Mark = tuple[tuple[int, int], int]  # page, marked content


@dataclass
class Tagged:
    """A structure element: role, language, and the text of its own marked content in reading order."""

    role: str
    language: str
    text: str
    pages: list[int]
    path: list[str] = field(default_factory=list)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def plain(text: str) -> str:
    """Without what a line break or a no-break space changes."""
    return " ".join(text.replace("\u00a0", " ").split())


def tagged(data: bytes) -> list[Tagged]:
    """The elements of a document in reading order, with their text."""
    pdf = opened(data)
    fonts = font_maps(pdf)
    texts = {(page.obj.objgen, mcid): text for page in pdf.pages for mcid, _, text in marked(page, fonts)}
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    found = []
    for element, path in elements(pdf.Root.StructTreeRoot.K, []):
        marks = [kid for kid in kids(element) if isinstance(kid, tuple)]
        text = "".join([texts[mark] for mark in marks])
        language = str(element.get("/Lang", ""))
        found.append(Tagged(str(element.S)[1:], language, text, [numbers[page] for page, _ in marks], path))
    return found


class WayOut(NamedTuple):
    """A link out of a document: its page, what it leads to, its description, and how high it is in points."""

    page: int
    uri: str
    description: str
    height: float


def ways_out(data: bytes) -> list[WayOut]:
    pdf, found = opened(data), []
    for number, page in enumerate(pdf.pages, 1):
        for link in [one for one in page.get("/Annots", []) if "/A" in one]:
            height = float(link.Rect[3]) - float(link.Rect[1])
            found.append(WayOut(number, str(link.A.URI), str(link.Contents), height))
    return found


def elements(element: Any, path: list[str]) -> Iterator[tuple[Any, list[str]]]:
    """An element and all below it, each with the roles above it."""
    yield element, path
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary | pikepdf.Object):
            yield from elements(kid, [*path, str(element.S)[1:]])


def kids(element: Any) -> list[Any]:
    """Children: marks as tuples, elements as they are; annotations are left out."""
    listed = element.get("/K", [])
    result: list[Any] = []
    for kid in listed if isinstance(listed, pikepdf.Array | list) else [listed]:
        if isinstance(kid, int):
            result.append((element.Pg.objgen, kid))
        elif kid.get("/Type") == "/MCR":
            result.append((kid.Pg.objgen, int(kid.MCID)))
        elif kid.get("/Type") != "/OBJR":
            result.append(kid)
    return result


def font_maps(pdf: pikepdf.Pdf) -> dict[str, dict[int, str]]:
    """Codes and characters of each font; all pages share the same fonts."""
    return {name: unicode_map(font) for name, font in pdf.pages[0].Resources.Font.items()}


def marked(page: Any, maps: dict[str, dict[int, str]]) -> Iterator[tuple[int, str, str]]:
    """Marked contents of a page: identifier, role, text."""
    font, mcid, role, text, depth = "", -1, "", "", 0
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "Tf":
                font = str(operands[0])
            case "BDC" if mcid >= 0:
                assert list(operands[1].keys()) == ["/Lang"]  # a label within a marked content
                depth += 1
            case "BDC":
                mcid, role, text = int(operands[1].get("/MCID", -1)), str(operands[0])[1:], ""
            case "Tj" | "'":
                text += "".join([maps[font].get(code, "?") for code in bytes(operands[0])])
            case "EMC" if depth:
                depth -= 1
            case "EMC" if mcid >= 0:
                yield mcid, role, text
                mcid = -1


def fullness(page: Any) -> float:
    """How far down the lines of a page reach, as a share of its height; running lines are not counted."""
    lowest = top = float(page.MediaBox[3])
    leading = y = 0.0
    for instruction in pikepdf.parse_content_stream(page.Contents[0]):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "TL":
            leading = float(operands[0])
        elif operator == "Tm":
            y = float(operands[5])
        elif operator in ("'", "T*"):
            y -= leading
            lowest = min(lowest, y)
    return (top - lowest) / top


def unicode_map(font: Any) -> dict[int, str]:
    pairs = re.findall(rb"<(\w\w)> <(\w{4,})>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def assert_valid(data: bytes) -> None:
    """PDF/A-3a and PDF/UA-1 by the validator, and the agreement of tags and pages by our own reading."""
    for profile in ("3a", "ua1"):
        report = page_validation.validate_pdf_bytes(data, profile=profile)
        assert [(failure.rule_id, failure.message) for failure in report.failures] == []
        assert report.is_compliant
    assert check_structure(data) > 0
    from .structure_check import check_document  # it reads as this file does

    check_document(data)


def check_structure(data: bytes) -> int:
    """What page-validation 0.11 does not see: marked content, structure tree and parent tree agree one to one, and
    so do annotations; returns the number of marks."""
    pdf = opened(data)
    root = pdf.Root.StructTreeRoot
    numbers = list(root.ParentTree.Nums)
    keys = [int(key) for key in numbers[0::2]]
    assert keys == sorted(set(keys))
    parents = dict(zip(keys, numbers[1::2], strict=True))
    in_tree, annotated = _walk(root)
    fonts = font_maps(pdf)
    marks = 0
    for page in pdf.pages:
        found = list(marked(page, fonts))
        _check_page(page, found, parents, in_tree)
        marks += len(found)
        for annotation in page.get("/Annots", []):
            assert parents[int(annotation.StructParent)].objgen == annotated.pop(annotation.objgen).objgen
    assert not in_tree
    assert not annotated
    return marks


def _walk(root: Any) -> tuple[dict[Mark, Any], dict[tuple[int, int], Any]]:
    """Marks and annotations with their elements, as the tree has them."""
    in_tree: dict[Mark, Any] = {}
    annotated = {}
    assert root.K.P.objgen == root.objgen
    for element, path in elements(root.K, []):
        if element.S == "/TH":
            assert str(element.A.Scope)[1:] in ("Row", "Column")
        assert path[-1:] == ["TR"] or element.S not in ("/TH", "/TD")
        for kid in kids(element):
            if isinstance(kid, tuple):
                assert kid not in in_tree
                in_tree[kid] = element
            else:
                assert kid.P.objgen == element.objgen
        listed = element.get("/K", [])
        for kid in listed if isinstance(listed, pikepdf.Array | list) else []:
            if not isinstance(kid, int) and kid.get("/Type") == "/OBJR":
                annotated[kid.Obj.objgen] = element
    return in_tree, annotated


def _check_page(
    page: Any, found: list[tuple[int, str, str]], parents: dict[int, Any], in_tree: dict[Mark, Any]
) -> None:
    for stream in page.Contents:
        operators = [str(instruction.operator) for instruction in pikepdf.parse_content_stream(stream)]
        assert operators.count("BDC") + operators.count("BMC") == operators.count("EMC")
        assert operators.count("BT") == operators.count("ET")
        assert set(operators) <= OPERATORS
    owners = parents[int(page.StructParents)]
    assert len(owners) == len(found)
    for mcid, role, _ in found:
        element = in_tree.pop((page.obj.objgen, mcid))
        assert str(element.S)[1:] == role
        assert owners[mcid].objgen == element.objgen
