"""Whose name and logo a document bears."""

import io
from pathlib import Path

import pytest
from PIL import Image

from dossier.errors import InvalidInput
from dossier.report.scope import THE_ORGANISATION, Sender
from dossier.store.store import Store
from dossier.work.preferences import Preferences
from dossier.work.sender import sender_of, sender_of_organisation
from tests.factories import make_store, record


def test_the_name_and_the_logo_kept_on_this_computer(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(an_image())
    kept = Preferences(sender_name="Cabinet Martin", sender_logo=str(tmp_path / "logo.png"))
    assert sender_of(kept) == Sender("Cabinet Martin", an_image())
    assert sender_of(kept.with_(sender_logo="")) == Sender("Cabinet Martin")


def test_a_logo_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"logo\.png"):
        sender_of(Preferences(sender_name="Cabinet Martin", sender_logo=str(tmp_path / "logo.png")))


def test_the_organisation_bears_the_logo_among_its_documents(tmp_path: Path) -> None:
    with store_with(tmp_path) as store:
        assert sender_of_organisation(store) == Sender("", an_image())


def test_without_a_logo_or_without_its_file_there_is_the_name_alone(tmp_path: Path) -> None:
    with make_store(tmp_path / "a.dossier", [record("organisation", name="Éco")]) as store:
        assert sender_of_organisation(store) == THE_ORGANISATION
    lost = record("document", id="logo", name="Logo", sha256="0" * 64)
    with make_store(tmp_path / "b.dossier", [record("organisation", logo="logo"), lost]) as store:
        assert sender_of_organisation(store) == THE_ORGANISATION


def store_with(folder: Path) -> Store:
    """An organisation with its logo."""
    with make_store(folder / "c.dossier") as empty:
        sha256, size = empty.add_content(io.BytesIO(an_image()))
    logo = record("document", id="logo", name="Logo", sha256=sha256, size=size)
    store = make_store(folder / "d.dossier", [record("organisation", logo="logo"), logo])
    store.add_content(io.BytesIO(an_image()))
    return store


def an_image() -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (4, 4), "navy").save(written, "PNG")
    return written.getvalue()
