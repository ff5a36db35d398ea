"""The documents that are handed over beside a pack: which its records refer to, and the annex that lists them."""

from collections.abc import Iterator

from dossier.i18n import N_
from dossier.model.dossier import Dossier
from dossier.model.evidence import Document
from dossier.model.fields import fields_of
from dossier.model.text import number_text
from dossier.report.columns import TextColumn, grid_of
from dossier.report.content import Chapter, OwnText
from dossier.report.facts import grouped
from dossier.report.scope import Scope
from dossier.report.wording import Wording

NOT_KEPT = N_("Not in the dossier: not handed over")
_INTRODUCTION = N_("Files handed over beside this document; a file is the one meant where its SHA-256 is the same.")


def referred_documents(dossier: Dossier, scope: Scope) -> tuple[Document, ...]:
    """The documents that the pages of a pack refer to, in the order of its registers; `dossier` is what they tell."""
    return tuple(dict.fromkeys(_referred(dossier, scope)))


def enclosed_chapter(words: Wording) -> Chapter | None:
    """Each document with its file, its size and its SHA-256; one whose file is missing says so."""
    say, files = words.say, dict(words.scope.enclosed)
    columns: list[TextColumn[Document]] = [
        TextColumn(say(N_("Reference")), lambda one: one.reference),
        TextColumn(say(N_("Title")), lambda one: OwnText(one.name)),
        TextColumn(say(N_("File")), lambda one: OwnText(files[one.id]) if files[one.id] else say(NOT_KEPT)),
        TextColumn(say(N_("Size in bytes")), lambda one: "" if one.size is None else number_text(one.size, say)),
        TextColumn(say(N_("SHA-256")), lambda one: grouped(one.sha256)),
    ]
    grid = grid_of(columns, enclosed_documents(words.dossier, words.scope))
    return Chapter(say(N_("Documents handed over")), say(_INTRODUCTION), [grid])


def enclosed_documents(dossier: Dossier, scope: Scope) -> tuple[Document, ...]:
    """The records of what is handed over beside the PDF, in its order."""
    found = (dossier.get(one.document, Document) for one in scope.enclosed)
    return tuple(one for one in found if isinstance(one, Document))


def _referred(dossier: Dossier, scope: Scope) -> Iterator[Document]:
    for kind, names in scope.told().items():
        fields = [one for one in fields_of(kind) if one.name in names and one.target in (Document.kind.name, "")]
        for record in dossier.of(kind) if fields else ():
            for field in fields:
                value = getattr(record, field.name)
                for one in value if field.many else (value,):
                    found = dossier.get(one, Document) if one else None
                    if isinstance(found, Document):
                        yield found
