"""The quick log: an incident noted in half a minute, without the mouse, whatever is not known yet.

It needs neither the model nor a store: what it learns of a dossier comes when it is on the screen.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from dossier.errors import CannotWrite
from dossier.i18n import _
from dossier.ui.dialogs.quick_draft import DraftKeeper
from dossier.ui.dialogs.quick_form import QuickForm
from dossier.ui.dialogs.quick_known import Known
from dossier.ui.dialogs.quick_parts import Foot, Outcome
from dossier.ui.tokens import S2, S3, S4, S5, S6, ToneName
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.ui.widgets.reading_order import ReadingOrder
from dossier.work.incident_note import IncidentNote, Instant
from dossier.work.spool import Spool

if TYPE_CHECKING:
    from dossier.ui.widgets.banner import Banner

_WIDTH = 720


class QuickLog(QDialog):
    """One incident. Whoever opened it answers `submitted` with `end`, `show_outcome` or `refuse`.

    A draft that was left is taken up again instead of the new `note`. Without a spool no draft is kept. `name` says
    which dossier it is for where no window shows it.
    """

    submitted = Signal(object)
    """The IncidentNote, as typed."""

    def __init__(
        self,
        parent: QWidget | None,
        note: IncidentNote,
        clock: Callable[[], datetime],
        spool: Spool | None,
        draft: IncidentNote | None = None,
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(" · ".join(filter(None, (_("Log an incident"), name))))
        self.setModal(False)
        self._note, self._draft, self._clock, self._spool = note, draft, clock, spool
        self._known: Known | None = None
        self._given_up: IncidentNote | None = None
        self._said: Banner | None = None
        self._outcome: Outcome | None = None
        self._done = False
        self._shown = draft.resumed(clock()) if draft else note
        self.form, self.foot = QuickForm(self._shown, clock), Foot()
        self.kept, self.other = Label("", "caption", "text3"), Button("", role="link")
        self.keeper = DraftKeeper(spool, self.note, self)
        self._lay_out()
        self._connect()
        self._show_kept()
        self._show_due()
        self.form.take_focus()

    def _lay_out(self) -> None:
        calm = Label(_("Only the time matters now. All the rest can wait."), ink="text3")
        title = column(Label(self.windowTitle(), "h2", wrap=True), calm, gap=2)
        head = row((title, 1), self.kept, self.other, gap=S2)
        self._page = ReadingOrder()
        self._inner = QVBoxLayout(self._page)
        self._whole = QVBoxLayout(self)
        for layout in (self._inner, self._whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._inner.addWidget(column(head, (self.form, 1), gap=S3, margins=(S6, S5, S6, S4)), 1)
        self._inner.addWidget(self.foot)
        self._whole.addWidget(self._page)
        self.resize(_WIDTH, self._page.sizeHint().height())

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.foot.cancel.clicked.connect(self.reject)
        self.foot.log.clicked.connect(self.submit)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.submit)
        self.other.clicked.connect(self._on_other)
        self.keeper.kept.connect(self._show_kept)
        self.keeper.failed.connect(self.kept.setText)

    def note(self) -> IncidentNote:
        """What stands in the window."""
        return self.form.told(self._shown)

    def learn(self, known: Known) -> None:
        """The dossier was read: offer what it holds, and say the deadline."""
        self._known = known
        self._shown = self._shown.with_(dossier=known.dossier or self._shown.dossier)
        self.form.learn(known)
        self._show_due()

    def submit(self) -> None:
        """Hand the note over; an empty one is asked for its one sentence."""
        note = self.note()
        if note.is_empty:
            self._say("info", _("One sentence is enough: what happened?"))
            self.form.take_focus()
            return
        with suppress(CannotWrite):  # whoever is handed the note tries again, and says it
            self.keeper.end(keep=True)
        self._done = True
        now = self._clock().replace(microsecond=0)
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
        self._outcome = Outcome(tone, sentences, *actions)
        self._outcome.close_button.clicked.connect(self.close)
        self._whole.removeWidget(self._page)
        self._page.hide()
        self._whole.addWidget(self._outcome)
        self._outcome.show()
        self._outcome.close_button.setFocus()
        self._fit()

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
        self.form.fill(self._shown)
        self._show_kept()
        self._show_due()
        self.form.take_focus()

    def _show_kept(self) -> None:
        """What becomes of what is typed, said before anything is."""
        if self._spool is None:
            said = _("Nothing is kept before you log it")
        elif self._draft and not self._given_up:
            said = _("Your draft is taken up again")
        else:
            said = _("Draft kept") if self.keeper.has_kept else _("Kept on this computer as you type")
        self.kept.setText(said)
        self.other.setVisible(self._draft is not None)
        self.other.setText(_("Take the draft back") if self._given_up else _("Give the draft up"))

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

    def _forget_said(self) -> None:
        if self._said is not None:
            self._said.hide()
            self._said.deleteLater()
            self._said = None

    def _make_room(self) -> None:
        """What is said beside a field may need another line: the window grows before anything is cut."""
        needed = self._inner.totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _fit(self) -> None:
        """As high as the outcome needs."""
        self._whole.activate()
        self.resize(self.width(), self._whole.totalHeightForWidth(self.width()))
