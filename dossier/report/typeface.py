"""Text measured, broken into lines and encoded for the page, each word once."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any, Generic, TypeVar
from weakref import WeakKeyDictionary

from reportlab.pdfbase.ttfonts import TTFont

CACHE_LIMIT = 4_000
SHORT_TEXT = 100
V = TypeVar("V")
Around = tuple[bytes, bytes]
"""Operators before and after a piece of a line."""
AS_IT_IS: Around = (b"", b"")

_escape = re.compile(rb"[\\()\r]").sub
_units = re.compile(r"\[U\+[0-9A-F]{4,6}\]|.+?(?:\u00a0|(?=\[U\+)|$)", re.DOTALL).findall
_ESCAPED = {b"\\": b"\\\\", b"(": b"\\(", b")": b"\\)", b"\r": b"\\r"}


def escaped(codes: bytes) -> bytes:
    """The inside of a PDF literal string (ISO 32000-1 7.3.4.2); a raw CR would be read as LF."""
    return _escape(lambda match: _ESCAPED[match[0]], codes)


class _WordCache(dict[str, V], Generic[V]):
    """Bounded memory of a function of one word."""

    def __init__(self, function: Callable[[str], V]) -> None:
        self.function = function

    def __missing__(self, word: str) -> V:
        if len(self) >= CACHE_LIMIT:
            self.clear()
        value = self[word] = self.function(word)
        return value


@cache
def _read(name: str, path: Path) -> TTFont:
    return TTFont(name, path, asciiReadable=1)


def _font(name: str, path: Path) -> TTFont:
    """A font of its own for each document, whose file is read once: reportlab notes in it what is drawn, and where it
    stands in the file."""
    font = copy(_read(name, path))
    font.face, font.state = copy(font.face), WeakKeyDictionary()
    return font


class Typeface:
    """One TrueType file, embedded as subsets of 256 characters in the document that `registry` describes."""

    def __init__(self, name: str, path: Path, registry: Any) -> None:
        self.font, self.registry = _font(name, path), registry
        self.widths: dict[int, float] = self.font.face.charWidths
        self.font.splitString(" ", registry)  # opens subset 0, where ASCII keeps its codes
        #: The inside of a PDF string showing a clean word at any size, None where it is not all in subset 0.
        self.codes = _WordCache(self._codes)

    def encode(self, word: str, size: float) -> bytes:
        """The inside of a PDF string showing clean `word` in subset 0; another subset is a detour within it."""
        parts = []
        for subset, codes in self.font.splitString(word, self.registry):
            if subset == 0:
                parts.append(escaped(codes))
            else:
                there, back = self.resource(subset), self.resource(0)
                parts.append(b")Tj %b %g Tf(%b)Tj %b %g Tf(" % (there, size, escaped(codes), back, size))
        return b"".join(parts)

    def _codes(self, word: str) -> bytes | None:
        if word.isascii():
            return escaped(word.encode("ascii"))
        pieces = self.font.splitString(word, self.registry)
        return None if any(subset for subset, _ in pieces) else b"".join([escaped(codes) for _, codes in pieces])

    def resource(self, subset: int = 0) -> bytes:
        name: str = self.font.getSubsetInternalName(subset, self.registry)
        return name.encode()


class Style:
    """A typeface at one size, leading (both in points) and colour. All texts it is given are clean.

    Uncleaned text raises KeyError where it holds a character without a glyph: it cannot be drawn by mistake.
    """

    def __init__(self, face: Typeface, size: float, leading: float, colour: bytes) -> None:
        self.face, self.size, self.leading = face, size, leading
        self.select = b"%b %g Tf %g TL %b rg " % (face.resource(), size, leading, colour)
        self.space = self.width(" ")
        self._detours = _WordCache(self.encode)
        self._advance = _WordCache(lambda word: self.width(word) + self.space)
        self._wrapped: dict[tuple[str, float], list[bytes]] = {}

    def width(self, text: str) -> float:
        return sum(self._advances(text))

    def advance(self, text: str) -> float:
        """As `width`, of a text whose words are remembered, with a space at its end."""
        return sum([self._advance[word] for word in text.split(" ")])

    def widest(self, text: str) -> float:
        """Width of the widest word of `text`, a space included; a word may be cut before a code point."""
        return max([self._advance[word] for word in text.replace("\n", " ").replace("[U+", " [U+").split(" ")])

    def encode(self, text: str) -> bytes:
        return self.face.encode(text, self.size)

    def wrap(self, text: str, width: float) -> list[bytes]:
        """Lines of `text`, broken greedily to fit `width`, encoded for `Page.show`; short texts are remembered."""
        if len(text) >= SHORT_TEXT:
            return self._lines(text, width)
        lines = self._wrapped.get((text, width))
        if lines is None:
            if len(self._wrapped) >= CACHE_LIMIT // 8:
                self._wrapped.clear()
            lines = self._wrapped[text, width] = self._lines(text, width)
        return lines

    def run_in(self, label: str, text: str, width: float, around: Around, around_text: Around) -> list[bytes]:
        """As `wrap`, for a text that begins with a label; operators stand around each piece of the label, and around
        each piece of the text."""
        first, *others = f"{label} {text}".strip().split("\n")
        encoded, left = [], len(label)
        for line in self.lines(first, width):
            piece, rest = line[:left], line[left:]
            left -= len(piece)
            encoded.append(_between(around, self._words(piece)) + _between(around_text, self._words(rest)))
        further = [line for other in others for line in self._fill(other.split(" "), width)]
        return encoded + [_between(around_text, line) for line in further]

    def in_pieces(self, pieces: Sequence[tuple[str, Around]], width: float) -> list[bytes]:
        """As `wrap`, for a text in pieces; operators stand around what a line has of each."""
        encoded, start = list[bytes](), 0
        ends = list(accumulate([len(piece) for piece, _around in pieces]))
        for line in self.written("".join([piece for piece, _around in pieces]), width):
            parts = [
                _between(around, self._words(line[max(end - len(piece) - start, 0) : max(end - start, 0)]))
                for (piece, around), end in zip(pieces, ends, strict=True)
            ]
            encoded.append(b"".join(parts))
            start += len(line)
        return encoded

    def _words(self, text: str) -> bytes:
        return b" ".join(self._encoded(text.split(" ")))

    def _encoded(self, words: Sequence[str]) -> list[bytes]:
        codes, detours = self.face.codes, self._detours
        return [code if (code := codes[word]) is not None else detours[word] for word in words]

    def lines(self, text: str, width: float) -> list[str]:
        """Lines of a text of one paragraph, not encoded, each with its space at the end as above."""
        words, halves, runs = self._break(text.split(" "), width)
        return [" ".join(words[start:stop]) + ("" if stop - 1 in halves else " ") for start, stop in runs]

    def written(self, text: str, width: float) -> list[str]:
        """The lines that `wrap` makes of a text, not encoded, each with its space at the end."""
        return [line for paragraph in text.rstrip().split("\n") for line in self.lines(paragraph, width)]

    def clip(self, text: str, width: float) -> str:
        """`text` on one line, with an ellipsis where it is cut: for running lines, which repeat the cover."""
        if self.width(text) <= width:
            return text
        return self._cut(text, width - self.width("…"))[0].rstrip() + "…"

    def _lines(self, text: str, width: float) -> list[bytes]:
        text = text.rstrip()
        if not text:
            return []
        lines = [line for paragraph in text.split("\n") for line in self._fill(paragraph.split(" "), width)]
        lines[-1] = lines[-1][:-1]
        return lines

    def _fill(self, words: list[str], width: float) -> list[bytes]:
        """Each line ends with a space, or read aloud the words around a break would fuse; a cut word does fuse."""
        words, halves, runs = self._break(words, width)
        encoded = self._encoded(words)
        if not halves:
            return [b" ".join(encoded[start:stop]) + b" " for start, stop in runs]
        return [b" ".join(encoded[start:stop]) + (b"" if stop - 1 in halves else b" ") for start, stop in runs]

    def _break(self, words: list[str], width: float) -> tuple[list[str], set[int], Iterator[tuple[int, int]]]:
        """The words, cut where they must be, which of them go on after a cut, and the runs that make lines."""
        limit, halves = width + self.space, set[int]()
        advances = [self._advance[word] for word in words]
        if max(advances) > limit:
            words, halves = self._cut_words(words, width)
            advances = [self._advance[word] for word in words]
        return words, halves, _runs(advances, limit)

    def _cut_words(self, words: Iterable[str], width: float) -> tuple[list[str], set[int]]:
        """The words with those that are wider than the line cut; and the places of pieces that go on."""
        pieces: list[str] = []
        halves: set[int] = set()
        for word in words:
            parts = self._cut(word, width)
            halves.update(range(len(pieces), len(pieces) + len(parts) - 1))
            pieces += parts
        return pieces, halves

    def _cut(self, word: str, width: float) -> list[str]:
        """Pieces of a word that is wider than the line: cut after its no-break spaces and around its code points, or
        between characters where one of these pieces is wider still."""
        units: list[str] = []
        for unit in _units(word):
            units += [unit] if self.width(unit) <= width else unit
        return ["".join(units[start:stop]) for start, stop in _runs(list(map(self.width, units)), width)] or [""]

    def _advances(self, text: str) -> list[float]:
        widths, scale = self.face.widths, self.size / 1000
        # A no-break space is drawn as a space: reportlab gives both the same code.
        return [widths[32 if c == "\u00a0" else ord(c)] * scale for c in text]


def _between(around: Around, words: bytes) -> bytes:
    before, after = around
    return before + words + after if words else b""


def _runs(advances: Sequence[float], limit: float) -> Iterator[tuple[int, int]]:
    """Greedy runs of `advances` that fit `limit`: one bisection a line, whatever the length of the text."""
    ends, start, used = list(accumulate(advances)), 0, 0.0
    while start < len(ends):
        stop = max(bisect_right(ends, used + limit, start), start + 1)
        yield start, stop
        start, used = stop, ends[stop - 1]
