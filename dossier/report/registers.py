"""What the inspection pack says: every register as a summary table and one sheet for each record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dossier.i18n import N_, Code, Language, language
from dossier.model.catalog import MAIN_KINDS, children_of
from dossier.model.dossier import Dossier
from dossier.model.fields import Field, fields_of
from dossier.model.record import Record, SheetRecord, Term
from dossier.model.text import date_text, field_text, number_text, offset_text
from dossier.report.content import (
    Attachment,
    Chapter,
    Column,
    Grid,
    LinkedText,
    OwnText,
    Pack,
    Pairs,
    Part,
    Sheet,
)

Profile = Literal["authority", "full"]
UNTITLED = N_("(untitled)")
NOT_FILLED_IN = N_("Not filled in")
_SHARES = {"reference": 9.0, "name": 22.0}
_CHILDREN_SHARE, _LONG_SHARE, _DETAILS_SHARE, _SHARE = 17.0, 22.0, 40.0, 12.0


@dataclass(frozen=True)
class Scope:
    """What leaves: the kinds asked for (none: all), the audience, the language, who asks, and when.

    `now` is aware; it is the date printed on the cover and written in the file.
    """

    language: Code
    now: datetime
    profile: Profile = "authority"
    only: tuple[type[Record], ...] = ()

    def kinds(self) -> tuple[type[Record], ...]:
        """The kinds of this scope that have anything to show to its audience, in the order of the catalogue."""
        return tuple(kind for kind in self.only or MAIN_KINDS if any(self.shows(field) for field in _body(kind)))

    def shows(self, field: Field) -> bool:
        return self.profile == "full" or field.show.audience == "authority"


def inspection_pack(dossier: Dossier, scope: Scope, data: Callable[[], Iterable[bytes]], producer: str) -> Pack:
    """The pack of a dossier; `data` gives the JSON to embed, piece by piece, and holds what the pages show."""
    say = language(scope.language)
    organisation = dossier.organisation
    name = OwnText((organisation and organisation.name) or say(UNTITLED))
    writer = _Writer(dossier, scope, say)
    return Pack(
        title=say(N_("GDPR dossier: registers and evidence")),
        subject=say(N_("Registers kept under Regulation (EU) 2016/679 (GDPR) and the French Data Protection Act")),
        organisation=name,
        author=name,
        keywords=say(N_("GDPR, record of processing activities, processors, transfers, security, breaches")),
        producer=producer,
        language=scope.language,
        content_language=dossier.content_language,
        created=scope.now,
        facts=_facts(dossier, scope, say),
        notices=[OwnText(organisation.provenance)] if organisation and organisation.provenance else [],
        confidentiality=say(N_("Confidential")),
        chapters=[writer.chapter(kind) for kind in scope.kinds() if dossier.count(kind)],
        attachment=Attachment("dossier.json", say(N_("The data shown in this document, as JSON")), data),
    )


def _facts(dossier: Dossier, scope: Scope, say: Language) -> list[tuple[str, str]]:
    organisation = dossier.organisation
    empty = [say(kind.kind.plural) for kind in scope.kinds() if not dossier.count(kind)]
    everything = (
        say(N_("All registers")) if not scope.only else say(N_("; ")).join(say(k.kind.plural) for k in scope.only)
    )
    audience = say(N_("authority")) if scope.profile == "authority" else say(N_("complete, with internal fields"))
    facts = [
        (say(N_("Organisation")), OwnText(organisation.name if organisation else "")),
        (say(N_("SIREN")), (organisation and organisation.siren) or say(NOT_FILLED_IN)),
        (say(N_("Scope")), f"{everything} ({audience})"),
        (say(N_("Date")), f"{date_text(scope.now.date(), say)} {scope.now:%H:%M} (UTC{offset_text(scope.now)})"),
        (say(N_("Records")), number_text(len(dossier), say)),
        (say(N_("Head of the journal")), say(N_("entry {n}: {hash}"), n=dossier.sequence, hash=_grouped(dossier.head))),
    ]
    return facts + ([(say(N_("Registers without any record")), say(N_("; ")).join(empty))] if empty else [])


def _grouped(digest: str) -> str:
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))


def _own(kind: type[Record]) -> list[Field]:
    """The fields that say something of the record itself: not its identity, not its place in its parent."""
    hidden = ("id", "reference", kind.kind.parent)
    return [field for field in fields_of(kind) if field.name not in hidden]


def _body(kind: type[Record]) -> list[Field]:
    """The kind's own fields, without the follow-up that all sheets share."""
    return [field for field in _own(kind) if field.name not in SheetRecord.model_fields]


