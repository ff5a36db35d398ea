"""Gives the tests the scripts of packaging/ by name; an __init__.py here would hide the library called packaging."""

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SCRIPTS = CHECKOUT / "packaging"
SIBLINGS = ("command", "debian", "environment", "trouble")

Load = Callable[[str], ModuleType]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Iterator[Load]:
    """Imports a script as Python does when it starts one of them, and leaves no trace of it."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    for name in SIBLINGS:
        sys.modules.pop(name, None)
    yield lambda name: importlib.import_module(name) if name in SIBLINGS else _by_path(name)
    for name in SIBLINGS:
        sys.modules.pop(name, None)


def _by_path(name: str) -> ModuleType:
    """`test` is also the name of a package of the standard library."""
    spec = importlib.util.spec_from_file_location(f"script_{name}", SCRIPTS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
