"""In what a PDF that another program saved differs from what the dossier gives: by its content, object by object."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any

from dossier.i18n import N_, _
from dossier.work.any_pdf import AnyPdf, bytes_of

_OF_THE_WRITING = {"/Length", "/Filter", "/DecodeParms", "/DL"}  # of a stream: how it is packed
_OF_A_SIGNATURE = {"/Contents", "/ByteRange"}
_OF_THE_FILE = {"/Type", "/Pages", "/Version", "/Extensions", "/Metadata"}
_ELSEWHERE = {"/Contents", "/Parent", "/Annots"}  # of a page
_ITSELF = N_("What the file says about itself (title, author, dates) is not what the dossier gives.")
_WORDS = {
    "/Outlines": N_("The bookmarks are not what the dossier gives."),
    "/StructTreeRoot": N_("The tags for reading aloud are not what the dossier gives."),
    "/Names": N_("The embedded files are not what the dossier gives."),
    "/AF": N_("The embedded files are not what the dossier gives."),
    "/AcroForm": N_("The fields to fill or to sign are not what the dossier gives."),
}
_OTHER = N_("The file holds something that the dossier does not give ({name}).")
_EVERY = 500  # objects between two steps

Named = Callable[[int], str]
"""A page by its index, in words."""


def content_differences(given: AnyPdf, held: AnyPdf, named: Named, step: Callable[[], None]) -> Iterator[str]:
    """Where they differ, the first first; `step` is called now and then."""
    comparison = _Comparison(given, held, step)
    yield from comparison.pages(named)
    if not comparison.is_same(given.information, held.information) or given.described != held.described:
        yield _(_ITSELF)
    for name in {**held.root, **given.root}:
        if name not in _OF_THE_FILE and not comparison.is_same(given.root.get(name), held.root.get(name)):
            yield _(_WORDS.get(name, _OTHER), name=name)


class _Comparison:
    """Both are walked side by side, whatever numbers their objects have."""

    def __init__(self, given: AnyPdf, held: AnyPdf, step: Callable[[], None]) -> None:
        self._given, self._held, self._step = given, held, step
        self._met = set[tuple[int, int]]()
        self._compared = 0

    def pages(self, named: Named) -> Iterator[str]:
        given, held = self._given.pages, self._held.pages
        drawn, ours = ([*map(self._digest_in(one), one.pages)] for one in (self._given, self._held))
        for index in range(max(len(given), len(held))):
            if drawn[index : index + 1] != ours[index : index + 1]:
                yield _drawn_difference(drawn, ours, index, named)
                return
        for index, (page, its) in enumerate(zip(given, held, strict=True)):
            yield from self._beside(page, its, index, named)

    def is_same(self, value: Any, other: Any) -> bool:
        waiting = [(value, other)]
        while waiting:
            value, other = waiting.pop()
            if self._were_met(value, other):
                continue
            pages = self._given.page_at(value), self._held.page_at(other)
            if pages != (None, None):
                if pages[0] != pages[1]:
                    return False
                continue
            inside = self._inside(self._given.resolved(value), self._held.resolved(other))
            if inside is None:
                return False
            waiting += inside
        return True

    def _beside(self, page: dict[str, Any], ours: dict[str, Any], index: int, named: Named) -> Iterator[str]:
        """What a page holds besides what is drawn."""
        annotations = [len(one.items(of.get("/Annots"))) for one, of in ((self._given, page), (self._held, ours))]
        if annotations[0] > annotations[1]:
            yield _("{page}: an annotation was added.", page=named(index))
        elif annotations[0] < annotations[1]:
            yield _("{page}: a link or an annotation is missing.", page=named(index))
        elif not self.is_same(page.get("/Annots"), ours.get("/Annots")):
            yield _("{page}: a link or an annotation is not what the dossier gives.", page=named(index))
        for entry in sorted({*page, *ours} - _ELSEWHERE):
            if not self.is_same(page.get(entry), ours.get(entry)):
                yield _("{page} is not what the dossier gives.", page=named(index))

    def _digest_in(self, pdf: AnyPdf) -> Callable[[dict[str, Any]], bytes]:
        def digest(page: dict[str, Any]) -> bytes:
            self._step()
            return sha256(pdf.drawn(page)).digest()

        return digest

    def _were_met(self, value: Any, other: Any) -> bool:
        """Whether both are references that are being compared, or were."""
        reference, its = getattr(value, "reference", None), getattr(other, "reference", None)
        if reference is None or its is None:
            return False
        pair = reference.idnum, its.idnum
        if pair in self._met:
            return True
        self._met.add(pair)
        self._compared += 1
        if self._compared % _EVERY == 0:
            self._step()
        return False

    def _inside(self, value: Any, other: Any) -> list[tuple[Any, Any]] | None:
        """What is still to be compared of two values, None where they differ."""
        if isinstance(value, dict) and isinstance(other, dict):
            return self._in_dictionaries(value, other)
        if isinstance(value, list) and isinstance(other, list):
            pair = self._given.items(value), self._held.items(other)
            return [*zip(*pair, strict=True)] if len(pair[0]) == len(pair[1]) else None
        is_plain = not isinstance(value, dict | list) and not isinstance(other, dict | list)
        return [] if is_plain and _plain(value) == _plain(other) else None

    def _in_dictionaries(self, value: Any, other: Any) -> list[tuple[Any, Any]] | None:
        entries, ours = self._given.entries(value), self._held.entries(other)
        data = self._given.data(value)
        if data != self._held.data(other):
            return None
        left_out = set[str]() if data is None else _OF_THE_WRITING
        if _plain(entries.get("/Type")) == "/Sig":
            left_out = _OF_A_SIGNATURE
        return [(entries.get(name), ours.get(name)) for name in {*entries, *ours} - left_out]


def _drawn_difference(drawn: list[bytes], ours: list[bytes], index: int, named: Named) -> str:
    """The first page that is drawn in another way, or is missing, or was put in between."""
    if drawn[index:] == ours[index + len(ours) - len(drawn) :] and len(drawn) < len(ours):
        return _("{page} is missing.", page=named(index))
    if ours[index:] == drawn[index + len(drawn) - len(ours) :] and len(ours) < len(drawn):
        return _("{page} was added: the dossier does not give it.", page=named(index))
    return _("{page} is not what the dossier gives.", page=named(index))


def _plain(value: Any) -> object:
    """A value that holds no others: numbers by what they are worth, strings by their bytes."""
    if value is None or isinstance(value, bool):
        return value
    if hasattr(value, "original_bytes") or isinstance(value, bytes):
        return bytes_of(value)
    if isinstance(value, str):
        return str(value)
    inner = getattr(value, "value", value)  # of a boolean
    return inner if isinstance(inner, bool) else float(inner)
