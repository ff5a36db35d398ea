"""An environment is made once, again after an interruption or a change, and never half."""

import errno
import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
PROJECT = '[project]\ndependencies = ["click"]\n[project.optional-dependencies]\ntest = ["pytest"]\n'


@pytest.fixture
def module(load: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module, looking at a small checkout, with commands that only leave a Python behind."""
    environment: ModuleType = load("environment")
    monkeypatch.setattr(environment, "CHECKOUT", tmp_path)
    monkeypatch.setattr(environment, "CONSTRAINTS", tmp_path / "constraints.txt")
    (tmp_path / "constraints.txt").write_text("click==8.5.1\n")
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    monkeypatch.setattr(environment.command, "run", lambda doing, command, **_: _leave_python(command))
    return environment


def _leave_python(command: Sequence[str]) -> None:
    if "venv" in command:
        for name in ("bin/python", "Scripts/python.exe"):
            python = Path(command[-1], name)
            python.parent.mkdir(parents=True)
            python.touch()


def test_a_made_environment_is_ready_until_what_it_was_made_from_changes(module: ModuleType, tmp_path: Path) -> None:
    environment = module.Environment(".venv-x", 1)
    assert not environment.is_ready()
    environment.make()
    assert environment.is_ready()
    (tmp_path / "pyproject.toml").write_text(PROJECT.replace("click", "rich"))
    assert not environment.is_ready()
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    assert environment.is_ready()
    (tmp_path / "constraints.txt").write_text("click==8.5.2\n")
    assert not environment.is_ready()


def test_an_environment_whose_python_is_gone_is_not_ready(module: ModuleType) -> None:
    environment = module.Environment(".venv-x", 1)
    environment.make()
    environment.python.unlink()
    assert not environment.is_ready()


def test_what_an_interrupted_start_left_is_cleared_and_the_stamp_comes_last(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = module.Environment(".venv-x", 1)
    (environment.folder / "lib").mkdir(parents=True)
    (environment.folder / "lib" / "half.py").touch()
    (environment.folder / "stamp").touch()
    seen = []
    monkeypatch.setattr(module.command, "run", lambda *_, **__: seen.append(sorted(_names(environment.folder))))
    environment.make()
    assert [set(names) - {"lock"} for names in seen] == [set(), set()]
    assert "stamp" in _names(environment.folder)


def test_a_failed_installation_gives_its_disk_space_back(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(doing: str, command: Sequence[str], **_: object) -> None:
        _leave_python(command)
        if "pip" in command:
            raise module.trouble.NoNetworkError(doing)

    monkeypatch.setattr(module.command, "run", fail)
    environment = module.Environment(".venv-x", 1)
    with pytest.raises(module.trouble.NoNetworkError):
        environment.make()
    assert _names(environment.folder) <= {"lock"}


def test_a_disk_too_small_is_said_before_anything_is_downloaded(module: ModuleType) -> None:
    with pytest.raises(module.trouble.NoSpaceError, match="MB left"):
        module.Environment(".venv-x", 10**9).make()


def test_a_checkout_that_cannot_be_written_is_one_sentence(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(folder: Path, **_: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system", str(folder))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(module.trouble.NotWritableError, match=r"\.venv-x cannot be written"):
        module.Environment(".venv-x", 1).make()


def test_the_extras_are_installed_too(module: ModuleType) -> None:
    assert module.Environment(".venv-x", 1).requirements() == ["click"]
    assert module.Environment(".venv-x", 1, extras=("test",)).requirements() == ["click", "pytest"]


def test_every_dependency_is_pinned_and_no_index_is_named() -> None:
    lines = (CHECKOUT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
    pins = dict(line.split("==") for line in lines if not line.startswith("#"))
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = project["dependencies"] + project["optional-dependencies"]["test"]
    names = {re.split(r"[\[<>=~!; ]", line)[0].lower() for line in declared}
    assert names <= {name.lower() for name in pins}
    assert pins["PySide6"].startswith("6.11.")
    assert not any("://" in line or line.startswith("-") for line in lines)


def _names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}
