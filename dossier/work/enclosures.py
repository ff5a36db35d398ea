"""The documents of a hand-over as a ZIP beside its PDF: named by reference and title, with the index of its annex."""

import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile

from dossier.errors import CannotWrite
from dossier.exchange.document_zip import members_of, write_zip
from dossier.i18n import N_, Language, _, language
from dossier.law.authority_clock import documents_given
from dossier.model.dossier import Dossier
from dossier.model.evidence import AuthorityExchange, Document
from dossier.model.text import number_text
from dossier.report.embedded import embedded
from dossier.report.enclosures import NOT_KEPT, enclosed_documents, referred_documents
from dossier.report.scope import Enclosed, Scope
from dossier.report.snapshot import leaving
from dossier.store import content
from dossier.store.driver import Connection, errors_in_words
from dossier.store.file import open_file
from dossier.work.composing import as_seen
from dossier.work.documents import display_name
from dossier.work.export import Exported
from dossier.work.files import Step, Written, not_read_back, sha256_of

INDEX = "index.txt"
AS_THEY_ARE = N_("The documents are handed over as they are: no name is hidden inside them.")
_ENDING = ".zip"
_LONGEST_TITLE, _LONGEST_ENDING = 100, 10
_LONGEST_STEM = 200  # bytes: a disk gives a name 255, whatever its letters; a number and the ending follow
_BOM = "\ufeff"  # what else tells Notepad of older systems that this is UTF-8


@dataclass(frozen=True)
class Archive:
    """A ZIP that was written, and the SHA-256 of the file."""

    path: Path
    sha256: str


def documents_of(
    dossier: Dossier, scope: Scope, file: Path | None = None, answered: AuthorityExchange | None = None
) -> tuple[Document, ...]:
    """What can be handed over with a pack: the documents that answer the questions of an exchange, then those that the
    records of the pack refer to and that its audience may see. Raises as `as_seen`."""
    seen = as_seen(dossier, scope, file)
    given = [seen.get(one, Document) for one in documents_given(seen, answered)] if answered else []
    left = leaving(seen, scope)
    referred = referred_documents(embedded(left, scope).keeping(left.of(Document), Document), scope)
    return tuple(dict.fromkeys((*(one for one in given if isinstance(one, Document)), *referred)))


def lost(documents: Iterable[Document], file: Path) -> frozenset[str]:
    """The identifiers of those whose file the dossier does not hold; raises FileRefused, FileLocked."""
    with errors_in_words(), closing(open_file(file, read_only=True)) as connection:
        return frozenset(one.id for one in documents if not one.sha256 or not content.has(connection, one.sha256))


def enclosing(seen: Dossier, scope: Scope, documents: Iterable[str], file: Path, step: Step) -> Scope:
    """The scope with these documents handed over, by their identifiers, as far as `file` holds them unaltered.

    Raises FileRefused, FileLocked.
    """
    found = [one for chosen in documents if isinstance(one := seen.get(chosen, Document), Document)]
    taken, enclosed = {INDEX}, []
    with errors_in_words(), closing(open_file(file, read_only=True)) as connection:
        for one in found:
            name = _free_name(one, taken) if _is_kept(connection, one.sha256, step) else ""
            taken.add(name.casefold())
            enclosed.append(Enclosed(one.id, name))
    return replace(scope, enclosed=tuple(enclosed))


def archive_beside(target: Path) -> Path:
    """Where the ZIP of a PDF stands; raises CannotWrite where that is the place of the PDF, or something else's."""
    beside = target.with_suffix(_ENDING)
    if target.suffix.casefold() == _ENDING or os.path.realpath(target) == os.path.realpath(beside):
        raise CannotWrite(
            _(
                "{path} is the name of the file of the documents: nothing was written; end that of the PDF in .pdf.",
                path=target,
            )
        )
    if beside.exists() and not target.exists():
        raise CannotWrite(
            _(
                "{path} stands there already, and its PDF does not: nothing was written; choose another name.",
                path=beside,
            )
        )
    return beside


