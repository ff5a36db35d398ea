"""The door for terminals: one command for each thing people do with a dossier, without Qt.

To add a command: a function below that calls one function of `work/`, decorated with its arguments, and a line in
COMMANDS. Its docstring is its help and ends with an example.
"""

import getpass
import json
import os
import stat
import sys
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import click

from dossier import __version__
from dossier.errors import CannotWrite, DossierError, InvalidInput, NotFound
from dossier.i18n import CODES, N_, Code, _, _n, current_language, language, use_language
from dossier.law.breach_statistics import statistics
from dossier.model.breach import Breach
from dossier.model.catalog import CATALOG, MAIN_KINDS, children_of, kind_named
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.paths import user_spool
from dossier.report.registers import Profile, Scope
from dossier.store.disk import reason_of
from dossier.store.edit import Author
from dossier.store.store import Store
from dossier.work import breach_statistics_told, convert, examples, yardstick
from dossier.work.breach_papers import export_worksheet
from dossier.work.dossiers import new_dossier
from dossier.work.export import Exported, export_incident_sheet, export_pdf
from dossier.work.findings import find
from dossier.work.findings_told import finding_lines, finding_rows, has_at_least
from dossier.work.incident_told import logged, note_told, sent
from dossier.work.preferences import Preferences
from dossier.work.spool import Spool
from dossier.work.verification import verify_file
from dossier.work.yardstick_told import told

DAMAGED = 9
"""Exit code of `verify` when the file does not hold together."""

FOUND = 11
"""Exit code of `check` when what was found is as heavy as asked."""

FILE = click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
LANGUAGE = click.option("--lang", "lang", type=click.Choice(CODES), default="fr", show_default=True)


def run_command(arguments: list[str]) -> int:
    """Run one command; returns its exit code: 0, or that of the error, said in one sentence on standard error."""
    use_language(Preferences.load(_now()).language)
    try:
        result = _commands().main(args=arguments, prog_name="dossier", standalone_mode=False)
    except DossierError as error:
        click.echo(str(error), err=True)
        return error.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except OSError as error:
        reason = reason_of(error)
        click.echo(_("The file could not be written ({reason}): nothing was changed.", reason=reason), err=True)
        return CannotWrite.exit_code
    except click.Abort:
        return 130
    return result if isinstance(result, int) else 0


def _commands() -> click.Group:
    group = click.Group(help=_("The GDPR dossier of an organisation, offline, in one file."))
    click.version_option(__version__, prog_name="dossier")(group)
    for name, function, help_ in COMMANDS:
        group.add_command(
            click.Command(name, callback=function, params=_parameters(function), help=_as_written(_(help_)))
        )
    return group


def _parameters(function: Callable[..., Any]) -> list[click.Parameter]:
    """What click's decorators noted, first one first; read, not consumed, so that each language makes its group."""
    return list(reversed(getattr(function, "__click_params__", [])))


def _as_written(help_: str) -> str:
    """click would fill the lines of a paragraph anew, and cut an example in two."""
    return "\n\n".join(f"\b\n{paragraph}" for paragraph in help_.split("\n\n"))


@FILE
@click.option("--name", required=True)
@LANGUAGE
def _new(file: Path, name: str, lang: Code) -> None:
    new_dossier(file, name, lang, _author(), _now())
    click.echo(_("New dossier: {path}", path=file))


@click.option("--company", default=examples.FIRST, show_default=True, metavar="|".join(examples.COMPANIES))
@click.option("--out", "folder", type=click.Path(path_type=Path, file_okay=False), default=None)
@LANGUAGE
def _demo(company: str, folder: Path | None, lang: Code) -> None:
    folder = folder or Path("dossier-demo")
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{company}.dossier"
    if not file.exists():
        examples.make_example(company, file, Author("Dossier", _("example")), _now())
    exported = _export(file, folder / f"{company}.pdf", Scope(lang, _now()))
    click.echo(_("Example dossier: {path}", path=file.resolve()))
    _say_exported(exported)


@FILE
@click.argument("kind", required=False)
@click.option("--json", "as_json", is_flag=True)
def _list(file: Path, kind: str | None, as_json: bool) -> None:
    with Store.read(file) as store:
        rows = _records(store.dossier, kind) if kind else _counts(store.dossier)
    if as_json:
        click.echo(json.dumps([row for row, _line in rows], ensure_ascii=False, indent=1))
        return
    for _row, line in rows:
        click.echo(line)


