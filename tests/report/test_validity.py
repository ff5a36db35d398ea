"""Every document passes two validators, and its tags agree with its pages."""

import io

import page
import pikepdf
import pytest

from .packs import PACKS, pdf
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
