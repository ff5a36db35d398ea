"""The index of the documents: what each is, and the SHA-256 by which its file is recognised."""

from dossier.model.evidence import Document
from dossier.model.fields import field_of
from dossier.model.record import Record
from dossier.report.columns import TextColumn
from dossier.report.facts import grouped
from dossier.report.sheets import Columns, RegisterWriter

_INDEX = ("name", "type", "dated", "file_name")


class DocumentRegister(RegisterWriter):
    """The chapter of the documents."""

    def _needs_summary(self, kind: type[Record], records: tuple[Record, ...]) -> bool:
        """Always: the table is the index."""
        return bool(records)

    def _summary_columns(self, kind: type[Record]) -> Columns:
        digest = field_of(Document, "sha256")
        return [
            self._reference_column(kind),
            *(self._column(field_of(Document, name)) for name in _INDEX),
            TextColumn(self.say(digest.show.label), lambda document: grouped(document.sha256)),
        ]
