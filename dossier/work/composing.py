"""What a document says, put together from a snapshot before anything is written."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from dossier import __version__
from dossier.errors import InvalidInput, NotFound
from dossier.exchange import dossier_json
from dossier.i18n import _, language
from dossier.law.data import law_sources
from dossier.model.catalog import children_of
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.report.annual import TELLS, AtItsEnd, of_the_year
from dossier.report.beside import NOTHING, Beside, Written
from dossier.report.content import Pack
from dossier.report.embedded import embedded
from dossier.report.parts import tells
from dossier.report.redaction import Redaction
from dossier.report.registers import annual_pack, inspection_pack, record_pack
from dossier.report.scope import Scope, selection_of
from dossier.report.snapshot import leaving
from dossier.store.past import dossier_at, head_before
from dossier.work.beside import beside
from dossier.work.files import Step, nothing
from dossier.work.scope_json import scope_json

PRODUCER = f"Dossier {__version__}"
_Told = Mapping[type[Record], Collection[str]]


def composed(seen: Dossier, scope: Scope, file: Path | None = None, step: Step = nothing) -> Pack:
    """The pack of a snapshot as `as_seen` shows it; `step` is called before each chapter.

    `file` is the dossier's own: without it the pack tells neither findings nor what was written in the dossier.
    Raises InvalidInput where not even a register without any record is in it.
    """
    pack = composed_section(seen, scope, file, step)
    if not pack.chapters and not scope.kinds():
        raise InvalidInput(_("Nothing of what is asked for has anything to tell: nothing was written; ask for more."))
    return pack


def composed_section(seen: Dossier, scope: Scope, file: Path | None = None, step: Step = nothing) -> Pack:
    """As `composed`; of one section among others, which may have nothing to tell."""
    left = leaving(seen, scope)
    step()
    around = _stepping(beside(seen, scope, file, left), step) if file else NOTHING
    return inspection_pack(left, scope, lambda: _data(left, scope, scope.told()), PRODUCER, around, step)


def _stepping(around: Beside, step: Step) -> Beside:
    """The same, which calls `step` at each thing that was written."""

    def written() -> Iterator[Written]:
        for one in around.written():
            step()
            yield one

    return around._replace(written=written)


def as_seen(dossier: Dossier, scope: Scope, file: Path | None = None, step: Step = nothing) -> Dossier:
    """The snapshot as `scope` shows it: as it was at the end of a day, which takes its `file`, and without names.

    Raises InvalidInput where a period ends before it begins or that day is to come; NotFound where it is before the
    journal, nothing that was chosen was there yet, or something written since was erased.
    """
    _refuse_days(scope)
    if scope.state_on and file:
        dossier = dossier_at(file, dossier, head_before(file, scope.seen_at), step)
        if scope.selected and not any(dossier.get(one, kind) for kind, ids in scope.selected.items() for one in ids):
            raise NotFound(_("Nothing that was chosen was in the dossier on that day: choose another day."))
    step()
    return Redaction(dossier, language(scope.language)).redacted(step) if scope.hides_names else dossier


class WrongDays(NamedTuple):
    """Why a period, and a day whose state is asked for, cannot be told; "" where they can."""

    period: str
    state_on: str


def wrong_days(scope: Scope) -> WrongDays:
    ends_first = scope.period is not None and scope.period.ends_first
    is_to_come = scope.state_on is not None and scope.state_on > scope.now.date()
    to_come = _("That day is still to come: the state of the dossier on it is not known; choose another.")
    return WrongDays(
        _("The period ends before it begins: choose other days.") if ends_first else "", to_come if is_to_come else ""
    )


def _refuse_days(scope: Scope) -> None:
    if wrong := next(filter(None, wrong_days(scope)), ""):
        raise InvalidInput(wrong)


def composed_alone(dossier: Dossier, record: Record, scope: Scope, file: Path | None = None) -> Pack:
    """The sheet of one record, as `export_record` writes it.

    Raises as `as_seen`, and InvalidInput where its whole register is kept from the audience of `scope`.
    """
    kind = type(record)
    scope = replace(scope, only=(kind,), selected={}, period=None)
    if not scope.kinds():
        raise InvalidInput(
            _("{record} is internal: its sheet leaves in a complete copy alone.", record=record.reference)
        )
    chosen = replace(scope, selected=selection_of([record]))
    alone = leaving(as_seen(dossier, chosen, file), chosen)
    (record,) = alone.of(kind)
    kinds = {kind, *children_of(kind), *scope.named(tells(kind))}
    told = {part: names for part, names in scope.told().items() if part in kinds}
    return record_pack(alone, record, scope, lambda: _data(alone, scope, told, record=record.id), PRODUCER)


def composed_annual(dossier: Dossier, scope: Scope, file: Path) -> Pack:
    """The annual report of the year that is the period of `scope`; raises as `as_seen`."""
    kept = _at_its_end(dossier, scope, file)
    told = of_the_year(as_seen(dossier, scope, file), kept, scope)
    data = partial(_json, told, scope, scope.named(TELLS), {"annual": True})
    return annual_pack(told, kept, scope, data, PRODUCER)


def _at_its_end(dossier: Dossier, scope: Scope, file: Path) -> AtItsEnd:
    """Where the year has ended and the journal had begun by then; else as it stands."""
    last = scope.period.last if scope.period else None
    if last and last < scope.now.date():
        with suppress(NotFound):
            then = replace(scope, state_on=last)
            seen = as_seen(dossier, then, file)
            return AtItsEnd(seen, then, beside(seen, then, file))
    seen = as_seen(dossier, scope, file)
    return AtItsEnd(seen, scope, beside(seen, scope, file))


def _data(left: Dossier, scope: Scope, told: _Told, **further: Any) -> Iterator[bytes]:
    """What the pages tell of what left, as JSON; `record` is the one told alone."""
    return _json(embedded(left, scope), scope, told, further)


def _json(dossier: Dossier, scope: Scope, told: _Told, further: Mapping[str, Any]) -> Iterator[bytes]:
    """Besides the records, how they were chosen and what the document was made with."""
    members = {"scope": scope_json(scope), "made_with": made_with(), **further}
    return dossier_json.dump(dossier, told, {name: [dossier_json.text(value)] for name, value in members.items()})


def made_with() -> dict[str, Any]:
    """What decides on a document besides the dossier: the program, and the day of each set of legal data."""
    return {"program": PRODUCER, "law": {source.name: source.checked.isoformat() for source in law_sources()}}
