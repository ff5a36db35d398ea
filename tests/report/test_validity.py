"""Every document passes two validators, and its tags agree with its pages."""

import io
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal

import page
import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.report.content import (
    Chapter,
    Column,
    Grid,
    LabelledText,
    LinkedText,
    Note,
    OwnText,
    Pairs,
    Paragraph,
    Part,
    QuotedText,
    QuotingText,
    Sheet,
)

from .packs import EMPTY, PACKS, pdf, with_cell, written
from .reading import check_structure, elements, kids, opened
from .structure_check import check_document, fused_words


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_documents_conform(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(pdf(name), profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize("name", PACKS)
def test_tags_and_pages_agree(name: str) -> None:
    assert (check_structure(pdf(name)) > 0) is (name != "no strings")
    check_document(pdf(name))


@pytest.mark.parametrize("name", ["small", "english", "long table", "long cell"])
def test_the_words_of_two_lines_are_never_fused(name: str) -> None:
    assert fused_words(pdf(name)) == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("name", PACKS)
def test_qpdf_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(pdf(name))
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, "WARNING" in done.stdout + done.stderr) == (0, False), done.stdout + done.stderr


def _without_scope(document: pikepdf.Pdf) -> None:
    header = next(each for each, _ in elements(document.Root.StructTreeRoot.K, []) if each.S == "/TH")
    del header.A


def _with_scope(scope: str, headers: int) -> Callable[[pikepdf.Pdf], None]:
    """One header cell of the first row that has so many, or at least two for 2, with another scope."""

    def change(document: pikepdf.Pdf) -> None:
        rows = [each for each, _ in elements(document.Root.StructTreeRoot.K, []) if each.S == "/TR"]
        row = next(row for row in rows if min(sum(cell.S == "/TH" for cell in kids(row)), 2) == headers)
        next(cell for cell in kids(row) if cell.S == "/TH").A.Scope = pikepdf.Name(scope)

    return change


def _without_parents_of_a_page(document: pikepdf.Pdf) -> None:
    numbers = document.Root.StructTreeRoot.ParentTree.Nums
    place = [int(key) for key in list(numbers)[0::2]].index(int(document.pages[2].StructParents))
    document.Root.StructTreeRoot.ParentTree.Nums = pikepdf.Array([*numbers[: 2 * place], *numbers[2 * place + 2 :]])


def _without_object_reference(document: pikepdf.Pdf) -> None:
    link = next(each for each, _ in elements(document.Root.StructTreeRoot.K, []) if each.S == "/Link")
    link.K = pikepdf.Array([kid for kid in link.K if isinstance(kid, int)])


def _heading_left_out(document: pikepdf.Pdf) -> None:
    heading = next(each for each, _ in elements(document.Root.StructTreeRoot.K, []) if each.S == "/H2")
    heading.S = pikepdf.Name.H4


def _font_taken_out(document: pikepdf.Pdf) -> None:
    for font in document.pages[0].Resources.Font.values():
        del font.FontDescriptor.FontFile2


def _leading(uri: str, described: str = "") -> Callable[[pikepdf.Pdf], None]:
    """A link that leads out of the document."""

    def change(document: pikepdf.Pdf) -> None:
        annotation = next(page for page in document.pages if "/Annots" in page).Annots[0]
        del annotation.Dest
        annotation.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=uri)
        annotation.Contents = f"Lien vers {described or uri}"

    return change


def _leading_to_two(document: pikepdf.Pdf) -> None:
    destination = next(page for page in document.pages if "/Annots" in page).Annots[0].Dest
    _leading("https://example.org")(document)
    next(page for page in document.pages if "/Annots" in page).Annots[0].Dest = destination


def _rewritten(old: bytes, new: bytes) -> Callable[[pikepdf.Pdf], None]:
    """One piece of the first stream that has it, written otherwise."""

    def change(document: pikepdf.Pdf) -> None:
        streams = [page.Contents[0] for page in document.pages]
        stream = next(one for one in streams if old in one.read_bytes())
        stream.write(stream.read_bytes().replace(old, new, 1))

    return change


