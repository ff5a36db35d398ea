"""The inputs of the quick log that are its own: when one became aware, how many persons, a choice that may be words."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from dossier.i18n import _, current_language
from dossier.ui.dialogs.quick_known import Choices, Known
from dossier.ui.widgets.buttons import plain
from dossier.ui.widgets.field import Field
from dossier.ui.widgets.labels import Label
from dossier.ui.widgets.layouts import row
from dossier.ui.widgets.segmented import Option, Segmented
from dossier.ui.widgets.toggles import Toggle
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
        self._edited = self._shown = ""
        self._later = False
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
        moment = note.moment
        self._shown = self._short(moment.at if moment else note.opened.at)
        self._edited = note.at_words or (self._shown if note.certainty != "now" else "")
        self._later = False
        self._show_time()

    def learn(self, known: Known) -> None:
        """Times are shown where the organisation is, as long as nobody typed one."""
        self._known = known
        if known.zone and not self._edited:
            self._zone = known.zone
            self._shown = self._short(self._opened.at)
        self._show_time()

    def told(self, note: IncidentNote) -> IncidentNote:
        """The note with what is chosen here."""
        chosen = CERTAINTIES[CERTAINTIES.index(self.certainty.value)]
        opened = self._opened.__class__(self._opened.at, self._zone)
        note = note.with_(opened=opened, certainty=chosen, at=None, at_words="")
        if chosen == "now" or not self._edited:
            return note
        return note.told(self._edited, self._meant())

    def _on_certainty(self) -> None:
        self._show_time()
        if self.certainty.value != "now":
            self.time.setFocus(Qt.FocusReason.OtherFocusReason)
            self.time.selectAll()
        self.changed.emit()

    def _on_edited(self, words: str) -> None:
        """Whoever types a time was not aware only now."""
        self._edited = words.strip()
        if self.certainty.value == "now":
            self.certainty.set_value("earlier")
        self._show_understood()
        self.changed.emit()

    def _on_which(self, value: str) -> None:
        self._later = value == "later"
        self._show_understood()
        self.changed.emit()

    def _found(self) -> Understood | None:
        return understood(self._edited, self._clock(), ZoneInfo(self._zone))

    def _meant(self) -> Understood | None:
        """What is understood, with the answer where a time happens twice."""
        found = self._found()
        return Understood(found.other) if found and found.other and self._later else found

    def _show_time(self) -> None:
        words = self._edited if self.certainty.value != "now" and self._edited else self._shown
        self.time.setText(words)
        self.place.setText(self._zone.replace("_", " "))
        self._show_understood()

    def _show_understood(self) -> None:
        """What a typed time means, or what is not clear about it; nothing typed is refused."""
        self.field.set_hint(self._hint)
        self.field.label.setBuddy(self.certainty.focusProxy() or self.certainty)
        if self.certainty.value == "now" or not self._edited or self._edited == self._shown:
            self.which.hide()
            self.field.set_doubt("")
            return
        found, zone = self._found(), ZoneInfo(self._zone)
        self._ask_which(found, zone)
        said = "" if found and found.other and self._later else doubt(self._edited, found, self._clock(), zone)
        self.field.set_doubt(said)
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


class Persons(QWidget):
    """A number as people type it, or "not known yet"."""

    changed = Signal()

    def __init__(self, note: IncidentNote) -> None:
        super().__init__()
        self._known: Known | None = None
        self.number = QLineEdit()
        self.number.setPlaceholderText(_("number"))
        self.number.setFixedWidth(100)
        self.unknown = Toggle(_("Not known yet"), unknown=True)
        line = row(self.number, self.unknown, None)
        self.field = Field(_("&People affected"), line, reserve=True)
        self.field.label.setBuddy(self.number)
        self.number.setAccessibleName(plain(_("&People affected")))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        self.fill(note)
        self.number.textEdited.connect(self._on_edited)
        self.unknown.clicked.connect(self._on_unknown)

    def fill(self, note: IncidentNote) -> None:
        self.number.setText(note.persons)
        self.unknown.setChecked(note.persons_unknown)
        self._show_doubt()

    def learn(self, known: Known) -> None:
        self._known = known
        self._show_doubt()

    def told(self, note: IncidentNote) -> IncidentNote:
        return note.with_(persons=self.number.text().strip(), persons_unknown=self.unknown.isChecked())

    def _on_edited(self) -> None:
        self.unknown.setChecked(False)
        self._show_doubt()
        self.changed.emit()

    def _on_unknown(self) -> None:
        self.number.clear()
        self._show_doubt()
        self.changed.emit()

    def _show_doubt(self) -> None:
        self.field.set_doubt(self._known.count_doubt(self.number.text()) if self._known else "")


class Choice(QComboBox):
    """One of a list that is offered later; its first line says "not known yet". `words_too` lets one type others."""

    changed = Signal()

    def __init__(self, value: str, *, words_too: bool) -> None:
        super().__init__()
        self._awaited = value
        self.setEditable(words_too)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItem(_("Not known yet"), "")
        self.currentTextChanged.connect(self._on_changed)

    def offer(self, choices: Choices) -> None:
        """The list, once the dossier is read; what was chosen or typed stays."""
        value, self._awaited = self.value, ""
        blocked = self.blockSignals(True)
        for key, words in choices:
            self.addItem(words, key)
        if completer := self.completer():
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.fill(value)
        self.blockSignals(blocked)

    def fill(self, value: str) -> None:
        at = self.findData(value)
        if at >= 0:
            self.setCurrentIndex(at)
        elif self.count() > 1:
            self.setEditText(value)
        else:
            self._awaited = value

    @property
    def value(self) -> str:
        """The key of what is chosen, or the words."""
        words = self.currentText().strip()
        at = self.findText(words, Qt.MatchFlag.MatchFixedString)
        return self._awaited or (str(self.itemData(at)) if at >= 0 else words)

    def _on_changed(self) -> None:
        self._awaited = ""
        self.changed.emit()
