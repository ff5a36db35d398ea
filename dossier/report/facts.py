"""The facts on the cover: whose dossier, what of it this document holds, on which day, and how to recognise it."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from dossier.i18n import N_, Language
from dossier.law.data import law_sources
from dossier.law.officer import officers_on
from dossier.model.activity import Activity, ClientProcessing
from dossier.model.catalog import kind_named
from dossier.model.dossier import Dossier
from dossier.model.fields import field_of
from dossier.model.organisation import DpoDesignation, Organisation
from dossier.model.record import Record
from dossier.model.text import number_text, offset_text
from dossier.model.vocabulary_pack import PackPart
from dossier.report.content import OwnText
from dossier.report.days import day_in_words
from dossier.report.parts import CONTACT, CONTROLLER, OWN, Piece
from dossier.report.scope import Period, Scope
from dossier.report.wording import SEPARATOR, Wording

Fact = tuple[str, str]

_AUDIENCE = {
    "authority": N_("for the supervisory authority"),
    "full": N_("complete, with internal fields"),
}
_HIDDEN = N_("Roles or initials stand for names; what free texts say of persons cannot be guaranteed.")


def facts(words: Wording, covered: str) -> list[Fact]:
    """The table on the cover; `covered` says which registers."""
    dossier, scope, say, organisation = words.dossier, words.scope, words.say, words.dossier.organisation
    told = (
        (N_("Organisation"), OwnText(organisation.name if organisation else "")),
        (N_("SIREN"), (organisation and organisation.siren) or words.missing()),
        (N_("Scope"), f"{covered} ({audience(scope, say)})"),
        *_answering(words),
        *limits(words),
        (N_("Date"), _in_words(scope.now, say)),
        (N_("Legal data checked on"), _days_of_law(say)),
        (N_("Head of the journal"), journal_head(dossier, say)),
    )
    return [(say(label), text) for label, text in told if text]


def _answering(words: Wording) -> Iterator[Fact]:
    """Whom to turn to, where a record of processing activities leaves without the registers that tell it."""
    if words.printed.isdisjoint((Activity, ClientProcessing)):
        return
    organisation, officers = words.dossier.organisation, officers_on(words.dossier, words.scope.seen_at.date())
    if organisation and Organisation not in words.printed:
        yield N_("Address and contact"), _lines(words, organisation, CONTROLLER[1:])
    if officers and DpoDesignation not in words.printed:
        yield N_("Data protection officer"), _lines(words, officers[0], CONTACT)


def _lines(words: Wording, record: Record, names: Iterable[str]) -> str:
    """What a record says of these fields, one a line."""
    cells = [words.cell(record, field_of(type(record), name)) for name in names]
    return OwnText("\n".join(filter(None, cells)))


def counts(words: Wording) -> list[Fact]:
    """How many records are covered, and which registers hold none."""
    dossier, say, kinds = words.dossier, words.say, words.scope.kinds()
    empty = say(SEPARATOR).join(say(kind.kind.plural) for kind in kinds if not dossier.count(kind))
    counted = [(say(N_("Records")), number_text(sum(map(dossier.count, kinds)), say))]
    return [*counted, *([(say(N_("Registers without any record")), empty)] if empty else [])]


def covered(scope: Scope, say: Language) -> str:
    """Which parts, registers and chapters, in words."""
    return say(SEPARATOR).join(say(label_of(asked)) for asked in scope.only) or say(N_("All registers"))


def scope_in_words(words: Wording) -> str:
    """What a pack holds, as its cover says it: a line for the registers and the audience, and one for each limit."""
    say, scope = words.say, words.scope
    lines = [f"{covered(scope, say)} ({audience(scope, say)})"]
    lines += [say(N_("{label}: {value}"), label=say(label), value=text) for label, text in limits(words)]
    return "\n".join([*lines, *([say(N_("Draft version"))] if scope.is_draft else [])])


def audience(scope: Scope, say: Language) -> str:
    """For whom, in words."""
    return say(_AUDIENCE[scope.profile])


def label_of(asked: PackPart | Piece) -> str:
    return asked.kind.plural if isinstance(asked, type) else asked.label


def limits(words: Wording) -> Iterator[Fact]:
    """What this document leaves out or holds besides, where anything was chosen: labels as msgids."""
    scope, say = words.scope, words.say
    if scope.state_on:
        yield N_("State of the dossier on"), day_in_words(scope.state_on, say)
    if scope.period:
        yield N_("Period of the logs"), _period(scope.period, say)
    if scope.selected:
        chosen = [one.reference for kind in scope.selected for one in words.dossier.of(kind) if scope.chooses(one)]
        yield N_("Records chosen"), ", ".join(chosen) or say(N_("None"))
    if scope.ticked and scope.profile == "authority":
        ticked = (ticked_words(name, say) for name in sorted(scope.ticked))
        yield N_("Internal, added on purpose"), say(SEPARATOR).join(ticked)
    if scope.hides_names:
        yield N_("Names hidden"), say(_HIDDEN)


def ticked_words(name: str, say: Language) -> str:
    """The label of an internal field, register or chapter."""
    if name in OWN:
        return say(OWN[name].label)
    kind_name, _dot, field = name.partition(".")
    kind = kind_named(kind_name)
    if not field:
        return say(kind.kind.plural)
    return say(N_("{kind}, {field}"), kind=say(kind.kind.label), field=say(field_of(kind, field).show.label))


def _period(period: Period, say: Language) -> str:
    first, last = (day_in_words(day, say) if day else "" for day in period)
    if first and last:
        return say(N_("from {first} to {last}"), first=first, last=last)
    return say(N_("from {first}"), first=first) if first else say(N_("up to {last}"), last=last)


def _days_of_law(say: Language) -> str:
    """The latest day on which the legal data in use were checked, and the oldest where it is another."""
    days = sorted(source.checked for source in law_sources())
    latest, oldest = (day_in_words(day, say) for day in (days[-1], days[0]))
    return latest if latest == oldest else say(N_("{latest} (the oldest on {oldest})"), latest=latest, oldest=oldest)


def _in_words(moment: datetime, say: Language) -> str:
    """22 November 2026 at 05:33 (UTC+01:00)."""
    day, time = day_in_words(moment.date(), say), f"{moment:%H:%M}"
    return say(N_("{day} at {time} (UTC{offset})"), day=day, time=time, offset=offset_text(moment))


def journal_head(dossier: Dossier, say: Language) -> str:
    """The last entry, and its hash on a line of its own."""
    return f"{say(N_('entry {n}'), n=dossier.sequence)}\n{grouped(dossier.head)}"


def grouped(digest: str) -> str:
    """A hexadecimal digest in groups of eight, to be read and compared."""
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))
