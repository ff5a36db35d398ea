"""How it leaves: language and hidden names in sight, and what is rarely asked for one press away."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from dossier.i18n import Code, _
from dossier.report.scope import Period
from dossier.ui.desk import Desk
from dossier.ui.export.days import DayField
from dossier.ui.export.documents import DocumentsPart
from dossier.ui.export.names import NamingsList
from dossier.ui.export.tick_line import TickLine
from dossier.ui.pages.settings import language_options
from dossier.ui.tokens import S2, S3
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.work.composing import WrongDays
from dossier.work.signing import Signing

_OWN, _SENDER = "organisation", "sender"


class OptionsPart(QWidget):
    """`changed` when other pages leave, `signature_changed` when a signature is to be seen on them, or no more."""

    changed = Signal()
    signature_changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        sender = desk.kept.preferences.sender_name
        self.language = Segmented(language_options(), desk.dossier.content_language)
        self.hides_names, self.names = TickLine(_("Hide the names of persons")), NamingsList()
        self.more = Button(_("More options"), "chevron-down", "link")
        self.first, self.last = DayField(_("Logs from"), desk.say), DayField(_("to"), desk.say)
        self.state_on = DayField(_("State of the dossier on"), desk.say, _("Empty: as it stands now."))
        self.is_draft = TickLine(_("Draft across every page"))
        self.whose = Segmented([Option(_OWN, _("Organisation")), Option(_SENDER, _("Yours"))], _OWN)
        self.whose.parts[1].setEnabled(bool(sender))
        self.key, self.passphrase = QLineEdit(), QLineEdit()
        self.visible = TickLine(_("Show the signature on the first page"))
        self.documents = DocumentsPart()
        self._rare = self._rarely_asked(desk, sender)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S2)
        said = _("Independent of the language of the window")
        layout.addWidget(Field(_("Language of the document"), self.language, hint=said))
        layout.addWidget(self.hides_names)
        layout.addWidget(self.names)
        layout.addWidget(row(self.more, None))
        layout.addWidget(self._rare)
        self._rare.hide()
        self.names.hide()
        self._connect()

    def _rarely_asked(self, desk: Desk, sender: str) -> QWidget:
        hint = sender or _("A consultant's name and logo are kept in the settings.")
        choose = Button(_("Choose…"), "key")
        choose.clicked.connect(self._on_choose_key)
        self.key.setPlaceholderText(_("PKCS#12 file (.p12, .pfx)"))
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        said = _("Used on this computer alone; the passphrase is kept nowhere.")
        return column(
            row((self.first, 1), (self.last, 1), gap=S2),
            self.state_on,
            self.is_draft,
            Field(_("Name and logo on the document"), self.whose, hint=hint),
            self.documents,
            Field(_("Sign with"), self.key, hint=said),
            row(choose, None),
            Field(_("Passphrase"), self.passphrase),
            self.visible,
            gap=S3,
        )

    def _connect(self) -> None:
        self.language.changed.connect(lambda _code: self.changed.emit())
        self.whose.changed.connect(lambda _who: self.changed.emit())
        for box in (self.hides_names, self.is_draft):
            box.clicked.connect(self.changed)
        for day in (self.first, self.last, self.state_on):
            day.changed.connect(self.changed)
        self.hides_names.clicked.connect(lambda: self.names.setVisible(self.hides_names.isChecked()))
        self.documents.changed.connect(lambda: self.names.documents.setVisible(bool(self.documents.chosen)))
        self.more.clicked.connect(lambda: self.open(self._rare.isHidden()))
        self._showed_signature = False
        self.visible.clicked.connect(self._on_signature)
        self.key.textChanged.connect(self._on_signature)

    def say_wrong(self, days: WrongDays) -> None:
        """What is wrong with the days together, each beside its field."""
        self.last.doubt(days.period)
        self.state_on.doubt(days.state_on)

    @property
    def error(self) -> str:
        """What is wrong with the days, "" where nothing is."""
        return next((day.field.error for day in (self.first, self.last, self.state_on) if day.field.error), "")

    def answer(self, named: Collection[str]) -> None:
        """Hand over the documents that the questions of an exchange name, seen as such."""
        self.documents.answer(named)
        if named:
            self.open(True)

    def open(self, is_open: bool) -> None:
        self._rare.setVisible(is_open)
        self.more.setText(_("Fewer options") if is_open else _("More options"))
        self.more.show_icon("chevron-up" if is_open else "chevron-down")

    @property
    def code(self) -> Code:
        return "en" if self.language.value == "en" else "fr"

    @property
    def period(self) -> Period | None:
        days = Period(self.first.day, self.last.day)
        return days if any(days) else None

    @property
    def is_from_sender(self) -> bool:
        return self.whose.value == _SENDER

    @property
    def signing(self) -> Signing | None:
        path = self.key.text().strip()
        return Signing(Path(path).expanduser(), self.passphrase.text(), self.visible.isChecked()) if path else None

    @property
    def shows_signature(self) -> bool:
        """Whether the first page will have a box that tells who signed."""
        return self.visible.isChecked() and bool(self.key.text().strip())

    def _on_signature(self) -> None:
        if self.shows_signature != self._showed_signature:
            self._showed_signature = self.shows_signature
            self.signature_changed.emit()

    def _on_choose_key(self) -> None:
        kinds = f"PKCS#12 (*.p12 *.pfx);;{_('All files')} (*)"
        name, _kind = QFileDialog.getOpenFileName(self, _("The key to sign with"), self.key.text(), kinds)
        if name:
            self.key.setText(name)
            self.passphrase.setFocus()
