"""Is a PDF what the dossier held? It is composed anew from the journal and compared, by content and not by bytes."""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from dossier.errors import InvalidInput, NotFound
from dossier.i18n import N_, _
from dossier.model.dossier import Dossier
from dossier.report.content import Attachment, Pack, Signature
from dossier.report.scope import Sender
from dossier.store.disk import reason_of
from dossier.store.past import dossier_at, has_head
from dossier.store.store import Store
from dossier.work.any_pdf import AnyPdf
from dossier.work.any_pdf_differences import content_differences
from dossier.work.changes import FORMAT
from dossier.work.composing import as_seen, composed, composed_alone, composed_annual, made_with
from dossier.work.export import Progress
from dossier.work.pdf_differences import data_difference, pdf_differences
from dossier.work.preview import where_parts_begin
from dossier.work.scope_json import scope_of
from dossier.work.signing import signature_like
from dossier.work.verification import verify_file

if TYPE_CHECKING:
    from dossier.report.objects import Objects

_BROKEN = (ValueError, LookupError, zlib.error)
_HEAD = 1024  # bytes in which a PDF says that it is one
_PROGRAM = "Dossier "
_NO_PDF = N_("{path} is not a PDF: there is nothing to compare.")
_DAMAGED = N_("{path} is a damaged PDF, or an encrypted one: its content cannot be read, and so not compared.")
_OF_OTHERS = N_("{path} is a PDF that Dossier did not write, or from which its data were taken: it cannot be compared.")
_OTHER_SORT = N_(
    "{path} is a document of Dossier that holds no records, as the sheet of an incident or a worksheet: there is "
    "nothing to compare."
)
_CHANGES = N_("{path} tells what changed since a hand-over: verify the PDF that was handed over.")


class Verdict(NamedTuple):
    """The first thing in which a PDF is not what the dossier held, "" where there is none, and what is to be known."""

    difference: str
    remarks: tuple[str, ...]


def verify_pdf(file: Path, pdf: Path, progress: Progress | None = None) -> Verdict:
    """Compare an exported PDF with the dossier as it was at the entry of the journal that the PDF states.

    Raises InvalidInput where the PDF is not whole or was not written by Dossier, NotFound where it is missing or that
    state can no longer be rebuilt, FileRefused, FileLocked. `progress` is told the pages composed: what it
    raises stops.
    """
    try:
        with pdf.open("rb") as source:
            return _Comparison(file, pdf, source, progress).verdict()
    except FileNotFoundError:
        raise NotFound(_("There is no file {path}.", path=pdf)) from None
    except OSError as error:
        raise InvalidInput(_("{path} cannot be read ({reason}).", path=pdf, reason=reason_of(error))) from error


