"""The file: its data, its bytes, and what happens when the writing stops."""

import hashlib
import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from dossier.report.content import Attachment, Chapter, Column, Grid
from dossier.report.pack import write_pack

from .packs import DATA, EMPTY, PACKS, pdf, small, written
from .reading import opened, tagged


def test_embedded_data_are_equal_byte_for_byte() -> None:
    document = opened(pdf("small"))
    files = document.attachments
    assert list(files) == ["dossier.json"]
    assert files["dossier.json"].get_file().read_bytes() == DATA.encode()
    assert files["dossier.json"].description == "Données du dossier"


def test_the_cover_shows_the_digest_of_the_embedded_data() -> None:
    digest = hashlib.sha256(DATA.encode()).hexdigest()
    shown = [each.text for each in tagged(pdf("small")) if each.pages == [1]]
    assert any(text.replace(" ", "") == digest for text in shown)


def test_nothing_is_embedded_unless_asked() -> None:
    document = opened(pdf("empty"))
    assert len(document.attachments) == 0
    assert "/AF" not in document.Root
    assert not any("SHA-256" in each.text for each in tagged(pdf("empty")))


def test_data_of_any_size_are_streamed() -> None:
    chunk = b"x" * 65_536
    data, _ = written(replace(EMPTY, attachment=Attachment("a.json", "", lambda: [chunk] * 320)))
    document = opened(data)
    assert document.attachments["a.json"].get_file().size == 320 * 65_536
    assert len(data) < 400_000


@pytest.mark.parametrize("name", PACKS)
def test_equal_packs_make_equal_bytes(name: str) -> None:
    assert written(PACKS[name]())[0] == pdf(name)


def test_bytes_do_not_depend_on_the_process() -> None:
    code = "import hashlib; from report.packs import pdf; print(hashlib.sha256(pdf('hostile')).hexdigest())"
    paths = [entry for entry in sys.path if entry]
    environment = {"PYTHONPATH": ":".join([*paths, "tests"]), "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LANG": "C"}
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert result.stdout.strip() == hashlib.sha256(pdf("hostile")).hexdigest()


def test_the_date_of_the_file_is_the_given_one() -> None:
    document = opened(pdf("small"))
    assert str(document.docinfo["/CreationDate"]) == str(document.docinfo["/ModDate"]) == "D:20261122110000+01'00'"
    with document.open_metadata() as metadata:
        assert metadata["xmp:CreateDate"] == "2026-11-22T11:00:00+01:00"


def test_the_document_has_the_language_of_the_pack() -> None:
    french, english = opened(pdf("small")), opened(pdf("english"))
    assert (str(french.Root.Lang), str(english.Root.Lang)) == ("fr-FR", "en-GB")


def test_progress_tells_each_page_and_what_it_raises_stops_the_writing() -> None:
    seen: list[int] = []
    write_pack(small(), io.BytesIO(), seen.append)
    pages = len(opened(pdf("small")).pages)
    assert [*dict.fromkeys(seen)] == list(range(1, pages + 1))
    assert seen[pages:] == [pages] * (len(seen) - pages), "among the last objects the number stays"

    class CancelledError(Exception):
        pass

    def cancel(pages: int) -> None:
        if pages == 2:
            raise CancelledError

    stream = io.BytesIO()
    with pytest.raises(CancelledError):
        write_pack(small(), stream, cancel)
    assert len(stream.getvalue()) < len(pdf("small"))


def test_pages_are_written_as_the_rows_come() -> None:
    stream, sizes = io.BytesIO(), []

    def rows() -> Iterator[tuple[str, str]]:
        for number in range(2_000):
            sizes.append(stream.tell())
            yield f"R{number}", "texte"

    grid = Grid([Column("a", 1), Column("b", 1)], rows)
    write_pack(replace(EMPTY, chapters=[Chapter("Flux", parts=[grid])]), stream)
    assert len(set(sizes)) > 20


def test_an_error_of_the_rows_passes_through() -> None:
    grid = Grid([Column("a", 1), Column("b", 1)], lambda: [("un seul",)])
    with pytest.raises(ValueError, match="shorter"):
        written(replace(EMPTY, chapters=[Chapter("Faux", parts=[grid])]))


def test_the_file_opens_with_its_bookmarks_and_title() -> None:
    document = opened(pdf("small"))
    assert document.Root.PageMode == pikepdf.Name.UseOutlines
    assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