class _Writer:
    """Chapters of one dossier for one scope."""

    def __init__(self, dossier: Dossier, scope: Scope, say: Language) -> None:
        self.dossier, self.scope, self.say = dossier, scope, say
        self._printed = frozenset(scope.kinds())

    def chapter(self, kind: type[Record]) -> Chapter:
        say = self.say
        return Chapter(
            title=say(kind.kind.plural),
            introduction=say(kind.kind.why or kind.kind.question),
            parts=() if kind.kind.single else (self._summary(kind),),
            sheets=(lambda: (self._sheet(record) for record in self.dossier.of(kind))) if kind.kind.sheet else None,
            sheets_title=say(N_("{register}: records"), register=say(kind.kind.plural)),
            landscape=not kind.kind.single,
        )

    def _summary(self, kind: type[Record]) -> Grid:
        fields = [
            field
            for field in fields_of(kind)
            if field.show.in_table and self.scope.shows(field) and field.name not in SheetRecord.model_fields
        ]
        fields = [field for field in fields_of(kind) if field.name == "reference"] + fields
        children = children_of(kind)
        columns = [Column(self.say(field.show.label), _share(field)) for field in fields]
        columns += [Column(self.say(child.kind.plural), _CHILDREN_SHARE) for child in children]
        rest = [] if kind.kind.sheet else [field for field in self._fields(kind) if field not in fields]
        columns += [Column(self.say(N_("Details")), _DETAILS_SHARE)] if rest else []

        def rows() -> Iterator[Sequence[str]]:
            for record in self.dossier.of(kind):
                cells = [self.cell(record, field) for field in fields]
                if kind.kind.sheet:
                    cells[0] = LinkedText(record.reference, record.id)
                cells += [self._lines(child, record) for child in children]
                yield cells + ([self._details(record, rest)] if rest else [])

        return Grid(columns, rows)

    def _details(self, record: Record, fields: Iterable[Field]) -> str:
        """The fields that have no column, in one cell: what a register without sheets says of the rest."""
        pairs = [(self.say(field.show.label), self.cell(record, field)) for field in fields]
        return OwnText("\n".join(self.say(N_("{label}: {value}"), label=label, value=v) for label, v in pairs if v))

    def _lines(self, kind: type[Record], parent: Record) -> str:
        """The repeated parts of a record in one cell, one a line."""
        return OwnText("\n".join(self._line(record) for record in self.dossier.children(kind, parent.id)))

    def _line(self, record: Record) -> str:
        values = [self.cell(record, field) for field in fields_of(type(record)) if field.name in record.kind.line]
        head, *others = [value for value in values if value] or [self.say(UNTITLED)]
        return f"{head} ({', '.join(others)})" if others else head

    def _sheet(self, record: Record) -> Sheet:
        """The record's own sections and its repeated parts, then its follow-up and what is not filled in."""
        fields = [field for field in self._fields(type(record)) if field.name != "name"]
        body = [field for field in fields if field.name not in SheetRecord.model_fields]
        first, last = self._around_parts(record, body)
        parts: list[Part] = [*self._sections(record, first), *self._parts(record), *self._sections(record, last)]
        parts += self._sections(record, [field for field in fields if field not in body])
        missing = [self.say(field.show.label) for field in fields if not self._is_shown(record, field)]
        if missing:
            parts.append(Pairs([(self.say(NOT_FILLED_IN), self.say(N_("; ")).join(missing))]))
        return Sheet(OwnText(self._name(record)), parts, record.id)

    def _around_parts(self, record: Record, fields: list[Field]) -> tuple[list[Field], list[Field]]:
        """The fields whose sections stand before the repeated parts, and those after."""
        sections = [field.section for field in fields]
        after = record.kind.parts_after
        place = len(sections) - sections[::-1].index(after) if after in sections else len(sections)
        return fields[:place], fields[place:]

    def _parts(self, record: Record) -> Iterator[Part]:
        for child in children_of(type(record)):
            yield from self._children(child, record)

    def _sections(self, record: Record, fields: Iterable[Field]) -> Iterator[Pairs]:
        sections: dict[str, list[tuple[str, str]]] = {}
        for field in fields:
            if self._is_shown(record, field):
                text = self.cell(record, field) or self._missing(field)
                sections.setdefault(field.section, []).append((self.say(field.show.label), text))
        for section, rows in sections.items():
            yield Pairs(rows, self.say(section))

    def _name(self, record: Record) -> str:
        return f"{record.reference} – {record.title or self.say(UNTITLED)}"

    def _children(self, kind: type[Record], parent: Record) -> Iterator[Part]:
        """A grid of the repeated parts, then what does not fit in its columns, one part after the other."""
        records = self.dossier.children(kind, parent.id)
        if not records:
            return
        columns = [f for f in self._fields(kind) if f.show.in_table and any(self._is_shown(r, f) for r in records)]
        yield Grid(
            [Column(self.say(field.show.label), _share(field)) for field in columns],
            lambda: ([self.cell(record, field) or self._missing(field) for field in columns] for record in records),
            self.say(kind.kind.plural),
        )
        names = {field.name for field in columns}
        for record in records:
            rest = [field for field in self._fields(kind) if field.name not in names]
            rows = [(self.say(field.show.label), text) for field in rest if (text := self.cell(record, field))]
            if rows:
                yield Pairs(rows, OwnText(self._name(record)))

    def _fields(self, kind: type[Record]) -> list[Field]:
        return [field for field in _own(kind) if self.scope.shows(field)]

    def _is_shown(self, record: Record, field: Field) -> bool:
        return bool(field.show.required_by) or getattr(record, field.name) not in (None, "", ())

    def _missing(self, field: Field) -> str:
        """What stands for an empty field that the law always asks for; the article only for internal readers."""
        if not field.show.required_by:
            return ""
        words = self.say(NOT_FILLED_IN)
        return f"{words} ({field.show.required_by})" if self.scope.profile == "full" else words

    def cell(self, record: Record, field: Field) -> str:
        """One value in words: the user's own words marked as such, a single reference as a link."""
        text = field_text(record, field, self.say, self._label)
        if field.is_reference and not field.many and text:
            target = self.dossier.target(field, getattr(record, field.name))
            if target is not None and type(target) in self._printed:
                return LinkedText(text, target.id)
        is_own = field.type is str or (not field.is_a(Term) and field.is_reference)
        return OwnText(text) if is_own else text

    def _label(self, record_id: str) -> str:
        record = self.dossier.get(record_id)
        if record is None:
            return record_id
        return f"{record.reference} – {record.title}" if record.title else record.reference


def _share(field: Field) -> float:
    if field.name in _SHARES:
        return _SHARES[field.name]
    return _LONG_SHARE if field.show.long else _SHARE
