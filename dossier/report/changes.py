"""What changed in a dossier since something was handed over: added, changed with before and after, removed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dossier.i18n import N_
from dossier.model.catalog import CATALOG, MAIN_KINDS, children_of
from dossier.model.evidence import HandOver
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record
from dossier.model.text import moment_text, number_text
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, LabelledText, Note, OwnText, Part
from dossier.report.facts import Fact, journal_head
from dossier.report.wording import UNTITLED, Wording

_ADDED, _CHANGED, _REMOVED = N_("Records added"), N_("Records changed"), N_("Records removed")
_NOTHING = N_("Nothing of what was handed over has changed since.")


class Changed(NamedTuple):
    """A record as it was handed over and as it is; None where it was not there yet, or is there no more."""

    before: Record | None
    after: Record | None
    fields: tuple[Field, ...]
    """Those that its reader may see and that differ; of a record that is new or gone, those that are filled."""


@dataclass(frozen=True)
class Since:
    """The words of a dossier as it was handed over, and as it is now, for the same scope."""

    then: Wording
    now: Wording

    @cached_property
    def changed(self) -> tuple[Changed, ...]:
        """Kind by kind, in the order of the references."""
        return tuple(self._changed())

    def _changed(self) -> Iterator[Changed]:
        for kind in CATALOG:
            before = {one.id: one for one in self.then.dossier.of(kind)}
            after = {one.id: one for one in self.now.dossier.of(kind)}
            for one in (one for one in {**before, **after} if before.get(one) is not after.get(one)):
                change = self._change(kind, before.get(one), after.get(one))
                if change.fields:
                    yield change

    def _change(self, kind: type[Record], before: Record | None, after: Record | None) -> Changed:
        told, blank = self.now.told.get(kind, frozenset()), kind(id="")
        seen = [field for field in fields_of(kind) if field.name in told and field.name not in ("id", kind.kind.parent)]
        values = ((field, getattr(before or blank, field.name), getattr(after or blank, field.name)) for field in seen)
        return Changed(before, after, tuple(field for field, was, is_now in values if was != is_now))


def changes_chapters(since: Since) -> Iterator[Chapter]:
    """A chapter for each register in which something changed."""
    say, changed = since.now.say, since.changed
    for kind in MAIN_KINDS:
        of_register = [one for one in changed if type(one.before or one.after) in (kind, *children_of(kind))]
        if of_register:
            yield Chapter(say(kind.kind.plural), parts=[*_tables(since, of_register)])
    if not changed:
        yield Chapter(say(N_("What changed")), parts=[Note(say(_NOTHING))], landscape=False)


def changes_facts(since: Since, handed: HandOver) -> list[Fact]:
    """What is compared, and how much of it changed."""
    say, then, changed = since.now.say, since.then.dossier, since.changed
    when = moment_text(handed.handed_at, say) if handed.handed_at else ""
    counts = (
        (_ADDED, sum(one.before is None for one in changed)),
        (_CHANGED, sum(None not in (one.before, one.after) for one in changed)),
        (_REMOVED, sum(one.after is None for one in changed)),
    )
    return [
        (say(handed.kind.label), OwnText(", ".join(filter(None, (handed.reference, handed.recipient, when))))),
        (say(N_("Head of the journal then")), journal_head(then, say)),
        *((say(label), number_text(count, say)) for label, count in counts),
    ]


def _tables(since: Since, changed: Sequence[Changed]) -> Iterator[Part]:
    say = since.now.say
    added = [one for one in changed if one.before is None]
    removed = [one for one in changed if one.after is None]
    fields = [(one, field) for one in changed if one.before and one.after for field in one.fields]
    if added:
        yield grid_of(_content_columns(since.now), added, say(_ADDED))
    if fields:
        yield grid_of(_field_columns(since), fields, say(_CHANGED))
    if removed:
        yield grid_of(_content_columns(since.then), removed, say(_REMOVED))


def _content_columns(words: Wording) -> list[TextColumn[Changed]]:
    """A whole record."""
    return [
        TextColumn(words.say(N_("Reference")), lambda one: _record(one).reference),
        TextColumn(words.say(N_("Record")), lambda one: _named(words, _record(one))),
        TextColumn(words.say(N_("Content")), lambda one: _content(words, one)),
    ]


def _field_columns(since: Since) -> list[TextColumn[tuple[Changed, Field]]]:
    """A field of a record a row, before and after."""
    then, now = since.then, since.now
    return [
        TextColumn(now.say(N_("Reference")), lambda one: _record(one[0]).reference),
        TextColumn(now.say(N_("Record")), lambda one: _named(now, _record(one[0]))),
        TextColumn(now.say(N_("Field")), lambda one: now.say(one[1].show.label)),
        TextColumn(now.say(N_("Before")), lambda one: _value(then, one[0].before, one[1]), stays=True),
        TextColumn(now.say(N_("After")), lambda one: _value(now, one[0].after, one[1]), stays=True),
    ]


def _record(changed: Changed) -> Record:
    record = changed.after or changed.before
    if record is None:
        raise ValueError("a change of nothing")
    return record


def _named(words: Wording, record: Record) -> str:
    """Its title; a repeated part says of which record it is one."""
    title, whole = record.title if "name" in words.told.get(type(record), ()) else "", words.whole(record)
    if whole is None or whole is record:
        return OwnText(title or words.say(UNTITLED))
    label = words.say(N_("{kind} of {record}"), kind=words.say(record.kind.label), record=whole.reference)
    return OwnText(words.say(N_("{label}: {value}"), label=label, value=title)) if title else label


def _content(words: Wording, one: Changed) -> str:
    """Every field with its label; what is named in a column of its own is not said twice."""
    told = [field for field in one.fields if field.name not in ("reference", "name")]
    values = [(field, _value(words, _record(one), field)) for field in told]
    return LabelledText(
        [
            (words.say(N_("{label}:"), label=words.say(field.show.label)), words.joined(text, field))
            for field, text in values
        ]
    )


def _value(words: Wording, record: Record | None, field: Field) -> str:
    """Without a link: the record that it names has no sheet here."""
    text = words.cell(record, field) if record else ""
    return OwnText(text) if isinstance(text, OwnText) else text
