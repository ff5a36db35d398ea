"""What may still name somebody who is hidden: texts, each one click away from being edited, and documents."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dossier.i18n import _, _n
from dossier.report.redaction import Naming
from dossier.ui.records.words import icon_of
from dossier.ui.tokens import S1
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.record_link import RecordLink
from dossier.work.enclosures import AS_THEY_ARE
from dossier.work.preview import naming_words

SHOWN = 12
"""At once, and as many more each time that the others are asked for."""


class NamingsList(QWidget):
    """`asked` names the text to edit."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.links: list[RecordLink] = []
        self._namings: Sequence[Naming] = ()
        self._is_open, self._shown = False, SHOWN
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(S1)
        sentence = _("Free text cannot be guaranteed: read it before it leaves.")
        self._layout.addWidget(Label(sentence, "caption", "text3", wrap=True))
        self.count = Button("", role="link")
        self.count.clicked.connect(self._on_count)
        self._layout.addWidget(self.count)
        self._links = QVBoxLayout()
        self._layout.addLayout(self._links)
        self.others = Button("", role="link")
        self.others.clicked.connect(self._on_others)
        self._layout.addWidget(self.others)
        self.none = Label("", "caption", "text2", wrap=True)
        self._layout.addWidget(self.none)
        self.documents = Label(_(AS_THEY_ARE), "caption", "text3", wrap=True)
        self._layout.addWidget(self.documents)
        self.documents.hide()

    def show_looking(self) -> None:
        """The texts are being looked through."""
        self._forget()
        self.count.hide()
        self.others.hide()
        self.none.setText(_("The texts are being looked through…"))
        self.none.show()

    def show_namings(self, namings: Sequence[Naming]) -> None:
        self._forget()
        self._namings = namings
        self._add_links()
        self.count.setText(_n("{n} text still names somebody", "{n} texts still name somebody", len(namings)))
        self.count.setVisible(bool(namings))
        self.none.setText(_("No text names anybody who is hidden, as far as can be seen."))
        self.none.setVisible(not namings)
        self._show_open()

    def _link(self, naming: Naming) -> RecordLink:
        link = RecordLink(naming_words(naming), icon_of(type(naming.record)))
        link.clicked.connect(lambda: self.asked.emit(naming))
        self._links.addWidget(link)
        return link

    def _forget(self) -> None:
        for link in self.links:
            link.hide()
            link.deleteLater()
        self.links = []

    def _add_links(self) -> None:
        self.links += [self._link(one) for one in self._namings[len(self.links) : self._shown]]

    def _on_others(self) -> None:
        self._shown += SHOWN
        self._add_links()
        self._show_open()

    def _on_count(self) -> None:
        self._is_open = not self._is_open
        self._show_open()

    def _show_open(self) -> None:
        for link in self.links:
            link.setVisible(self._is_open)
        left = len(self._namings) - len(self.links)
        self.others.setText(_n("Show more ({n} other)", "Show more ({n} others)", left))
        self.others.setVisible(self._is_open and left > 0)
