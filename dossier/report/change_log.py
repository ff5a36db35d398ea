"""The log of changes as a chapter: by day, who wrote in which records; only what this pack shows is told."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from dossier.i18n import N_
from dossier.model.fields import field_of
from dossier.model.record import Record
from dossier.model.text import date_text
from dossier.report.beside import Written
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, OwnText
from dossier.report.wording import Wording

_FEW = 12  # records: more are counted
_INTRODUCTION = N_("Who changed what and when, as the journal of the dossier holds it, the newest first.")


class _Entry(NamedTuple):
    """What one person wrote in one register on one day: references and labels of the fields."""

    day: date
    author: str
    kind: type[Record]
    records: tuple[str, ...]
    labels: tuple[str, ...]


def change_log_chapter(words: Wording) -> Chapter | None:
    """None where the journal is not at hand, or nothing in it concerns this pack."""
    say, entries = words.say, list(_entries(words))
    if not entries:
        return None
    columns: list[TextColumn[_Entry]] = [
        TextColumn(say(N_("Date")), lambda entry: date_text(entry.day, say)),
        TextColumn(say(N_("Who")), lambda entry: OwnText(entry.author)),
        TextColumn(say(N_("Register")), lambda entry: say(entry.kind.kind.plural)),
        TextColumn(say(N_("Records")), lambda entry: _records(entry, words)),
        TextColumn(say(N_("Fields")), lambda entry: ", ".join(say(label) for label in entry.labels)),
    ]
    return Chapter(say(N_("Log of changes")), say(_INTRODUCTION), [grid_of(columns, entries)])


def _records(entry: _Entry, words: Wording) -> str:
    """All of them, or the first ones and how many others."""
    named = ", ".join(entry.records[:_FEW])
    others = len(entry.records) - _FEW
    return words.say(N_("{some} and {n} others"), some=named, n=others) if others > 0 else named


def _entries(words: Wording) -> Iterator[_Entry]:
    shown = ((one, labels) for one in words.beside.written() if (labels := _labels(one, words)))
    for (day, author, kind), group in groupby(shown, _key):
        written = list(group)
        records = dict.fromkeys(one.record.reference for one, _labels in written)
        yield _Entry(
            day, author, kind, tuple(records), tuple(dict.fromkeys(x for _one, labels in written for x in labels))
        )


def _key(shown: tuple[Written, list[str]]) -> tuple[date, str, type[Record]]:
    written, _labels = shown
    return written.at.date(), written.author, type(written.record)


def _labels(written: Written, words: Wording) -> list[str]:
    """The labels of what was changed and is told by the pages; none where it is of another day or kept back."""
    scope, kind = words.scope, type(written.record)
    if scope.period and not scope.period.holds(written.at.date()):
        return []
    if scope.selected and words.dossier.get(written.record.id) is None:
        return []
    told = words.told.get(kind, frozenset())
    return [field_of(kind, name).show.label for name in written.fields if name in told]
