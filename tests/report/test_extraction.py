"""What is read out of the pages: each field that an audience may see, under its label, and no other.

The tags say which label and which value stand together; each of their rows is what other programs read too.
"""

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pypdf
import pytest

from dossier.i18n import CODES, Code, language
from dossier.model.catalog import CATALOG
from dossier.model.dossier import Dossier
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record
from dossier.model.text import field_text
from dossier.model.vocabulary import PartyRole
from dossier.report.scope import Profile, Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, filled_dossier, make_store, word

from .reading import elements, font_maps, kids, marked, opened, tagged

PROFILES: tuple[Profile, ...] = ("authority", "full")


#: What a register by hand states under other words: the title of its column, and the label before the value.
TOLD_OTHERWISE = {
    "dpia_risk.severity": ("Before the measures", "Severity: 4 {value}"),
    "dpia_risk.likelihood": ("Before the measures", "Likelihood: 4 {value}"),
    "dpia_risk.residual_severity": ("After the measures", "Severity: 4 {value}"),
    "dpia_risk.residual_likelihood": ("After the measures", "Likelihood: 4 {value}"),
    "breach_event.name": ("What happened", "What happened: {value}"),
    "dpia_risk.name": ("Feared event", "Risk: {value}"),
    "authority_question.name": ("Question", "{value}"),
    "authority_question.answer": ("Answer", "{value}"),
    "authority_question.parts": ("Answered by", "Parts of the pack: 16. {value}"),
    "authority_question.documents": ("Answered by", "Documents: DOC-501"),
}


class Row(NamedTuple):
    """A row of a table: the reference of its record, and its cells, each below the title of its column if it has one;
    a row without such titles is a label and its value. `text` is all of it."""

    reference: str
    cells: tuple[tuple[str, str], ...]
    text: str
    pages: frozenset[int]


class Document(NamedTuple):
    """A pack of one filled record of every kind, and the dossier it is made of."""

    dossier: Dossier
    data: bytes
    rows: tuple[Row, ...]
    headings: tuple[str, ...]


@cache
def document(code: Code, profile: Profile) -> Document:
    with TemporaryDirectory() as folder, make_store(Path(folder) / "a.dossier", filled_dossier()) as store:
        export_pdf(store.dossier, Path(folder) / "a.pdf", Scope(code, NOW, profile))
        data = (Path(folder) / "a.pdf").read_bytes()
        told = tuple(rows(data, {one.reference for one in store.dossier}))
        headings = tuple(squeezed(one.text) for one in tagged(data) if one.role in ("H1", "H2"))
        return Document(store.dossier, data, told, headings)


def rows(data: bytes, references: set[str]) -> Iterator[Row]:
    """Every row of every table, in reading order; it is of the record whose sheet or whose row it is."""
    pdf = opened(data)
    maps = font_maps(pdf)
    texts = {(page.obj.objgen, mcid): text for page in pdf.pages for mcid, _role, text in marked(page, maps)}
    sheet, titles = "", list[str]()
    for element, _path in elements(pdf.Root.StructTreeRoot.K, []):
        if element.S in ("/H1", "/H2"):
            sheet = squeezed(text_of(element, texts)).partition("–")[0]
        elif element.S == "/Table":
            titles = []
        elif element.S == "/TR":
            cells = [squeezed(text_of(cell, texts)) for cell in kids(element)]
            if all(str(cell.get("/A", {}).get("/Scope", "")) == "/Column" for cell in kids(element)):
                titles = cells
            found = tuple(zip(titles or cells[:1] * len(cells), cells, strict=True))
            reference = cells[0] if cells[0] in references else sheet
            yield Row(reference, found, "".join(cells), frozenset(page for page, _mcid in marks_of(element)))


def text_of(element: Any, texts: dict[Any, str]) -> str:
    return "".join(texts[mark] for mark in marks_of(element))


def marks_of(element: Any) -> Iterator[Any]:
    for kid in kids(element):
        if isinstance(kid, tuple):
            yield kid
        else:
            yield from marks_of(kid)


def squeezed(text: str) -> str:
    """Without what the end of a line may add or take away."""
    return "".join(text.split())


def own_fields(kind: type[Record]) -> list[Field]:
    """What a record says of itself: not what it is called by, nor where it belongs."""
    return [field for field in fields_of(kind) if field.name not in ("id", "reference", kind.kind.parent)]


def is_stated(one: Record, field: Field, code: Code, found: Document) -> bool:
    """Whether a field stands with its label: as a row, under the title of a column, in a cell of several fields, as a
    heading where it is the name."""
    say = language(code)
    label, value = squeezed(say(field.show.label)), squeezed(field_text(one, field, say, namer(found.dossier)))
    if field.name == "name" and one.kind.sheet:
        return squeezed(f"{one.reference} – {one.title}") in found.headings
    cells = [cell for row in found.rows if row.reference == one.reference for cell in row.cells]
    if told := TOLD_OTHERWISE.get(f"{one.kind.name}.{field.name}"):
        title, words = told
        label, colon, words = words.rpartition(": ")
        expected = squeezed(say(label) if label else "") + colon.strip() + squeezed(words.format(value=value))
        return any(expected in text for heading, text in cells if heading == squeezed(say(title)))
    return (label, value) in cells or any(f"{label}:{value}" in text for _title, text in cells)


def namer(dossier: Dossier) -> Callable[[str], str]:
    def name(record_id: str) -> str:
        record = dossier.get(record_id)
        assert record
        return f"{record.reference} – {record.title}" if record.title else record.reference

    return name


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("code", CODES)
def test_every_field_of_every_kind_stands_with_its_label_or_is_rightly_left_out(code: Code, profile: Profile) -> None:
    found, told = document(code, profile), Scope(code, NOW, profile).told()
    wrong = []
    for kind in CATALOG:
        (one,) = found.dossier.of(kind)
        for field in own_fields(kind):
            is_task = profile == "authority" and getattr(one, field.name) is PartyRole.UNQUALIFIED
            expected = field.name in told.get(kind, ()) and not is_task
            if is_stated(one, field, code, found) is not expected:
                wrong.append((kind.kind.name, field.name, "missing" if expected else "told"))
    assert wrong == []


def read_by_pypdf(data: bytes) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def read_by_poppler(data: bytes) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler's pdftotext is not installed")
    return subprocess.run(["pdftotext", "-raw", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("read", [read_by_pypdf, read_by_poppler])
def test_other_programs_read_every_row_as_the_tags_have_it_and_nothing_that_is_left_out(
    read: Callable[[bytes], str], code: Code, profile: Profile
) -> None:
    found, told = document(code, profile), Scope(code, NOW, profile).told()
    text = squeezed(read(found.data))
    on_one_page = [row.text for row in found.rows if len(row.pages) == 1]
    assert len(on_one_page) > 500
    assert [row for row in (*on_one_page, *found.headings) if row not in text] == []
    left_out = [
        word(kind, field)
        for kind in CATALOG
        for field in own_fields(kind)
        if field.type is str and not field.is_reference and field.name not in {*told.get(kind, ()), "aliases"}
    ]
    assert left_out or profile == "full"
    assert [words for words in left_out if squeezed(words) in text] == []
