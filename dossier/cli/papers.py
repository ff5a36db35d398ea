"""Commands that write a PDF: the inspection pack, the worksheet of a breach, the page to fill by hand."""

from datetime import datetime
from pathlib import Path

import click

from dossier.cli.signing import signed
from dossier.cli.terminal import FILE, LANGUAGE, Commands, now, output, say_exported
from dossier.errors import InvalidInput, NotFound
from dossier.i18n import N_, Code, _
from dossier.model.breach import Breach
from dossier.model.catalog import MAIN_KINDS, children_of, kind_named
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.scope import Period, Profile, Scope
from dossier.store.store import Store
from dossier.work.breach_papers import export_worksheet
from dossier.work.export import export_incident_sheet, export_pdf
from dossier.work.signing import Signing


@FILE
@output("OUT.pdf")
@LANGUAGE
@click.option("--only", "only", multiple=True, metavar="PART|KIND")
@click.argument("more", metavar="[PART|KIND]...", nargs=-1)
@click.option("--profile", type=click.Choice(("authority", "full")), default="authority", show_default=True)
@click.option("--record", "records", multiple=True, metavar="TRT-001")
@click.option("--tick", "ticked", multiple=True, metavar="KIND.FIELD")
@click.option("--from", "since", type=click.DateTime(("%Y-%m-%d",)))
@click.option("--to", "until", type=click.DateTime(("%Y-%m-%d",)))
@signed
def _export(
    file: Path,
    target: Path,
    lang: Code,
    only: tuple[str, ...],
    more: tuple[str, ...],
    profile: Profile,
    records: tuple[str, ...],
    ticked: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    signing: Signing | None,
) -> None:
    if more and not only:
        raise click.UsageError(_("Kinds are asked for with --only."))
    asked = tuple(dict.fromkeys(_asked(name) for name in (*only, *more)))
    period = Period(since and since.date(), until and until.date()) if since or until else None
    with Store.read(file) as store:
        selected = frozenset(_called(store.dossier, reference).id for reference in records)
        scope = Scope(lang, now(), profile, asked, frozenset(ticked), selected, period)
        say_exported(export_pdf(store.dossier, target, scope, file=file, signing=signing))


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
            "Write the inspection PDF, whole or of some parts or kinds, records, and days of a log.\n\n"
            "Example: dossier export soco.dossier soco.pdf --lang en --only activity violations --from 2026-01-01"
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


def _asked(name: str) -> type[Record] | PackPart:
    """A part of the pack by its code, or a register by that of its kind."""
    part = next((part for part in PackPart if part.value == name), None)
    return part or _register(name)


def _called(dossier: Dossier, reference: str) -> Record:
    record = dossier.called(reference)
    if record is None:
        raise NotFound(_("There is no record called “{reference}” in this dossier.", reference=reference))
    return record


def _register(name: str) -> type[Record]:
    """A kind that has a part of its own in the PDF; raises NotFound, or InvalidInput naming the kind to ask for."""
    kind = kind_named(name)
    if kind not in MAIN_KINDS:
        whole = next(main for main in MAIN_KINDS if kind in children_of(main))
        raise InvalidInput(_("“{name}” is printed with “{whole}”: ask for that one.", name=name, whole=whole.kind.name))
    return kind
