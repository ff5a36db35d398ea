"""The documents that are handed over beside the PDF, as a ZIP: those that answer, those that its records refer to."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.model.evidence import Document
from dossier.ui.export.tick_line import TickLine
from dossier.ui.tokens import S1
from dossier.ui.widgets.labels import Label


class DocumentsPart(QWidget):
    """Nothing is handed over beside the PDF unless the first box is ticked. `changed` when other documents go along."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.with_zip = TickLine(_("Documents beside it, as a ZIP"))
        self.count = Label("", "caption", "text3", wrap=True)
        self.boxes: dict[str, TickLine] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(S1)
        self._layout.addWidget(self.with_zip)
        self._layout.addWidget(self.count)
        self.with_zip.clicked.connect(self._show_boxes)
        self.count.hide()
        self._listed: Sequence[Document] = ()
        self._named: Collection[str] = ()
        self._lost: Collection[str] = ()

    def answer(self, named: Collection[str]) -> None:
        """Tick what the questions of an exchange name and nothing else; where they name nothing, all that is listed."""
        if named == self._named:
            return
        self._named = named
        self.with_zip.setChecked(bool(named))
        for identifier, box in self.boxes.items():
            box.setChecked(self._is_usual(identifier))
        self._show_boxes()

    def show_documents(self, documents: Sequence[Document], lost: Collection[str]) -> None:
        """What the records that leave refer to, with a mark where the dossier lost the file; what was unticked stays
        so."""
        self._listed, self._lost = documents, lost
        self._show_boxes()
        said = _n(
            "{n} document that these records refer to", "{n} documents that these records refer to", len(documents)
        )
        self.count.setText(said)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The identifiers of the documents, in their order."""
        if not self.with_zip.isChecked():
            return ()
        return tuple(one.id for one in self._listed if self._is_chosen(one.id))

    def _is_chosen(self, identifier: str) -> bool:
        box = self.boxes.get(identifier)
        return box.isChecked() if box else self._is_usual(identifier)

    def _is_usual(self, identifier: str) -> bool:
        return not self._named or identifier in self._named

    def _words(self, document: Document) -> str:
        said = " – ".join(filter(None, (document.reference, document.name)))
        if document.id not in self._lost:
            return said
        return _("{document} · not handed over: the dossier does not hold its file", document=said)

    def _show_boxes(self) -> None:
        """Made when they are first asked for."""
        self.count.setVisible(self.with_zip.isChecked())
        for one in self._listed if self.with_zip.isChecked() else ():
            if one.id not in self.boxes:
                self.boxes[one.id] = box = TickLine("", on=self._is_usual(one.id))
                box.clicked.connect(self.changed)
                self._layout.addWidget(box)
            self.boxes[one.id].say(self._words(one))
        listed = {one.id for one in self._listed} if self.with_zip.isChecked() else set()
        for identifier, box in self.boxes.items():
            box.setVisible(identifier in listed)
        self.changed.emit()
