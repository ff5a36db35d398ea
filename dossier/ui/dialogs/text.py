"""A small window with a text to read or to copy: problems found, a report, keys, licences."""

from PySide6.QtWidgets import QApplication, QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from dossier.i18n import _
from dossier.ui import theme
from dossier.ui.tokens import S3, S5, S6
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row


class TextDialog(QDialog):
    """A title, a sentence, the text, and the way out; `actions` stand before it."""

    def __init__(self, parent: QWidget | None, title: str, sentence: str, text: str, *actions: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(640, 480)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(theme.font("body"))
        self.text.setAccessibleName(title)
        self.close_button = Button(_("Close"), role="" if actions else "primary")
        self.close_button.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(S6, S5, S6, S5)
        layout.setSpacing(S3)
        layout.addWidget(Label(title, "h2", wrap=True))
        layout.addWidget(Label(sentence, "body", "text2", wrap=True))
        layout.addWidget(self.text, 1)
        layout.addWidget(row(Button(_("Copy"), "copy"), None, *actions, self.close_button))
        copy = self.findChildren(Button)[0]
        copy.clicked.connect(self._on_copy)

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
