"""Commands that look at a dossier: does the file hold together, and what does it not show."""

import json
from datetime import datetime
from pathlib import Path

import click

from dossier.cli.terminal import AS_JSON, FILE, LANGUAGE, Commands, noon, now
from dossier.i18n import N_, Code, _, language
from dossier.store.store import Store
from dossier.work.findings import find
from dossier.work.findings_told import finding_lines, finding_rows, has_at_least
from dossier.work.verification import verify_file

DAMAGED = 9
"""Exit code of `verify` when the file does not hold together."""

FOUND = 11
"""Exit code of `check` when what was found is as heavy as asked."""


@FILE
def _verify(file: Path) -> int:
    problems = verify_file(file)
    for problem in problems:
        click.echo(problem)
    if not problems:
        click.echo(_("{path} holds together: journal, records, references and documents.", path=file))
    return DAMAGED if problems else 0


@FILE
@AS_JSON
@LANGUAGE
@click.option("--today", type=click.DateTime(("%Y-%m-%d",)), default=None, metavar="DATE")
@click.option("--fail-on", "fail_on", type=click.Choice(("blocking", "major", "minor")), default=None)
def _check(file: Path, as_json: bool, lang: Code, today: datetime | None, fail_on: str | None) -> int:
    at, say = noon(today.date()) if today else now(), language(lang)
    with Store.read(file) as store:
        found = find(store.dossier, at, store.last_changes())
    as_rows = json.dumps(finding_rows(found, say), ensure_ascii=False, indent=1) if as_json else ""
    click.echo(as_rows or "\n".join(finding_lines(found, say)))
    return FOUND if fail_on and has_at_least(found, fail_on) else 0


CHECK_COMMANDS: Commands = (
    (
        "verify",
        _verify,
        N_(
            "Prove that a file holds together: journal, records, references, documents.\n\n"
            "Example: dossier verify soco.dossier"
        ),
    ),
    (
        "check",
        _check,
        N_(
            "Say what the dossier does not show, with the article that asks for it; --today looks at another day.\n\n"
            "With --fail-on the exit code is 11 where something open is as heavy as that, or heavier.\n\n"
            "Example: dossier check soco.dossier --lang en --fail-on blocking"
        ),
    ),
)
