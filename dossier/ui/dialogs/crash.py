"""The one box of this program: it failed, nothing is lost, and here is what to tell."""

from PySide6.QtWidgets import QApplication, QWidget

from dossier.i18n import _
from dossier.ui.dialogs.text import TextDialog
from dossier.ui.widgets.buttons import Button


class CrashDialog(TextDialog):
    """Says that the program failed, that nothing was lost, and how to report it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        leave = Button(_("Close the program"), role="quiet")
        super().__init__(
            parent,
            _("The program met an unforeseen error"),
            _(
                "What you had written is in the file. You can go on; if something looks wrong, start the program "
                "again. This report holds no content of the dossier: copy it to whoever maintains the program."
            ),
            report,
            leave,
        )
        self.close_button.setText(_("Go on"))
        leave.clicked.connect(QApplication.closeAllWindows)

    def add(self, report: str) -> None:
        self.text.appendPlainText("\n" + report)
