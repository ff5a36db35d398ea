"""When one became aware: now, earlier, or not at all as long as there is only a suspicion."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from dossier.i18n import _, current_language
from dossier.ui.dialogs.quick_known import Known
from dossier.ui.widgets.buttons import plain
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.work.incident_note import CERTAINTIES, IncidentNote
from dossier.work.spoken_time import Understood, doubt, understood


def lettered(value: str, words: str) -> Option:
    """An option whose letter is marked with `&`."""
    return Option(value, plain(words), letter=words.partition("&")[2][:1])


class Awareness(QWidget):
    """Now, earlier, or a suspicion alone; a time as people say it, and what was understood of it."""

    changed = Signal()

    def __init__(self, note: IncidentNote, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock, self._opened, self._zone = clock, note.opened, note.opened.zone
        self._known: Known | None = None
        options = (("now", _("N&ow")), ("earlier", _("&Earlier")), ("suspicion", _("Only s&uspected")))
        self.certainty = Segmented([lettered(*option) for option in options], note.certainty)
        self.time, self.place = QLineEdit(), Label("", "caption", "text3")
        self.time.setFixedWidth(150)
        self.time.setAccessibleName(_("When"))
        self.which = Segmented([Option("earlier", ""), Option("later", "")], "earlier", compact=True)
        self.which.hide()
        line = row(self.certainty, self.time, self.which, self.place, None)
        self._hint = _("Reasonable certainty that data are affected. A mere suspicion starts no clock.")
        self.field = Field(_("Be&came aware"), line, hint=self._hint)
        self.field.label.setBuddy(self.certainty)  # not one of its buttons: Qt would press it
        self.certainty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self.fill(note)
        self.certainty.changed.connect(self._on_certainty)
        self.time.textEdited.connect(self._on_edited)
        self.which.changed.connect(self._on_which)

    def fill(self, note: IncidentNote) -> None:
        """Show a note that is taken up again."""
        self._opened = note.opened
        self.certainty.set_value(note.certainty)
        self._given, self._edited = note.at, note.at_words
        self._shown = self._short((note.at or note.opened).at)
        self._said_at, self._later = note.opened.at, False
        self._show_time()

    def learn(self, known: Known) -> None:
        """Times are shown where the organisation is, as long as nobody typed one."""
        self._known = known
        if known.zone and not self._edited:
            self._zone = known.zone
            self._shown = self._short((self._given or self._opened).at)
        self._show_time()

    def told(self, note: IncidentNote) -> IncidentNote:
        """The note with what is chosen here."""
        chosen = CERTAINTIES[CERTAINTIES.index(self.certainty.value)]
        note = note.with_(opened=replace(self._opened, zone=self._zone), certainty=chosen, at=None, at_words="")
        if chosen == "now":
            return note
        if not self._edited:
            return note.with_(at=self._given)
        return note.told(self._edited, self._meant())

    def _on_certainty(self) -> None:
        self._show_time()
        if self.certainty.value != "now":
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)
            self.time.selectAll()
        self.changed.emit()

    def _on_edited(self, words: str) -> None:
        """Whoever types a time was not aware only now."""
        self._edited, self._said_at = words.strip(), self._clock()  # "yesterday" is not another day after midnight
        if self.certainty.value == "now":
            self.certainty.set_value("earlier")
        self._show_understood()
        self.changed.emit()

    def _on_which(self, value: str) -> None:
        self._later = value == "later"
        self._show_understood()
        self.changed.emit()

    def _found(self) -> Understood | None:
        return understood(self._edited, self._said_at, ZoneInfo(self._zone))

    def _meant(self) -> Understood | None:
        """What is understood, with the answer where a time happens twice."""
        found = self._found()
        return Understood(found.other) if found and found.other and self._later else found

    def _show_time(self) -> None:
        now = self.certainty.value == "now"
        self.time.setText(self._short(self._opened.at) if now else self._edited or self._shown)
        self.place.setText(self._zone.replace("_", " "))
        self._show_understood()

    def _show_understood(self) -> None:
        """What a typed time means, or what is not clear about it; nothing typed is refused."""
        self.field.set_hint(self._hint)
        if self.certainty.value == "now" or not self._edited:
            self.which.hide()
            self.field.set_doubt("")
            return
        found, zone = self._found(), ZoneInfo(self._zone)
        self._ask_which(found, zone)
        said = "" if found and found.other and self._later else doubt(self._edited, found, self._clock(), zone)
        self.field.set_doubt(said)
        self.time.setAccessibleDescription(said)
        meant = self._meant()
        if meant and self._known and not said:
            self.field.set_hint(_("Understood: {moment}", moment=self._known.words(meant.at, self._zone)))

    def _ask_which(self, found: Understood | None, zone: ZoneInfo) -> None:
        self.which.setVisible(bool(found and found.other))
        if found and found.other:
            for part, at in zip(self.which.parts, (found.at, found.other), strict=True):
                part.say(f"UTC{at.astimezone(zone).isoformat()[-6:]}")

    def _short(self, at: datetime) -> str:
        local = at.astimezone(ZoneInfo(self._zone))
        return f"{local:%d/%m/%Y %H:%M}" if current_language().code == "fr" else f"{local:%Y-%m-%d %H:%M}"
