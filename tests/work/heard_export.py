"""Exports a dossier, and tells as JSON every file, process and connection that Python was asked for meanwhile."""

import json
import sys
from pathlib import Path
from typing import Any

from dossier.report.scope import Scope
from dossier.store.store import Store
from dossier.work.export import export_pdf
from tests.factories import NOW

HEARD = ("open", "socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "urllib.")


def main(file: Path, target: Path) -> None:
    asked: list[tuple[str, str]] = []

    def hear(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(HEARD):
            asked.append((event, str(arguments[0]) if arguments else ""))

    sys.addaudithook(hear)
    with Store.read(file) as store:
        export_pdf(store.dossier, target, Scope("fr", NOW, "full"), file=file)
    sys.stdout.write(json.dumps(asked))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
