"""Commands on whole files: make, list, begin from templates, and turn into JSON and back."""

import json
from pathlib import Path
from typing import Any

import click

from dossier.cli.terminal import AS_JSON, FILE, LANGUAGE, Commands, author, now, output, say_exported
from dossier.i18n import N_, Code, _, language
from dossier.law.data import said
from dossier.law.templates import template_called, templates
from dossier.model.catalog import CATALOG, kind_named
from dossier.model.dossier import Dossier
from dossier.report.registers import Scope
from dossier.store.edit import Author
from dossier.store.store import Store
from dossier.work import convert, examples
from dossier.work.dossiers import new_dossier
from dossier.work.export import export_pdf
from dossier.work.printed_at import printed_at
from dossier.work.templates import insertion


@FILE
@click.option("--name", required=True)
@LANGUAGE
def _new(file: Path, name: str, lang: Code) -> None:
    new_dossier(file, name, lang, author(), now())
    click.echo(_("New dossier: {path}", path=file))


@click.option("--company", default=examples.FIRST, show_default=True, metavar="|".join(examples.COMPANIES))
@click.option("--out", "folder", type=click.Path(path_type=Path, file_okay=False), default=None)
@LANGUAGE
def _demo(company: str, folder: Path | None, lang: Code) -> None:
    folder, at = folder or Path("dossier-demo"), printed_at(now())
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{company}.dossier"
    if not file.exists():
        examples.make_example(company, file, Author("Dossier", _("example")), now())
    with Store.read(file) as store:
        exported = export_pdf(store.dossier, folder / f"{company}.pdf", Scope(lang, at), file=file)
    click.echo(_("Example dossier: {path}", path=file.resolve()))
    say_exported(exported)


@FILE
@click.argument("kind", required=False)
@AS_JSON
def _list(file: Path, kind: str | None, as_json: bool) -> None:
    with Store.read(file) as store:
        rows = _records(store.dossier, kind) if kind else _counts(store.dossier)
    if as_json:
        click.echo(json.dumps([row for row, _line in rows], ensure_ascii=False, indent=1))
        return
    for _row, line in rows:
        click.echo(line)


@FILE
@output("OUT.json")
@click.option("--documents", is_flag=True)
@click.option("--journal", is_flag=True)
def _to_json(file: Path, target: Path, documents: bool, journal: bool) -> None:
    convert.to_json(file, target, documents, journal)
    click.echo(_("Written: {path}", path=target))


@FILE
@click.argument("source", metavar="IN.json", type=click.Path(path_type=Path, dir_okay=False))
def _from_json(file: Path, source: Path) -> None:
    convert.from_json(file, source, author(), now())
    click.echo(_("New dossier: {path}", path=file))


@FILE
@click.argument("name", required=False)
def _template(file: Path, name: str | None) -> None:
    if name is None:
        with Store.read(file) as store:
            say = language(store.dossier.content_language)
        for one in templates():
            click.echo(f"{one.code:14}  {said(one.title, say)}")
        return
    with Store.open(file, now()) as store:
        written = store.apply(insertion(store.dossier, template_called(name), now()), author(), now())
    made = written.changes[0].record
    told = f"{made.reference} – {made.title}"
    click.echo(_("Inserted as a draft, to be adapted: {activity}", activity=told))


FILE_COMMANDS: Commands = (
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
        "template",
        _template,
        N_(
            "List the ready-made activities, or enter one as a draft, to be adapted.\n\n"
            "Example: dossier template soco.dossier payroll"
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
