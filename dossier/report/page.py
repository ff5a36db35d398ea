"""One page being composed: painted shapes below, then one single text object."""

from array import array
from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from dossier.report.typeface import Style

Size = tuple[float, float]
PORTRAIT: Size = (595.28, 841.89)  # A4, in points
LANDSCAPE: Size = (841.89, 595.28)
MARGIN, TOP, BOTTOM = 54.0, 62.0, 54.0
DOT = 3.0  # distance between the dots of a leader


class Page:
    """Lengths are in points from the lower left corner; colours are three numbers between 0 and 1, as bytes."""

    def __init__(self, number: int, size: Size, key: int) -> None:
        self.number, self.key = number, key
        self.turn(size)
        self.marks = array("I")  # marked content -> number of its structure element
        self.annotations: list[bytes] = []
        self._shapes: list[bytes] = []
        self._text: list[bytes] = []
        self._style: Style | None = None

    def turn(self, size: Size) -> None:
        """Give the page a size, before anything is on it."""
        self.size = size
        self.width, self.height = size

    def fill(self, x: float, y: float, width: float, height: float, colour: bytes) -> None:
        self._shapes.append(b"%b rg %g %g %g %g re f" % (colour, x, y, width, height))

    def image(self, name: bytes, x: float, y: float, width: float, height: float) -> None:
        """An image of the resources, as decoration."""
        self._shapes.append(b"q %g 0 0 %g %g %g cm/%b Do Q" % (width, height, x, y, name))

    def dots(self, left: float, right: float, y: float, colour: bytes) -> None:
        """A dotted leader, if there is room for one; its dots stand at the same places in all lines."""
        if right - left > 2 * DOT:
            start = DOT * ceil(left / DOT)
            self._shapes.append(b"%b RG .8 w 1 J [0 %g] 0 d %g %g m %g %g l S" % (colour, DOT, start, y, right, y))

    def show(self, style: Style, x: float, y: float, lines: Sequence[bytes], tag: bytes) -> None:
        """Show encoded `lines` from the baseline `y` downwards, within the marked content that `tag` opens."""
        if style is not self._style:
            self._text.append(style.select)
            self._style = style
        shown = b"(%b)'" % b")'(".join(lines)
        if b")Tj " in shown:  # a line that changes font comes in pieces: only the first may move down
            shown = b" T*(%b)Tj" % b")Tj T*(".join(lines)
        self._text.append(b"%b1 0 0 1 %g %g Tm%b EMC" % (tag, x, y + style.leading, shown))

    def mark(self, element: int) -> int:
        """The next marked-content identifier, given to a structure element."""
        self.marks.append(element)
        return len(self.marks) - 1

    def content(self) -> bytes:
        shapes = [b"/Artifact BMC", *self._shapes, b"EMC"] if self._shapes else []
        return b"\n".join([*shapes, b"BT", *self._text, b"ET"])


class WrittenPage(NamedTuple):
    """What is kept of a page whose content is on disk."""

    number: int
    content: int
    size: Size
    key: int
    annotations: bytes
