"""A PDF whoever saved it, read by pyHanko: its pages, its embedded data, its objects decompressed."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache
from typing import Any, BinaryIO
from xml.etree.ElementTree import canonicalize

from PIL import Image

from dossier.report.objects import Signed

_POOLS_KEPT = 32
_DEEPEST = 50  # levels of a tree of pages; references that lead to references
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_NO_OBJECT = 0
_INSTRUCTION = re.compile(rb"<\?.*?\?>", re.DOTALL)
_COMMENT = re.compile(rb"%[^\r\n]*")


class AnyPdf:
    """Raises ValueError where the file cannot be read."""

    def __init__(self, file: BinaryIO) -> None:
        from pyhanko.pdf_utils.reader import PdfFileReader

        self._pool = lru_cache(_POOLS_KEPT)(self._pool_of)
        with _whatever_is_wrong():
            self._reader = PdfFileReader(file, strict=False)
            if self._reader.encrypted:
                raise ValueError("the file is encrypted")
            self.root: dict[str, Any] = self.entries(self._reader.trailer.raw_get("/Root"))
            trailer = self._reader.trailer
            self.information: Any = trailer.raw_get("/Info") if "/Info" in trailer else None
            self.pages = [page for _number, page in self._pages]

    def resolved(self, value: Any) -> Any:
        """A value, where it is a reference what that leads to; pyHanko's own way reads a whole pool for each object."""
        from pyhanko.pdf_utils.generic import IndirectObject, NullObject

        with _whatever_is_wrong():
            for _level in range(_DEEPEST):
                if not isinstance(value, IndirectObject):
                    return None if isinstance(value, NullObject) else value
                value = self._object(value.reference)
        raise ValueError("a reference leads nowhere")

    def entries(self, value: Any) -> dict[str, Any]:
        """Those of a dictionary, references as they are and without what is null; none where it is no dictionary."""
        found = self.resolved(value)
        return {str(name): one for name, one in dict.items(found)} if isinstance(found, dict) else {}

    def items(self, value: Any) -> list[Any]:
        """Those of an array, references as they are; one thing alone is an array of one."""
        found = self.resolved(value)
        return list(list.__iter__(found)) if isinstance(found, list) else [value] if value is not None else []

    def data(self, value: Any) -> bytes | None:
        """Those of a stream, decompressed; None where it is none."""
        from pyhanko.pdf_utils.generic import StreamObject

        found = self.resolved(value)
        with _whatever_is_wrong():
            if not isinstance(found, StreamObject):
                return None
            return bytes(found.data) if found.encoded_data else b""  # of nothing some write nothing, compressed

    def page_at(self, value: Any) -> int | None:
        """The index of the page that a reference leads to, None where it leads to something else."""
        reference = getattr(value, "reference", None)
        return self._numbers.get(reference.idnum) if reference is not None else None

    def drawn(self, page: dict[str, Any]) -> bytes:
        """What is drawn on a page."""
        return b"\n".join(self.data(one) or b"" for one in self.items(page.get("/Contents")))

    def attachment(self) -> bytes:
        """The file that is embedded for the document; b"" where there is none."""
        for one in self.items(self.root.get("/AF")):
            return self.data(self.entries(self.entries(one).get("/EF")).get("/F")) or b""
        return b""

    @property
    def described(self) -> str:
        """What its metadata say (XMP), however they are laid out: programs write them anew when they save."""
        xmp = _INSTRUCTION.sub(b"", self.data(self.root.get("/Metadata")) or b"")
        with _whatever_is_wrong():
            if b"<!" in xmp:  # an entity may be a billion letters
                raise ValueError("no metadata")
            return canonicalize(xmp.decode().strip("\ufeff \r\n"), strip_text=True) if xmp else ""

    @property
    def producer(self) -> str:
        return str(self.resolved(self.entries(self.information).get("/Producer", "")))

    @cached_property
    def signed(self) -> Signed | None:
        for field in self.items(self.entries(self.root.get("/AcroForm")).get("/Fields")):
            widget = self.entries(field)
            made = self.resolved(self.entries(widget.get("/V")).get("/Contents"))
            if made is not None:
                visible = any(float(self.resolved(side)) for side in self.items(widget.get("/Rect")))
                return Signed(_NO_OBJECT, bytes_of(made), visible)
        return None

    def logo(self) -> bytes:
        """The image on the cover as PNG, b"" where there is none."""
        resources = self.entries(self.pages[0].get("/Resources"))
        found = self.entries(resources.get("/XObject")).get("/Logo")
        if found is None:
            return b""
        size = [int(self.resolved(self.entries(found)[name])) for name in ("/Width", "/Height")]
        written = io.BytesIO()
        Image.frombytes("RGB", (size[0], size[1]), self.data(found) or b"").save(written, "PNG")
        return written.getvalue()

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {number: index for index, (number, _page) in enumerate(self._pages)}

    @cached_property
    def _pages(self) -> list[tuple[int, dict[str, Any]]]:
        """The number of the object of each page, and what it holds, inherited entries too."""
        return list(self._below(self.root.get("/Pages"), {}, 0))

    def _below(self, node: Any, inherited: dict[str, Any], level: int) -> Iterator[tuple[int, dict[str, Any]]]:
        if level > _DEEPEST:
            raise ValueError("the pages do not end")
        found = {**inherited, **self.entries(node)}
        if "/Kids" not in found:
            yield getattr(getattr(node, "reference", None), "idnum", _NO_OBJECT), found
        for kid in self.items(found.get("/Kids")):
            kept = {name: found[name] for name in _INHERITED if name in found}
            yield from self._below(kid, kept, level + 1)

    def _object(self, reference: Any) -> Any:
        place: Any = self._reader.xrefs[reference]
        if place is None or isinstance(place, int):
            return reference.get_object()
        return self._pooled(reference, place.obj_stream_id)

    def _pooled(self, reference: Any, pool: int) -> Any:
        from pyhanko.pdf_utils.generic import read_object

        data, places = self._pool(pool)
        return read_object(io.BytesIO(data[places[reference.idnum] :]), reference)

    def _pool_of(self, number: int) -> tuple[bytes, dict[int, int]]:
        from pyhanko.pdf_utils.generic import Reference

        stream: Any = Reference(number, 0, self._reader).get_object()
        first, data = int(stream["/First"]), stream.data
        numbers = [int(one) for one in _COMMENT.sub(b"", data[:first]).split()]
        return data, {one: first + place for one, place in zip(numbers[::2], numbers[1::2], strict=True)}


def bytes_of(text: Any) -> bytes:
    """A string of a PDF, however it is written."""
    return bytes(getattr(text, "original_bytes", text))


@contextmanager
def _whatever_is_wrong() -> Iterator[None]:
    """A library that reads what somebody else wrote may fail in any way."""
    try:
        yield
    except (OSError, MemoryError):
        raise
    except Exception as error:
        raise ValueError("the file is not built as a PDF") from error
