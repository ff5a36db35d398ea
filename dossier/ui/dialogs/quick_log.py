"""The quick log: an incident noted in half a minute, without the mouse, whatever is not known yet.

It needs neither the model nor a store: what it learns of a dossier comes when it is on the screen.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from dossier.errors import CannotWrite
from dossier.i18n import _
from dossier.ui.dialogs.quick_draft import DraftKeeper
from dossier.ui.dialogs.quick_fields import Awareness, Choice, Persons
from dossier.ui.dialogs.quick_known import Known
from dossier.ui.dialogs.quick_parts import Foot, Outcome
from dossier.ui.tokens import S2, S3, S4, S5, S6, ToneName
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.reading_order import ReadingOrder
from dossier.ui.widgets.segmented import Option
from dossier.ui.widgets.toggles import Toggles
from dossier.work.incident_note import NATURES, UNKNOWN_DATA, IncidentNote, Instant
from dossier.work.spool import Spool

if TYPE_CHECKING:
    from dossier.ui.widgets.banner import Banner

_TEXT = 64  # pixels: two lines and their edges
_WIDTH = 720


class QuickLog(QDialog):
    """One incident. Whoever opened it answers `submitted` with `show_outcome`, `refuse` or `close`."""

    submitted = Signal(object)
    """The IncidentNote, as typed."""

    def __init__(
        self,
        parent: QWidget | None,
        note: IncidentNote,
        clock: Callable[[], datetime],
        spool: Spool | None,
        draft: IncidentNote | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Log an incident"))
        self.setModal(False)
        self._note, self._draft, self._clock, self._spool = note, draft, clock, spool
        self._known: Known | None = None
        self._given_up: IncidentNote | None = None
        self._said: Banner | None = None
        self._outcome: Outcome | None = None
        self._done = False
        self._shown = draft.resumed(clock()) if draft else note
        self._make(self._shown)
        self._lay_out()
        self.keeper = DraftKeeper(spool, self.note, self)
        self._connect()
        self._show_kept()
        self._show_due()
        self.text.moveCursor(QTextCursor.MoveOperation.End)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, note: IncidentNote) -> None:
        self.text = QPlainTextEdit(note.text)
        self.text.setFixedHeight(_TEXT)
        self.awareness, self.persons = Awareness(note, self._clock), Persons(note)
        names = (_("Confidentiality"), _("Integrity"), _("Availability"), _("Not known yet"))
        options = [
            Option(code, name, tone="none" if code == NATURES[-1] else None)
            for code, name in zip(NATURES, names, strict=True)
        ]
        self.nature = Toggles(options, note.nature)
        self.data = Choice(_listed(note), words_too=False)
        self.processor = Choice(note.processor, words_too=True)
        self.activity = Choice(note.activity, words_too=True)
        self.foot = Foot()
        self._kept = Label("", "caption", "text3")
        self._other = Button("", role="link")

    def _lay_out(self) -> None:
        calm = Label(_("Only the time matters now. All the rest can wait."), ink="text3")
        title = column(Label(_("Log an incident"), "h2"), calm, gap=2)
        nature = Field(_("&Nature"), self.nature)
        nature.label.setBuddy(self.nature.focusProxy() or self.nature)
        processor, activity = Field(_("P&rocessor involved"), self.processor), Field(_("&Activity"), self.activity)
        fields = column(
            Field(_("&What happened?"), self.text),
            self.awareness,
            nature,
            row((self.persons, 1), (Field(_("&Data"), self.data, reserve=True), 1), gap=S4),
            row((processor, 1), (activity, 1), gap=S4),
            None,
            gap=S3,
        )
        head = row((title, 1), self._kept, self._other, gap=S2)
        self._form = form = ReadingOrder()
        self._inner = inner = QVBoxLayout(form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(column(head, fields, gap=S3, margins=(S6, S5, S6, S4)), 1)
        inner.addWidget(self.foot)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(form)
        self.resize(_WIDTH, form.sizeHint().height())

    def _connect(self) -> None:
        self.text.textChanged.connect(self._on_changed)
        for part in (self.awareness, self.nature, self.persons, self.data, self.processor, self.activity):
            part.changed.connect(self._on_changed)
        self.foot.cancel.clicked.connect(self.reject)
        self.foot.log.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit)
        self._other.clicked.connect(self._on_other)
        self.keeper.kept.connect(self._show_kept)
        self.keeper.failed.connect(self._kept.setText)

    def note(self) -> IncidentNote:
        """What stands in the window."""
        data = self.data.value
        told = self._shown.with_(
            text=self.text.toPlainText(),
            nature=self.nature.values,
            data=(data or UNKNOWN_DATA,),
            processor=self.processor.value,
            activity=self.activity.value,
        )
        return self.persons.told(self.awareness.told(told))

    def learn(self, known: Known) -> None:
        """The dossier was read: offer what it holds, and say the deadline."""
        self._known = known
        self._shown = self._shown.with_(dossier=known.dossier or self._shown.dossier)
        self.data.offer(known.data)
        self.processor.offer(known.processors)
        self.activity.offer(known.activities)
        self.awareness.learn(known)
        self.persons.learn(known)
        self._show_due()

    def submit(self) -> None:
        """Hand the note over; an empty one is asked for its one sentence."""
        note = self.note()
        if note.is_empty:
            self._say("info", _("One sentence is enough: what happened?"))
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        with suppress(CannotWrite):  # whoever is handed the note tries again, and says it
            self.keeper.end(keep=True)
        now = self._clock().replace(microsecond=0)
        self._done = True
        self.submitted.emit(note.with_(typed=Instant(now, note.opened.zone)))

    def refuse(self, sentence: str) -> None:
        """Neither the dossier nor this computer could hold it: the window stays, with all that was typed."""
        self._done = False
        self._say("major", sentence)

    def end(self) -> None:
        """It is logged: the window goes, and its draft with it."""
        self._done = True
        self.close()

    def show_outcome(self, tone: ToneName, sentences: Sequence[str], *actions: QWidget) -> None:
        """It is logged, and the window that logged it is the one that says so."""
        self._done = True
        self.keeper.end(keep=False)
        self._outcome = outcome = Outcome(tone, sentences, *actions)
        outcome.close_button.clicked.connect(self.close)
        self._whole.removeWidget(self._form)
        self._form.hide()
        self._whole.addWidget(outcome)
        outcome.show()
        self._fit()
        outcome.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_to_outcome(self, _tone: str, sentence: str) -> None:
        """What came of an action that was offered."""
        if self._outcome is not None:
            self._outcome.add(sentence)
            self._fit()

    def done(self, result: int) -> None:
        """However it is closed, a draft that was not logged is kept; where it cannot be, that is said once."""
        try:
            self.keeper.end(keep=not self._done)
        except CannotWrite as error:
            self._done = True
            self._say("major", _("{problem} Log it, or close again to give it up.", problem=error))
            return
        if self._given_up and self._spool:
            self._spool.forget(self._given_up)
        super().done(result)
        self.deleteLater()

    def _on_changed(self) -> None:
        self._forget_said()
        self.keeper.touch()
        self._show_due()
        self._make_room()

    def _on_other(self) -> None:
        """Give the draft up and begin anew, or take it back: until the window closes it is still there."""
        if self._draft is None:
            return
        self._given_up = None if self._given_up else self._draft
        self._shown = self._note if self._given_up else self._draft.resumed(self._clock())
        self._fill(self._shown)
        self._show_kept()
        self._show_due()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, note: IncidentNote) -> None:
        self.text.setPlainText(note.text)
        self.nature.set_values(note.nature)
        self.awareness.fill(note)
        self.persons.fill(note)
        self.data.fill(_listed(note))
        self.processor.fill(note.processor)
        self.activity.fill(note.activity)

    def _show_kept(self) -> None:
        """What becomes of what is typed, said before anything is."""
        if self._spool is None:
            said = _("Nothing is kept before you log it")
        elif self._draft and not self._given_up:
            said = _("Your draft is taken up again")
        else:
            said = _("Draft kept") if self.keeper.has_kept else _("Kept on this computer as you type")
        self._kept.setText(said)
        self._other.setVisible(self._draft is not None)
        self._other.setText(_("Take the draft back") if self._given_up else _("Give the draft up"))

    def _show_due(self) -> None:
        """The deadline that this incident starts, if any."""
        note = self.note()
        if note.certainty == "suspicion":
            self.foot.say(_("No clock runs"), _("on a suspicion alone"))
        elif note.moment is None:
            self.foot.say(_("No clock runs"), _("before the time is corrected"))
        elif self._known:
            due = self._known.words(self._known.due(note.moment.at), note.moment.zone)
            self.foot.say(_("To be notified by {moment}", moment=due), _("if there is a risk, art. 33(1)"))

    def _say(self, tone: ToneName, sentence: str) -> None:
        from dossier.ui.widgets.banner import Banner  # most windows never show one

        self._forget_said()
        self._said = Banner(tone, "", sentence)
        self._inner.insertWidget(0, self._said)
        self._said.show()  # else it takes no room yet
        self._make_room()

    def _fit(self) -> None:
        """As high as the outcome needs."""
        self._whole.activate()
        self.resize(self.width(), self._whole.totalHeightForWidth(self.width()))

    def _make_room(self) -> None:
        """What is said beside a field may need another line: the window grows before anything is cut."""
        needed = self._inner.totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _forget_said(self) -> None:
        if self._said is not None:
            self._said.hide()
            self._said.deleteLater()
            self._said = None


def _listed(note: IncidentNote) -> str:
    """The kind of data that is chosen; not known yet is the first line of the list."""
    return next((one for one in note.data if one != UNKNOWN_DATA), "")