BROKEN: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a header cell without scope": _without_scope,
    "a header of a row that is said to be of a column": _with_scope("/Column", 1),
    "a header of a column that is said to be of a row": _with_scope("/Row", 2),
    "a page without parents": _without_parents_of_a_page,
    "a link that its element does not know": _without_object_reference,
    "a level of headings left out": _heading_left_out,
    "a font that is not embedded": _font_taken_out,
    "a link to what is no page": _leading("http://example.org"),
    "a link to another page than it says": _leading("https://example.org", "https://example.com"),
    "a link to two places": _leading_to_two,
    "a wrong mark": _rewritten(b"/MCID 1>>", b"/MCID 77>>"),
    "another role": _rewritten(b"/P<</MCID", b"/H1<</MCID"),
    "text without a tag": _rewritten(b"EMC", b"EMC (x)Tj"),
    "no end": _rewritten(b"EMC", b""),
    "no title in the bar": lambda document: document.Root.ViewerPreferences.__delitem__("/DisplayDocTitle"),
    "no language": lambda document: document.Root.__delitem__("/Lang"),
    "no bookmarks": lambda document: document.Root.__delitem__("/Outlines"),
}


def checked(change: Callable[[pikepdf.Pdf], None]) -> None:
    """Both checks on a document that was changed and saved again."""
    stream = io.BytesIO()
    with opened(pdf("small")) as document:
        change(document)
        document.save(stream)
    check_structure(stream.getvalue())
    check_document(stream.getvalue())


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_found(name: str) -> None:
    with pytest.raises((AssertionError, KeyError, AttributeError, pikepdf.PdfError)):
        checked(BROKEN[name])


def test_a_file_that_is_only_saved_again_is_not_broken() -> None:
    checked(lambda document: None)
    checked(_leading("https://example.org"))


def test_fused_lines_are_found() -> None:
    stream = io.BytesIO()
    with opened(written(with_cell("registres tenus au titre du règlement " * 30))[0]) as document:
        for page in document.pages:
            page.Contents[0].write(page.Contents[0].read_bytes().replace(b" )'(", b")'("))
        document.save(stream)
    assert fused_words(stream.getvalue())


@pytest.mark.parametrize("name", PACKS)
def test_the_file_is_sound_for_another_reader(name: str) -> None:
    document = opened(pdf(name))
    assert document.check_pdf_syntax() == []
    document.save(io.BytesIO(), object_stream_mode=pikepdf.ObjectStreamMode.disable)


@pytest.mark.parametrize("name", PACKS)
def test_nothing_runs_and_nothing_is_fetched(name: str) -> None:
    found = {str(key) for item in opened(pdf(name)).objects if isinstance(item, pikepdf.Dictionary) for key in item}
    assert not found & {"/JS", "/JavaScript", "/OpenAction", "/AA", "/Launch", "/URI", "/XFA", "/AcroForm"}


def test_all_fonts_are_embedded() -> None:
    document = opened(pdf("hostile"))
    fonts = list(document.pages[0].Resources.Font.values())
    assert fonts
    assert all("/FontFile2" in font.FontDescriptor for font in fonts)


TEXTS = st.text(max_size=60) | st.text("mot \n\u00a0»(漢", max_size=900)
OWN = TEXTS.map(OwnText)
PAIRS = st.builds(Pairs, st.lists(st.tuples(TEXTS, OWN), max_size=4), OWN)


KEYS = st.sampled_from("ab")


def grid(titles: list[str], text: str, count: int, title: str, key: str) -> Grid:
    cells: list[str] = [LinkedText(text, key), *[LabelledText([(each, text), ("", each)]) for each in titles[1:3]]]
    cells += [QuotingText([text, QuotedText(each, "en"), text]) for each in titles[3:]]
    return Grid([Column(each, 1 + len(each), text[:40]) for each in titles], lambda: [cells] * count, title)


GRIDS = st.builds(grid, st.lists(TEXTS, min_size=1, max_size=5), TEXTS, st.integers(0, 40), OWN, KEYS)
PARTS: st.SearchStrategy[list[Part]] = st.lists(
    PAIRS | GRIDS | st.builds(Paragraph, OWN) | st.builds(Note, OWN), max_size=4
)
SHEETS = st.lists(st.builds(Sheet, OWN, PARTS, KEYS), max_size=3)


def chapter(title: str, parts: list[Part], sheets: list[Sheet], landscape: bool) -> Chapter:
    return Chapter(title, title, parts, lambda: sheets, title, landscape, keys=[one.key for one in sheets])


CHAPTERS = st.builds(chapter, OWN, PARTS, SHEETS, st.booleans())


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(CHAPTERS, max_size=3), OWN, st.sampled_from(["fr", "en"]))
def test_any_document_conforms(chapters: list[Chapter], text: str, code: Literal["fr", "en"]) -> None:
    pack = replace(EMPTY, chapters=chapters, language=code, title=text, notices=[text], facts=[(text, text)])
    data, _ = written(pack)
    for profile in ("3a", "ua1"):
        assert [failure.message for failure in page.validate_pdf_bytes(data, profile=profile).failures] == []
    check_structure(data)
