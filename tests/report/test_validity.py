"""Every document passes two validators, and its tags agree with its pages."""

import io
from dataclasses import replace
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
    Sheet,
)

from .packs import EMPTY, PACKS, pdf, written
from .reading import check_structure, opened


@pytest.mark.parametrize("name", PACKS)
@pytest.mark.parametrize("profile", ["3a", "ua1"])
def test_documents_conform(name: str, profile: str) -> None:
    report = page.validate_pdf_bytes(pdf(name), profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


@pytest.mark.parametrize("name", PACKS)
def test_tags_and_pages_agree(name: str) -> None:
    assert (check_structure(pdf(name)) > 0) is (name != "no strings")


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


def grid(titles: list[str], text: str, count: int, title: str) -> Grid:
    cells = [LinkedText(text, text), *[LabelledText([(each, text), ("", each)]) for each in titles[1:]]]
    return Grid([Column(each, 1 + len(each), text[:40]) for each in titles], lambda: [cells] * count, title)


GRIDS = st.builds(grid, st.lists(TEXTS, min_size=1, max_size=5), TEXTS, st.integers(0, 40), OWN)
PARTS: st.SearchStrategy[list[Part]] = st.lists(
    PAIRS | GRIDS | st.builds(Paragraph, OWN) | st.builds(Note, OWN), max_size=4
)
SHEETS = st.lists(st.builds(Sheet, OWN, PARTS, TEXTS), max_size=3)
CHAPTERS = st.builds(
    lambda title, parts, sheets, landscape: Chapter(title, title, parts, lambda: sheets, title, landscape),
    OWN, PARTS, SHEETS, st.booleans(),
)  # fmt: skip


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(CHAPTERS, max_size=3), OWN, st.sampled_from(["fr", "en"]))
def test_any_document_conforms(chapters: list[Chapter], text: str, code: Literal["fr", "en"]) -> None:
    pack = replace(EMPTY, chapters=chapters, language=code, title=text, notices=[text], facts=[(text, text)])
    data, _ = written(pack)
    for profile in ("3a", "ua1"):
        assert [failure.message for failure in page.validate_pdf_bytes(data, profile=profile).failures] == []
    check_structure(data)
