"""Commands on what was handed over: is a PDF what the dossier held, and what changed since."""

from pathlib import Path

import click

from dossier.cli.checking import DAMAGED
from dossier.cli.terminal import FILE, Commands, now, output, say_exported
from dossier.errors import NotFound
from dossier.i18n import CODES, N_, Code, _
from dossier.model.evidence import HandOver
from dossier.store.store import Store
from dossier.work.changes import export_changes
from dossier.work.pdf_verification import verify_pdf


@FILE
@click.argument("pdf", metavar="FILE.pdf", type=click.Path(path_type=Path, dir_okay=False))
def _verify_pdf(file: Path, pdf: Path) -> int:
    verdict = verify_pdf(file, pdf)
    click.echo(verdict.difference or _("{path} is what the dossier held: data, pages and all the rest.", path=pdf))
    for remark in verdict.remarks:
        click.echo(remark)
    return DAMAGED if verdict.difference else 0


@FILE
@click.argument("reference", metavar="REM-001")
@output("OUT.pdf")
@click.option("--lang", "lang", type=click.Choice(CODES), default=None)
def _changes(file: Path, reference: str, target: Path, lang: Code | None) -> None:
    with Store.read(file) as store:
        handed = store.dossier.called(reference)
        if not isinstance(handed, HandOver):
            raise NotFound(_("There is no hand-over called “{reference}” in this dossier.", reference=reference))
        say_exported(export_changes(file, store.dossier, handed, target, now(), lang))


HAND_OVER_COMMANDS: Commands = (
    (
        "verify-pdf",
        _verify_pdf,
        N_(
            "Compare an exported PDF with the dossier as it was then: is it what the dossier held, and if not, where "
            "not.\n\nExample: dossier verify-pdf soco.dossier soco.pdf"
        ),
    ),
    (
        "changes",
        _changes,
        N_(
            "Write what changed since something was handed over: added, changed with before and after, removed.\n\n"
            "Example: dossier changes soco.dossier REM-001 changes.pdf"
        ),
    ),
)
