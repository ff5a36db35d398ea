"""The base of every record: what it is called, how a field is shown, values that know how well they are known."""

from datetime import MAXYEAR, MINYEAR, UTC, datetime
from enum import StrEnum
from typing import Annotated, ClassVar, Literal, NamedTuple, Self

from dossier.i18n import N_
from dossier.model.value import Value

Audience = Literal["authority", "internal", "program"]
Personal = Literal["none", "staff", "third_party", "data_subject"]


class Show(NamedTuple):
    """How one field is presented; plain values only, read by every reader of the declaration.

    A field without `section` stands in the section of the field before it. `required_by` is the article that always
    asks for the field; a conditional requirement is a check. `personal` says whose personal data it may hold: the name
    or the address of somebody, unless it is `prose`, in which somebody may be named. `spoken_in` is the field that
    tells its language, where that is not the language of the dossier. `is_verbatim` says that it keeps the words of a
    source, in whatever language that speaks; `is_address`, that it may hold where a page or a mailbox is found: a PDF
    opens it; `is_language`, that it holds the code of a language. `names_fields_of` is the field with the records whose
    fields it names. What is for the `program` alone is data that no form shows and no page prints.
    """

    label: str
    help: str = ""
    section: str = ""
    long: bool = False
    in_table: bool = False
    searchable: bool = False
    required_by: str = ""
    audience: Audience = "authority"
    personal: Personal = "none"
    prose: bool = False
    spoken_in: str = ""
    names_fields_of: str = ""
    is_address: bool = False
    is_language: bool = False
    is_verbatim: bool = False


class RefTo(NamedTuple):
    """Marks an identifier as a reference to a record of `kind`; an empty kind means a record of any kind."""

    kind: str


class Kind(NamedTuple):
    """What a kind of record is called and how it is numbered.

    `name` is its table and its key in JSON. `series` makes human references: "TRT" gives TRT-012, "VIO-%Y"
    gives VIO-2026-003. `parent` names the field that refers to the record it belongs to. `sheet` says that it
    prints a sheet of its own and carries a validation status. `line` names the fields that tell it in one line; `short`
    is its plural where there is little room. `parts_after` is the section behind which its repeated parts stand; they
    come last where it names none. `append_only` is added to and never rewritten: it has a field `struck_out`, which
    with its documents is all that may change. `leaves_trace` is deleted only with a `Removal` that says why. `dated`
    makes a log of it: the first of these fields that is filled dates a record.
    """

    name: str
    label: str
    plural: str
    series: str
    icon: str = ""
    question: str = ""
    why: str = ""
    parent: str = ""
    sheet: bool = False
    single: bool = False
    line: tuple[str, ...] = ("name",)
    short: str = ""
    parts_after: str = ""
    append_only: bool = False
    leaves_trace: bool = False
    dated: tuple[str, ...] = ()

    @property
    def menu(self) -> str:
        """The plural as it stands where there is little room."""
        return self.short or self.plural


class Term(StrEnum):
    """A code of a closed list, for ever, with its label (a msgid) and where the wording comes from.

    A list states its `__source__`; a member may state its own.
    """

    label: str
    source: str

    __hash__ = str.__hash__  # as the code that it equals; that of Enum is of the name, and several times slower

    def __new__(cls, code: str, label: str, source: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.source = source or getattr(cls, "__source__", "")
        return member


class Compound(Value):
    """Several values that make one field.

    The first is stored under the name of the field, the others beside it: `x`, `x_to`, `x_state`.
    """


class Precision(Term):
    """How finely a date is known."""

    MINUTE = "minute", N_("to the minute")
    DAY = "day", N_("to the day")
    MONTH = "month", N_("to the month")


class Moment(Compound):
    """An instant in UTC, the IANA zone it was lived in, and how finely it is known.

    Not in the first nor in the last year of the calendar: a zone or a delay would lead out of it.
    """

    at: datetime
    zone: str = "Europe/Paris"
    precision: Precision = Precision.MINUTE

    def __post_init__(self) -> None:
        at = self.at if _is_at_the_edge(self.at) else self.at.astimezone(UTC)
        if _is_at_the_edge(at):
            raise ValueError(f"year {at.year}")
        vars(self)["at"] = at
        super().__post_init__()


def _is_at_the_edge(at: datetime) -> bool:
    return at.year in (MINYEAR, MAXYEAR)


class Unit(Term):
    """The unit of a legal duration, counted in the calendar."""

    HOUR = "heure", N_("hours")
    DAY = "jour", N_("days")
    MONTH = "mois", N_("months")
    YEAR = "an", N_("years")


class Duration(Compound):
    """A duration as law and contracts word it: a count and a unit, never converted."""

    count: int
    unit: Unit = Unit.MONTH


class Knowledge(Term):
    """How well a value is known; a field that was never answered is `None`, which is different."""

    EXACT = "exact", N_("exactly")
    ABOUT = "about", N_("about")
    RANGE = "range", N_("between")
    UNKNOWN = "unknown", N_("not known yet")


class KnownNumber(Compound):
    """A count and how well it is known; `to` is the upper end of a range."""

    value: int | None = None
    to: int | None = None
    state: Knowledge = Knowledge.EXACT


class KnownMoment(Compound):
    """An instant and how well it is known; `to` is the later end of a range."""

    value: Moment | None = None
    to: Moment | None = None
    state: Knowledge = Knowledge.EXACT


Known = KnownNumber | KnownMoment

_UNSEEN = (
    " \t\n\v\f\r\x85\xa0\xad\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u2028\u2029"
    "\u202f\u205f\u2060\u3000\ufeff"
)
"""Spaces, ends of lines, and hints to whoever breaks lines."""


class Record(Value):
    """An immutable record; an edit makes a new one with the same `id`, a UUIDv7 that is never shown.

    Every field but these two may be empty: storing is not judging.
    """

    kind: ClassVar[Kind]

    id: Annotated[str, Show(N_("Identifier"), section=N_("Identity"), audience="internal")]
    reference: Annotated[str, Show(N_("Reference"), in_table=True, searchable=True)] = ""
    aliases: Annotated[tuple[str, ...], Show(N_("Former references"), searchable=True, audience="internal")] = ()

    @property
    def title(self) -> str:
        """The name a person would use; may be empty, as one is of which nothing would be seen."""
        name: str = getattr(self, "name", "")
        return name if name.strip(_UNSEEN) else ""


class Status(Term):
    """How far a sheet has been validated inside the organisation."""

    DRAFT = "brouillon", N_("Draft")
    TO_VALIDATE = "a_valider", N_("To be validated")
    VALIDATED = "valide", N_("Validated")
    ARCHIVED = "archive", N_("Archived")


class SheetRecord(Record):
    """A record that prints a sheet: it has a person in charge, a validation status and internal notes.

    `validated_at` is the sequence of the journal at validation, so that what changed since can be told.
    """

    status: Annotated[Status, Show(N_("Status"), section=N_("Follow-up"), in_table=True, audience="internal")] = (
        Status.DRAFT
    )
    validated_at: Annotated[int | None, Show(N_("Validated at journal entry"), audience="internal")] = None
    owner: Annotated[
        str,
        Show(
            N_("In charge"),
            N_("The department or function that keeps this record up to date."),
            searchable=True,
            personal="staff",
        ),
    ] = ""
    notes: Annotated[
        str,
        Show(
            N_("Internal notes"),
            N_("Never printed for an authority."),
            long=True,
            searchable=True,
            audience="internal",
            personal="third_party",
            prose=True,
        ),
    ] = ""
