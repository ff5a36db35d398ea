"""The inspection pack of a dossier as a PDF file."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path

from dossier.checks.run import nothing_collected
from dossier.errors import InvalidInput
from dossier.i18n import Code, _
from dossier.model.dossier import Dossier
from dossier.model.record import Record
from dossier.report.content import Pack
from dossier.report.scope import Period, Scope
from dossier.work.composing import PRODUCER, as_seen, composed, composed_alone, composed_annual
from dossier.work.files import Step, not_read_back, nothing, replaced_when_complete, sha256_of
from dossier.work.files import Written as WrittenFile
from dossier.work.printed_at import printed_at, timed
from dossier.work.signing import Signing, signature

Progress = Callable[[int], None]


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

    file.step = step
    with nothing_collected():
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
