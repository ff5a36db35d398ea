"""What is chosen in the export window, as one value: what is seen, what is written, and what is noted of it."""

from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

from dossier.model.dossier import Dossier
from dossier.model.evidence import AuthorityExchange, Document
from dossier.model.record import Record
from dossier.model.vocabulary_pack import PackPart
from dossier.report.redaction import Naming
from dossier.report.scope import Scope, selection_of
from dossier.report.staying import Staying, staying
from dossier.ui.background import Progress
from dossier.work.composing import as_seen, composed_alone
from dossier.work.enclosures import documents_of, lost
from dossier.work.export import written
from dossier.work.hand_over import HandedOver, handed_over_files
from dossier.work.preview import Preview, all_pages, first_pages, namings, pages_alone
from dossier.work.printed_at import timed
from dossier.work.signing import Signing


class FirstLook(NamedTuple):
    """What is known at once: the first pages, what stays, which documents could be handed over with them, and of which
    of these (identifiers) the dossier lost the file."""

    preview: Preview
    staying: Staying
    documents: tuple[Document, ...]
    lost: frozenset[str]


@dataclass(frozen=True)
class Choice:
    """A snapshot, the file it is kept in, how it leaves, and the section to look at first.

    `alone` is one record whose sheet is all that leaves, `answered` the exchange that is answered. `is_signed` where a
    signature will be seen; one may look at the cover first. Every method is for a thread beside the window's.
    """

    dossier: Dossier
    file: Path
    asked: Scope
    part: PackPart
    alone: Record | None = None
    answered: AuthorityExchange | None = None
    is_signed: bool = False
    begins_at_cover: bool = False

    @cached_property
    def scope(self) -> Scope:
        """At the time that the document bears; raises InvalidInput."""
        return timed(self.asked, self.dossier)

    def first_look(self, progress: Progress) -> FirstLook:
        """Raises as `as_seen`."""
        seen, scope = as_seen(self.dossier, self.scope, self.file, partial(progress, 0)), self._leaving
        if self.alone:
            return FirstLook(self._sheet(self.alone, progress), staying(seen, scope), (), frozenset())
        preview = first_pages(seen, scope, self.part, self.file, progress, self.is_signed)
        documents = documents_of(self.dossier, scope, self.file, self.answered)
        return FirstLook(self._from_cover(preview), staying(seen, scope), documents, lost(documents, self.file))

    def namings(self, progress: Progress) -> tuple[Naming, ...]:
        """The texts that still name somebody who is hidden. Raises as `as_seen`."""
        return namings(self.dossier, self._leaving, self.file, partial(progress, 0))

    def all_pages(self, progress: Progress) -> Preview:
        """Raises as `as_seen`."""
        if self.alone:
            return self._sheet(self.alone, progress)
        seen = as_seen(self.dossier, self.scope, self.file)
        return self._from_cover(all_pages(seen, self.scope, self.part, self.file, progress, self.is_signed))

    def _sheet(self, record: Record, progress: Progress) -> Preview:
        return self._from_cover(
            pages_alone(self.dossier, record, self.scope, self.part, self.file, progress, self.is_signed)
        )

    def _from_cover(self, preview: Preview) -> Preview:
        return preview._replace(shown=0) if self.begins_at_cover else preview

    def write(
        self, target: Path, documents: tuple[str, ...], signing: Signing | None, progress: Progress
    ) -> HandedOver:
        """Write the files. Raises as `handed_over_files`."""
        if self.alone is None:
            return handed_over_files(self.file, self.dossier, target, self.scope, documents, progress, signing)
        exported = written(composed_alone(self.dossier, self.alone, self.scope, self.file), target, progress, signing)
        return HandedOver(exported, None, as_seen(self.dossier, self._leaving, self.file), self._leaving)

    @property
    def _leaving(self) -> Scope:
        """The scope, of one record alone that of its sheet."""
        if self.alone is None:
            return self.scope
        return replace(self.scope, only=(type(self.alone),), selected=selection_of([self.alone]), period=None)
