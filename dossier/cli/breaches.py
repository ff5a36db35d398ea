"""Commands of the breach log: log an incident, count breaches, read what the CNIL publishes."""

import json
import os
import stat
import sys
from pathlib import Path

import click

from dossier.cli.terminal import AS_JSON, FILE, LANGUAGE, Commands, author, now
from dossier.i18n import N_, Code, _, current_language, language
from dossier.law.breach_statistics import statistics
from dossier.paths import user_spool
from dossier.store.store import Store
from dossier.work import breach_statistics_told, yardstick
from dossier.work.incident_told import logged, note_told, sent
from dossier.work.spool import Spool
from dossier.work.yardstick_told import told


@FILE
@click.argument("text", required=False, metavar='["WHAT HAPPENED"]')
@click.option("--aware", metavar="TIME")
@click.option("--suspicion", is_flag=True)
@click.option("--by", default="", metavar="NAME")
@click.option("--out", "target", type=click.Path(path_type=Path, dir_okay=False), metavar="NOTE.incident")
def _incident(file: Path, text: str | None, aware: str | None, suspicion: bool, by: str, target: Path | None) -> None:
    text, writer, at = _piped() if text is None else text, author(), now()
    if text is None:
        raise click.UsageError(_("Say what happened, in quotation marks: nothing was logged."))
    note, doubt = note_told(file, text, aware, suspicion, by or writer.words, at)
    if doubt:
        click.echo(doubt, err=True)
    spool = Spool(user_spool())
    said = sent(target, file, note, writer, at, spool) if target else logged(file, note, writer, at, spool)
    for sentence in said:
        click.echo(sentence)


@FILE
@AS_JSON
@LANGUAGE
def _statistics(file: Path, as_json: bool, lang: Code) -> None:
    with Store.read(file) as store:
        found = statistics(store.dossier, now())
    as_values = json.dumps(breach_statistics_told.as_json(found), ensure_ascii=False, indent=1)
    click.echo(as_values if as_json else "\n".join(breach_statistics_told.told(found, language(lang))))


@click.argument("source", metavar="NOTIFICATIONS.csv", type=click.Path(path_type=Path, dir_okay=False))
@AS_JSON
def _yardstick(source: Path, as_json: bool) -> None:
    counted = yardstick.read_yardstick(source, now())
    as_values = json.dumps(yardstick.as_json(counted), ensure_ascii=False, indent=1)
    click.echo(as_values if as_json else "\n".join(told(counted, current_language())))
    kept = _("Kept for the statistics, apart from every dossier: {path}", path=yardstick.keep(counted))
    click.echo(f"\n{kept}", err=as_json)


BREACH_COMMANDS: Commands = (
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
        "yardstick",
        _yardstick,
        N_(
            "Count the CNIL's published notifications, to compare one's own breaches with; no dossier is touched.\n\n"
            "Example: dossier yardstick notifications.csv --json"
        ),
    ),
)


def _piped() -> str | None:
    """What another program or a file gives on standard input; nothing where a person would have to type it."""
    mode = os.fstat(sys.stdin.fileno()).st_mode
    return sys.stdin.read() if stat.S_ISFIFO(mode) or stat.S_ISREG(mode) else None
