"""The inspection pack of a dossier as a PDF file."""

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from dossier import __version__
from dossier.checks.run import nothing_collected
from dossier.errors import CannotWrite
from dossier.exchange import dossier_json
from dossier.i18n import Code, _, language
from dossier.law.data import law_sources
from dossier.model.catalog import children_of
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.report.annual import TELLS, of_the_year
from dossier.report.beside import NOTHING
from dossier.report.content import Pack
from dossier.report.parts import tells
from dossier.report.redaction import Redaction
from dossier.report.registers import annual_pack, inspection_pack, record_pack
from dossier.report.scope import Period, Scope
from dossier.report.snapshot import embedded, leaving
from dossier.store.past import dossier_at, head_before
from dossier.work.beside import beside
from dossier.work.files import Written, replaced_when_complete
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
    return written(composed(as_seen(dossier, scope, file), scope, file), target, progress, signing)


def composed(seen: Dossier, scope: Scope, file: Path | None = None) -> Pack:
    """The pack of a snapshot as `as_seen` shows it; `file` is the dossier's own, as for `export_pdf`."""
    left = leaving(seen, scope)
    around = beside(seen, scope, file, left) if file else NOTHING
    data = partial(_data, embedded(left, scope), scope, scope.told())
    return inspection_pack(left, scope, data, PRODUCER, around)


def as_seen(dossier: Dossier, scope: Scope, file: Path | None = None) -> Dossier:
    """The snapshot as `scope` shows it: as it was at the end of a day, which takes its `file`, and without names.

    Raises NotFound where that day is before the journal, or something written since was erased.
    """
    if scope.state_on and file:
        dossier = dossier_at(file, dossier, head_before(file, scope.seen_at))
    return Redaction(dossier, language(scope.language)).redacted() if scope.hides_names else dossier


def export_record(
    dossier: Dossier,
    record: Record,
    target: Path,
    scope: Scope,
    progress: Progress | None = None,
    signing: Signing | None = None,
) -> Exported:
    """Write the sheet of one record of a kind that prints sheets, with nothing of the others but their names.

    Only the audience, the language and the time of `scope` count. Otherwise as `export_pdf`.
    """
    return written(composed_alone(dossier, record, timed(scope, dossier)), target, progress, signing)


def composed_alone(dossier: Dossier, record: Record, scope: Scope) -> Pack:
    """The sheet of one record, as `export_record` writes it."""
    kind = type(record)
    alone, scope = as_seen(dossier.keeping([record], kind), scope), replace(scope, only=(kind,))
    (record,) = alone.of(kind)
    kinds = {kind, *children_of(kind), *scope.named(tells(kind))}
    told = {part: names for part, names in scope.told().items() if part in kinds}
    data = partial(_data, embedded(alone, scope), scope, told, alone=record.id)
    return record_pack(alone, record, scope, data, PRODUCER)


def export_annual_report(dossier: Dossier, target: Path, year: int, scope: Scope, file: Path) -> Exported:
    """Write the annual report of the officer: the logs of a year, what is kept at its end or today, and the plan.

    The parts that `scope` asks for do not count. Otherwise as `export_pdf`.
    """
    last, scope = date(year, 12, 31), timed(scope, dossier)
    scope = replace(scope, only=(), period=Period(date(year, 1, 1), last))
    if last < scope.now.date():
        scope = replace(scope, state_on=last)
    return written(composed_annual(as_seen(dossier, scope, file), scope, file), target)


def composed_annual(seen: Dossier, scope: Scope, file: Path) -> Pack:
    """The annual report of the year that is the period of `scope`, of a snapshot as `as_seen` shows it."""
    data = partial(_data, of_the_year(seen, scope), scope, scope.named(TELLS), is_annual=True)
    return annual_pack(seen, scope, data, PRODUCER, beside(seen, scope, file))


def _data(dossier: Dossier, scope: Scope, told: Told, alone: str = "", is_annual: bool = False) -> Iterator[bytes]:
    """What the pages tell, how it was chosen and what it was made with, as JSON; `alone` is the record told alone."""
    further: dict[str, Any] = {"scope": scope_json(scope), "made_with": made_with()}
    further |= {"record": alone} if alone else {}
    further |= {"annual": True} if is_annual else {}
    return dossier_json.dump(dossier, told, {name: [dossier_json.text(value)] for name, value in further.items()})


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


def written(
    pack: Pack,
    target: Path,
    progress: Progress | None = None,
    signing: Signing | None = None,
    then: Callable[[Exported], None] | None = None,
) -> Exported:
    """Write a document that was composed; otherwise as `export_pdf`.

    `then` does what must be done before the file takes its place: what it raises leaves what was there.
    """
    pages = 0
    if signing:
        pack = replace(pack, signature=signature(signing, pack.created))

    def count(done: int) -> None:
        nonlocal pages
        pages = done
        if progress:
            progress(done)

    from dossier.report.pack import write_pack  # reportlab: only who exports waits for it

    with replaced_when_complete(target) as file:
        with nothing_collected():
            not_shown = write_pack(interruptible(pack, count), file, count)
        signed_by = pack.signature.name if pack.signature else ""
        exported = Exported(target, pages, _read_back(file, target, pages), not_shown, signed_by)
        if then:
            then(exported)
    return exported


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


def _read_back(file: Written, target: Path, pages: int) -> str:
    """The SHA-256 of what the disk holds, once it was seen to be what was written, and whole; raises CannotWrite."""
    from dossier.report.read_back import pages_of  # comes with reportlab

    file.seek(0)
    held = hashlib.file_digest(file, "sha256").hexdigest()
    try:
        is_whole = held == file.given.hexdigest() and pages_of(file) == pages
    except ValueError:
        is_whole = False
    if not is_whole:
        raise CannotWrite(
            _(
                "What was written for {path} does not read back from that disk: what was there before is untouched; "
                "choose another place.",
                path=target,
            )
        )
    return held
