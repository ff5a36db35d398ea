"""The command that writes every deadline of a dossier for a calendar."""

from pathlib import Path

import click

from dossier.cli.terminal import FILE, LANGUAGE, Commands, now, output
from dossier.i18n import N_, Code, _, _n, language
from dossier.law.deadlines import everything_due
from dossier.store.store import Store
from dossier.work.calendars import export_calendar


@FILE
@output("OUT.ics")
@LANGUAGE
def _calendar(file: Path, target: Path, lang: Code) -> None:
    at = now()
    with Store.read(file) as store:
        due = everything_due(store.dossier, at)
    export_calendar(due, target, language(lang), at)
    told = _n("{n} deadline", "{n} deadlines", len(due))
    click.echo(_("Calendar: {path} ({deadlines})", path=target.resolve(), deadlines=told))


DEADLINE_COMMANDS: Commands = (
    (
        "calendar",
        _calendar,
        N_(
            "Write everything that is due, with nothing but its reference, for a calendar (.ics).\n\n"
            "Example: dossier calendar soco.dossier deadlines.ics --lang en"
        ),
    ),
)
