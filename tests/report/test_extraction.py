"""What other programs read out of the pages: every field that an audience may see is there, and no other."""

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest

from dossier.i18n import CODES, Code
from dossier.model.catalog import CATALOG
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record
from dossier.report.scope import Profile, Scope
from dossier.work.export import export_pdf
from tests.factories import NOW, filled_dossier, make_store, word


def read_by_pypdf(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages)


def read_by_poppler(path: Path) -> str:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler's pdftotext is not installed")
    return subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout.decode()


def squeezed(text: str) -> str:
    """Without what the end of a line may add or take away."""
    return "".join(text.split())


def texts_of(kind: type[Record]) -> list[Field]:
    """The fields whose filled value names them."""
    own = ("id", "reference", "aliases", kind.kind.parent)
    return [one for one in fields_of(kind) if one.type is str and not one.is_reference and one.name not in own]


@pytest.mark.parametrize("profile", ["authority", "full"])
@pytest.mark.parametrize("lang", CODES)
@pytest.mark.parametrize("read", [read_by_pypdf, read_by_poppler])
def test_every_field_is_read_or_rightly_left_out(
    read: Callable[[Path], str], lang: Code, profile: Profile, tmp_path: Path
) -> None:
    scope = Scope(lang, NOW, profile)
    with make_store(tmp_path / "a.dossier", filled_dossier()) as store:
        export_pdf(store.dossier, tmp_path / "a.pdf", scope)
    found, told = squeezed(read(tmp_path / "a.pdf")), scope.told()
    for kind in CATALOG:
        for field in texts_of(kind):
            is_there = squeezed(word(kind, field)) in found
            assert is_there == (field.name in told.get(kind, ())), (kind.kind.name, field.name)
