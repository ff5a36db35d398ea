"""Measures Dossier on this machine: `python3 packaging/bench.py [MEASURE ...]`, or all that `measures.py` knows.

Prints JSON lines: medians of several runs, and ratios between things measured in the same run. Seconds depend on the
machine; ratios hardly do. `calibration` is the time of a fixed loop, to compare machines.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from packaging import trouble
    from packaging.environment import CHECKOUT, Environment
    from packaging.run import MEGABYTES, prepare
else:
    import trouble
    from environment import CHECKOUT, Environment
    from run import MEGABYTES, prepare


def main(arguments: Sequence[str]) -> int:
    trouble.refuse_old_python()
    environment = Environment(".venv-run", MEGABYTES)
    prepare(environment, needs_qt=True)
    started = [str(environment.python), str(CHECKOUT / "packaging" / "measures.py"), *arguments]
    variables = {"QT_QPA_PLATFORM": "offscreen", **environment.variables()}
    variables.pop("PYTHONDONTWRITEBYTECODE", None)  # or each start would compile everything anew
    os.execve(started[0], started, variables)


if __name__ == "__main__":
    trouble.end(main)
