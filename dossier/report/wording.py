"""The records of one dossier in words, for one audience: values, names, and who refers to whom."""

import re
from collections.abc import Iterable
from functools import cached_property

from dossier.i18n import N_, Language
from dossier.model.catalog import CATALOG
from dossier.model.dossier import Dossier
from dossier.model.evidence import Removal
from dossier.model.fields import Field, field_of, fields_of
from dossier.model.record import Record, Term
from dossier.model.text import field_text, number_text
from dossier.report.addresses import addressed
from dossier.report.beside import NOTHING, Beside
from dossier.report.content import LabelledText, LinkedText, OwnText, QuotedText
from dossier.report.field_names import labels_of_named
from dossier.report.language_names import language_words
from dossier.report.scope import Scope
from dossier.report.spoken_language import language_of

UNTITLED = N_("(untitled)")
_NOT_FILLED_IN = N_("Not filled in")
SEPARATOR = N_("; ")
_EMPTY = (None, "", ())
_IS_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_NAMED_BY_OTHERS = frozenset(
    kind for kind in CATALOG for field in fields_of(kind) if field.name == "name" and field.show.is_verbatim
)
_NAMED_LINKS, _NAMED_IN_SUMMARY = 5, 2  # more records than this are listed by their references only


class Wording:
    """What each cell says. The user's own words are marked as such, so that their language is told."""

    def __init__(self, dossier: Dossier, scope: Scope, say: Language, beside: Beside = NOTHING) -> None:
        self.dossier, self.scope, self.say, self.beside = dossier, scope, say, beside
        self.printed, self.told = frozenset(scope.kinds()), scope.told()

    @property
    def marks_gaps(self) -> bool:
        """Whether what is missing is said: to internal readers only."""
        return self.scope.profile == "full"

    def is_shown(self, record: Record, field: Field) -> bool:
        is_marked = field.show.required_by and self.marks_gaps
        return bool(is_marked) or getattr(record, field.name) not in _EMPTY

    def name(self, record: Record) -> str:
        named = f"{record.reference} – {record.title or self.say(UNTITLED)}"
        language = self._language_of_name(record)
        return QuotedText(named, language) if language else OwnText(named)

    def value(self, record: Record, field: Field) -> str:
        """One value; an empty one that the law always asks for says so to internal readers."""
        return self.cell(record, field) or self._missing(field)

    def cell(self, record: Record, field: Field) -> str:
        """One value in words, a single reference as a link."""
        if field.show.names_fields_of:
            return "\n".join(map(self.say, labels_of_named(self.dossier, record, field)))
        if field.show.is_language:
            return language_words(getattr(record, field.name), self.say)
        if field.type is int and (count := getattr(record, field.name)) is not None:
            return number_text(count, self.say)
        text = field_text(record, field, self.say, self._label)
        if field.is_reference and not field.many and text:
            target = self.dossier.target(field, getattr(record, field.name))
            if target is not None and type(target) in self.printed:
                return LinkedText(text, target.id, self._language_of_name(target))
        if field.show.is_address:
            return addressed(OwnText(text), text)
        if field.show.is_verbatim and (language := self._language_of(record, field)):
            return QuotedText(text, language)
        is_own = field.type is str or (not field.is_a(Term) and field.is_reference)
        return OwnText(text) if is_own else text

    def details(self, record: Record, fields: Iterable[Field]) -> str:
        """Fields that have no column, in one cell: each label with its value, several values on one line."""
        pairs = [(field, self.cell(record, field)) for field in fields]
        told = [(self.say(field.show.label), self.joined(text, field)) for field, text in pairs if text]
        return LabelledText([(self.say(N_("{label}:"), label=label), text) for label, text in told])

    def lines(self, records: Iterable[Record]) -> str:
        """Repeated parts in one cell, one a line."""
        lines = [self._line(record) for record in records]
        return OwnText("\n".join(f"• {line}" for line in lines) if len(lines) > 1 else "".join(lines))

    def links(self, record: Record, field: Field) -> str:
        """The references of a field without the names, where there are many; "" where there are few."""
        value = getattr(record, field.name)
        if not field.many or len(value) <= _NAMED_IN_SUMMARY:
            return ""
        targets = [self.dossier.target(field, one) for one in value]
        return OwnText(", ".join(target.reference for target in targets if target))

    def missing(self, article: str = "") -> str:
        """What stands for something empty, with the article that asks for it; "" for an authority."""
        if not self.marks_gaps:
            return ""
        words = self.say(_NOT_FILLED_IN)
        return f"{words} ({article})" if article else words

    def referring(self, record: Record, kind: type[Record]) -> str:
        """The records of a kind that refer to this one, one a line; by reference alone if they have no sheet, or
        are many."""
        found = {other.id: other for other in self._referring.get(kind, {}).get(record.id, ())}
        if not kind.kind.sheet or len(found) > _NAMED_LINKS:
            return OwnText(", ".join(other.reference for other in found.values()))
        if len(found) == 1:
            (other,) = found.values()
            return LinkedText(self._label(other.id), other.id, self._language_of_name(other))
        return OwnText("\n".join(map(self._label, found)))

    def taken_out(self, kind: type[Record]) -> tuple[Removal, ...]:
        """What remains of the records that were taken out of a register."""
        if not kind.kind.leaves_trace:
            return ()
        return tuple(one for one in self.dossier.of(Removal) if one.removed_kind == kind.kind.name)

    @cached_property
    def _referring(self) -> dict[type[Record], dict[str, list[Record]]]:
        """Records by their kind and the record they refer to; a repeated part counts as the record it belongs to, which
        may thus be there several times."""
        found: dict[type[Record], dict[str, list[Record]]] = {}
        for kind in CATALOG:
            fields = [field for field in fields_of(kind) if field.is_reference and self.scope.shows(kind, field)]
            fields = [field for field in fields if field.name != kind.kind.parent]
            for record in self.dossier.of(kind) if fields else ():
                whole = self.whole(record)
                if whole is not None and type(whole) in self.printed:
                    of_kind = found.setdefault(type(whole), {})
                    for target in _targets(record, fields):
                        of_kind.setdefault(target, []).append(whole)
        return found

    def whole(self, record: Record) -> Record | None:
        """The record itself, or the one that it is a repeated part of."""
        parent = record.kind.parent
        return self.dossier.target(field_of(type(record), parent), getattr(record, parent) or "") if parent else record

    def joined(self, text: str, field: Field) -> str:
        """Several values on one line."""
        if not field.many:
            return text
        line = self.say(SEPARATOR).join(text.split("\n"))
        return OwnText(line) if isinstance(text, OwnText) else line

    def _line(self, record: Record) -> str:
        values = [self.cell(record, field) for field in fields_of(type(record)) if field.name in record.kind.line]
        head, *others = [value for value in values if value] or [self.say(UNTITLED)]
        return f"{head} – {', '.join(others)}" if others else head

    def _missing(self, field: Field) -> str:
        return self.missing(field.show.required_by) if field.show.required_by else ""

    def _language_of_name(self, record: Record) -> str:
        return self._language_of(record, field_of(type(record), "name")) if type(record) in _NAMED_BY_OTHERS else ""

    def _language_of(self, record: Record, field: Field) -> str:
        """The language that the words of a source speak, as it is told or plain to see; "" where that is the usual."""
        told = getattr(record, field.show.spoken_in) if field.show.spoken_in else ""
        found = told if _IS_LANGUAGE.fullmatch(told) else language_of(getattr(record, field.name))
        return found if found and found != self.dossier.content_language else ""

    def _label(self, record_id: str) -> str:
        record = self.dossier.get(record_id)
        if record is None:
            return ""  # it is gone, or kept back: an identifier says nothing to anybody
        return f"{record.reference} – {record.title}" if record.title else record.reference


def _targets(record: Record, fields: Iterable[Field]) -> Iterable[str]:
    for field in fields:
        value = getattr(record, field.name)
        if value:
            yield from value if field.many else (value,)
