"""How a record and its values are said in the window: names, chips, what they sort by, what a filter reads."""

import re
from functools import cache
from typing import Any, TypeVar

from dossier.i18n import Language, _
from dossier.model.catalog import kind_named
from dossier.model.dossier import Dossier, reference_order
from dossier.model.fields import Field, fields_of
from dossier.model.record import Compound, Duration, KnownMoment, KnownNumber, Moment, Record, Status, Term, Unit
from dossier.model.text import Label, field_text, fold
from dossier.model.vocabulary import Answer, Clause, MeasureStatus
from dossier.model.vocabulary_procedures import BreachState
from dossier.ui.icons import FOLDER
from dossier.ui.tokens import ToneName
from dossier.ui.widgets.table import Cell
from dossier.work.edits import name_of

#: The answers that are states: their tone, and the icon that says the same without colour.
STATES: dict[Term, tuple[ToneName, str]] = {
    Status.DRAFT: ("none", "draft"),
    Status.TO_VALIDATE: ("minor", "clock"),
    Status.VALIDATED: ("ok", "ok"),
    Status.ARCHIVED: ("info", "archive"),
    BreachState.SUSPICION: ("info", "search"),
    BreachState.AWARE: ("minor", "clock"),
    BreachState.NOTIFIED: ("ok", "send"),
    BreachState.COMPLETE: ("ok", "ok"),
    BreachState.NOT_NOTIFIED: ("info", "scale"),
    BreachState.CLOSED: ("none", "archive"),
    BreachState.DISMISSED: ("none", "none"),
    MeasureStatus.NOT_APPLICABLE: ("none", "none"),
    MeasureStatus.ABSENT: ("blocking", "blocking"),
    MeasureStatus.PLANNED: ("minor", "clock"),
    MeasureStatus.IN_PROGRESS: ("info", "refresh"),
    MeasureStatus.IN_PLACE: ("ok", "ok"),
    MeasureStatus.VERIFIED: ("ok", "tick"),
    Answer.YES: ("ok", "tick"),
    Answer.PARTLY: ("minor", "minor"),
    Answer.NO: ("blocking", "close"),
    Answer.NOT_CHECKED: ("none", "none"),
}
AnyTerm = TypeVar("AnyTerm", bound=Term)
_LONG_WORD, _PIECE = re.compile(r"\S{16,}"), re.compile(r".{1,12}")
NOTHING = "–"
#: What the file needs of every record.
_KEPT_BY_THE_FILE = frozenset({"id", "aliases", "validated_at"})
_HOURS = {Unit.HOUR: 1, Unit.DAY: 24, Unit.MONTH: 730, Unit.YEAR: 8760}


def reference_words(record: Record) -> str:
    """A record as others refer to it: "STT-003 – Name"."""
    return f"{record.reference} – {name_of(record)}" if record.reference and record.title else name_of(record)


def label_in(dossier: Dossier, field: Field) -> Label:
    """What the references of a field are shown as."""

    def label(record_id: str) -> str:
        record = dossier.target(field, record_id)
        return reference_words(record) if record else NOTHING

    return label


def value_text(dossier: Dossier, record: Record, field: Field, say: Language) -> str:
    """One value in words, references by their names."""
    return field_text(record, field, say, label_in(dossier, field) if field.is_reference else str)


@cache
def icon_of(kind: type[Record]) -> str:
    """The icon of a kind; a part of another kind may have none of its own."""
    names = (kind.kind.icon, f"{kind.kind.icon}s", _parent_icon(kind), "documents")
    return next(name for name in names if name and (FOLDER / f"{name}.svg").exists())


def _parent_icon(kind: type[Record]) -> str:
    parent = next((field for field in fields_of(kind) if field.name == kind.kind.parent), None)
    return icon_of(kind_named(parent.target)) if parent and parent.target else ""


def is_state(field: Field) -> bool:
    """Whether the values of a field are shown as chips."""
    return field.type in (Status, Answer, MeasureStatus) and not field.many


@cache
def typed_fields(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that people fill in, without what the file or the program keeps for itself."""
    typed = [field for field in fields_of(kind) if field.name not in _KEPT_BY_THE_FILE]
    return tuple(field for field in typed if field.show.audience != "program")


@cache
def second_field(kind: type[Record]) -> Field | None:
    """The words under the name: the next text that the table shows."""
    texts = (field for field in fields_of(kind) if field.show.in_table and field.type is str and not field.many)
    return next((f for f in texts if f.name not in ("reference", "name") and not f.is_reference), None)


def breakable(text: str) -> str:
    """The same words, where those too long for a line (addresses of pages, digests) may be broken."""
    return _LONG_WORD.sub(lambda word: "\u200b".join(_PIECE.findall(word[0])), text)


def shortened(text: str, most: int) -> str:
    """At most so many letters, and an ellipsis where some are missing."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"


def title_of(record: Record) -> str:
    """The name alone, where the reference stands beside it."""
    return name_of(record) if record.title else _("(untitled)")


def main_cell(record: Record) -> Cell:
    """A record by its name, with its reference and its second words below."""
    second = second_field(type(record))
    below = [record.reference, _first_line(getattr(record, second.name)) if second else ""]
    return Cell(title_of(record), " · ".join(part for part in below if part))


def field_cell(dossier: Dossier, record: Record, field: Field, say: Language) -> Cell:
    """One value in a table: a chip when it is a state, one line of words otherwise."""
    value = getattr(record, field.name)
    state = STATES.get(value) if isinstance(value, Term) else None
    if state:
        return Cell(say(value.label), tone=state[0], icon=state[1])
    lines = value_text(dossier, record, field, say).splitlines()
    said = ", ".join(lines) if field.many else " ".join(lines[:1])
    return Cell(said[:200] or NOTHING, right=field.type is int and not field.many)


def sort_value(dossier: Dossier, record: Record, field: Field, say: Language) -> Any:
    """The value as it sorts among those of its field; None when there is nothing."""
    value = getattr(record, field.name)
    if value is None or value in ("", ()):
        return None
    if field.name == "reference":
        return reference_order(record)
    if field.is_reference or field.many or (isinstance(value, str) and not isinstance(value, Term)):
        return fold(value_text(dossier, record, field, say))
    return _native(value)


def _native(value: Any) -> Any:
    match value:
        case Term():
            return list(type(value)).index(value)
        case Moment():
            return value.at
        case KnownNumber() | KnownMoment():
            return _native(value.value) if value.value is not None else None
        case Duration():
            return value.count * _HOURS[value.unit]
        case Clause():
            return _native(value.state)
        case Compound():
            raise TypeError(type(value))
    return value


def filter_text(dossier: Dossier, record: Record, say: Language) -> str:
    """Everything that a table shows or a search reads of a record, folded."""
    fields = (field for field in fields_of(type(record)) if field.show.in_table or field.show.searchable)
    texts = [value_text(dossier, record, field, say) for field in fields if getattr(record, field.name)]
    return fold("\n".join(texts))


def term_of(terms: type[AnyTerm], code: str | None) -> AnyTerm:
    """The term of a list with that code; raises LookupError."""
    for term in terms:
        if term.value == code:
            return term
    raise LookupError(code)


def field_label(field: Field) -> str:
    return _(field.show.label)


def _first_line(text: str) -> str:
    return text.splitlines()[0][:120] if text else ""
