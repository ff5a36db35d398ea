"""The drafts of messages about a breach: made from the record, edited by a person, copied, kept as documents."""

from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from dossier.errors import DossierError
from dossier.i18n import CODES, Code, _, language
from dossier.law.breach_messages import Draft, controller_message, persons_message
from dossier.model.breach import Breach, BreachParty
from dossier.model.evidence import Document
from dossier.model.vocabulary_procedures import BreachRole
from dossier.store.edit import Edit
from dossier.ui.breach.paper import BreachPaper
from dossier.ui.desk import Desk, Unwritten
from dossier.ui.languages import NAMES
from dossier.ui.navigation import Place
from dossier.ui.side import WORKSHEET
from dossier.ui.tokens import S1, S3, S4
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.card import Card
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.work.breach_messages import kept_for_controller, kept_for_persons, text_document
from dossier.work.edits import name_of

_PERSONS, _CONTROLLER = "persons", "controller"
Wanted = tuple[object, ...]
"""For which breach, to whom, in which language."""


class MessagesPage(BreachPaper):
    """What was typed stays, for each addressee and language; the record never changes it behind one's back."""

    def __init__(self, desk: Desk) -> None:
        self._wanted: Wanted = ("",)
        self._typed: dict[Wanted, Draft] = {}
        self._safe: dict[Wanted, Draft] = {}
        self.to = Segmented(
            [Option(_PERSONS, _("To the persons")), Option(_CONTROLLER, _("To a controller"))], _PERSONS
        )
        self.controllers = QComboBox()
        self.language = Segmented([Option(code, NAMES[code]) for code in CODES], desk.dossier.content_language)
        self.subject, self.text = QLineEdit(), QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Text"))
        self.copy, self.anew = Button(_("Copy"), "copy"), Button(_("Make it again from the record"), "refresh")
        self.keep = Button(_("Keep as a document"), "documents", "primary")
        worksheet = Button(_("Worksheet"), "copy")
        worksheet.clicked.connect(lambda: desk.go_to_place(Place(WORKSHEET, self._shown)))
        super().__init__(desk, _("Messages about the breach"), self._body(), [worksheet, self.keep])
        self.focus_me = self.text
        self._connect()

    def _body(self) -> QWidget:
        self._caution = Banner(
            "info",
            _("A draft, not a decision."),
            _("It says what the record says. Read it again, complete what stands in brackets, and send it yourself."),
        )
        self._controller_field = Field(_("Controller"), self.controllers)
        language_field = Field(_("Language"), self.language)
        asked = row(Field(_("Message"), self.to), self._controller_field, language_field, None, gap=S4)
        below = row(None, self.anew, self.copy)
        named = Label(_("Text"), "caption_strong", "text2")
        named.setBuddy(self.text)
        text = column(named, (self.text, 1), gap=S1)  # as high as there is room
        fields = column(asked, Field(_("Subject"), self.subject), (text, 1), below, gap=S3)
        return column(self._caution, (Card().add((fields, 1)), 1), gap=S3)

    def _connect(self) -> None:
        self.to.changed.connect(self._on_asked)
        self.language.changed.connect(self._on_asked)
        self.controllers.activated.connect(self._on_asked)
        self.anew.clicked.connect(self._on_anew)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.text.toPlainText()))
        self.keep.clicked.connect(self._on_keep)

    def show_breach(self, breach: Breach) -> None:
        """Another breach makes another draft; an edit of the same one leaves the words as they are."""
        if self._wanted[0] != breach.id:
            self.to.set_value(_CONTROLLER if breach.role is BreachRole.PROCESSOR else _PERSONS)
        self._show_controllers(breach)
        self.keep.setEnabled(not self.desk.history.store.is_read_only)
        self._on_asked()

    def _show_controllers(self, breach: Breach) -> None:
        chosen, parties = self.controllers.currentData(), self._controllers(breach)
        self.controllers.clear()
        for party in parties:
            self.controllers.addItem(party.name or party.reference, party.id)
        self.controllers.setCurrentIndex(max(0, self.controllers.findData(chosen)))

    def _controllers(self, breach: Breach) -> list[BreachParty]:
        parties = self.desk.dossier.children(BreachParty, breach.id)
        return [party for party in parties if party.role is not BreachRole.PROCESSOR]

    def unwritten(self) -> list[Unwritten]:
        """Words that were typed and are kept nowhere."""
        self._remember()
        said = _("A message about {name} was changed and not kept: keep it, or close again: then it is lost.")
        changed = {str(wanted[0]) for wanted, draft in self._typed.items() if draft != self._safe[wanted]}
        found = [self.desk.dossier.get(one, Breach) for one in changed]
        return [Unwritten(one.id, "", said.format(name=name_of(one))) for one in found if one]

    def _on_asked(self) -> None:
        """The draft for what is chosen now: the words that stood there, else made from the record."""
        wanted = (self._shown, self.to.value, self.language.value, self.controllers.currentData())
        self._controller_field.setVisible(self.to.value == _CONTROLLER and self.controllers.count() > 0)
        if wanted == self._wanted:
            return
        self._remember()
        self._wanted = wanted
        if wanted in self._typed:
            self._show(self._typed[wanted])
        else:
            self._on_anew()

    def _on_anew(self) -> None:
        breach = self.current_record()
        if breach is None:
            return
        say, dossier = language(self._language()), self.desk.dossier
        today = self.desk.clock().date()
        if self.to.value == _CONTROLLER:
            self._show(controller_message(dossier, breach, self._party(), today, say))
        else:
            self._show(persons_message(dossier, breach, today, say))
        self._safe[self._wanted] = self._words()

    def _show(self, draft: Draft) -> None:
        self.subject.setText(draft.subject)
        self.text.setPlainText(draft.text)

    def _words(self) -> Draft:
        """As they stand now."""
        return Draft(self.subject.text(), self.text.toPlainText())

    def _remember(self) -> None:
        if self._wanted in self._safe:
            self._typed[self._wanted] = self._words()

    def _on_keep(self) -> None:
        """Store the words as they stand now; that they were sent is noted in the record when they are."""
        breach, now, draft = self.current_record(), self.desk.clock(), self._words()
        if breach is None:
            return
        name = " – ".join(filter(None, (breach.reference, draft.subject.strip())))
        try:
            document = text_document(self.desk.history.store, name, draft.text, self._language(), now)
        except DossierError as error:
            self.desk.said.emit("major", str(error))
            return
        if self.desk.history.do(self._kept(breach, draft, document)):
            self._safe[self._wanted] = draft
            said = _("Kept as {name}, and prepared in the record: note there when it is sent.", name=name)
            self.desk.said.emit("ok", said)

    def _kept(self, breach: Breach, draft: Draft, document: Document) -> Edit:
        dossier, now = self.desk.dossier, self.desk.clock()
        if self.to.value == _CONTROLLER:
            return kept_for_controller(dossier, breach, self._party(), draft, document, now)
        return kept_for_persons(dossier, breach, draft, document, now)

    def _party(self) -> BreachParty | None:
        found = self.desk.dossier.get(self.controllers.currentData() or "", BreachParty)
        return found if isinstance(found, BreachParty) else None

    def _language(self) -> Code:
        return next(code for code in CODES if code == self.language.value)
