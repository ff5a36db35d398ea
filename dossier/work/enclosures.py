"""The documents of a hand-over as a ZIP beside its PDF: named by reference and title, with the index of its annex."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile

from dossier.errors import CannotWrite
from dossier.exchange.document_zip import digests, write_zip
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
from dossier.work.documents import display_name
from dossier.work.export import Exported, as_seen
from dossier.work.files import Written, replaced_when_complete

INDEX = "index.txt"
AS_THEY_ARE = N_("The documents are handed over as they are: no name is hidden inside them.")
_LONGEST_TITLE, _LONGEST_ENDING = 100, 10
_BOM = "\ufeff"  # what else tells Notepad of older systems that this is UTF-8

Step = Callable[[], None]
"""Called after each piece of work; what it raises stops it."""


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
    """Where the ZIP of a PDF stands."""
    return target.with_suffix(".zip")


def write_archive(exported: Exported, seen: Dossier, scope: Scope, file: Path, step: Step) -> Archive:
    """Write the ZIP of a PDF beside it; an existing file is replaced only when the new one is complete and was read
    back. Raises CannotWrite, FileRefused, FileLocked."""
    target, say = archive_beside(exported.path), language(scope.language)
    documents = {one.id: one for one in enclosed_documents(seen, scope)}
    names = {one.file: documents[one.document].sha256 for one in scope.enclosed if one.file}
    index = "\r\n".join(_index(exported, scope, documents, say)).encode()
    with replaced_when_complete(target) as archive, errors_in_words():
        with closing(open_file(file, read_only=True)) as connection:
            members = [(name, _pieces(connection, kept, step)) for name, kept in names.items()]
            write_zip(archive, [(INDEX, [index]), *members], scope.now)
        held = _read_back(archive, {INDEX: sha256(index).hexdigest(), **names}, target)
    return Archive(target, held)


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
    stem = display_name(f"{document.reference} {title}")
    names = (f"{stem}{mark}{ending}" for mark in ("", *(f" ({n})" for n in range(2, len(taken) + 2))))
    return next(name for name in names if name.casefold() not in taken)


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
        if one.file:
            yield "   " + say(N_("{n} bytes"), n=number_text(document.size or 0, say))
            yield f"   SHA-256 {document.sha256}"
    yield ""


def _read_back(archive: Written, expected: dict[str, str], target: Path) -> str:
    """The SHA-256 of what the disk holds, once each of its files was seen to be what it must be."""
    archive.seek(0)
    try:
        is_whole = list(digests(archive).items()) == list(expected.items())
    except (BadZipFile, EOFError):
        is_whole = False
    if not is_whole:
        raise CannotWrite(
            _(
                "What was written for {path} does not read back from that disk: what was there before is untouched; "
                "choose another place.",
                path=target,
            )
        )
    archive.seek(0)
    return file_digest(archive, "sha256").hexdigest()
