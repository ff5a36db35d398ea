"""The worksheet for the CNIL's online form: each question in its order, what is known, and one click to copy it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout

from dossier.i18n import _
from dossier.law.breach_clock import clock_in
from dossier.law.cnil_answers import AnswerState
from dossier.law.cnil_answers import Place as Mended
from dossier.law.cnil_form import Worksheet, caution, worksheet
from dossier.model.breach import Breach
from dossier.model.catalog import MAIN_KINDS, children_of
from dossier.model.dossier import Dossier
from dossier.ui.background import Task
from dossier.ui.breach.paper import BreachPaper
from dossier.ui.breach.question_row import QuestionRow, SectionCard
from dossier.ui.desk import Desk
from dossier.ui.dialogs.files import PDF, ask_where
from dossier.ui.navigation import Place, place_of
from dossier.ui.side import MESSAGES
from dossier.ui.tokens import S3, S4
from dossier.ui.widgets.banner import Banner
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.scroll import scroll
from dossier.ui.widgets.segmented import Option, Segmented

_ALL, _GAPS = "all", "gaps"
_AT_ONCE = 2  # sections that fill a window; the others are made one by one between two turns of the event loop


class WorksheetPage(BreachPaper):
    """Nothing can be edited here: each answer leads to the field where it is mended."""

    def __init__(self, desk: Desk) -> None:
        self._sheet: Worksheet | None = None
        self._cards: list[SectionCard] = []
        self._copied: QuestionRow | None = None
        self._caution = Banner("info", "")
        self._counts = Label("", "body", "text2", wrap=True)
        self.which = Segmented([Option(_ALL, _("All questions")), Option(_GAPS, _("To be completed"))], _ALL)
        self.which.changed.connect(self._show)
        self._inner = column(self._caution, row((self._counts, 1), self.which, gap=S4), gap=S3)
        self.copy_all = Button(_("Copy everything"), "copy", "primary")
        self.deadline = Button(_("Deadline (.ics)"), "deadlines", tip=_("Put the deadline in a calendar"))
        self.messages, self.pdf = Button(_("Messages…"), "letter"), Button(_("PDF…"), "export")
        actions = [self.messages, self.deadline, self.pdf, self.copy_all]
        super().__init__(desk, _("Worksheet for the online form"), scroll(self._inner), actions)
        self.focus_me = self.copy_all
        self.copy_all.clicked.connect(self._on_copy_all)
        self.messages.clicked.connect(lambda: desk.go_to_place(Place(MESSAGES, self._shown)))
        self.deadline.clicked.connect(self._on_deadline)
        self.pdf.clicked.connect(self._on_pdf)
        self._building = QTimer(self)
        self._building.timeout.connect(self._make_next)

    def show_breach(self, breach: Breach) -> None:
        dossier, now, say = self.desk.dossier, self.desk.clock(), self.desk.say
        self._sheet = sheet = worksheet(dossier, breach, now)
        locale = QLocale("fr_FR" if say.code == "fr" else "en_GB")
        month = locale.toString(QDate(sheet.outline.year, sheet.outline.month, 1), "MMMM yyyy")
        self._caution.say("info", _("Check against the form you see."), caution(sheet, month, say))
        counts = [_("{field}: {value}", field=_(state.label), value=sheet.count(state)) for state in AnswerState]
        self._counts.setText(" · ".join(counts))
        self.deadline.setVisible(clock_in(dossier, breach).is_running)
        self._show()
        while len(self._cards) < _AT_ONCE:
            self._make_next()
        self._building.start(0)

    def complete(self) -> None:
        """Make what is not made yet."""
        while self._make_next():
            pass

    def _make_next(self) -> bool:
        """Make one section; says whether there was one to make."""
        sheet, layout = self._sheet, self._inner.layout()
        if sheet is None or len(self._cards) == len(sheet.sections) or not isinstance(layout, QVBoxLayout):
            self._building.stop()
            return False
        card = SectionCard(sheet.sections[len(self._cards)])
        card.copy.clicked.connect(lambda: QApplication.clipboard().setText(card.section.text))
        for one in card.rows:
            one.copy_asked.connect(self._on_copy)
            one.mend_asked.connect(self._on_mend)
        self._cards.append(card)
        shown = self._filled(len(self._cards) - 1)  # before it is part of the window, which would style it again
        layout.addWidget(card)
        card.setVisible(shown)
        if len(self._cards) == len(sheet.sections):
            layout.addStretch(1)
        # a page that does not know its new height yet would be painted with all its rows crushed
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        return True

    def _show(self) -> None:
        self._copied = None
        for position, card in enumerate(self._cards):
            card.setVisible(self._filled(position))

    def _filled(self, position: int) -> bool:
        """Fill in a section; says whether it has anything to show."""
        if self._sheet is None:
            return False
        return self._cards[position].show_section(self._sheet.sections[position], self.which.value == _GAPS)

    def _on_copy(self, asked: QuestionRow) -> None:
        QApplication.clipboard().setText(asked.question.text)
        if self._copied is not None:
            self._copied.show_copied(False)
        self._copied = asked
        asked.show_copied(True)

    def _on_copy_all(self) -> None:
        if self._sheet is not None:
            QApplication.clipboard().setText(self._sheet.text)
            self.desk.said.emit("ok", _("All answers are copied, each under its question."))

    def _on_mend(self, asked: QuestionRow) -> None:
        self.desk.go_to_place(place_to_mend(asked.question.found.place, self._shown, self.desk.dossier))

    def _on_deadline(self) -> None:
        breach = self.current_record()
        if breach is not None:
            from dossier.ui.dialogs.deadline import save_deadline  # brings the typesetting

            folder, now = self.desk.history.store.path.parent, self.desk.clock()
            save_deadline(self, self.desk.dossier, breach, folder, now, self.desk.said.emit)

    def _on_pdf(self) -> None:
        breach, folder = self.current_record(), self.desk.history.store.path.parent
        if breach is None:
            return
        target = ask_where(self, _("Place of the PDF"), folder / f"{breach.reference}-cnil{PDF}")
        if target is not None:
            self._export(breach, target)

    def _export(self, breach: Breach, target: Path) -> None:
        from dossier.work.breach_papers import export_worksheet  # brings the typesetting

        dossier, lang, now = self.desk.dossier, self.desk.say.code, self.desk.clock()
        task = Task(lambda _progress: export_worksheet(dossier, breach, target, lang, now))
        task.done.connect(lambda _exported: self.desk.said.emit("ok", _("The worksheet is in {path}.", path=target)))
        task.failed.connect(lambda sentence: self.desk.said.emit("major", sentence))
        task.start()


def place_to_mend(place: Mended, breach: str, dossier: Dossier) -> Place:
    """Where a field is edited: on its record, or where such a record is made."""
    record = dossier.get(place.record) if place.record else None
    if record is not None:
        return place_of(record, dossier, place.field)
    main = next(kind for kind in MAIN_KINDS if place.kind in (kind, *children_of(kind)))
    whole = breach if main is Breach else next((one.id for one in dossier.of(main)), "")
    return Place(main.kind.name, whole, place.kind.kind.name if whole and place.kind is not main else "")
