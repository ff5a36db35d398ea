"""Every kind of document is archival and accessible for all our judges: two validators, qpdf, and our own reading."""

import importlib
import inspect
import io
import pkgutil
import shutil
import subprocess
from pathlib import Path
from types import ModuleType

import pikepdf
import pikepdf.pdfa
import pytest

import dossier.work
from dossier.work.export import Exported

from . import documents
from .documents import DOCUMENTS, document
from .reading import assert_valid
from .structure_check import fused_words

_METADATA = "ISO_19005_3:6.6.2.3.1-1"
REFUSED = {
    ("ISO_19005_3:6.6.4-3", "pdfaid:conformance is 'A', expected 'B'"),
    (_METADATA, "XMP property pdfuaid:part is not permitted"),
    (_METADATA, "XMP property pdfaExtension:schemas is not permitted"),
    (_METADATA, "XMP namespace pdfaExtension=http://www.aiim.org/pdfa/ns/extension/ is not permitted"),
    (_METADATA, "XMP namespace pdfaSchema=http://www.aiim.org/pdfa/ns/schema# is not permitted"),
    (_METADATA, "XMP namespace pdfaProperty=http://www.aiim.org/pdfa/ns/property# is not permitted"),
}
"""What pikepdf does not know of tagged files: the level A, and the schema by which a file says that it is PDF/UA."""
REFUSED_OF_SIGNED = {
    ("pikepdf:schema-Catalog", "interactive forms (/AcroForm) are not supported"),
    ("pikepdf:embedded-file", "embedded files are not supported"),
}
"""A signature is a field of a form: pikepdf leaves the catalog there, and does not see what the embedded data are."""


def refused(data: bytes) -> set[tuple[str, str]]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {(finding.rule, finding.message) for finding in pikepdf.pdfa.check(pdf, "3b").findings}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_document_is_archival_and_accessible(name: str) -> None:
    assert_valid(document(name))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_words_of_two_lines_are_never_fused(name: str) -> None:
    assert fused_words(document(name)) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_second_validator_refuses_nothing_but_what_it_does_not_know(name: str) -> None:
    assert refused(document(name)) == (REFUSED | REFUSED_OF_SIGNED if "signed" in name else REFUSED)


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("name", DOCUMENTS)
def test_qpdf_finds_nothing(name: str, tmp_path: Path) -> None:
    path = tmp_path / "document.pdf"
    path.write_bytes(document(name))
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert (done.returncode, "WARNING" in done.stdout + done.stderr) == (0, False), done.stdout + done.stderr


def test_the_second_validator_sees_what_is_broken() -> None:
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(document("incident sheet, French"))) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.save(stream)
    assert refused(stream.getvalue()) > REFUSED


def test_whatever_writes_a_pdf_is_in_the_list() -> None:
    names = [f"dossier.work.{module.name}" for module in pkgutil.iter_modules(dossier.work.__path__)]
    assert exports(*map(importlib.import_module, names)) == exports(documents)


def exports(*modules: ModuleType) -> set[object]:
    """The functions of these modules that export a PDF."""
    named = [value for module in modules for name, value in vars(module).items() if name.startswith("export_")]
    return {one for one in named if inspect.signature(one).return_annotation is Exported}
