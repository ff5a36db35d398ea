"""The two commands: what they start, what they say when they cannot, and with which exit code."""

import ast
import errno
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SCRIPTS = ("run", "test", "environment", "command", "debian", "trouble")
OFFLINE = "WARNING: Retrying after connection broken by 'NewConnectionError(...): Failed to establish a new connection'"
FULL = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"


@pytest.mark.parametrize("name", SCRIPTS)
def test_an_old_python_can_read_the_scripts(name: str) -> None:
    source = (CHECKOUT / "packaging" / f"{name}.py").read_text("utf-8")
    ast.parse(source, feature_version=(3, 8))


@pytest.mark.parametrize("script", ["run.py", "test.py"])
def test_an_old_python_gets_one_sentence(script: str) -> None:
    pretend = "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); sys.path.insert(0, sys.argv[1]); "
    start = "runpy.run_path(sys.argv[1] + '/' + sys.argv.pop(), run_name='__main__')"
    command = [sys.executable, "-c", pretend + start, str(CHECKOUT / "packaging"), script]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 21
    assert done.stderr.startswith("Dossier needs Python 3.11 or newer and this is Python 3.9.2")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("output", "kind", "words"),
    [
        ([OFFLINE, "ERROR: No matching distribution found for click"], "NoNetworkError", "No network"),
        ([OFFLINE, FULL], "NoSpaceError", "is full"),
        (
            ["Collecting click", "ERROR: click is broken", "[notice] a new pip"],
            "SetUpError",
            "  ERROR: click is broken",
        ),
    ],
)
def test_a_failed_command_is_explained(load: Any, output: list[str], kind: str, words: str) -> None:
    trouble = load("trouble")
    error = trouble.explained("trying", output)
    assert type(error) is getattr(trouble, kind)
    assert words in str(error)
    assert "[notice]" not in str(error)


def test_a_command_that_fails_shows_its_last_words(load: Any) -> None:
    command = load("command")
    with pytest.raises(command.trouble.SetUpError, match=r"while trying(.|\n)*ERROR: so it is"):
        command.run("trying", [sys.executable, "-c", "print('ERROR: so it is'); raise SystemExit(3)"])


@pytest.mark.parametrize(
    ("code", "kind"),
    [(errno.ENOSPC, "NoSpaceError"), (errno.EROFS, "NotWritableError"), (errno.EACCES, "NotWritableError")],
)
def test_what_the_system_refuses_is_put_in_words(load: Any, code: int, kind: str) -> None:
    trouble = load("trouble")
    with pytest.raises(getattr(trouble, kind), match="Nothing was lost"), trouble.in_words("trying"):
        raise OSError(code, "refused", "a file")
    with pytest.raises(OSError, match="refused"), trouble.in_words("trying"):
        raise OSError(errno.EBADF, "refused")


def test_each_trouble_has_its_own_exit_code(load: Any) -> None:
    trouble = load("trouble")
    codes = [kind.exit_code for kind in (trouble.SetUpError, *trouble.SetUpError.__subclasses__())]
    assert len(codes) == len(set(codes)) == 6


@pytest.mark.skipif(sys.platform != "linux", reason="the packages of Debian and Ubuntu")
def test_missing_libraries_are_packages_of_debian(load: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    debian = load("debian")
    monkeypatch.setattr(debian, "has_fonts", lambda: True)
    absent = {"libEGL.so.1", "libglib-2.0.so.0", "libgthread-2.0.so.0"}
    assert debian.missing_for_qt(lambda library: library not in absent) == ["libegl1", "libglib2.0-0"]
    monkeypatch.setattr(debian, "has_fonts", lambda: False)
    assert debian.missing_for_qt(lambda library: True) == ["fonts-dejavu-core"]


def test_only_root_installs_and_anyone_else_gets_the_command(load: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    debian = load("debian")
    ran: list[list[str]] = []
    monkeypatch.setattr(debian, "has_apt", lambda: True)
    monkeypatch.setattr(debian.command, "run", lambda doing, command, extra: ran.append(command))
    monkeypatch.setattr(debian, "is_root", lambda: False)
    with pytest.raises(debian.trouble.PackagesMissingError, match=r"apt-get install -y .* libegl1"):
        debian.provide(["libegl1"])
    assert ran == []
    monkeypatch.setattr(debian, "is_root", lambda: True)
    debian.provide(["libegl1"])
    assert ran[-1][-1] == "libegl1"


@pytest.mark.parametrize(
    ("arguments", "variables", "started"),
    [
        ([], {}, ["demo"]),
        ([], {"DISPLAY": ":0"}, []),
        ([], {"WAYLAND_DISPLAY": "wayland-0"}, []),
        (["export", "a", "b"], {}, ["export", "a", "b"]),
    ],
)
def test_without_a_display_an_example_is_written(
    load: Any, monkeypatch: pytest.MonkeyPatch, arguments: list[str], variables: dict[str, str], started: list[str]
) -> None:
    run = load("run")
    monkeypatch.setattr(run, "os", SimpleNamespace(environ=variables))
    monkeypatch.setattr(run, "sys", SimpleNamespace(platform="linux"))
    monkeypatch.setattr(run, "prepare", lambda environment, needs_qt: None)
    monkeypatch.setattr(run, "start", lambda environment, arguments: list(arguments))
    assert run.main(arguments) == started


def test_a_second_start_prepares_nothing(load: Any) -> None:
    """Whatever it asked beyond these two answers would be an AttributeError."""
    load("run").prepare(SimpleNamespace(is_ready=lambda: True, remembers=lambda fact: True), needs_qt=True)


@pytest.fixture
def stubbed(load: Any, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    script: ModuleType = load("test")
    monkeypatch.setattr(script, "prepare", lambda environment: None)
    environment = SimpleNamespace(python=sys.executable, variables=dict)
    monkeypatch.setattr(script, "Environment", lambda *_, **__: environment)
    monkeypatch.setattr(script, "STEPS", {"good": ("-c", ""), "bad": ("-c", "raise SystemExit('a fault')")})
    monkeypatch.setattr(script, "PYTEST", ("-c", "print('1 passed')"))
    return script


def test_a_failing_step_is_said_before_pytest_has_the_last_word(
    stubbed: ModuleType, capfd: pytest.CaptureFixture[str]
) -> None:
    assert stubbed.main([]) == 1
    lines = capfd.readouterr().out.splitlines()
    assert "a fault" in lines
    assert lines[-2].startswith("FAILED before the tests: bad.")
    assert lines[-1] == "1 passed"


def test_the_exit_code_tells_whether_everything_passed(stubbed: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stubbed, "STEPS", {"good": ("-c", "")})
    assert stubbed.main([]) == 0
    monkeypatch.setattr(stubbed, "PYTEST", ("-c", "raise SystemExit(4)"))
    assert stubbed.main([]) == 4


def test_the_automatic_check_is_the_command_of_a_desk() -> None:
    commands = (CHECKOUT / ".ci" / "run").read_text("utf-8").splitlines()
    assert commands[-1] == "exec python3 packaging/test.py"
