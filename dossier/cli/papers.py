"""Commands that write a PDF: the inspection pack, the worksheet of a breach, the page to fill by hand."""

from pathlib import Path

import click

from dossier.cli.cautions import say_internal, say_namings
from dossier.cli.giving import Giving, given, record_hand_over, say_archive
from dossier.cli.scoping import Chosen, scoped
from dossier.cli.signing import signed
from dossier.cli.terminal import FILE, LANGUAGE, Commands, now, output, say_exported
from dossier.errors import NotFound
from dossier.i18n import N_, Code, _
from dossier.model.breach import Breach
from dossier.report.scope import Profile, Scope
from dossier.store.store import Store
from dossier.work.breach_papers import export_worksheet
from dossier.work.export import export_annual_report, export_incident_sheet
from dossier.work.hand_over import handed_over_files
from dossier.work.printed_at import printed_at
from dossier.work.signing import Signing


@FILE
@output("OUT.pdf")
@scoped
@signed
@given
def _export(file: Path, target: Path, chosen: Chosen, signing: Signing | None, giving: Giving) -> None:
    with giving.opened(file) as store:
        dossier = store.dossier
        scope, recipient = chosen.scope(dossier), giving.to(dossier)
        say_internal(scope)
        say_namings(dossier, scope, file)
        documents = giving.documents(dossier, scope, file)
        handed = handed_over_files(file, dossier, target, scope, documents, signing=signing)
        say_exported(handed.exported)
        say_archive(handed)
        record_hand_over(store, handed, recipient)


@FILE
@output("OUT.pdf")
@LANGUAGE
@click.option("--year", type=click.IntRange(1990, 9998), default=None)
@click.option("--profile", type=click.Choice(("authority", "full")), default="full", show_default=True)
@click.option("--hide-names", "hides_names", is_flag=True)
def _annual_report(file: Path, target: Path, lang: Code, year: int | None, profile: Profile, hides_names: bool) -> None:
    with Store.read(file) as store:
        at = printed_at(now(), store.dossier)
        scope = Scope(lang, at, profile, hides_names=hides_names)
        say_exported(export_annual_report(store.dossier, target, year or at.year, scope, file))


@FILE
@click.argument("reference", metavar="VIO-2026-003")
@output("OUT.pdf")
@LANGUAGE
def _worksheet(file: Path, reference: str, target: Path, lang: Code) -> None:
    with Store.read(file) as store:
        breach = store.dossier.called(reference)
        if not isinstance(breach, Breach):
            raise NotFound(_("There is no breach called “{reference}” in this dossier.", reference=reference))
        say_exported(export_worksheet(store.dossier, breach, target, lang, now()))


@click.argument("files", metavar="[FILE]", nargs=-1, type=click.Path(path_type=Path, dir_okay=False))
@output("OUT.pdf")
@LANGUAGE
def _incident_sheet(files: tuple[Path, ...], target: Path, lang: Code) -> None:
    if len(files) > 1:
        raise click.UsageError(_("One dossier at most says whom to hand the sheet to."))
    dossier = None
    for file in files:
        with Store.read(file) as store:
            dossier = store.dossier
    say_exported(export_incident_sheet(target, lang, now(), dossier))


PAPER_COMMANDS: Commands = (
    (
        "export",
        _export,
        N_(
            "Write the inspection PDF, whole or of some parts or kinds, records, and days of a log; with --recipient\n"
            "it is recorded as handed over, with --zip the documents that it refers to go along.\n\n"
            "Example: dossier export soco.dossier soco.pdf --lang en --only activity violations --from 2026-01-01"
        ),
    ),
    (
        "annual-report",
        _annual_report,
        N_(
            "Write the annual report of the officer: counts, delays, opinions, training, breaches and the plan.\n\n"
            "Example: dossier annual-report soco.dossier report.pdf --year 2026 --lang en"
        ),
    ),
    (
        "worksheet",
        _worksheet,
        N_(
            "Write what the CNIL's online form asks about a breach, with the answers and what is missing.\n\n"
            "Example: dossier worksheet soco.dossier VIO-2026-003 form.pdf --lang fr"
        ),
    ),
    (
        "incident-sheet",
        _incident_sheet,
        N_(
            "Write a page to print, and to fill by hand where there is no application; a dossier says whom to hand "
            "it to.\n\nExample: dossier incident-sheet soco.dossier sheet.pdf"
        ),
    ),
)
