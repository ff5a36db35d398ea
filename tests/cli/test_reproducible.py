"""One dossier and one time make one file, whatever the process, the zone, the locale and the seed of the hashes."""

import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.factories import make_store, record

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
    folders = {"XDG_CONFIG_HOME": str(target.parent), "XDG_DATA_HOME": str(target.parent)}
    command = [sys.executable, "-m", "dossier", "export", str(dossier), str(target), "--profile", "full"]
    environment = {**os.environ, **folders, "PYTHONUTF8": "1", **variables}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_the_bytes_do_not_depend_on_where_and_when(dossier: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    for target, variables in ((one, HERE), (other, THERE)):
        assert exported(dossier, target, **EPOCH, **variables).returncode == 0
    assert one.read_bytes() == other.read_bytes()
    with pikepdf.open(one) as document:
        assert str(document.docinfo["/CreationDate"]) == "D:20260921141320+00'00'"


def test_a_time_that_is_none_is_said_and_nothing_is_written(dossier: Path, tmp_path: Path) -> None:
    done = exported(dossier, tmp_path / "no.pdf", SOURCE_DATE_EPOCH="soon")
    assert (done.returncode, (tmp_path / "no.pdf").exists()) == (8, False)
    assert "SOURCE_DATE_EPOCH" in done.stderr
