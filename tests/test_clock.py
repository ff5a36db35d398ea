"""Only the doors read the clock: everywhere else the time is a value that is passed."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1] / "dossier"
DOORS = {ROOT / "app.py", ROOT / "quick_app.py", ROOT / "cli" / "terminal.py"}
CLOCKS = {
    ("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("time", "time"),
    ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime"), ("QDateTime", "currentDateTime"),
    ("QDateTime", "currentDateTimeUtc"), ("QDate", "currentDate"), ("QTime", "currentTime"),
}  # fmt: skip
MODULES = sorted(path for path in ROOT.rglob("*.py") if path not in DOORS)


def readings(source: str) -> list[str]:
    """Calls that read the clock: `datetime.now()`, `time.time()`, and an argument that becomes one by default."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
            if (owner, node.attr) in CLOCKS:
                found.append(f"{owner}.{node.attr} (line {node.lineno})")
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_but_the_doors_reads_the_clock(path: Path) -> None:
    assert readings(path.read_text(encoding="utf-8")) == []


def test_the_search_finds_what_it_looks_for() -> None:
    assert readings("import datetime as d\nfrom datetime import datetime\nx = datetime.now()\ny = d.datetime.now()")