def fill_archive(
    archive: Written, target: Path, exported: Exported, seen: Dossier, scope: Scope, file: Path, step: Step
) -> Archive:
    """Write the documents of a PDF into the file that waits to take the place of `target`, and read it back.

    Raises CannotWrite, FileRefused, FileLocked.
    """
    say = language(scope.language)
    documents = {one.id: one for one in enclosed_documents(seen, scope)}
    names = {one.file: documents[one.document].sha256 for one in scope.enclosed if one.file}
    index = "\r\n".join(_index(exported, scope, documents, say)).encode()
    with errors_in_words(), closing(open_file(file, read_only=True)) as connection:
        members = [(name, _pieces(connection, kept, step)) for name, kept in names.items()]
        write_zip(archive, [(INDEX, [index]), *members], scope.now)
    return Archive(target, _read_back(archive, {INDEX: sha256(index).hexdigest(), **names}, target, step))


def _is_kept(connection: Connection, kept: str, step: Step) -> bool:
    """Whether the file holds a document as it was when it was added."""
    digest = sha256()
    for piece in _pieces(connection, kept, step) if kept and content.has(connection, kept) else ():
        digest.update(piece)
    return digest.hexdigest() == kept


def _pieces(connection: Connection, kept: str, step: Step) -> Iterator[bytes]:
    for piece in content.read(connection, kept):
        yield piece
        step()


def _free_name(document: Document, taken: set[str]) -> str:
    """DOC-003 Contrat Stripe.pdf: a name for any system, which no other document has."""
    ending = PurePosixPath(display_name(document.file_name)).suffix
    ending = ending if ending[1:].isalnum() and len(ending) <= _LONGEST_ENDING else ""
    title = document.name or PurePosixPath(document.file_name).stem
    title = title.removesuffix(ending)[:_LONGEST_TITLE]
    stem = display_name(f"{document.reference} {title}").encode()[:_LONGEST_STEM].decode(errors="ignore").rstrip(". ")
    names = (f"{stem}{mark}{ending}" for mark in ("", *(f" ({n})" for n in range(2, len(taken) + 2))))
    return next(name for name in names if name.casefold() not in taken)


def given_in_words(seen: Dossier, scope: Scope, say: Language) -> Iterator[str]:
    """A line for each document whose file was handed over, with the SHA-256 of that file."""
    files = dict(scope.enclosed)
    for one in enclosed_documents(seen, scope):
        if files[one.id]:
            yield say(N_("{label}: {value}"), label=files[one.id], value=f"SHA-256 {one.sha256}")


def _index(exported: Exported, scope: Scope, documents: dict[str, Document], say: Language) -> Iterator[str]:
    """The annex of the PDF as text, and which PDF it goes with."""
    yield _BOM + say(N_("Documents handed over"))
    yield ""
    yield say(N_("{label}: {value}"), label="PDF", value=exported.path.name)
    yield f"SHA-256 {exported.sha256}"
    for number, one in enumerate(scope.enclosed, 1):
        document = documents[one.document]
        yield ""
        yield f"{number}. {one.file or say(NOT_KEPT)}"
        yield f"   {document.reference} – {' '.join(document.name.split())}"
        if document.size is not None:
            yield "   " + say(N_("{n} bytes"), n=number_text(document.size, say))
        if document.sha256:
            yield f"   SHA-256 {document.sha256}"
    yield ""


def _read_back(archive: Written, expected: dict[str, str], target: Path, step: Step) -> str:
    """The SHA-256 of what the disk holds, once each of its files was seen to be what it must be."""
    archive.seek(0)
    try:
        held = [(name, sha256_of(member, step)) for name, member in members_of(archive)]
    except (BadZipFile, EOFError):
        held = []
    if held != list(expected.items()):
        raise not_read_back(target)
    return sha256_of(archive, step)
