"""One page of a PDF that was written, as a file of its own: what a preview opens is small, however long the whole."""

import re
from typing import BinaryIO

from dossier.report.archive import text_string
from dossier.report.read_back import WrittenPdf

_HEAD = b"%PDF-1.7\n"
_REFERENCE = re.compile(rb"(\d+) 0 R\b")
_SHOWN = re.compile(rb"/MediaBox\[[^\]]*\]|/Resources \d+ 0 R|/Contents\[[^\]]*\]")
_CATALOG, _PAGES, _PAGE = 1, 2, 3
_HEADING = re.compile(rb"/Title\((.*?)\)/Dest\[(\d+) 0 R", re.DOTALL)
_NEXT = re.compile(rb"/Next (\d+) 0 R")


class Pages:
    """The pages of a file that `Archive` wrote. Raises ValueError, LookupError and zlib.error where it is not whole."""

    def __init__(self, file: BinaryIO) -> None:
        self._pdf = WrittenPdf(file)
        self._numbers = self._pdf.pages()

    def __len__(self) -> int:
        return len(self._numbers)

    def alone(self, index: int) -> bytes:
        """A PDF of that page and of what it needs to be drawn: without tags, links and data, to look at."""
        return _Alone(self._pdf, self._numbers[index]).written()

    @property
    def first_heading(self) -> int:
        """The index of the page that the first bookmark leads to; 0 where there is none."""
        return next((self._numbers.index(page) for _title, page in self._bookmarks()), 0)

    def headings(self, titles: tuple[str, ...]) -> dict[str, int]:
        """Of these titles, those that the outermost bookmarks have, with the index of the page of each."""
        sought = {text_string(title)[1:-1]: title for title in titles}
        found, places = dict[str, int](), {number: index for index, number in enumerate(self._numbers)}
        for title, page in self._bookmarks():
            if title in sought:
                found[sought[title]] = places[page]
        return found

    def _bookmarks(self) -> list[tuple[bytes, int]]:
        """The outermost ones: the title as it is written, and the number of the page."""
        listed, bookmarks = re.search(rb"/Outlines (\d+) 0 R", self._pdf.catalog), []
        after = listed and re.search(rb"/First (\d+) 0 R", self._pdf.object(int(listed[1])))
        while after:
            item = self._pdf.object(int(after[1]))
            if heading := _HEADING.search(item):
                bookmarks.append((heading[1], int(heading[2])))
            after = _NEXT.search(item)
        return bookmarks


class _Alone:
    """The objects that a page needs, with numbers of their own."""

    def __init__(self, pdf: WrittenPdf, page: int) -> None:
        self._pdf = pdf
        self._new = {page: _PAGE}
        self._waiting = [page]

    def written(self) -> bytes:
        objects = {
            _CATALOG: b"<</Type/Catalog/Pages %d 0 R>>" % _PAGES,
            _PAGES: b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % _PAGE,
        }
        while self._waiting:
            number = self._waiting.pop()
            body, data = self._pdf.whole(number)
            if self._new[number] == _PAGE:
                body = b"<</Type/Page/Parent %d 0 R%b>>" % (_PAGES, self._renumbered(b"".join(_SHOWN.findall(body))))
            else:
                body = self._renumbered(body)
            objects[self._new[number]] = body if data is None else b"%b\nstream\n%b\nendstream" % (body, data)
        return _file(objects)

    def _renumbered(self, body: bytes) -> bytes:
        return _REFERENCE.sub(lambda found: b"%d 0 R" % self._number_of(int(found[1])), body)

    def _number_of(self, old: int) -> int:
        if old not in self._new:
            self._new[old] = _PAGE + len(self._new)
            self._waiting.append(old)
        return self._new[old]


def _file(objects: dict[int, bytes]) -> bytes:
    """A PDF with a plain cross-reference table (ISO 32000-1 7.5.4)."""
    written, rows = bytearray(_HEAD), [b"0000000000 65535 f\r\n"]
    for number in sorted(objects):
        rows.append(b"%010d 00000 n\r\n" % len(written))
        written += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
    start = len(written)
    written += b"xref\n0 %d\n%b" % (len(rows), b"".join(rows))
    written += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(rows), _CATALOG, start)
    return bytes(written)
