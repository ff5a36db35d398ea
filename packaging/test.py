"""Proves the checkout: `python3 packaging/test.py [arguments of pytest]`; its last lines are those of pytest."""

from __future__ import annotations

import subprocess
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from packaging import command, debian, trouble
    from packaging.environment import CHECKOUT, Environment
else:
    import command
    import debian
    import trouble
    from environment import CHECKOUT, Environment

MEGABYTES = 1200
CODE = ("dossier", "packaging", "tests")
STEPS = {
    "ruff check": ("-m", "ruff", "check", *CODE),
    "ruff format": ("-m", "ruff", "format", "--check", *CODE),
    "mypy": ("-m", "mypy"),
    "import contracts": ("-c", "from importlinter.cli import lint_imports_command as lint; lint(['--no-logo'])"),
}
# The tests of one file stay together on one worker: they often share what was slow to make.
PYTEST = ("-m", "pytest", "-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")


def main(arguments: Sequence[str]) -> int:
    trouble.refuse_old_python()
    environment = Environment(".venv-test", MEGABYTES, extras=("test",))
    prepare(environment)
    failed = failing_steps(environment)
    if failed:
        sentence = f"FAILED before the tests: {', '.join(failed)}. The tests run now; the exit code will not be 0."
        print(sentence, flush=True)  # or it would come after what pytest prints
    tests = subprocess.call([str(environment.python), *PYTEST, *arguments], cwd=CHECKOUT, env=variables(environment))
    return tests or (1 if failed else 0)


def prepare(environment: Environment) -> None:
    """The tools are wished for, not required: without them the tests of the real window are skipped."""
    needed = [*debian.missing_for_qt(), *([] if environment.is_ready() else debian.missing_for_venv())]
    wished = debian.missing_test_tools() if sys.platform == "linux" else []
    can_install = debian.is_root() and debian.has_apt()
    debian.provide([*needed, *(wished if needed or can_install else [])])
    if wished and not can_install:
        command.say(f"Without {', '.join(wished)}, the tests that need them are skipped.")
    environment.make()


def failing_steps(environment: Environment) -> list[str]:
    return [name for name, step in STEPS.items() if not passes(name, [str(environment.python), *step])]


def passes(name: str, step: Sequence[str]) -> bool:
    """What a step prints is of interest only when it fails."""
    began = time.monotonic()
    done = subprocess.run(step, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        print(done.stdout.decode("utf-8", "replace"))
    verdict = "ok" if done.returncode == 0 else "FAILED"
    print(f"{name}: {verdict} ({time.monotonic() - began:.1f} s)", flush=True)
    return done.returncode == 0


def variables(environment: Environment) -> dict[str, str]:
    return {"QT_QPA_PLATFORM": "offscreen", **environment.variables()}


if __name__ == "__main__":
    trouble.end(main)
