"""The log of changes as a chapter: by day, who wrote in which records; only what this pack shows is told."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, islice
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
    """What one person wrote in one register on one day: the references of some records, how many others there are,
    and the labels of the fields."""

    day: date
    author: str
    kind: type[Record]
    records: tuple[str, ...]
    others: int
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
    named = ", ".join(entry.records)
    if not entry.others:
        return named
    return words.say.plural("{some} and {n} other", "{some} and {n} others", entry.others, some=named)


def _entries(words: Wording) -> Iterator[_Entry]:
    for day, group in groupby(words.beside.written(), lambda one: one.at.date()):
        found: dict[tuple[str, type[Record]], tuple[dict[str, None], dict[str, None]]] = {}
        for written in group:
            if labels := _labels(written, words):
                references, told = found.setdefault((written.author, written.kind), ({}, {}))
                references[written.reference] = None
                told.update(dict.fromkeys(labels))
        for (author, kind), (references, told) in found.items():
            named = tuple(islice(references, _FEW))
            yield _Entry(day, author, kind, named, len(references) - len(named), tuple(told))


def _labels(written: Written, words: Wording) -> list[str]:
    """The labels of what was changed and is told by the pages; none where it is of another day or kept back."""
    scope, kind = words.scope, written.kind
    if scope.period and not scope.period.holds(written.at.date()):
        return []
    is_whole = scope.profile == "full" and not (scope.selected or scope.period)  # it tells also of what is gone
    if not is_whole and words.dossier.get(written.id, kind) is None:
        return []
    told = words.told.get(kind, frozenset())
    return [field_of(kind, name).show.label for name in written.fields if name in told]
