"""What all commands share: their arguments, the clock of the terminal, who writes, how a PDF is told."""

import getpass
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from dossier.i18n import CODES, _, _n
from dossier.store.edit import Author
from dossier.work.export import Exported
from dossier.work.preferences import Preferences

Commands = tuple[tuple[str, Callable[..., Any], str], ...]
"""The name of a command, its function decorated with its arguments, and its help, which ends with an example."""

FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
LANGUAGE = click.option("--lang", "lang", type=click.Choice(CODES), default="fr", show_default=True)
AS_JSON = click.option("--json", "as_json", is_flag=True)


def output(metavar: str) -> Callable[[Any], Any]:
    """The argument that names a file to write."""
    return click.argument("target", metavar=metavar, type=click.Path(path_type=Path, dir_okay=False))


def say_exported(exported: Exported) -> None:
    pages = _n("{n} page", "{n} pages", exported.pages)
    click.echo(
        _("PDF: {path} ({pages}, SHA-256 {sha256})", path=exported.path.resolve(), pages=pages, sha256=exported.sha256)
    )
    if exported.not_shown:
        listed = exported.code_points
        click.echo(_("Characters that the fonts cannot show, written as their code: {listed}", listed=listed))


def now() -> datetime:
    return datetime.now().astimezone()


def noon(day: date) -> datetime:
    """A day in the zone of this computer, far from both its ends."""
    return datetime.combine(day, time(12)).astimezone()


def author() -> Author:
    preferences = Preferences.load(now())
    if preferences.name:
        return preferences.author
    return Author(_user(), _("command line"), preferences.station)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