class _Comparison:
    def __init__(self, file: Path, pdf: Path, source: BinaryIO, progress: Progress | None) -> None:
        self._file, self._source, self._progress = file, source, progress
        self._is_saved_again = False
        self._given = self._opened(pdf)
        try:
            self._data = self._given.attachment()
            self._told: Mapping[str, Any] = json.loads(self._data, object_pairs_hook=_each_once)
            _refuse_what_tells_no_dossier(self._told, pdf)
            self._head = int(self._told["sequence"]), str(self._told["head"])
            scope = scope_of(self._told["scope"])
            self._scope = replace(scope, sender=Sender(scope.sender.name, self._given.logo()))
            self._signature = self._drawn_signature()
        except (*_BROKEN, TypeError, RecursionError):
            raise InvalidInput(
                _("{path} does not hold its data as Dossier writes them: it cannot be compared.", path=pdf)
            ) from None

    def _opened(self, pdf: Path) -> "Objects | AnyPdf":
        """As Dossier wrote it, or as another program saved it since."""
        from dossier.report.objects import Objects  # comes with reportlab

        with suppress(*_BROKEN):
            given = Objects(self._source)
            given.attachment(), given.signed, given.logo()
            return given
        return self._saved_again(pdf)

    def _saved_again(self, pdf: Path) -> AnyPdf:
        self._is_saved_again = True
        self._source.seek(0)
        is_pdf = b"%PDF-" in self._source.read(_HEAD)
        try:
            given = AnyPdf(self._source)
            has_data = bool(given.attachment())
        except ValueError:
            what = _DAMAGED if is_pdf else _NO_PDF
        else:
            if has_data:
                return given
            what = _OTHER_SORT if given.producer.startswith(_PROGRAM) else _OF_OTHERS
        raise InvalidInput(_(what, path=pdf))

    def verdict(self) -> Verdict:
        with Store.read(self._file) as store:
            dossier = store.dossier
        if stranger := self._stranger(dossier):
            return Verdict(stranger, ())  # nothing was compared
        return Verdict(self._difference(dossier), tuple(self._remarks()))

    def _drawn_signature(self) -> Signature | None:
        """What draws the field of the signature again: it signs nothing."""
        signed = self._given.signed
        return signature_like(signed.cms, signed.visible) if signed else None

    def _stranger(self, dossier: Dossier) -> str:
        """Why this dossier cannot say anything of the PDF."""
        if self._told.get("id") != dossier.id:
            return _("This PDF is of another dossier.")
        if not has_head(self._file, self._head):
            return _(
                "The journal of this dossier has no entry {n} with the head that the PDF states: the journal was "
                "rewritten since, or the PDF was.",
                n=self._head[0],
            )
        damage = verify_file(self._file, with_documents=False)
        return _("The dossier itself does not hold together: {problem}", problem=damage[0]) if damage else ""

    def _difference(self, dossier: Dossier) -> str:
        """The data first, because they name the record and its field; then what is drawn, and all the rest."""
        pack = self._composed(dossier_at(self._file, dossier, self._head))
        if pack is None or pack.attachment is None:
            return _("The record that the PDF tells was not in the dossier.")
        if found := data_difference(self._told, json.loads(b"".join(pack.attachment.chunks()))):
            return found
        found = self._drawn_difference(pack, pack.attachment)
        if found and (others := self._others()):
            return _(
                "The data are what the dossier held, but the pages cannot be compared: {others}. {difference}",
                others="; ".join(others),
                difference=found,
            )
        return found

    def _composed(self, dossier: Dossier) -> Pack | None:
        scope = self._scope
        if alone := self._told.get("record"):
            record = dossier.get(str(alone))
            return composed_alone(dossier, record, scope) if record else None
        if "annual" in self._told:
            return composed_annual(dossier, scope, self._file)
        return composed(as_seen(dossier, scope), scope, self._file)

    def _drawn_difference(self, pack: Pack, attachment: Attachment) -> str:
        """The copy carries the very data that were compared, whatever they were made with."""
        from dossier.report.pack import write_pack

        attachment = replace(attachment, chunks=lambda: [self._data])
        with TemporaryFile() as copy:
            write_pack(replace(pack, attachment=attachment, signature=self._signature), copy, self._progress)
            named = partial(self._named, copy)
            with suppress(*_BROKEN):
                return next(self._written_differences(copy, named), "")
            try:
                return next(self._differences_of_content(copy, named), "")
            except _BROKEN:
                return _("Something in the PDF, outside its data, is not as Dossier writes it.")

    def _written_differences(self, copy: BinaryIO, named: Callable[[int], str]) -> Iterator[str]:
        """Of a file as Dossier wrote it; raises ValueError where another program saved it since."""
        from dossier.report.objects import Objects

        if isinstance(self._given, AnyPdf):
            raise ValueError("saved again")
        yield from pdf_differences(self._given, Objects(copy), named)

    def _differences_of_content(self, copy: BinaryIO, named: Callable[[int], str]) -> Iterator[str]:
        self._is_saved_again = True
        self._source.seek(0)
        given = self._given if isinstance(self._given, AnyPdf) else AnyPdf(self._source)
        yield from content_differences(given, AnyPdf(copy), named, self._step)

    def _step(self) -> None:
        if self._progress:
            self._progress(0)

    def _named(self, copy: BinaryIO, index: int) -> str:
        """A page in words: its number, and the section of the pack that it belongs to."""
        from dossier.report.page_alone import Pages

        is_pack = not {"record", "annual"} & {*self._told}
        begun = where_parts_begin(Pages(copy), self._scope) if is_pack else {}
        before = [part for part in begun if begun[part] <= index]
        if not before:
            return _("Page {n}", n=index + 1)
        return _("Page {n} ({section})", n=index + 1, section=_(before[-1].label))

    def _others(self) -> list[str]:
        """What made the PDF and is not what is used now: it may set other pages of the same data."""
        made, ours = self._told.get("made_with"), made_with()
        if not isinstance(made, dict) or not isinstance(law := made.get("law"), dict):
            return [_("it does not say what it was made with")]
        program = made.get("program")
        others = [] if program == ours["program"] else [_("it was made with {program}", program=program)]
        names = [name for name in {**ours["law"], **law} if law.get(name) != ours["law"].get(name)]
        return others + ([_("other legal data are in use now ({names})", names=", ".join(names))] if names else [])

    def _remarks(self) -> Iterator[str]:
        if self._is_saved_again:
            yield _("Another program saved this PDF again or added to it: its content was compared, not its bytes.")
        if self._signature:
            yield _("The PDF is signed: the signature itself was not looked at; a PDF reader verifies it.")
        if self._scope.sender.logo:
            yield _("The logo on its cover comes from outside the dossier: it was not compared.")
        if any(one.file for one in self._scope.enclosed):
            yield _("The documents that went with it are not in the PDF: compare each with the SHA-256 in its annex.")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON in which no name stands twice: other programs might read the first, we would the last."""
    if len(found := dict(pairs)) < len(pairs):
        raise ValueError("a name stands twice")
    return found


def _refuse_what_tells_no_dossier(told: Any, pdf: Path) -> None:
    if isinstance(told, dict) and told.get("format") == FORMAT:
        raise InvalidInput(_(_CHANGES, path=pdf))