@FILE
@click.argument("target", metavar="OUT.pdf", type=click.Path(path_type=Path, dir_okay=False))
@LANGUAGE
@click.option("--only", "only", multiple=True, metavar="KIND")
@click.argument("more", metavar="[KIND]...", nargs=-1)
@click.option("--profile", type=click.Choice(("authority", "full")), default="authority", show_default=True)
def _export_command(
    file: Path, target: Path, lang: Code, only: tuple[str, ...], more: tuple[str, ...], profile: Profile
) -> None:
    if more and not only:
        raise click.UsageError(_("Kinds are asked for with --only."))
    asked = {_register(name) for name in (*only, *more)}
    kinds = tuple(kind for kind in MAIN_KINDS if kind in asked)
    _say_exported(_export(file, target, Scope(lang, _now(), profile, kinds)))


@FILE
@click.argument("reference", metavar="VIO-2026-003")
@click.argument("target", metavar="OUT.pdf", type=click.Path(path_type=Path, dir_okay=False))
@LANGUAGE
def _worksheet(file: Path, reference: str, target: Path, lang: Code) -> None:
    with Store.read(file) as store:
        breach = store.dossier.called(reference)
        if not isinstance(breach, Breach):
            raise NotFound(_("There is no breach called “{reference}” in this dossier.", reference=reference))
        _say_exported(export_worksheet(store.dossier, breach, target, lang, _now()))


@FILE
def _verify(file: Path) -> int:
    problems = verify_file(file)
    for problem in problems:
        click.echo(problem)
    if not problems:
        click.echo(_("{path} holds together: journal, records, references and documents.", path=file))
    return DAMAGED if problems else 0


@FILE
@click.option("--json", "as_json", is_flag=True)
@LANGUAGE
@click.option("--today", type=click.DateTime(("%Y-%m-%d",)), default=None, metavar="DATE")
@click.option("--fail-on", "fail_on", type=click.Choice(("blocking", "major", "minor")), default=None)
def _check(file: Path, as_json: bool, lang: Code, today: datetime | None, fail_on: str | None) -> int:
    now, say = _noon(today.date()) if today else _now(), language(lang)
    with Store.read(file) as store:
        found = find(store.dossier, now, store.last_changes())
    as_rows = json.dumps(finding_rows(found, say), ensure_ascii=False, indent=1) if as_json else ""
    click.echo(as_rows or "\n".join(finding_lines(found, say)))
    return FOUND if fail_on and has_at_least(found, fail_on) else 0


