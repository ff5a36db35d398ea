"""The editor of a value that the law leaves open: the dossier sets its own, with a reason, or goes back to ours."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dossier.i18n import Language, _
from dossier.law.settings import ReferenceValue
from dossier.model.evidence import LegalSetting
from dossier.model.record import Duration
from dossier.model.text import date_text
from dossier.ui.desk import Desk
from dossier.ui.records.editor import Unreadable
from dossier.ui.records.known_editors import DurationEditor
from dossier.ui.records.words import breakable
from dossier.ui.tokens import S2, S3, S4
from dossier.ui.widgets.buttons import Button
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.flow import flow
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import column, row
from dossier.work.own_values import back_to_ours, setting_of

_LEFT, _CHEVRON = 26, 30
_DURATION, _REASON = 2, 5  # how the two inputs share the width


def setting_words(setting: LegalSetting, say: Language) -> str:
    """Since when the dossier sets it, by whom and why, as far as that is said."""
    since = _("since {day}", day=date_text(setting.since, say)) if setting.since else ""
    by = _("by {author}", author=setting.decided_by) if setting.decided_by else ""
    return " · ".join(filter(None, (since, by, setting.reason)))


class ValueEditor(QWidget):
    """Sets the value of the dossier, with the reason; Escape closes it and changes nothing."""

    closed = Signal()

    def __init__(self, value: ReferenceValue, desk: Desk) -> None:
        super().__init__()
        self._desk, self._value = desk, value
        setting = value.setting
        self.duration, self.reason = DurationEditor(desk.say), QLineEdit(setting.reason if setting else "")
        self.duration.show_value(value.duration)
        help_ = _("The reason, your name and the day are kept with the value; the journal keeps those of before.")
        self.duration_field = Field(_("Value in this dossier"), self.duration, required=True, reserve=True)
        self.reason_field = Field(_("Reason"), self.reason, required=True, hint=help_)
        self.set = Button(_("Set in this dossier"), "tick", "primary")
        self.back = Button(_("Back to our value"), "undo")
        close = Button(_("Close"), role="quiet")
        for button, act in ((self.set, self._on_set), (self.back, self._on_back), (close, self.closed.emit)):
            button.clicked.connect(act)
        inputs = row((self.duration_field, _DURATION), (self.reason_field, _REASON), gap=S4)
        box = QVBoxLayout(self)
        box.setContentsMargins(_LEFT + S2, S2, _CHEVRON, S4)
        box.setSpacing(S3)
        for part in (self._about(), inputs, flow(self.set, self.back, close)):
            box.addWidget(part)
        self.back.setVisible(setting is not None)  # inside the layout: alone it would open a window of its own
        self._lock()

    def _about(self) -> QWidget:
        """Where ours comes from and, where the dossier set its own, since when, by whom and why."""
        value, say = self._value, self._desk.say
        ours = replace(value, setting=None).words(say)
        told = [value.words(say), setting_words(value.setting, say), ours] if value.setting else [ours]
        return column(*(Label(breakable(words), "caption", "text2", wrap=True) for words in told), gap=2)

    def _lock(self) -> None:
        if self._desk.history.store.is_read_only:
            self.duration.lock(True)
            self.reason.setReadOnly(True)
            for button in (self.set, self.back):
                button.setEnabled(False)
                button.setToolTip(_("This dossier is open to read only"))

    def _read(self) -> Duration | None:
        """What was typed; None where it says no duration, which is then said beside it."""
        try:
            duration = self.duration.read()
        except Unreadable as unreadable:
            self.duration_field.set_error(str(unreadable))
            return None
        usable = duration if duration and duration.count >= 0 else None
        self.duration_field.set_error("" if usable else _("A duration is needed"))
        return usable

    def _on_set(self) -> None:
        duration, reason = self._read(), self.reason.text().strip()
        self.reason_field.set_error("" if reason else _("Say why: whoever reads it later will ask."))
        if duration is None or not reason:
            (self.reason if duration else self.duration).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        desk, now = self._desk, self._desk.clock()
        desk.history.do(setting_of(desk.dossier, self._value, duration, reason, now.date(), desk.author, now))

    def _on_back(self) -> None:
        self._desk.history.do(back_to_ours(self._desk.dossier, self._value.key))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
