"""A register as its summary table and one sheet for each record, from the declaration of its kind."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from dossier.i18n import N_
from dossier.model.catalog import MAIN_KINDS, children_of
from dossier.model.evidence import Removal
from dossier.model.fields import Field, field_of, fields_of
from dossier.model.record import Record, SheetRecord
from dossier.model.value import hints_of
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, Grid, LinkedText, Note, Pairs, Part, Sheet
from dossier.report.wording import SEPARATOR, Wording

PORTRAIT_COLUMNS = 5
Columns = list[TextColumn[Any]]
"""Columns of the records of one kind."""

_NOT_MISSED = ("aliases", "validated_at", "logo", "notes")  # nobody is expected to fill them
_OF_A_REMOVAL = ("name", "removed_at", "reason", "removed_by")


class RegisterWriter:
    """Chapters of one dossier for one scope, from the declarations; a register by hand overrides what it must."""

    def __init__(self, words: Wording) -> None:
        self.words, self.dossier, self.scope, self.say = words, words.dossier, words.scope, words.say

    def chapter(self, kind: type[Record]) -> Chapter:
        """The register of a kind, and below it what was taken out of it."""
        say, records = self.say, self.dossier.of(kind)
        columns = self._summary_columns(kind) if self._needs_summary(kind, records) else []
        return Chapter(
            title=say(kind.kind.plural),
            parts=[*([grid_of(columns, records)] if columns else []), *self._below_summary(kind)],
            sheets=(lambda: map(self.sheet, records)) if kind.kind.sheet else None,
            sheets_title=say(N_("{register}: records"), register=say(kind.kind.plural)),
            landscape=len(columns) > PORTRAIT_COLUMNS or not kind.kind.sheet,
            keys=[record.id for record in records] if kind.kind.sheet else (),
        )

    def _needs_summary(self, kind: type[Record], records: tuple[Record, ...]) -> bool:
        """One record alone needs none."""
        return bool(records) and not (kind.kind.single or (kind.kind.sheet and len(records) == 1))

    def _below_summary(self, kind: type[Record]) -> Iterator[Part]:
        removed = self.words.taken_out(kind)
        if removed:
            columns = [self._column(field_of(Removal, name)) for name in _OF_A_REMOVAL]
            yield grid_of(columns, removed, self.say(N_("Taken out of this register")))

    def _summary_columns(self, kind: type[Record]) -> Columns:
        """Reference and main fields, the repeated parts and links that the law asks for, and, where no sheet
        follows, all the rest."""
        fields = [field for field in self._filled(kind) if field.show.in_table]
        fields = [field for field in fields if not _is_shared(field)]
        links = [field for field in self._filled(kind) if field.show.required_by and field.is_reference]
        links = [field for field in links if field not in fields]
        columns = [self._reference_column(kind), *map(self._column, fields)]
        columns += self._parts_columns(kind)
        columns += [self._referring_column(other) for other in self._asked_with(kind)]
        columns += [TextColumn(self.say(field.show.label), partial(self._links_text, field)) for field in links]
        if not kind.kind.sheet:
            columns += self._details_column([field for field in self._filled(kind) if field not in fields])
        return columns

    def _filled(self, kind: type[Record], records: Iterable[Record] | None = None) -> list[Field]:
        """The fields that the law asks for or that some record fills."""
        among = self.dossier.of(kind) if records is None else tuple(records)
        fields = self.scope.fields(kind)
        return [field for field in fields if any(self.words.is_shown(record, field) for record in among)]

    def _reference_column(self, kind: type[Record]) -> TextColumn[Record]:
        (field,) = [field for field in fields_of(kind) if field.name == "reference"]

        def text(record: Record) -> str:
            return LinkedText(record.reference, record.id) if kind.kind.sheet else record.reference

        return TextColumn(self.say(field.show.label), text)

    def _column(self, field: Field) -> TextColumn[Record]:
        return TextColumn(self.say(field.show.label), partial(self._value, field))

    def _value(self, field: Field, record: Record) -> str:
        return self.words.value(record, field)

    def _links_text(self, field: Field, record: Record) -> str:
        return self.words.links(record, field) or self.words.value(record, field)

    def _details_column(self, fields: list[Field]) -> Columns:
        if not fields:
            return []
        return [TextColumn(self.say(N_("Details")), lambda record: self.words.details(record, fields))]

    def _parts_columns(self, kind: type[Record]) -> Iterator[TextColumn[Record]]:
        """Repeated parts; only those that the law asks for, if it asks for any."""
        marks_gaps = self.words.marks_gaps
        parts = [one for one in children_of(kind) if self.dossier.count(one) or (marks_gaps and _articles(one))]
        asked = [part for part in parts if _articles(part)]
        for part in asked or parts:
            yield TextColumn(self.say(part.kind.plural), partial(self._parts_text, part))

    def _parts_text(self, part: type[Record], record: Record) -> str:
        lines = self.words.lines(self.dossier.children(part, record.id))
        articles = _articles(part)
        return lines or (self.words.missing(articles[0]) if articles else "")

    def _referring_column(self, kind: type[Record]) -> TextColumn[Record]:
        return TextColumn(self.say(kind.kind.plural), lambda record: self.words.referring(record, kind))

    def _asked_with(self, kind: type[Record]) -> list[type[Record]]:
        """The kinds that refer to this one and that the same article asks for: the transfers of an activity."""
        asked = _paragraphs(kind)
        others = [other for other in MAIN_KINDS if other in self.words.printed and self.dossier.count(other)]
        others = [other for other in others if any(field.target == kind.kind.name for field in fields_of(other))]
        return [other for other in others if asked & _paragraphs(other)]

    def sheet(self, record: Record) -> Sheet:
        """All that is said of one record: its own sections and its repeated parts, then its links, its follow-up and
        what is empty."""
        fields = [field for field in self.scope.fields(type(record)) if field.name != "name"]
        body = [field for field in fields if not _is_shared(field)]
        first, last = split_after(record.kind.parts_after, body)
        parts: list[Part] = [*self._sections(record, first), *self._parts(record), *self._sections(record, last)]
        parts += self._links(record)
        parts += self._sections(record, [field for field in fields if _is_shared(field)])
        parts += self._empty(record, fields)
        return Sheet(self.words.name(record), parts, record.id)

    def _empty(self, record: Record, fields: Sequence[Field]) -> Iterator[Note]:
        """What is empty, named for internal readers only."""
        empty = [field for field in fields if field.name not in _NOT_MISSED and not self.words.is_shown(record, field)]
        if empty and self.words.marks_gaps:
            labels = self.say(SEPARATOR).join(self.say(field.show.label) for field in empty)
            yield Note(self.say(N_("{label}: {value}"), label=self.words.missing(), value=labels))

    def title_alone(self, record: Record) -> str:
        """The title of the sheet of a record as a document of its own."""
        return self.words.name(record)

    def sheet_alone(self, record: Record) -> Sheet:
        """The same as a document of its own, with what the summary of the register says of it besides."""
        return self.sheet(record)

    def _sections(self, record: Record, fields: Sequence[Field]) -> Iterator[Pairs]:
        sections: dict[str, list[tuple[str, str]]] = {}
        for field in fields:
            if self.words.is_shown(record, field):
                pair = (self.say(field.show.label), self.words.value(record, field))
                sections.setdefault(field.section, []).append(pair)
        for section, rows in sections.items():
            title = self.say(section)
            yield Pairs(rows, "" if [label for label, _value in rows] == [title] else title)

    def _parts(self, record: Record) -> Iterator[Part]:
        for child in children_of(type(record)):
            records = self.dossier.children(child, record.id)
            if records:
                yield self._part(child, records)

    def _part(self, kind: type[Record], records: tuple[Record, ...]) -> Grid:
        """The repeated parts of one kind that belong to a record."""
        return grid_of(self._parts_columns_of(kind, records), records, self.say(kind.kind.plural))

    def _parts_columns_of(self, kind: type[Record], records: tuple[Record, ...]) -> Columns:
        """Columns for what most parts fill or the law asks for, and one cell for all the rest."""
        filled = self._filled(kind, records)
        columns = [field for field in filled if field.show.in_table and self._is_usual(field, records)]
        names = {field.name for field in columns}
        rest = [field for field in filled if field.name not in names]
        return [self._reference_column(kind), *map(self._column, columns), *self._details_column(rest)]

    def _is_usual(self, field: Field, records: tuple[Record, ...]) -> bool:
        is_asked = bool(field.show.required_by)
        return is_asked or 2 * sum(self.words.is_shown(record, field) for record in records) > len(records)

    def _links(self, record: Record) -> Iterator[Pairs]:
        """The records that refer to this one: an inspector goes from either to the other."""
        texts = [(kind, self.words.referring(record, kind)) for kind in MAIN_KINDS]
        rows = [(self.say(kind.kind.plural), text) for kind, text in texts if text]
        if rows:
            yield Pairs(rows, self.say(N_("Mentioned in")))


def split_after(section: str, fields: Sequence[Field]) -> tuple[Sequence[Field], Sequence[Field]]:
    """The fields up to the end of that section, and those after; all of them where it has none."""
    sections = [field.section for field in fields]
    place = len(sections) - sections[::-1].index(section) if section in sections else len(sections)
    return fields[:place], fields[place:]


def _is_shared(field: Field) -> bool:
    """Whether the field is of the follow-up that all sheets share."""
    return field.name in hints_of(SheetRecord)


def _articles(kind: type[Record]) -> list[str]:
    """What the law always asks for in a kind."""
    return [field.show.required_by for field in fields_of(kind) if field.show.required_by]


def _paragraphs(kind: type[Record]) -> set[str]:
    """The paragraphs of the law that a kind answers, its parts included: art. 30(1) for art. 30(1)(g)."""
    return {article.rpartition("(")[0] for part in (kind, *children_of(kind)) for article in _articles(part)}