@FILE
@click.argument("target", metavar="OUT.json", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--documents", is_flag=True)
@click.option("--journal", is_flag=True)
def _to_json(file: Path, target: Path, documents: bool, journal: bool) -> None:
    convert.to_json(file, target, documents, journal)
    click.echo(_("Written: {path}", path=target))


@FILE
@click.argument("source", metavar="IN.json", type=click.Path(path_type=Path, dir_okay=False))
def _from_json(file: Path, source: Path) -> None:
    convert.from_json(file, source, _author(), _now())
    click.echo(_("New dossier: {path}", path=file))


@click.argument("source", metavar="NOTIFICATIONS.csv", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True)
def _yardstick(source: Path, as_json: bool) -> None:
    counted = yardstick.read_yardstick(source, _now())
    as_values = json.dumps(yardstick.as_json(counted), ensure_ascii=False, indent=1)
    click.echo(as_values if as_json else "\n".join(told(counted, current_language())))
    kept = _("Kept for the statistics, apart from every dossier: {path}", path=yardstick.keep(counted))
    click.echo(f"\n{kept}", err=as_json)


@FILE
@click.option("--json", "as_json", is_flag=True)
@LANGUAGE
def _statistics(file: Path, as_json: bool, lang: Code) -> None:
    with Store.read(file) as store:
        found = statistics(store.dossier, _now())
    as_values = json.dumps(breach_statistics_told.as_json(found), ensure_ascii=False, indent=1)
    click.echo(as_values if as_json else "\n".join(breach_statistics_told.told(found, language(lang))))


@FILE
@click.argument("text", required=False, metavar='["WHAT HAPPENED"]')
@click.option("--aware", metavar="TIME")
@click.option("--suspicion", is_flag=True)
@click.option("--by", default="", metavar="NAME")
@click.option("--out", "target", type=click.Path(path_type=Path, dir_okay=False), metavar="NOTE.incident")
def _incident(file: Path, text: str | None, aware: str | None, suspicion: bool, by: str, target: Path | None) -> None:
    text, author, now = _piped() if text is None else text, _author(), _now()
    if text is None:
        raise click.UsageError(_("Say what happened, in quotation marks: nothing was logged."))
    note, doubt = note_told(file, text, aware, suspicion, by or author.words, now)
    if doubt:
        click.echo(doubt, err=True)
    said = sent(target, note) if target else logged(file, note, author, now, Spool(user_spool()))
    for sentence in said:
        click.echo(sentence)


@click.argument("files", metavar="[FILE]", nargs=-1, type=click.Path(path_type=Path, dir_okay=False))
@click.argument("target", metavar="OUT.pdf", type=click.Path(path_type=Path, dir_okay=False))
@LANGUAGE
def _incident_sheet(files: tuple[Path, ...], target: Path, lang: Code) -> None:
    if len(files) > 1:
        raise click.UsageError(_("One dossier at most says whom to hand the sheet to."))
    dossier = None
    for file in files:
        with Store.read(file) as store:
            dossier = store.dossier
    _say_exported(export_incident_sheet(target, lang, _now(), dossier))


COMMANDS: tuple[tuple[str, Callable[..., Any], str], ...] = (
    ("new", _new, N_("Make an empty dossier for an organisation.\n\nExample: dossier new soco.dossier --name SOCO")),
    (
        "demo",
        _demo,
        N_(
            "Write an example dossier and its PDF into a folder.\n\nExample: dossier demo --company soco --out examples"
        ),
    ),
    (
        "list",
        _list,
        N_(
            "Count the records of every kind, or list those of one.\n\n"
            "Example: dossier list soco.dossier processor --json"
        ),
    ),
    (
        "export",
        _export_command,
        N_(
            "Write the inspection PDF, whole or of some kinds.\n\n"
            "Example: dossier export soco.dossier soco.pdf --lang en --only activity processor"
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
    (
        "to-json",
        _to_json,
        N_(
            "Write a dossier as JSON; with --documents and --journal nothing is lost.\n\n"
            "Example: dossier to-json soco.dossier soco.json --documents --journal"
        ),
    ),
    (
        "from-json",
        _from_json,
        N_("Make a new dossier from JSON.\n\nExample: dossier from-json copy.dossier soco.json"),
    ),
    (
        "incident",
        _incident,
        N_(
            "Log an incident; where the dossier cannot be written it waits on this computer and enters by itself.\n\n"
            'TIME is when one became aware, or with --suspicion began to suspect: 14:05, "hier 18:30", '
            "2026-11-22T14:05+01:00. With --out it becomes a note to send. Without words and with a display "
            "a window asks for them.\n\n"
            'Example: dossier incident soco.dossier "Laptop stolen in a train" --aware "hier 18:30"'
        ),
    ),
    (
        "statistics",
        _statistics,
        N_(
            "Count the breaches by year: origins, causes, delays, share on time.\n\n"
            "Example: dossier statistics soco.dossier --json"
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
    (
        "yardstick",
        _yardstick,
        N_(
            "Count the CNIL's published notifications, to compare one's own breaches with; no dossier is touched.\n\n"
            "Example: dossier yardstick notifications.csv --json"
        ),
    ),
)


Listed = list[tuple[dict[str, Any], str]]
"""What a list shows: the row as JSON, and as a line."""


def _counts(dossier: Dossier) -> Listed:
    rows = [(kind.kind.name, _(kind.kind.plural), dossier.count(kind)) for kind in CATALOG]
    return [
        ({"kind": name, "label": label, "count": count}, f"{count:6}  {name:22}  {label}")
        for name, label, count in rows
    ]


def _records(dossier: Dossier, kind: str) -> Listed:
    return [(record.as_json(), f"{record.reference:14}  {record.title}") for record in dossier.of(kind_named(kind))]


def _register(name: str) -> type[Record]:
    """A kind that has a part of its own in the PDF; raises NotFound, or InvalidInput naming the kind to ask for."""
    kind = kind_named(name)
    if kind not in MAIN_KINDS:
        whole = next(main for main in MAIN_KINDS if kind in children_of(main))
        raise InvalidInput(_("“{name}” is printed with “{whole}”: ask for that one.", name=name, whole=whole.kind.name))
    return kind


def _export(file: Path, target: Path, scope: Scope) -> Exported:
    with Store.read(file) as store:
        return export_pdf(store.dossier, target, scope)


def _say_exported(exported: Exported) -> None:
    pages = _n("{n} page", "{n} pages", exported.pages)
    click.echo(
        _("PDF: {path} ({pages}, SHA-256 {sha256})", path=exported.path.resolve(), pages=pages, sha256=exported.sha256)
    )
    if exported.not_shown:
        listed = ", ".join(f"U+{ord(character):04X}" for character in sorted(exported.not_shown))
        click.echo(_("Characters that the fonts cannot show, written as their code: {listed}", listed=listed))


def _piped() -> str | None:
    """What another program or a file gives on standard input; nothing where a person would have to type it."""
    mode = os.fstat(sys.stdin.fileno()).st_mode
    return sys.stdin.read() if stat.S_ISFIFO(mode) or stat.S_ISREG(mode) else None


def _now() -> datetime:
    return datetime.now().astimezone()


def _noon(day: date) -> datetime:
    """A day in the zone of this computer, far from both its ends."""
    return datetime.combine(day, time(12)).astimezone()


def _author() -> Author:
    preferences = Preferences.load(_now())
    if preferences.name:
        return preferences.author
    return Author(_user(), _("command line"), preferences.station)


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
