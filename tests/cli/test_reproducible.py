"""One dossier and one time make one file, whatever the process, the zone, the locale and the seed of the hashes."""

import io
import os
import subprocess
import sys
import zlib
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from dossier.work.export import export_pdf
from tests.factories import filled_dossier, make_store, record
from tests.report.documents import FOR_OTHERS

EPOCH = {"SOURCE_DATE_EPOCH": "1790000000"}
HERE = {"TZ": "Asia/Tokyo", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
THERE = {"TZ": "America/Martinique", "LANG": "fr_FR.UTF-8", "LC_ALL": "fr_FR.UTF-8", "PYTHONHASHSEED": "77"}


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reproducible") / "small.dossier"
    paid = [record("activity", name=f"Paie {number}", reference=f"TRT-{number:03}") for number in range(3)]
    make_store(path, [record("organisation", name="Éco"), *paid, record("breach", name="Courriel égaré")]).close()
    return path


def exported(dossier: Path, target: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    return run(target.parent, "export", str(dossier), str(target), "--profile", "full", **variables)


def run(home: Path, *words: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    return ran([sys.executable, "-m", "dossier", *words], home, **variables)


def ran(command: list[str], home: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    folders = {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    environment = {**os.environ, **folders, "PYTHONUTF8": "1", **variables}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_bytes_do_not_depend_on_where_and_when(dossier: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for target, variables in ((one, HERE), (other, THERE)):
        assert exported(dossier, target, **EPOCH, **variables).returncode == 0
    assert one.read_bytes() == other.read_bytes()
    with pikepdf.open(one) as document:
        assert str(document.docinfo["/CreationDate"]) == "D:20260921161320+02'00'"


def test_the_clock_of_another_zone_makes_the_same_bytes(dossier: Path, tmp_path: Path) -> None:
    """The same instant, told by the clocks of two computers: 22:30 in London, and the next year in Tokyo."""
    code = (
        "import sys; from datetime import datetime; from dossier.cli import scoping; "
        "scoping.now = lambda: datetime.fromtimestamp(1798756200).astimezone(); "
        "from dossier.__main__ import main; sys.exit(main())"
    )
    made = []
    for place in ("Asia/Tokyo", "Europe/London"):
        words = ("export", str(dossier), str(tmp_path / "a.pdf"))
        assert ran([sys.executable, "-c", code, *words], tmp_path, TZ=place).returncode == 0
        made.append((tmp_path / "a.pdf").read_bytes())
    assert sha256(made[0]).digest() == sha256(made[1]).digest()
    assert b"2026-12-31T23:30:00+01:00" in made[0]


def test_a_time_that_is_none_is_said_and_nothing_is_written(dossier: Path, tmp_path: Path) -> None:
    done = exported(dossier, tmp_path / "no.pdf", SOURCE_DATE_EPOCH="soon")
    assert (done.returncode, (tmp_path / "no.pdf").exists()) == (8, False)
    assert "SOURCE_DATE_EPOCH" in done.stderr


def test_the_example_bears_the_time_that_was_asked_for(tmp_path: Path) -> None:
    made = []
    for variables in (HERE, THERE):
        assert run(tmp_path, "demo", "--out", str(tmp_path / "demo"), **EPOCH, **variables).returncode == 0
        made.append(sha256((tmp_path / "demo" / "sociatex.pdf").read_bytes()).digest())
    assert made[0] == made[1]
    refused = run(tmp_path, "demo", "--out", str(tmp_path / "no"), SOURCE_DATE_EPOCH="soon")
    assert (refused.returncode, (tmp_path / "no").exists()) == (8, False)


def test_another_zlib_makes_the_same_objects(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other, deflate = tmp_path / "one.pdf", tmp_path / "other.pdf", zlib.compress
    with make_store(tmp_path / "a.dossier", filled_dossier()) as store:
        export_pdf(store.dossier, one, FOR_OTHERS, file=store.path)
        monkeypatch.setattr("dossier.report.archive.COMPRESSION", 1)
        monkeypatch.setattr("zlib.compress", lambda data, *_level: deflate(data, 1))
        export_pdf(store.dossier, other, FOR_OTHERS, file=store.path)
    assert one.read_bytes() != other.read_bytes()
    assert sha256(decompressed(one)).digest() == sha256(decompressed(other)).digest()


def decompressed(path: Path) -> bytes:
    """Every object of a file as it is without compression, and what follows from it: lengths, places, identifier."""
    stream = io.BytesIO()
    with pikepdf.open(path) as pdf:
        del pdf.trailer.ID
        modes = {"object_stream_mode": pikepdf.ObjectStreamMode.disable, "static_id": True}
        pdf.save(stream, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.all, **modes)
    return stream.getvalue()
