"""What is said of an export on standard error before it leaves: what is internal in it, which texts name somebody."""

from pathlib import Path

import click

from dossier.i18n import _, _n, current_language
from dossier.model.dossier import Dossier
from dossier.report.facts import ticked_words
from dossier.report.scope import Scope
from dossier.work.preview import naming_words, namings


def say_internal(scope: Scope) -> None:
    """What was ticked, by name; in a complete copy everything internal leaves anyway."""
    if scope.ticked and scope.profile == "authority":
        named = sorted(ticked_words(name, current_language()) for name in scope.ticked)
        click.echo(f"{_('Internal, and leaves all the same:')} {', '.join(named)}", err=True)


def say_namings(dossier: Dossier, scope: Scope, file: Path) -> None:
    """The free texts in which a name that is hidden still stands; raises as `namings`."""
    if not scope.hides_names:
        return
    found = namings(dossier, scope, file)
    click.echo(_("Free text cannot be guaranteed: read it before it leaves."), err=True)
    if not found:
        click.echo(_("No text names anybody who is hidden, as far as can be seen."), err=True)
        return
    click.echo(_n("{n} text still names somebody", "{n} texts still name somebody", len(found)), err=True)
    for one in found:
        click.echo(f"  {naming_words(one)}", err=True)
