"""The inspection pack of a dossier as a PDF file."""

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from dossier import __version__
from dossier.checks.run import nothing_collected
from dossier.errors import InvalidInput, NotFound
from dossier.exchange import dossier_json
from dossier.i18n import Code, _, language
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
from dossier.report.scope import Period, Scope, selection_of
from dossier.report.snapshot import leaving
from dossier.store.past import dossier_at, head_before
from dossier.work.beside import beside
from dossier.work.files import Step, not_read_back, nothing, replaced_when_complete, sha256_of
from dossier.work.files import Written as WrittenFile
from dossier.work.printed_at import printed_at, timed
from dossier.work.scope_json import scope_json
from dossier.work.signing import Signing, signature

PRODUCER = f"Dossier {__version__}"
Progress = Callable[[int], None]
Told = Mapping[type[Record], Collection[str]]


@dataclass(frozen=True)
class Exported:
    """A PDF that was written: its pages, the SHA-256 of the file as it stands, signed where it was asked for, the
    characters that its fonts could not show, and whom its certificate names, "" where it is not signed."""

    path: Path
    pages: int
    sha256: str
    not_shown: frozenset[str]
    signed_by: str = ""

    @property
    def code_points(self) -> str:
        """The characters that were not shown, which nobody might see here either: U+200D, U+1F469."""
        return ", ".join(f"U+{ord(character):04X}" for character in sorted(self.not_shown))


def export_pdf(
    dossier: Dossier,
    target: Path,
    scope: Scope,
    progress: Progress | None = None,
    file: Path | None = None,
    signing: Signing | None = None,
) -> Exported:
    """Write the PDF of a snapshot; an existing file is replaced only when the new one is complete and was read back.

    `file` is the dossier's own: without it the pack tells neither findings nor what was written in the dossier.
    `progress` is told the number of pages after each page; what it raises stops the export and leaves no file.
    Raises CannotWrite; and what `signature` raises, before anything is written.
    """
    scope = timed(scope, dossier)
    step = partial(progress, 0) if progress else nothing
    return written(composed(as_seen(dossier, scope, file, step), scope, file, step), target, progress, signing)


def composed(seen: Dossier, scope: Scope, file: Path | None = None, step: Step = nothing) -> Pack:
    """The pack of a snapshot as `as_seen` shows it; `file` is the dossier's own, as for `export_pdf`; `step` is called
    before each chapter.

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


def export_record(
    dossier: Dossier,
    record: Record,
    target: Path,
    scope: Scope,
    progress: Progress | None = None,
    file: Path | None = None,
    signing: Signing | None = None,
) -> Exported:
    """Write the sheet of one record of a kind that prints sheets, with nothing of the others but their names.

    Neither the parts nor the period of `scope` count. Otherwise as `export_pdf`.
    """
    return written(composed_alone(dossier, record, timed(scope, dossier), file), target, progress, signing)


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


def export_annual_report(dossier: Dossier, target: Path, year: int, scope: Scope, file: Path) -> Exported:
    """Write the annual report of the officer: what happened in a year, as it stands; what was kept at its end, or is
    today, and the plan.

    The parts that `scope` asks for do not count. Raises InvalidInput where the year has not begun; otherwise as
    `export_pdf`.
    """
    scope = timed(scope, dossier)
    if year > scope.now.year:
        raise InvalidInput(_("The year {year} has not begun: choose another.", year=year))
    scope = replace(scope, only=(), selected={}, state_on=None, period=Period(date(year, 1, 1), date(year, 12, 31)))
    return written(composed_annual(dossier, scope, file), target)


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


def _data(left: Dossier, scope: Scope, told: Told, **further: Any) -> Iterator[bytes]:
    """What the pages tell of what left, as JSON; `record` is the one told alone."""
    return _json(embedded(left, scope), scope, told, further)


def _json(dossier: Dossier, scope: Scope, told: Told, further: Mapping[str, Any]) -> Iterator[bytes]:
    """Besides the records, how they were chosen and what the document was made with."""
    members = {"scope": scope_json(scope), "made_with": made_with(), **further}
    return dossier_json.dump(dossier, told, {name: [dossier_json.text(value)] for name, value in members.items()})


def made_with() -> dict[str, Any]:
    """What decides on a document besides the dossier: the program, and the day of each set of legal data."""
    return {"program": PRODUCER, "law": {source.name: source.checked.isoformat() for source in law_sources()}}


def export_incident_sheet(target: Path, code: Code, now: datetime, dossier: Dossier | None = None) -> Exported:
    """Write the page to fill by hand where there is no application; a dossier says whom to hand it to.

    `now` is aware. An existing file is replaced only when the new one is complete.
    """
    from dossier.report.incident_sheet import write_incident_sheet  # reportlab: only who exports waits for it

    with replaced_when_complete(target) as file:
        not_shown = write_incident_sheet(file, code, printed_at(now, dossier), PRODUCER, dossier)
        sha256 = _read_back(file, target, 1)
    return Exported(target, 1, sha256, not_shown)


def written(pack: Pack, target: Path, progress: Progress | None = None, signing: Signing | None = None) -> Exported:
    """Write a document that was composed; otherwise as `export_pdf`."""
    pack = signed(pack, signing)
    with replaced_when_complete(target) as file:
        return filled(file, pack, target, progress)


def signed(pack: Pack, signing: Signing | None) -> Pack:
    """The same pack, to be signed where that is asked for; raises as `signature`."""
    return replace(pack, signature=signature(signing, pack.created)) if signing else pack


def filled(file: WrittenFile, pack: Pack, target: Path, progress: Progress | None = None) -> Exported:
    """Write a document into a file that waits to take the place of `target`, and read it back; otherwise as
    `export_pdf`."""
    from dossier.report.pack import write_pack  # reportlab: only who exports waits for it

    pages = 0

    def count(done: int) -> None:
        nonlocal pages
        pages = done
        step()

    def step() -> None:
        if progress:
            progress(pages)

    with nothing_collected():
        file.step = step
    not_shown = write_pack(interruptible(pack, count), file, count)
    signed_by = pack.signature.name if pack.signature else ""
    return Exported(target, pages, _read_back(file, target, pages, step), not_shown, signed_by)


def interruptible(pack: Pack, progress: Progress) -> Pack:
    """The same pack, which also tells `progress` of each piece of its data: they are written before the first page,
    and whoever stops does not wait for their end."""
    attachment = pack.attachment
    if attachment is None:
        return pack

    def chunks() -> Iterator[bytes]:
        for chunk in attachment.chunks():
            progress(0)
            yield chunk

    return replace(pack, attachment=replace(attachment, chunks=chunks))


def _read_back(file: WrittenFile, target: Path, pages: int, step: Step = nothing) -> str:
    """The SHA-256 of what the disk holds, once it was seen to be what was written, and whole; raises CannotWrite."""
    from dossier.report.read_back import pages_of  # comes with reportlab

    held = sha256_of(file, step)
    try:
        is_whole = held == file.given.hexdigest() and pages_of(file, step) == pages
    except ValueError:
        is_whole = False
    if not is_whole:
        raise not_read_back(target)
    step()
    return held
