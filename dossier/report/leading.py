"""Cells that lead elsewhere: to a sheet of the document, or by an underlined address out of it."""

from collections.abc import Sequence
from itertools import groupby
from typing import Self

from dossier.report.content import AddressText, LabelledText, LinkedText
from dossier.report.layout import TITLE_LIMIT, Area, Composer
from dossier.report.stylesheet import MUTED
from dossier.report.tags import Element
from dossier.report.typeface import Style

_RULE, _BELOW = 0.4, 1.8  # points: the line under an address, and how far it is below the letters
_ADDRESSED = (AddressText, LabelledText)
_DESCENT = 0.3  # of the size of the letters


class AddressLine(bytes):
    """An encoded line of an address that leads to `uri`: its words begin `left` of the edge and are `width` wide."""

    uri: str
    left: float
    width: float

    def __new__(cls, line: bytes, uri: str, left: float, width: float) -> Self:
        made = super().__new__(cls, line)
        made.uri, made.left, made.width = uri, left, width
        return made


def address_lines(
    lines: Sequence[bytes], written: Sequence[str], style: Style, uri: str, label: str = ""
) -> list[bytes]:
    """The encoded lines of an address, which are `written` so; a label before it is not underlined."""
    found, before = list[bytes](), len(label)
    for line, text in zip(lines, written, strict=True):
        left = style.width(text[: before + 1]) if before else 0.0
        found.append(AddressLine(line, uri, left, max(style.width(text.rstrip(" ")) - left, 0.0)))
        before = max(before - len(text), 0)
    return found


def show_cell(
    composer: Composer,
    cell: Element,
    text: str,
    lines: Sequence[bytes],
    style: Style,
    area: Area,
    at: tuple[float, float],
) -> None:
    """Show what a page has of a cell, from the baseline `at` downwards; `area` is all of it."""
    page, tree, (x, y) = composer.page, composer.tree, at
    if isinstance(text, LinkedText) and text.target in composer.sheets:
        link = tree.open(b"Link", cell)
        page.show(style, x, y, lines, tree.mark(link, page))
        composer.link_to(link, area, composer.clean.line(text[:TITLE_LIMIT]), text.target)
        tree.close(link)
        return
    if not isinstance(text, _ADDRESSED):
        page.show(style, x, y, lines, tree.mark(cell, page))
        return
    for _uri, run in groupby(lines, lambda line: isinstance(line, AddressLine) and line.uri):
        shown = list(run)
        addresses = [line for line in shown if isinstance(line, AddressLine)]
        if addresses:
            _show_address(composer, cell, addresses, style, (x, y))
        else:
            page.show(style, x, y, shown, tree.mark(cell, page))
        y -= len(shown) * style.leading


def _show_address(
    composer: Composer, cell: Element, lines: Sequence[AddressLine], style: Style, at: tuple[float, float]
) -> None:
    """Its rule, which is decoration, says without colours that it can be opened."""
    page, (x, y) = composer.page, at
    link = composer.tree.open(b"Link", cell)
    page.show(style, x, y, lines, composer.tree.mark(link, page))
    for place, line in enumerate(lines):
        page.fill(x + line.left, y - place * style.leading - _BELOW, line.width, _RULE, MUTED)
    left, right = min(line.left for line in lines), max(line.left + line.width for line in lines)
    bottom = y - (len(lines) - 1) * style.leading - _DESCENT * style.size
    composer.link_out(link, (x + left, bottom, x + right, y + style.size), lines[0].uri)
    composer.tree.close(link)
