"""`dossier incident FILE` on a real X display: typed with a keyboard alone, killed while one types, found again."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dossier.model.breach import Breach
from dossier.model.vocabulary_procedures import BreachNature
from dossier.store.store import Store
from dossier.work.spool import Spool
from tests.factories import NOW, make_store

ROOT = Path(__file__).resolve().parents[2]
TOOLS = ("Xvfb", "xdotool")
missing = [tool for tool in TOOLS if not shutil.which(tool)]
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or bool(missing), reason=f"a real X display needs {' and '.join(TOOLS)}"
)


class Desktop:
    """An X display of its own, a home of its own, and the keyboard."""

    def __init__(self, display: str, home: Path) -> None:
        self.home = home
        hidden = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY")
        self.variables = {name: value for name, value in os.environ.items() if name not in hidden} | {
            "DISPLAY": display,
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "QT_QPA_PLATFORM": "xcb",
            "TZ": "Europe/Paris",
        }
        self.spool = Spool(home / "data" / "dossier" / "incidents")

    @contextmanager
    def start(self, path: Path) -> "Iterator[subprocess.Popen[bytes]]":
        """The quick log, when it has the keyboard; it does not outlive a test that fails."""
        command = [sys.executable, "-m", "dossier", "incident", str(path)]
        with subprocess.Popen(command, env=self.variables, cwd=ROOT) as program:
            try:
                found = self.xdo("search", "--sync", "--onlyvisible", "--pid", str(program.pid)).split()
                self.xdo("windowfocus", "--sync", found[-1])
                yield program
            finally:
                program.kill()

    def close(self, program: "subprocess.Popen[bytes]") -> int:
        """Press “Fermer”, again where the outcome was not shown yet; the exit code."""

        def is_closed() -> bool:
            self.press("Return")
            return program.poll() is not None

        until(is_closed)
        return program.wait()

    def xdo(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.variables, capture_output=True, text=True, check=True, timeout=30
        )
        return done.stdout

    def type(self, words: str) -> None:
        self.xdo("type", "--delay", "15", words)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.xdo("key", key)
            time.sleep(0.15)  # a letter with Alt presses its button for a tenth of a second


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as said:
            display = f":{said.readline().strip()}"
        try:
            yield Desktop(display, tmp_path / "home")
        finally:
            server.terminate()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    make_store(tmp_path / "essai.dossier").close()
    return tmp_path / "essai.dossier"


def until(true: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def logged(path: Path) -> list[Breach]:
    with Store.read(path) as store:
        return list(store.dossier.of(Breach))


def test_an_incident_is_logged_with_the_keyboard_alone(desktop: Desktop, path: Path) -> None:
    with desktop.start(path) as program:
        desktop.type("Portable vole dans le train")
        desktop.press("alt+t")  # Plus tôt
        desktop.type("hier 18:30")
        desktop.press("alt+n", "space", "alt+p")
        desktop.type("environ 300")
        desktop.press("ctrl+Return")
        until(lambda: logged(path))
        assert desktop.close(program) == 0
    (breach,) = logged(path)
    assert breach.name == "Portable vole dans le train"
    assert breach.aware_at is not None
    assert f"{breach.aware_at.at:%M}" == "30"
    assert breach.nature == (BreachNature.CONFIDENTIALITY,)
    assert breach.persons_number is not None
    assert breach.persons_number.value == 300
    assert desktop.spool.drafts() == desktop.spool.waiting() == []


def test_a_kill_while_one_types_loses_the_last_second_at_most(desktop: Desktop, path: Path) -> None:
    """What was typed a second before the kill is in the spool, and the next window takes it up again."""
    with desktop.start(path) as program:
        desktop.type("le portable du technicien ")
        time.sleep(1)
        desktop.type("a ete")
        program.send_signal(signal.SIGKILL)
    (draft,) = desktop.spool.drafts()
    assert draft.text.startswith("le portable du technicien ")
    with desktop.start(path) as program:
        desktop.type(" vole")
        desktop.press("ctrl+Return")
        until(lambda: logged(path))
        desktop.close(program)
    (breach,) = logged(path)
    assert breach.name == f"{draft.text} vole"
    assert breach.aware_at is not None
    assert breach.aware_at.at == draft.opened.at  # aware when the first window was opened, not the second
    assert desktop.spool.drafts() == []


def test_it_is_kept_while_another_window_holds_the_dossier(desktop: Desktop, path: Path) -> None:
    with Store.open(path, NOW), desktop.start(path) as program:
        desktop.type("Vol")
        desktop.press("ctrl+Return")
        until(desktop.spool.waiting)
        assert desktop.close(program) == 0
    assert logged(path) == []


def test_nothing_heavy_is_loaded_before_the_first_picture(desktop: Desktop, path: Path) -> None:
    source = (
        "import sys; from pathlib import Path\n"
        "from dossier.__main__ import FOR_THE_QUICK_LOG, load; load(FOR_THE_QUICK_LOG)\n"
        "from dossier import quick_app; made = quick_app.build(Path(sys.argv[1]), quick_app.now)\n"
        "print(sorted({'pydantic', 'sqlcipher3', 'reportlab', 'dossier.model.record', 'dossier.store', "
        "'dossier.ui.main_window'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", source, str(path)],
        env=desktop.variables, cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == "[]"
