"""What a document says: chapters, tables and sheets as plain values, without a word on how they are drawn."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from dossier.i18n import Code


class OwnText(str):
    """Text written by the user, in the dossier's content language (tagged so when the document is in another)."""

    __slots__ = ()


class QuotedText(OwnText):
    """Text in a language of its own, which `language` names (BCP 47: "en")."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Self:
        quoted = super().__new__(cls, text)
        quoted.language = language
        return quoted


class LinkedText(OwnText):
    """Text of a table cell that leads to the sheet whose `key` is `target`, where the document has it; `language` as
    of a `QuotedText`, "" where it is the usual one."""

    __slots__ = ("language", "target")
    target: str
    language: str

    def __new__(cls, text: str, target: str, language: str = "") -> Self:
        linked = super().__new__(cls, text)
        linked.target, linked.language = target, language
        return linked


class AddressText(str):
    """Text of a table cell that leads out of the document, to `uri` (https, or mailto); `language` as above."""

    __slots__ = ("language", "uri")
    uri: str
    language: str

    def __new__(cls, text: str, uri: str, language: str = "") -> Self:
        leading = super().__new__(cls, text)
        leading.uri, leading.language = uri, language
        return leading


class LabelledText(OwnText):
    """Labels and their values in one table cell, each from a new line; a label is a word of the program, or ""."""

    __slots__ = ("pairs",)
    pairs: Sequence[tuple[str, str]]

    def __new__(cls, pairs: Sequence[tuple[str, str]]) -> "LabelledText":
        kind = LeadingText if any(isinstance(text, AddressText) for _label, text in pairs) else cls
        labelled = super().__new__(kind, "\n".join([f"{label} {value}".strip() for label, value in pairs]))
        labelled.pairs = pairs
        return labelled


class LeadingText(LabelledText):
    """Labels and values, where a value is an address that leads out of the document."""

    __slots__ = ()


class QuotingText(str):
    """A sentence of the program that quotes others: its `pieces` in their order, of which a quoted one tells its
    language."""

    __slots__ = ("pieces",)
    pieces: Sequence[str]

    def __new__(cls, pieces: Sequence[str]) -> Self:
        quoting = super().__new__(cls, "".join(pieces))
        quoting.pieces = pieces
        return quoting


class ShareText(str):
    """Words that tell a share; a bar beside them shows it. `share` is from 0 to 1."""

    __slots__ = ("share",)
    share: float

    def __new__(cls, text: str, share: float) -> Self:
        told = super().__new__(cls, text)
        told.share = share
        return told


@dataclass(frozen=True)
class Column:
    """A column of a grid. Its title is a word of the program: at most eight lines of it are shown."""

    title: str
    share: float  # of the width of the table; shares are relative to their sum
    words: str = ""  # the column is wide enough for each of them, if the table can be
    is_figures: bool = False  # numbers end below one another


@dataclass(frozen=True)
class Grid:
    """A table with a header row, whose first column names the row; `rows` starts a fresh iteration at each call."""

    columns: Sequence[Column]
    rows: Callable[[], Iterable[Sequence[str]]]
    title: str = ""


@dataclass(frozen=True)
class Pairs:
    """A table of labels and values; the title is a small section heading."""

    rows: Sequence[tuple[str, str]]
    title: str = ""


@dataclass(frozen=True)
class Bars:
    """A chart that is a table: the words of each row, its number, and its share with a bar as long as that."""

    rows: Sequence[tuple[str, str, ShareText]]
    title: str = ""


@dataclass(frozen=True)
class Figures:
    """A few numbers that are read first, each with what it counts: a table of one row."""

    rows: Sequence[tuple[str, str]]
    title: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True)
class Note:
    """Running text of less weight."""

    text: str


Part = Pairs | Grid | Bars | Figures | Paragraph | Note


@dataclass(frozen=True)
class Sheet:
    """All that is said of one record; `key` is the target of links and is not written in the file."""

    title: str
    parts: Sequence[Part]
    key: str = ""


@dataclass(frozen=True)
class Chapter:
    """A summary (the parts) and then portrait sheets, one after the other.

    The summary is landscape, unless told otherwise or as well read on a portrait page. After a landscape one the sheets
    stand under a title of their own. `part` is the part of the document that it stands in, "" where there are none.
    `keys` are those of the sheets, in their order: what is not among the keys of a document cannot be led to.
    """

    title: str
    introduction: str = ""
    parts: Sequence[Part] = ()
    sheets: Callable[[], Iterable[Sheet]] | None = None
    sheets_title: str = ""
    landscape: bool = True
    part: str = ""
    keys: Sequence[str] = ()


@dataclass(frozen=True)
class Attachment:
    """The data embedded in the file, as JSON; `chunks` starts a fresh iteration at each call."""

    name: str
    description: str
    chunks: Callable[[], Iterable[bytes]]


@dataclass(frozen=True)
class Signature:
    """Who signs the file, as the certificate names them; `visible` draws it on the first page.

    `sign` turns the SHA-256 of what is signed into a CMS signature (ETSI EN 319 142-1) of at most `size` bytes.
    """

    name: str
    issuer: str  # empty where the certificate is signed by itself
    visible: bool
    size: int
    sign: Callable[[bytes], bytes]


@dataclass(frozen=True)
class Pack:
    """A whole document. `created` is aware: it is the only date of the file, so equal packs make equal bytes."""

    title: str
    subject: str
    organisation: str
    author: str
    keywords: str
    producer: str
    language: Code
    content_language: Code
    created: datetime
    facts: Sequence[tuple[str, str]]  # the table on the cover
    notices: Sequence[str]  # what a reader must know first: a tinted box on the cover
    confidentiality: str
    chapters: Sequence[Chapter]
    attachment: Attachment | None
    has_contents: bool = True
    below_contents: str = ""
    sender: str = ""  # in the footer, and on the cover where it is not the organisation
    logo: bytes = b""  # an image, above the name on the cover
    watermark: str = ""  # across every page
    signature: Signature | None = None
    has_signature_place: bool = False  # of a preview: where a visible signature will stand
